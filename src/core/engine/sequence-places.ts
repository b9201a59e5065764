import { compareText } from '../model/order.ts';
import type { ClockMark } from '../model/scan.ts';
import { whereTheyHappened } from './late-records.ts';
import { type ListedEvent, recordOf } from './listed-event.ts';
import { JITTER_MS } from './relations.ts';

/** Where a clock stepped back in a log: coverage before it ends at the earlier of the two times. */
export interface ClockStep {
  readonly hostKey: string;
  readonly log: string | null;
  readonly fromMs: number;
  readonly toMs: number;
}

/** An entry with its place in its sequence: `sortMs` never falls, so one sort merges all sequences. */
export interface Placed {
  readonly entry: ListedEvent;
  readonly segment: number;
  readonly isStepped: boolean;
  readonly sortMs: number;
  readonly sortTicks: number;
  readonly index: number;
  readonly sequence: string;
  /** Whose host, log and source stand for it where sequences are tied: one that must not pass another waits with it. */
  readonly names: ListedEvent;
}

/** What the clock of one sequence showed so far. */
class Clock {
  segment = 0;
  #highestMs = Number.NEGATIVE_INFINITY;
  readonly #steps: ClockStep[];
  readonly #of: ListedEvent;

  /** @param of any entry of the sequence */
  constructor(steps: ClockStep[], of: ListedEvent) {
    [this.#steps, this.#of] = [steps, of];
  }
  see(timeMs: number): void {
    if (timeMs < this.#highestMs - JITTER_MS) {
      const { hostKey, log } = this.#of;
      this.#steps.push({ hostKey, log, fromMs: timeMs, toMs: this.#highestMs });
      [this.segment, this.#highestMs] = [this.segment + 1, timeMs];
    }
    this.#highestMs = Math.max(this.#highestMs, timeMs);
  }
}

/** A kept event in its sequence, or a mark of the clock beside it (`entry` null). */
interface Moment {
  readonly timeMs: number | null;
  readonly isSet: boolean;
  readonly entry: ListedEvent | null;
}

/** Entries and marks by number. */
function recordsOf(entries: readonly ListedEvent[], marks: readonly ClockMark[]): readonly Moment[] {
  const records: Moment[] = [];
  let seen = 0;
  for (const entry of entries) {
    for (let next = marks[seen]; next !== undefined && next.record <= recordOf(entry); next = marks[seen]) {
      records.push({ ...next, entry: null });
      seen += 1;
    }
    records.push({ timeMs: entry.kept.event.timeMs, isSet: false, entry });
  }
  return [...records, ...marks.slice(seen).map((mark) => ({ ...mark, entry: null }))];
}

/** @param clockSteps told what the clock of the sequence did */
export function place(
  sequence: string,
  entries: readonly ListedEvent[],
  marks: readonly ClockMark[],
  clockSteps: ClockStep[],
): Placed[] {
  const [first] = entries;
  if (first === undefined) return [];
  const clock = new Clock(clockSteps, first);
  let names = first;
  let [sortMs, sortTicks] = [Number.NEGATIVE_INFINITY, 0];
  const placed: Omit<Placed, 'isStepped'>[] = [];
  for (const { timeMs, entry } of whereTheyHappened(recordsOf(entries, marks))) {
    if (timeMs !== null) clock.see(timeMs);
    if (entry === null) continue;
    if (timeMs !== null) {
      const { ticks } = entry.kept.event;
      const ahead = Math.sign(timeMs - sortMs) || ticks - sortTicks;
      if (ahead > 0) [sortMs, sortTicks] = [timeMs, ticks];
      if (ahead > 0 || (ahead === 0 && compareNames(entry, names) > 0)) names = entry;
    }
    placed.push({ entry, segment: clock.segment, sortMs, sortTicks, index: placed.length, sequence, names });
  }
  return placed.map((one) => ({ ...one, isStepped: clock.segment > 0 }));
}

const compareNames = (a: ListedEvent, b: ListedEvent): number =>
  compareText(a.hostKey, b.hostKey) ||
  compareText(a.log ?? '', b.log ?? '') ||
  compareText(a.kept.event.source, b.kept.event.source);

/** Merges all sequences: none of them changes its own order. */
export const comparePlaced = (a: Placed, b: Placed): number => {
  if (a.sequence === b.sequence) return a.index - b.index;
  if (a.sortMs !== b.sortMs) return Math.sign(a.sortMs - b.sortMs);
  return a.sortTicks - b.sortTicks || compareNames(a.names, b.names) || compareText(a.sequence, b.sequence);
};
