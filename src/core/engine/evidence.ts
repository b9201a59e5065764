import type { RuleDefinition } from '../knowledge/rules/schema.ts';
import type { Evidence, VerdictTimeline } from '../model/verdict.ts';
import type { HistoryEvent } from './history-event.ts';
import type { Incident } from './incident.ts';
import { firstMsOf, lastMsOf, type PatternMatch, type RoleEvent } from './patterns/match.ts';
import type { Flags } from './state.ts';
import { holds, nameOfTruth } from './truth.ts';

/** So many events stand in a finding; the report gives the total. */
const MAX_EVIDENCE = 20;

/** Guards of the steps of a pattern, with the event they were read at. */
function guardsOf(
  match: PatternMatch,
  rule: RuleDefinition,
): readonly { readonly flag: string; readonly at: HistoryEvent }[] {
  const pattern = rule.find[match.pattern];
  if (pattern === undefined || !('seq' in pattern)) return [];
  return pattern.seq.flatMap((step) => {
    if (typeof step === 'string' || step.when === undefined) return [];
    const at = match.events.find(({ role }) => [step.event].flat().includes(role))?.event;
    return at === undefined ? [] : Object.keys(step.when).map((flag) => ({ flag, at }));
  });
}

export interface Shown {
  readonly evidence: readonly Evidence[];
  readonly total: number;
  readonly timeline: VerdictTimeline;
}

/** The decisive events first, then what set the flags, then the other patterns, oldest and newest of each. */
export function showEvidence(
  incident: Incident,
  decisive: readonly PatternMatch[],
  others: readonly PatternMatch[],
  rule: RuleDefinition,
  flags: Flags,
): Shown {
  const guards = decisive.flatMap((match) =>
    guardsOf(match, rule).map((guard) => ({ ...guard, reading: flags.readBefore(guard.flag, guard.at, match.key) })),
  );
  const setters: RoleEvent[] = guards.flatMap(({ flag, reading }) =>
    reading.event === null ? [] : [{ role: flag, event: reading.event }],
  );
  const ends = others.flatMap(({ events }) =>
    [events[0], events.at(-1)].flatMap((one) => (one === undefined ? [] : [one])),
  );
  const wanted = [
    ...decisive.flatMap(({ events }) => events),
    ...incident.anchor.events,
    ...setters,
    ...ends,
    ...others.flatMap(({ events }) => events),
  ];
  const roleByEvent = new Map<HistoryEvent, string>();
  for (const { role, event } of wanted) if (!roleByEvent.has(event)) roleByEvent.set(event, role);
  const chosen = [...roleByEvent].slice(0, MAX_EVIDENCE);
  return {
    evidence: chosen.map(([event, role]) => ({ role, event: event.event })),
    total: roleByEvent.size,
    timeline: {
      windows: uniqueBy(
        [...decisive, ...others].filter(({ absence, value }) => absence === null && holds(value)).flatMap(windowOf),
        JSON.stringify,
      ),
      missing: uniqueBy(
        [...decisive, ...others].flatMap(({ pattern, absence, value }) =>
          absence === null
            ? []
            : [
                {
                  pattern,
                  roles: absence.roles,
                  fromMs: absence.fromMs,
                  toMs: absence.toMs,
                  value: nameOfTruth(value),
                },
              ],
        ),
        JSON.stringify,
      ),
      flags: guards.flatMap(({ flag, at, reading }) =>
        at.timeMs === null
          ? []
          : [{ flag, value: nameOfTruth(reading.value), fromMs: reading.event?.timeMs ?? at.timeMs, toMs: at.timeMs }],
      ),
    },
  };
}

function windowOf(match: PatternMatch) {
  const [fromMs, toMs] = [firstMsOf(match), lastMsOf(match)];
  return fromMs === null || toMs === null ? [] : [{ pattern: match.pattern, fromMs, toMs }];
}

const uniqueBy = <T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] => [
  ...new Map(items.map((item) => [keyOf(item), item])).values(),
];
