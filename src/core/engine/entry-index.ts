import { groupBy } from '../model/group-by.ts';
import { lowerBound } from '../model/sorted.ts';
import type { Entry } from './entry.ts';
import type { HistoryEvent } from './history-event.ts';
import { clockOf } from './relations.ts';

/** So many entries beside a place, or of another clock, are looked at where order or distance is undecided. */
export const LOOK_ASIDE = 64;
/** Clocks other than that of the question that are looked at. */
const MAX_CLOCKS = 16;

const orderOf = ({ event }: Entry): number => event.order;
const endOf = ({ event }: Entry): number => event.timeMs ?? 0;

/** Entries of one key, in order of the history, found by order and by time. */
export class EntryIndex {
  readonly entries: readonly Entry[];
  #byClock: ReadonlyMap<string | null, readonly Entry[]> | null = null;
  #countByRole: ReadonlyMap<string, number> | null = null;

  constructor(entries: readonly Entry[]) {
    this.entries = entries;
  }

  /** How many entries serve a role. */
  count(role: string): number {
    this.#countByRole ??= countRoles(this.entries);
    return this.#countByRole.get(role) ?? 0;
  }

  lastBefore(order: number): Entry | null {
    return this.entries[lowerBound(this.entries, order, orderOf) - 1] ?? null;
  }

  /** From an event on, the nearest first. */
  *onward(from: HistoryEvent, isForward: boolean): Generator<Entry> {
    const step = isForward ? 1 : -1;
    const start = lowerBound(this.entries, from.order, orderOf);
    for (let index = isForward ? start : start - 1; ; index += step) {
      const entry = this.entries[index];
      if (entry === undefined) return;
      if (entry.event !== from) yield entry;
    }
  }

  /** Some beside an event and some of every other clock: their order may be undecided wherever they stand. */
  *aside(from: HistoryEvent): Generator<Entry> {
    const start = lowerBound(this.entries, from.order, orderOf);
    for (const entry of this.entries.slice(Math.max(0, start - LOOK_ASIDE), start + LOOK_ASIDE))
      if (entry.event !== from) yield entry;
    for (const entries of this.#otherClocks(clockOf(from))) yield* entries.slice(0, LOOK_ASIDE);
  }

  /**
   * Those of one clock between two times, both included, then those of every other clock, and some at both of its ends: where a clock stepped back, the
   * nearest to the step are those that may be near.
   */
  *between(clock: string | null, fromMs: number, toMs: number): Generator<Entry> {
    const own = clock === null ? [] : (this.#clocks.get(clock) ?? []);
    for (let index = lowerBound(own, fromMs, endOf); index < own.length; index++) {
      const entry = own[index];
      if (entry === undefined || (endOf(entry) > toMs && entry.event.finding === null)) break;
      yield entry;
    }
    for (const entries of this.#otherClocks(clock)) {
      const from = Math.max(LOOK_ASIDE, lowerBound(entries, fromMs, endOf));
      const to = Math.max(from, lowerBound(entries, toMs + 1, endOf));
      yield* entries.slice(0, LOOK_ASIDE);
      yield* entries.slice(from, Math.min(to, from + LOOK_ASIDE));
      yield* entries.slice(Math.max(to, entries.length - LOOK_ASIDE));
    }
  }

  /** The distance in ms from a time to the nearest entry of that clock; null without one. */
  distanceMs(clock: string | null, atMs: number): number | null {
    const own = clock === null ? [] : (this.#clocks.get(clock) ?? []);
    const behind = lowerBound(own, atMs, endOf);
    const distances = own.slice(Math.max(0, behind - 1), behind + 1).map((entry) => Math.abs(endOf(entry) - atMs));
    return distances.length === 0 ? null : Math.min(...distances);
  }

  #otherClocks(clock: string | null): readonly (readonly Entry[])[] {
    return [...this.#clocks]
      .filter(([other]) => other === null || other !== clock)
      .slice(0, MAX_CLOCKS)
      .map(([, entries]) => entries);
  }

  get #clocks(): ReadonlyMap<string | null, readonly Entry[]> {
    this.#byClock ??= clocksOf(this.entries);
    return this.#byClock;
  }
}

function clocksOf(entries: readonly Entry[]): ReadonlyMap<string | null, readonly Entry[]> {
  const byClock = groupBy(entries, ({ event }) => clockOf(event));
  for (const list of byClock.values()) list.sort((a, b) => endOf(a) - endOf(b));
  return byClock;
}

function countRoles(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { roles } of entries) for (const role of roles) counts.set(role, (counts.get(role) ?? 0) + 1);
  return counts;
}
