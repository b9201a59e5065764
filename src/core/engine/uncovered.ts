import { formatDuration } from '../model/duration.ts';
import type { CoverageGap, GapReason, LogCoverage } from '../model/scan.ts';
import type { Cuts } from './covered-spans.ts';
import { type TimeClass, timeClassOf } from './history-event.ts';
import { type Span, spanAt } from './spans.ts';

/** The moments that a time is measured from, and what they are called in a sentence: `9606`, `it`. */
export interface About extends Span {
  readonly word: string;
}
/** A log as far as it covers what is asked for. */
interface Lacking extends Cuts {
  readonly hostKey: string;
  readonly name: string;
  readonly coverages: readonly LogCoverage[];
  readonly clock: TimeClass | null;
  /** Ascending and apart. */
  readonly any: readonly Span[];
}

/** Fewer events than these were picked one by one. */
const FEW_EVENTS = 20;

const GAP_SENTENCES: Readonly<Record<GapReason | 'sleep', (log: string) => string>> = {
  jump: (log) => `records of the ${log} log are missing`,
  unreadable: (log) => `records of the ${log} log could not be read`,
  cleared: (log) => `the ${log} log was cleared`,
  off: () => 'the machine was off',
  sleep: () => 'the machine slept',
  clock: () => 'the clock was set',
};

/** Why a log does not cover a time, as half a sentence: what another export would have to hold. */
export function lackOf(log: Lacking, time: Span, about: About): string {
  const name = log.coverages.find(({ channel }) => channel !== null)?.channel ?? log.name;
  const comparable = log.coverages.filter(
    (one) => one.timeBasis !== 'none' && timeClassOf(one, log.hostKey) === log.clock,
  );
  if (log.coverages.length > 0 && comparable.length === 0)
    return `the times of the ${name} log cannot be compared: give --tz`;
  if (log.any.length === 0) return excerptOf(name, comparable);
  const before = spanAt(log.any, time.fromMs);
  const start = before !== null && before.toMs >= time.fromMs ? before.toMs : time.fromMs;
  const next = log.any.find(({ fromMs }) => fromMs > start) ?? null;
  if (before === null && next !== null) return `the ${name} log given begins ${beginning(next.fromMs, about)}`;
  if (next === null) return `the ${name} log given ends ${ending(before?.toMs ?? start, about)}`;
  const hole = { fromMs: start, toMs: next.fromMs };
  return `${holeIn(name, log, hole)}${placeOf(hole, about)}`;
}

const beginning = (atMs: number, { fromMs, word }: About): string => {
  if (atMs === fromMs) return `with ${word}`;
  return atMs > fromMs ? `after ${word}` : `${formatDuration(fromMs - atMs)} before ${word}`;
};
const ending = (atMs: number, { toMs, word }: About): string => {
  if (atMs === toMs) return `with ${word}`;
  return atMs < toMs ? `before ${word}` : `${formatDuration(atMs - toMs)} after ${word}`;
};

function excerptOf(name: string, coverages: readonly LogCoverage[]): string {
  const events = coverages.reduce((sum, one) => sum + one.events, 0);
  if (events > 0 && coverages.every(({ levels }) => levels !== 'all'))
    return `of the ${name} log only errors and warnings were given`;
  return events < FEW_EVENTS
    ? `of the ${name} log only single events were given`
    : `the ${name} log given may be an excerpt, without record numbers that prove it whole`;
}

function holeIn(name: string, { coverages }: Lacking, { fromMs, toMs }: Span): string {
  const overlaps = (gap: CoverageGap): boolean => gap.fromMs < toMs && gap.toMs > fromMs;
  const reasons = new Set(
    coverages.flatMap(({ gaps }) =>
      gaps.filter(overlaps).map(({ why, isSleep }) => (isSleep === true ? 'sleep' : why)),
    ),
  );
  const [reason] = (['cleared', 'unreadable', 'jump', 'clock', 'off', 'sleep'] as const).filter((why) =>
    reasons.has(why),
  );
  return reason === undefined ? `the ${name} log has a gap` : GAP_SENTENCES[reason](name);
}

function placeOf(hole: Span, about: About): string {
  if (hole.fromMs >= about.toMs) return ` ${formatDuration(hole.fromMs - about.toMs)} after ${about.word}`;
  return hole.toMs <= about.fromMs
    ? ` ${formatDuration(about.fromMs - hole.toMs)} before ${about.word}`
    : ' at that time';
}
