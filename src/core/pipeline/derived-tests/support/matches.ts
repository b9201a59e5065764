import { classesOf, patternsOf } from '../../../engine/patterns/index.ts';
import type { PatternMatch } from '../../../engine/patterns/match.ts';
import { holds } from '../../../engine/truth.ts';
import type { RulePattern } from '../../../knowledge/rules/schema.ts';
import { stepOf } from '../../../knowledge/rules/steps.ts';
import { listOf } from '../../../model/list-of.ts';
import { linesOfClasses } from './class-event.ts';
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
function bearingsOf(written: WrittenTest): readonly Bearing[] {
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

/** Has every line that could take part a time? One without fits any limit. */
export const isMeasured = (written: WrittenTest, { pattern, match }: Bearing): boolean =>
  linesOfClasses(written, classesBehind(written, pattern), match.key).every(({ time }) => time !== null);

/** The classes of a pattern, and of those it refers to. */
function classesBehind({ bench }: WrittenTest, start: RulePattern): readonly string[] {
  const classes = new Set<string>();
  const pending: (RulePattern | string)[] = [start];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const pattern = typeof next === 'string' ? bench.rule.find[next] : next;
    if (typeof next === 'string' && pattern === undefined) classes.add(next);
    if (pattern === undefined) continue;
    for (const name of classesOf(pattern)) classes.add(name);
    pending.push(...patternsOf(pattern));
  }
  return [...classes];
}

/** The match of a pattern that stands on the same events, and holds; null: none. */
export const holdingMatch = (judged: Judged, name: string, positions: readonly number[]): PatternMatch | null =>
  holdingMatches(judged, name).find((match) => holdsAll(match, positions)) ?? null;

/** An event of a sequence in its step. */
export interface StepEvent {
  readonly position: number;
  readonly timeMs: number | null;
  readonly gap: string | null;
}
/** A match of a sequence the verdict rests on. */
export interface Sequence extends Bearing<SeqPattern> {
  readonly steps: readonly StepEvent[];
}

/** The steps that decide, `times` written out. */
const decidingSteps = ({
  seq,
}: SeqPattern): readonly { readonly classes: readonly string[]; readonly gap: string | null }[] =>
  seq.flatMap((written) => {
    const { event, gap = null, times = 1, optional = false } = stepOf(written);
    if (optional) return [];
    const step = { classes: listOf(event), gap };
    return Array.from({ length: times }, () => step);
  });

/** The events of a match step by step, as far as they stand in the order of the steps. */
function stepEventsOf(pattern: SeqPattern, { events }: PatternMatch): readonly StepEvent[] {
  const steps = decidingSteps(pattern);
  const found: StepEvent[] = [];
  for (const { role, event } of events) {
    const step = steps[found.length];
    if (step?.classes.includes(role))
      found.push({ position: event.event.position, timeMs: event.timeMs, gap: step.gap });
  }
  return found;
}

export const sequencesOf = (written: WrittenTest): readonly Sequence[] =>
  bearingsOfKind(written, isSeq).map((bearing) => ({
    ...bearing,
    steps: stepEventsOf(bearing.pattern, bearing.match),
  }));

const holdingMatches = ({ verdict }: Judged, name: string): readonly PatternMatch[] =>
  verdict.matches.matchesOf(name).filter(({ value }) => holds(value));

/** Does the sequence hold with these events in the steps they had? */
export const holdsInSteps = (judged: Judged, { name, pattern, steps }: Sequence, places: readonly number[]): boolean =>
  holdingMatches(judged, name).some((match) => {
    const found = stepEventsOf(pattern, match);
    return places.every((place) => found[place]?.position === steps[place]?.position);
  });

/** Does the sequence hold with these events although the order of its events is not that of its steps? */
export const holdsOutOfOrder = (judged: Judged, { name, pattern }: Sequence, positions: readonly number[]): boolean =>
  holdingMatches(judged, name).some(
    (match) => holdsAll(match, positions) && stepEventsOf(pattern, match).length < decidingSteps(pattern).length,
  );

/** What the event in a line is called: its id. */
export const nameOfLine = ({ events }: WrittenTest, position: number): string => {
  const event = events.find((one) => one.position === position);
  return `${event?.eventId ?? event?.provider ?? 'the event'}`;
};
