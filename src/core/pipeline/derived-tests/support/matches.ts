import { listOf } from '../../../engine/clauses.ts';
import { patternsOf } from '../../../engine/patterns/index.ts';
import type { PatternMatch } from '../../../engine/patterns/match.ts';
import { holds } from '../../../engine/truth.ts';
import type { RulePattern } from '../../../knowledge/rules/schema.ts';
import type { Judged, WrittenTest } from './derivation.ts';

/** A match that a finding or a rule-out rests on, with the pattern as the rule writes it. */
export interface Bearing<Pattern extends RulePattern = RulePattern> {
  readonly name: string;
  readonly pattern: Pattern;
  readonly match: PatternMatch;
}
type SeqPattern = Extract<RulePattern, { seq: unknown }>;

export const positionsOf = ({ events }: PatternMatch): readonly number[] =>
  events.map(({ event }) => event.event.position);
const holdsAll = (match: PatternMatch, positions: readonly number[]): boolean =>
  positions.every((position) => positionsOf(match).includes(position));

const isSeq = (pattern: RulePattern): pattern is SeqPattern => 'seq' in pattern;

/** Every match the verdict rests on: of patterns in a condition, and of those that these refer to. */
export function bearingsOf(written: WrittenTest): readonly Bearing[] {
  const { findings, ruledOutBy } = written.judged.verdict;
  const direct = [...findings.flatMap(({ decisive, supporting }) => [...decisive, ...supporting]), ...ruledOutBy];
  const byPlace = new Map<string, Bearing>();
  for (const match of direct) {
    for (const bearing of withBases(written, match)) {
      byPlace.set(JSON.stringify([bearing.name, positionsOf(bearing.match)]), bearing);
    }
  }
  return [...byPlace.values()];
}

function withBases(written: WrittenTest, match: PatternMatch): readonly Bearing[] {
  const pattern = written.bench.rule.find[match.pattern];
  if (pattern === undefined || !holds(match.value)) return [];
  const bases = patternsOf(pattern).flatMap((name) =>
    written.judged.verdict.matches.matchesOf(name).filter((base) => holdsAll(match, positionsOf(base))),
  );
  return [{ name: match.pattern, pattern, match }, ...bases.flatMap((base) => withBases(written, base))];
}

export const bearingsOfKind = <Pattern extends RulePattern>(
  written: WrittenTest,
  isKind: (pattern: RulePattern) => pattern is Pattern,
): readonly Bearing<Pattern>[] =>
  bearingsOf(written).flatMap(({ pattern, ...rest }) => (isKind(pattern) ? [{ ...rest, pattern }] : []));

/** The match of a pattern that stands on the same events, and holds; null: none. */
export const holdingMatch = ({ verdict }: Judged, name: string, positions: readonly number[]): PatternMatch | null =>
  verdict.matches.matchesOf(name).find((match) => holds(match.value) && holdsAll(match, positions)) ?? null;

/** An event of a sequence in its step. */
export interface StepEvent {
  readonly position: number;
  readonly role: string;
  readonly timeMs: number | null;
  readonly gap: string | null;
}

/** The events of a match step by step; optional ones are left out. */
function stepEventsOf({ seq }: SeqPattern, { events }: PatternMatch): readonly StepEvent[] {
  const steps = seq.flatMap((written) => {
    const step = typeof written === 'string' ? { event: written } : written;
    if ('optional' in step && step.optional === true) return [];
    const one = { classes: listOf(step.event), gap: 'gap' in step ? (step.gap ?? null) : null };
    return Array.from({ length: ('times' in step ? step.times : undefined) ?? 1 }, () => one);
  });
  const found: StepEvent[] = [];
  for (const { role, event } of events) {
    const step = steps[found.length];
    if (step?.classes.includes(role)) {
      found.push({ position: event.event.position, role, timeMs: event.timeMs, gap: step.gap });
    }
  }
  return found;
}

/** All matches of sequences the verdict rests on, with their events by step. */
export const sequencesOf = (written: WrittenTest) =>
  bearingsOfKind(written, isSeq).map((bearing) => ({ bearing, steps: stepEventsOf(bearing.pattern, bearing.match) }));

/** Does the pattern hold with these events in the places they had? */
export const holdsWith = ({ verdict }: Judged, name: string, steps: readonly StepEvent[]): boolean =>
  verdict.matches
    .matchesOf(name)
    .some(
      ({ value, events }) =>
        holds(value) &&
        steps.every(({ position, role }) =>
          events.some((one) => one.role === role && one.event.event.position === position),
        ),
    );

/** What the event in a line is called: its id. */
export const nameOfLine = ({ events }: WrittenTest, position: number): string => {
  const event = events.find((one) => one.position === position);
  return `${event?.eventId ?? event?.provider ?? 'the event'}`;
};
