import { upperBound } from '../../model/sorted.ts';
import { type Entry, serves } from '../entry.ts';
import { eventsOf } from '../events-of.ts';
import type { HistoryEvent } from '../history-event.ts';
import { before } from '../relations.ts';
import type { RuleRun } from '../rule-run.ts';
import { and, FALSE, LENIENT, TRUE, type Truth } from '../truth.ts';
import { orderNote } from './match.ts';
import { LOOK_BACK } from './undecided.ts';

/** So many events of undecided order are looked at; then a reservation is enough. */
const MAX_UNDECIDED = 1000;

/** How surely no forbidden event stands between two others. */
export interface Unspoilt {
  readonly value: Truth;
  readonly reason: string | null;
}

/** Events that a step forbids between the one before it and its own, under one key. */
export class SpoilersOfKey {
  readonly #entries: readonly Entry[];
  readonly #run: RuleRun;
  readonly #eventsByNames = new Map<readonly string[], readonly HistoryEvent[]>();
  readonly #gapByNames = new Map<readonly string[], string>();

  constructor(entries: readonly Entry[], run: RuleRun) {
    this.#entries = entries;
    this.#run = run;
  }

  between(names: readonly string[], from: HistoryEvent, to: HistoryEvent): Unspoilt {
    const spoiler = this.#find(this.#eventsOf(names), from, to);
    if (spoiler?.value === TRUE) return { value: FALSE, reason: null };
    if (spoiler !== null) return { value: LENIENT, reason: orderNote(spoiler.event.precisionMs) };
    // Not seen is surely absent only where the log covers the time between.
    return this.#run.isCoveredBetween(names, to, from.timeMs, to.timeMs)
      ? { value: TRUE, reason: null }
      : { value: LENIENT, reason: this.#gapOf(names) };
  }

  #gapOf(names: readonly string[]): string {
    const known = this.#gapByNames.get(names);
    if (known !== undefined) return known;
    const events = eventsOf(this.#run.rule, names) || names.join(', ');
    const gap = `the log does not cover the time in which ${events} would spoil it`;
    this.#gapByNames.set(names, gap);
    return gap;
  }

  #eventsOf(names: readonly string[]): readonly HistoryEvent[] {
    const known = this.#eventsByNames.get(names);
    if (known !== undefined) return known;
    const events = this.#entries.filter((entry) => serves(entry, names)).map(({ event }) => event);
    this.#eventsByNames.set(names, events);
    return events;
  }

  /** One that surely stands between, or else one that may. */
  #find(
    events: readonly HistoryEvent[],
    from: HistoryEvent,
    to: HistoryEvent,
  ): { readonly event: HistoryEvent; readonly value: Truth } | null {
    const start = upperBound(events, from.order, ({ order }) => order);
    let possible: HistoryEvent | null = null;
    for (
      let [index, beyond] = [Math.max(0, start - LOOK_BACK), 0];
      index < Math.min(events.length, start + MAX_UNDECIDED) && beyond < LOOK_BACK;
      index++
    ) {
      const event = events[index];
      if (event === undefined || event === from || event === to) continue;
      if (event.order > to.order) beyond += 1;
      const value = and(before(from, event), before(event, to));
      if (value === TRUE) return { event, value };
      if (value !== FALSE) possible ??= event;
    }
    return possible === null ? null : { event: possible, value: LENIENT };
  }
}
