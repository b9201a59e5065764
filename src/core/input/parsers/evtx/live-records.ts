import type { ByteBlock } from '../../binary/byte-block.ts';
import { timeMsAt } from './exact-time.ts';
import { headerIdAt, writtenAt } from './record.ts';

/** A log exported by a filter has as many ranges as records; then some slack record may be counted twice. */
const MAX_RANGES = 1 << 16;

/** So many times a log may have been cleared. */
const MAX_OVERLAP = 64;

interface Range {
  readonly first: number;
  last: number;
  readonly firstMs: number;
  lastMs: number;
}

/** Which records the chains of a source held: numbers in a row, with the times they lie in. */
export class LiveRecords {
  readonly #ranges: Range[] = [];
  #open: Range | null = null;
  #lastAt = 0;
  #isSorted = true;

  /** @param at where the record begins that the chain leads to. */
  add(block: ByteBlock, at: number): void {
    const id = block.u64(headerIdAt(at)) ?? 0;
    const open = this.#open;
    if (open !== null && id === open.last + 1) {
      open.last = id;
      this.#lastAt = at;
      return;
    }
    this.close(block);
    this.#begin(id, timeMsAt(block, writtenAt(at)) ?? 0);
    this.#lastAt = at;
  }

  /** The chunk that the records were in ends. */
  close(block: ByteBlock): void {
    if (this.#open !== null) this.#open.lastMs = timeMsAt(block, writtenAt(this.#lastAt)) ?? this.#open.firstMs;
    this.#open = null;
  }

  /** Numbers begin anew when a log is cleared, so the time has to lie there too. */
  has(id: number, timeMs: number): boolean {
    if (!this.#isSorted) this.#ranges.sort((a, b) => a.first - b.first);
    this.#isSorted = true;
    let [low, high] = [0, this.#ranges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ranges[middle]?.first ?? 0) <= id) low = middle + 1;
      else high = middle;
    }
    return this.#ranges
      .slice(Math.max(0, low - MAX_OVERLAP), low)
      .some((range) => id <= range.last && isBetween(timeMs, range.firstMs, range.lastMs));
  }

  #begin(id: number, timeMs: number): void {
    if (this.#ranges.length >= MAX_RANGES) {
      this.#open = null;
      return;
    }
    this.#open = { first: id, last: id, firstMs: timeMs, lastMs: timeMs };
    this.#ranges.push(this.#open);
    this.#isSorted = false;
  }
}

/** A clock may have been set back. */
const isBetween = (value: number, a: number, b: number): boolean =>
  (value >= a && value <= b) || (value >= b && value <= a);
