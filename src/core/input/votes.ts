/** Counts what several places say. */
export class Votes<T> {
  readonly #counts = new Map<T, number>();

  add(value: T, count = 1): void {
    this.#counts.set(value, (this.#counts.get(value) ?? 0) + count);
  }

  /** The most frequent; among equals `preferred`, else the first. null when nothing was said. */
  winner(preferred: T | null): T | null {
    let [best, most]: [T | null, number] = [null, 0];
    for (const [value, count] of this.#counts)
      if (count > most || (count === most && value === preferred)) [best, most] = [value, count];
    return best;
  }

  /** What all say; null when they differ or nothing was said. */
  get unanimous(): T | null {
    return this.#counts.size === 1 ? this.winner(null) : null;
  }
}
