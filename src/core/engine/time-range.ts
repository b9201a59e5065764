import { type DateOrder, dateOrders, type LocalTimeText, type TimeBasis } from '../model/event.ts';

/** How local times of the source read, settled at its end. */
export interface Settled {
  readonly order: DateOrder | null;
  readonly localBasis: TimeBasis;
  settle(time: LocalTimeText): { readonly timeMs: number | null };
}
/** Midnight of a local time by its place in `dateOrders`, in ms; NaN without a reading: for comparing only. */
export type DayStarts = (time: LocalTimeText) => readonly number[];

/** First and last of the times read in one way. */
class Extremes {
  firstMs = Number.POSITIVE_INFINITY;
  lastMs = Number.NEGATIVE_INFINITY;
  add(timeMs: number): void {
    if (timeMs < this.firstMs) this.firstMs = timeMs;
    if (timeMs > this.lastMs) this.lastMs = timeMs;
  }
  get isEmpty(): boolean {
    return this.lastMs === Number.NEGATIVE_INFINITY;
  }
}
/** First and last of the local times whose day and month are still open, in every order they may have. */
class LocalExtremes {
  readonly #firstMs = dateOrders.map(() => Number.POSITIVE_INFINITY);
  readonly #lastMs = dateOrders.map(() => Number.NEGATIVE_INFINITY);
  readonly #first: (LocalTimeText | null)[] = dateOrders.map(() => null);
  readonly #last: (LocalTimeText | null)[] = dateOrders.map(() => null);

  add(time: LocalTimeText, startsMs: readonly number[]): void {
    const { timeOfDayMs } = time;
    for (let index = 0; index < startsMs.length; index += 1) {
      const timeMs = (startsMs[index] ?? Number.NaN) + timeOfDayMs;
      if (timeMs < (this.#firstMs[index] ?? 0)) {
        this.#firstMs[index] = timeMs;
        this.#first[index] = time;
      }
      if (timeMs > (this.#lastMs[index] ?? 0)) {
        this.#lastMs[index] = timeMs;
        this.#last[index] = time;
      }
    }
  }
  ends(order: DateOrder): readonly LocalTimeText[] {
    const index = dateOrders.indexOf(order);
    return [this.#first[index], this.#last[index]].flatMap((time) => time ?? []);
  }
}
/** First and last of the times of one kind of event, or of one log. */
export class TimeRange {
  readonly exact = new Extremes();
  #local: LocalExtremes | null = null;

  addLocal(time: LocalTimeText, startsMs: readonly number[]): void {
    this.#local ??= new LocalExtremes();
    this.#local.add(time, startsMs);
  }

  settled({ order, settle }: Settled): Extremes {
    if (this.#local === null) return this.exact;
    const ends = this.#local.ends(order ?? 'ymd').map((time) => settle(time).timeMs);
    const all = new Extremes();
    for (const timeMs of [this.exact.firstMs, this.exact.lastMs, ...ends])
      if (timeMs !== null && Number.isFinite(timeMs)) all.add(timeMs);
    return all;
  }
  get hasLocal(): boolean {
    return this.#local !== null;
  }
}
