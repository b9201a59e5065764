import { durationMs } from '../../knowledge/rules/duration.ts';
import type { RulePattern } from '../../knowledge/rules/schema.ts';
import { listOf } from '../../model/list-of.ts';
import type { Entry, KeyedEntries } from '../entry.ts';
import type { HistoryEvent, TimeClass } from '../history-event.ts';
import { within } from '../relations.ts';
import type { RuleRun } from '../rule-run.ts';
import { LENIENT, TRUE, type Truth, UNKNOWN } from '../truth.ts';
import { inTimeOrder } from './clocks.ts';
import { bestOfLevels, type Level, type Search } from './levels.ts';
import { distanceReasons, type PatternMatch, type PatternMiss, type PatternResult, roleEvent } from './match.ts';
import { ValueWindow } from './value-window.ts';

type CountPattern = Extract<RulePattern, { count: unknown }>;
interface Counted {
  readonly entry: Entry;
  /** What `distinct` counts; every event its own value without it. */
  readonly value: string;
  /** Its place by time. */
  readonly place: number;
}
interface Burst {
  readonly entries: readonly Counted[];
  readonly value: Truth;
}

/** At least `min` events (or different values) inside the window; a match is a whole burst (rule-language.md, section 4). */
export function runCount(name: string, pattern: CountPattern, run: RuleRun): PatternResult {
  const { min, distinct } = pattern.count;
  const classes = listOf(pattern.count.of);
  const withinMs = durationMs(pattern.within);
  const valueByEvent = distinct === undefined ? null : valuesOf(classes, distinct, run);
  const results = run.group([classes], pattern.by ?? run.by).map((group) => {
    const counted = inTimeOrder(group.entries).flatMap((entry, place): readonly Counted[] => {
      const value = valueByEvent === null ? String(place) : valueByEvent.get(entry.event);
      return value === undefined ? [] : [{ entry, value, place }];
    });
    const bursts = bestOfLevels<Burst>((level, surer) => search(counted, min, withinMs, level, surer));
    return {
      matches: bursts.map((burst) => toMatch(name, group, classes, burst)),
      miss: missOf(name, group, classes, counted, min, withinMs),
    };
  });
  return { matches: results.flatMap(({ matches }) => matches), misses: results.map(({ miss }) => miss) };
}

function valuesOf(classes: readonly string[], field: string, run: RuleRun): ReadonlyMap<HistoryEvent, string> {
  const valueByEvent = new Map<HistoryEvent, string>();
  for (const name of classes) {
    for (const one of run.eventsOf(name)) {
      const value = run.field(one, field);
      if (value !== null) valueByEvent.set(one.event, value);
    }
  }
  return valueByEvent;
}

/** Surely: events whose times compare. With reservations: those without a time beside them. Perhaps: all of them. */
function search(
  counted: readonly Counted[],
  min: number,
  withinMs: number,
  level: Level,
  surer: readonly Burst[],
): Search<Burst> {
  const taken = new Set(surer.flatMap(({ entries }) => entries));
  const clocks = new Set(counted.map(({ entry }) => entry.event.timeClass));
  const timed = [...clocks].filter((clock) => clock !== null);
  const found: Burst[] = [];
  for (const pool of poolsOf(level, timed)) {
    const open = counted.filter(
      (one) => !taken.has(one) && (pool === null || pool.includes(one.entry.event.timeClass)),
    );
    for (const entries of bursts(open, min, withinMs, level)) {
      found.push({ entries, value: level });
      for (const one of entries) taken.add(one);
    }
  }
  const refused = new Set<Truth>();
  if (clocks.has(null)) refused.add(LENIENT);
  if (timed.length > 1 || counted.some(({ entry }) => entry.event.segment > 0)) refused.add(UNKNOWN);
  return { found, refused };
}

/** Which times may stand in one window; null: all of them. */
function poolsOf(level: Level, timed: readonly TimeClass[]): readonly (readonly (TimeClass | null)[] | null)[] {
  if (level === TRUE) return [...timed.map((clock) => [clock]), [null]];
  return level === LENIENT && timed.length > 0 ? timed.map((clock) => [clock, null]) : [null];
}

/** A sliding window over the events by time: each further event that ends a full window prolongs the burst. */
function bursts(
  counted: readonly Counted[],
  min: number,
  withinMs: number,
  level: Level,
): readonly (readonly Counted[])[] {
  const found: Counted[][] = [];
  const window = new ValueWindow<Counted>(
    (oldest, newest) => within(oldest.entry.event, newest.entry.event, withinMs) >= level,
  );
  let burst: Counted[] | null = null;
  for (const one of counted) {
    window.add(one);
    if (window.distinct >= min) {
      if (burst === null) {
        burst = [...window.newest(min)];
        found.push(burst);
      } else burst.push(one);
    } else if (burst !== null) {
      burst = null;
      window.keepOnly(one);
    }
  }
  return found;
}

function toMatch(
  name: string,
  { key }: KeyedEntries,
  classes: readonly string[],
  { entries, value }: Burst,
): PatternMatch {
  return {
    pattern: name,
    key,
    events: entries.map(({ entry }) => roleEvent(classes, entry)).sort((a, b) => a.event.order - b.event.order),
    value,
    reasons: distanceReasons(
      value,
      entries.map(({ entry }) => entry.event),
    ),
    absence: null,
  };
}

function missOf(
  name: string,
  { key, entries }: KeyedEntries,
  classes: readonly string[],
  counted: readonly Counted[],
  min: number,
  withinMs: number,
): PatternMiss {
  const window = new ValueWindow<Counted>(
    (oldest, newest) => within(oldest.entry.event, newest.entry.event, withinMs) === TRUE,
  );
  let highest = 0;
  let at: HistoryEvent | null = null;
  for (const one of counted) {
    window.add(one);
    if (window.distinct > highest) [highest, at] = [window.distinct, one.entry.event];
  }
  return {
    kind: 'count',
    pattern: name,
    key,
    steps: [{ role: classes.join('|'), seen: entries.length }],
    reached: [],
    stoppedBy: highest > 0 && highest < min ? 'window' : null,
    had: String(highest),
    needed: String(min),
    events: at === null ? [] : [at],
  };
}
