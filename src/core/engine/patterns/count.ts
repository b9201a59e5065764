import type { RulePattern } from '../../knowledge/rules/schema.ts';
import { listOf } from '../clauses.ts';
import { durationMs } from '../../knowledge/rules/duration.ts';
import type { HistoryEvent } from '../history-event.ts';
import { measurable, within } from '../relations.ts';
import type { Entry, KeyedEntries, RuleRun } from '../rule-run.ts';
import { and, FALSE, LENIENT, TRUE, type Truth } from '../truth.ts';
import { bestOfLevels, type Level } from './levels.ts';
import { NO_TIMES, NOT_COMPARABLE, type PatternMatch, type PatternMiss, type PatternResult } from './match.ts';

type CountPattern = Extract<RulePattern, { count: unknown }>;
interface Counted {
  readonly entry: Entry;
  /** What `distinct` counts; every event its own value without it. */
  readonly value: string;
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
  const results = run.group(classes, pattern.by ?? run.by).map((group) => {
    const counted = countable(group, classes, distinct, run);
    const bursts = bestOfLevels(
      (level) => search(counted, min, withinMs, level),
      ({ entries }) => entries.map(({ entry }) => entry.event),
    );
    return { matches: bursts.map((burst) => toMatch(name, group, classes, burst)), misses: [missOf(name, group, classes, counted, min, withinMs)] };
  });
  return { matches: results.flatMap(({ matches }) => matches), misses: results.flatMap(({ misses }) => misses) };
}

function countable({ entries }: KeyedEntries, classes: readonly string[], distinct: string | undefined, run: RuleRun): readonly Counted[] {
  if (distinct === undefined) return entries.map((entry, index) => ({ entry, value: String(index) }));
  const valueByEvent = new Map<HistoryEvent, string>();
  for (const name of classes) {
    for (const one of run.eventsOf(name)) {
      const value = run.field(one, distinct);
      if (value !== null) valueByEvent.set(one.event, value);
    }
  }
  return entries.flatMap((entry) => ((value) => (value === undefined ? [] : [{ entry, value }]))(valueByEvent.get(entry.event)));
}

/** A sliding window over the events in order: each further event that ends a full window prolongs the burst. */
function search(counted: readonly Counted[], min: number, withinMs: number, level: Level) {
  const found: Burst[] = [];
  const window = new ValueWindow();
  let refusedAt: Truth = FALSE;
  let burst: { entries: Counted[]; value: Truth } | null = null;
  for (const one of counted) {
    window.add(one);
    let surely: Truth = TRUE;
    for (let oldest = window.oldest(); oldest !== null && oldest !== one; oldest = window.oldest()) {
      surely = within(oldest.entry.event, one.entry.event, withinMs);
      if (surely >= level) break;
      if (surely > refusedAt && window.size >= min) refusedAt = surely;
      window.dropOldest();
      surely = TRUE;
    }
    if (window.distinct < min) {
      if (burst !== null) {
        found.push(burst);
        window.keepOnly(one);
      }
      burst = null;
      continue;
    }
    if (burst === null) burst = { entries: [...window.newest(min)], value: surely };
    else {
      burst.entries.push(one);
      burst.value = and(burst.value, surely);
    }
  }
  if (burst !== null) found.push(burst);
  return { found, refusedAt };
}

/** The events of the window with the number of times each value stands in it. */
class ValueWindow {
  #items: Counted[] = [];
  #head = 0;
  readonly #counts = new Map<string, number>();

  get size(): number {
    return this.#items.length - this.#head;
  }
  get distinct(): number {
    return this.#counts.size;
  }
  oldest(): Counted | null {
    return this.#items[this.#head] ?? null;
  }
  add(one: Counted): void {
    this.#items.push(one);
    this.#counts.set(one.value, (this.#counts.get(one.value) ?? 0) + 1);
  }
  dropOldest(): void {
    const oldest = this.oldest();
    if (oldest === null) return;
    const left = (this.#counts.get(oldest.value) ?? 1) - 1;
    if (left === 0) this.#counts.delete(oldest.value);
    else this.#counts.set(oldest.value, left);
    this.#head += 1;
    if (this.#head > 1024 && this.#head * 2 > this.#items.length) [this.#items, this.#head] = [this.#items.slice(this.#head), 0];
  }
  keepOnly(one: Counted): void {
    [this.#items, this.#head] = [[], 0];
    this.#counts.clear();
    this.add(one);
  }
  /** The newest events that together hold `min` different values. */
  newest(min: number): readonly Counted[] {
    const values = new Set<string>();
    let start = this.#items.length;
    while (start > this.#head && values.size < min) {
      start -= 1;
      const value = this.#items[start]?.value;
      if (value !== undefined) values.add(value);
    }
    return this.#items.slice(start);
  }
}

const roleOf = (roles: ReadonlySet<string>, classes: readonly string[]): string => classes.find((name) => roles.has(name)) ?? '';

function toMatch(name: string, { key }: KeyedEntries, classes: readonly string[], { entries, value }: Burst): PatternMatch {
  const hasNoTime = entries.some(({ entry }) => entry.event.timeMs === null);
  return {
    pattern: name,
    key,
    events: entries.map(({ entry }) => ({ role: roleOf(entry.roles, classes), event: entry.event })),
    value,
    reasons: value === TRUE ? [] : [value === LENIENT && hasNoTime ? NO_TIMES : NOT_COMPARABLE],
    absence: null,
  };
}

function missOf(name: string, { key, entries }: KeyedEntries, classes: readonly string[], counted: readonly Counted[], min: number, withinMs: number): PatternMiss {
  const window = new ValueWindow();
  let highest = 0;
  let at: HistoryEvent | null = null;
  for (const one of counted) {
    window.add(one);
    for (let oldest = window.oldest(); oldest !== null && oldest !== one; oldest = window.oldest()) {
      if (measurable(oldest.entry.event, one.entry.event) !== TRUE || within(oldest.entry.event, one.entry.event, withinMs) === TRUE) break;
      window.dropOldest();
    }
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
