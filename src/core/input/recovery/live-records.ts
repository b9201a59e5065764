import { upperBound } from '../../model/sorted.ts';

/** A log exported by a filter has as many ranges as records; beyond that a copy of a record may be taken for another record. */
const MAX_RANGES = 1 << 16;
/** So many times a log may have been cleared. */
const MAX_OVERLAP = 64;
/** A clock that was wrong for a while widens the times of one range alone. */
const MAX_RECORDS = 1024;

interface Range {
  readonly first: number;
  last: number;
  /** Records are numbered as they are written down, not as they happened: the first and the last time may be those of any of them. */
  earliestMs: number;
  latestMs: number;
  /** Some have no time at all. */
  isTimeOpen: boolean;
}

/** Which records stand in the chains of a source: numbers in a row, with the times they lie in. */
export class LiveRecords {
  readonly #ranges: Range[] = [];
  #open: Range | null = null;
  #isSorted = true;

  /** @param timeMs NaN without a time. */
  add(id: number, timeMs: number): void {
    const open = this.#open;
    const isNext = open !== null && id === open.last + 1 && id - open.first < MAX_RECORDS;
    const range = isNext ? open : this.#begin(id);
    if (range === null) return;
    range.last = id;
    if (timeMs < range.earliestMs) range.earliestMs = timeMs;
    if (timeMs > range.latestMs) range.latestMs = timeMs;
    if (Number.isNaN(timeMs)) range.isTimeOpen = true;
  }

  /** Numbers begin anew when a log is cleared, so the time has to lie there too. */
  has(id: number, timeMs: number): boolean {
    if (!this.#isSorted) this.#ranges.sort((a, b) => a.first - b.first);
    this.#isSorted = true;
    const behind = upperBound(this.#ranges, id, ({ first }) => first);
    for (let index = behind - 1; index >= 0 && index >= behind - MAX_OVERLAP; index -= 1) {
      const range = this.#ranges[index];
      if (range !== undefined && id <= range.last && isTimeIn(range, timeMs)) return true;
    }
    return false;
  }

  /** null: there are too many already. */
  #begin(id: number): Range | null {
    this.#open = null;
    if (this.#ranges.length >= MAX_RANGES) return null;
    const range = {
      first: id,
      last: id,
      isTimeOpen: false,
      earliestMs: Number.POSITIVE_INFINITY,
      latestMs: Number.NEGATIVE_INFINITY,
    };
    this.#open = range;
    this.#ranges.push(range);
    this.#isSorted = false;
    return range;
  }
}

const isTimeIn = ({ earliestMs, latestMs, isTimeOpen }: Range, timeMs: number): boolean =>
  Number.isNaN(timeMs) ? isTimeOpen : timeMs >= earliestMs && timeMs <= latestMs;
