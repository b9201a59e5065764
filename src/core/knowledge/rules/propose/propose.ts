import { Document, isMap, isSeq, visit } from 'yaml';
import type { EventRecord } from '../../../model/event.ts';
import { ruleIdPattern } from '../../../model/rule-id.ts';
import { codeByName, entriesByCode } from '../../codes/index.ts';
import { durationMs } from '../duration.ts';
import { capturesOf } from './captures.ts';
import { type Chosen, choose, isTrouble } from './choose.ts';
import { isWhole, testLine } from './test-line.ts';

type Plain = Readonly<Record<string, unknown>>;

/**
 * A rule file made from events, to be finished by a person: sentences that begin with "Write" say what goes there.
 * @param id of the rule; made up from the main event where it is none.
 * @returns null where no event names a source or an id.
 */
export function proposeRule(events: readonly EventRecord[], id: string | null): string | null {
  const chosen = choose(events);
  if (chosen === null) return null;
  const document = new Document(ruleOf(chosen, id !== null && ruleIdPattern.test(id) ? id : idOf(chosen.main)), {
    aliasDuplicateObjects: false,
  });
  visit(document, {
    // Classes, patterns and short lists stand on one line each.
    Collection: (_key, node, path) => {
      if ((isMap(node) || isSeq(node)) && path.length > 4 && isLeafy(String(node))) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** Tests keep their log as a block. */
const isLeafy = (text: string): boolean => !/^(- )?\s*(name|log|do|steps|evidence):/m.test(text);

function ruleOf({ events, main, isOrdered, spanMs }: Chosen, id: string): Plain {
  const roles = rolesOf(events);
  const roleOf = (event: EventRecord): string => roles.get(event) ?? '';
  const isSequence = events.length > 1;
  const within = windowFor(spanMs);
  const names = events.map(roleOf);
  const captures = isWhole(main) ? Object.keys(capturesOf(main)) : [];
  const subject = captures.length === 0 ? '' : ` of ${captures.map((name) => `{{${name}}}`).join(', ')}`;
  return {
    evdx: 1,
    id,
    title: 'Write what is wrong, in one line',
    status: 'experimental',
    severity: main.level === 'warning' ? 'medium' : 'high',
    events: Object.fromEntries(events.map((event) => [roleOf(event), classOf(event)])),
    find: {
      incident: { one: roleOf(main) },
      ...(isSequence ? { together: isOrdered ? { seq: names, within } : { all: names, within } } : {}),
    },
    anchor: 'incident',
    grade: [...(isSequence ? [{ likely: 'together' }] : []), { possible: 'incident' }],
    causes: [
      cause('first_cause', isSequence ? 'together' : 'incident', 'strong'),
      cause('other_cause', 'incident', 'weak'),
    ],
    resolution: [
      {
        id: 'look',
        risk: { level: 'none', downtime: 'none', data_loss: 'none', reversible: true },
        steps: [{ do: `Write what to look at first${subject}.` }],
      },
    ],
    refs: ['Write where this is known from: an article, a header, a log'],
    tests: testsOf(events, main, names),
  };
}

const cause = (id: string, condition: string, strength: string): Plain => ({
  id,
  title: 'Write what is behind it',
  evidence: [{ if: condition, for: strength, because: 'Write what speaks for it' }],
});

function testsOf(events: readonly EventRecord[], main: EventRecord, names: readonly string[]): readonly Plain[] {
  const log = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;
  const all = log(...events.map((event) => testLine(event)));
  const isSequence = events.length > 1;
  return [
    {
      name: 'the events it was made from',
      log: all,
      expect: { grade: isSequence ? 'likely' : 'possible', evidence: names },
    },
    ...(isSequence
      ? [{ name: 'the worst of them alone', log: log(testLine(main)), expect: { grade: 'possible' } }]
      : []),
    ...(main.provider === null
      ? []
      : [{ name: 'the same number of another source', log: log(testLine(main, 'OtherSource')), expect: 'none' }]),
  ];
}

/** `disk_7`, `vss_12289`: each event has its own. */
function rolesOf(events: readonly EventRecord[]): ReadonlyMap<EventRecord, string> {
  const taken = new Set<string>();
  const roles = new Map<EventRecord, string>();
  for (const event of events) {
    const base = roleFrom(event);
    let role = base;
    for (let number = 2; taken.has(role); number++) role = `${base}_${number}`;
    taken.add(role);
    roles.set(event, role);
  }
  return roles;
}

const MAX_NAME = 40;
const plainWord = (provider: string | null): string =>
  (provider ?? 'event')
    .replace(/^Microsoft-Windows-/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, MAX_NAME) || 'event';
const roleFrom = ({ provider, eventId }: EventRecord): string => `${plainWord(provider)}_${eventId ?? 'any'}`;
const idOf = ({ provider, eventId }: EventRecord): string =>
  `${plainWord(provider).replaceAll('_', '-').replace(/-+$/, '')}/event-${eventId ?? 'any'}`;

function classOf(event: EventRecord): Plain {
  const { channel, provider, eventId, level } = event;
  const captures = isWhole(event) ? capturesOf(event) : {};
  const code = codeOf(event);
  return {
    ...(channel === null ? {} : { log: channel }),
    ...(provider === null ? {} : { provider }),
    ...(eventId === null ? {} : { id: eventId }),
    ...(level === null ? {} : { level }),
    ...(code === null ? {} : { code }),
    ...(Object.keys(captures).length === 0 ? {} : { capture: captures }),
  };
}

/** The first code that has a name, by that name; numbers that are no known code may be anything. */
function codeOf(event: EventRecord): string | null {
  if (!isTrouble(event) || !isWhole(event)) return null;
  for (const code of event.codes) {
    if (code === 0) continue; // success, in every family
    const name = entriesByCode(code).find((entry) => codeByName(entry.name) === code)?.name;
    if (name !== undefined && /^[A-Za-z_]\w*$/.test(name)) return name;
  }
  return null;
}

const WINDOWS = ['1m', '5m', '10m', '30m', '1h', '2h', '4h'];
/** Twice as long as it took here: the next time it will take longer. */
const windowFor = (spanMs: number | null): string =>
  WINDOWS.find((length) => durationMs(length) >= 2 * (spanMs ?? 0)) ?? '8h';
