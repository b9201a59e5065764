/** A log exported by a filter has as many ranges as records; beyond that a copy of a record may be taken for another record. */
const MAX_RANGES = 1 << 16;
/** So many times a log may have been cleared. */
const MAX_OVERLAP = 64;

interface Range {
  readonly first: number;
  last: number;
  readonly firstMs: number;
  lastMs: number;
}

/** Which records stand in the chains of a source: numbers in a row, with the times they lie in. */
export class LiveRecords {
  readonly #ranges: Range[] = [];
  #open: Range | null = null;
  #isSorted = true;

  /** @param timeMs NaN without a time. */
  add(id: number, timeMs: number): void {
    const open = this.#open;
    if (open === null || id !== open.last + 1) {
      this.#begin(id, timeMs);
      return;
    }
    open.last = id;
    open.lastMs = timeMs;
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
    const nearest = this.#ranges.slice(Math.max(0, low - MAX_OVERLAP), low);
    return nearest.some(({ last, firstMs, lastMs }) => id <= last && isBetween(timeMs, firstMs, lastMs));
  }

  #begin(id: number, timeMs: number): void {
    this.#open = null;
    if (this.#ranges.length >= MAX_RANGES) return;
    this.#open = { first: id, last: id, firstMs: timeMs, lastMs: timeMs };
    this.#ranges.push(this.#open);
    this.#isSorted = false;
  }
}

/** A clock may have been set back. Never without all three times. */
const isBetween = (value: number, a: number, b: number): boolean =>
  (value >= a && value <= b) || (value >= b && value <= a);
