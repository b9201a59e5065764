import type { RuleDefinition } from '../knowledge/rules/schema.ts';
import { stepOf } from '../knowledge/rules/steps.ts';
import { listOf } from '../model/list-of.ts';
import type { Evidence, VerdictTimeline } from '../model/verdict.ts';
import type { HistoryEvent } from './history-event.ts';
import type { Incident } from './incident.ts';
import { firstMsOf, lastMsOf, type PatternMatch, type RoleEvent } from './patterns/match.ts';
import type { FlagReading, Flags } from './state.ts';
import { holds, nameOfTruth } from './truth.ts';

/** So many events stand in a finding; the report gives the total. */
const MAX_EVIDENCE = 20;

export interface Shown {
  readonly evidence: readonly Evidence[];
  readonly total: number;
  readonly timeline: VerdictTimeline;
}

/** What a finding says besides its grade, by the matches behind it. */
export interface Told {
  readonly causes: readonly PatternMatch[];
  readonly impact: readonly PatternMatch[];
}

/**
 * The decisive events first, then what set the flags, then the other patterns, oldest and newest of each. Of what the impact speaks of, which may be
 * many events, only these two are shown.
 */
export function showEvidence(
  incident: Incident,
  decisive: readonly PatternMatch[],
  { causes: others, impact }: Told,
  rule: RuleDefinition,
  flags: Flags,
): Shown {
  const guards = decisive.flatMap((match) => guardsOf(match, rule, flags));
  const setters: RoleEvent[] = guards.flatMap(({ flag, reading }) =>
    reading.event === null ? [] : [{ role: flag, event: reading.event }],
  );
  const wanted = [
    ...decisive.flatMap(({ events }) => events),
    ...incident.anchor.events,
    ...setters,
    ...others.flatMap(endsOf),
    ...impact.flatMap(endsOf),
    ...others.flatMap(({ events }) => events),
  ];
  const roleByEvent = new Map<HistoryEvent, string>();
  for (const { role, event } of wanted) if (!roleByEvent.has(event)) roleByEvent.set(event, role);
  return {
    evidence: [...roleByEvent].slice(0, MAX_EVIDENCE).map(([event, role]) => ({ role, event: event.event })),
    total: roleByEvent.size,
    timeline: timelineOf([...decisive, ...others], guards),
  };
}

const endsOf = ({ events }: PatternMatch): readonly RoleEvent[] =>
  [events[0], events.at(-1)].flatMap((one) => (one === undefined ? [] : [one]));

/** A flag that a step of a pattern asks for, as it was read at the event of the step. */
interface Guard {
  readonly flag: string;
  readonly at: HistoryEvent;
  readonly reading: FlagReading;
}

function guardsOf(match: PatternMatch, rule: RuleDefinition, flags: Flags): readonly Guard[] {
  const pattern = rule.find[match.pattern];
  if (pattern === undefined || !('seq' in pattern)) return [];
  return pattern.seq.map(stepOf).flatMap(({ event: classes, when = {} }) => {
    const at = match.events.find(({ role }) => listOf(classes).includes(role))?.event;
    if (at === undefined) return [];
    return Object.keys(when).map((flag) => ({ flag, at, reading: flags.readBefore(flag, at, match.key) }));
  });
}

const timelineOf = (matches: readonly PatternMatch[], guards: readonly Guard[]): VerdictTimeline => ({
  windows: uniqueBy(matches.flatMap(windowOf), JSON.stringify),
  missing: uniqueBy(matches.flatMap(missingOf), JSON.stringify),
  flags: guards.flatMap(({ flag, at, reading }) =>
    at.timeMs === null
      ? []
      : [{ flag, value: nameOfTruth(reading.value), fromMs: reading.event?.timeMs ?? at.timeMs, toMs: at.timeMs }],
  ),
});

function windowOf(match: PatternMatch): VerdictTimeline['windows'] {
  if (match.absence !== null || !holds(match.value)) return [];
  const [fromMs, toMs] = [firstMsOf(match), lastMsOf(match)];
  return fromMs === null || toMs === null ? [] : [{ pattern: match.pattern, fromMs, toMs }];
}

function missingOf({ pattern, absence, value }: PatternMatch): VerdictTimeline['missing'] {
  if (absence === null) return [];
  const { roles, fromMs, toMs } = absence;
  return [{ pattern, roles, fromMs, toMs, value: nameOfTruth(value) }];
}

const uniqueBy = <T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] => [
  ...new Map(items.map((item) => [keyOf(item), item])).values(),
];
