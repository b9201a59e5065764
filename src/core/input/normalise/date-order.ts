import { type DateOrder, dateOrders, type LocalTimeText, type RawTime } from '../../model/event.ts';
import { DAY_MS } from '../../model/time-units.ts';
import { type LocalDay, LocalDays } from './local-days.ts';

export interface SettledOrder {
  /** null where no time leaves it open. */
  readonly order: DateOrder | null;
  /** It matters, and nothing told it. */
  readonly isDoubtful: boolean;
  readonly newestFirst: boolean;
}

/**
 * Collects what the times of a source say about the order of day and month, and about the direction. It must see every event, kept
 * or not, in the order of their places, or dropping events would change the result; it keeps counters only.
 */
export class DateOrderEvidence {
  readonly #readings: Readonly<Record<DateOrder, Reading>> = {
    dmy: newReading(),
    mdy: newReading(),
    ymd: newReading(),
  };
  readonly #values = [new Set<number>(), new Set<number>(), new Set<number>()] as const;
  readonly #days: LocalDays;
  /** The day of the time before, and what the times of it that came in a row say in every order alike. */
  #day: LocalDay | null = null;
  #timeOfDayMs = 0;
  #timesOfDay = 0;
  #upInDay = 0;
  #downInDay = 0;
  #isOpen = false;
  #matters = false;

  constructor(days: LocalDays = new LocalDays()) {
    this.#days = days;
  }

  add(time: RawTime | null): void {
    if (time === null) return;
    if (time.kind === 'local') this.#addLocal(time);
    else {
      this.#endDay();
      for (const order of dateOrders) step(this.#readings[order], time.timeMs);
    }
  }

  #addLocal(time: LocalTimeText): void {
    const day = this.#days.of(time);
    const { timeOfDayMs } = time;
    if (day === this.#day) {
      if (timeOfDayMs > this.#timeOfDayMs) this.#upInDay += 1;
      else if (timeOfDayMs < this.#timeOfDayMs) this.#downInDay += 1;
    } else {
      this.#endDay();
      this.#day = day;
      for (let index = 0; index < dateOrders.length; index += 1) {
        const startMs = day.startsMs[index] ?? Number.NaN;
        if (!Number.isNaN(startMs)) step(this.#readings[dateOrders[index] ?? 'ymd'], startMs + timeOfDayMs);
      }
    }
    this.#timeOfDayMs = timeOfDayMs;
    this.#timesOfDay += 1;
  }

  /** Adds up what the times of one day said. */
  #endDay(): void {
    const day = this.#day;
    if (day === null) return;
    for (const [index, order] of dateOrders.entries()) {
      const startMs = day.startsMs[index] ?? Number.NaN;
      if (Number.isNaN(startMs)) continue;
      const reading = this.#readings[order];
      reading.previousMs = startMs + this.#timeOfDayMs;
      reading.up += this.#upInDay;
      reading.down += this.#downInDay;
    }
    if (day.tellsOrder) this.#addNumbers(day, this.#timesOfDay);
    [this.#day, this.#timesOfDay, this.#upInDay, this.#downInDay] = [null, 0, 0, 0];
  }

  #addNumbers({ date, orders, isDoubtful }: LocalDay, count: number): void {
    this.#isOpen = true;
    for (const order of orders) this.#readings[order].possible += count;
    for (const place of PLACES) if (this.#values[place].size < RUN_OF_DAYS) this.#values[place].add(date[place]);
    const [first] = orders;
    if (first === undefined || orders.length === 1) return;
    this.#readings[first].suggested += count;
    this.#matters ||= isDoubtful;
  }

  /**
   * @param given `--date-order`; it wins.
   * @param likely what the language of the source suggests; it decides where the times tell nothing.
   */
  settle(given: DateOrder | null, likely: DateOrder | null): SettledOrder {
    this.#endDay();
    const candidates = this.#candidates();
    const told = given ?? this.#byNumbers(candidates) ?? this.#byPlaces(candidates) ?? this.#byRunOfDays(candidates);
    const hinted = told ?? candidates.find((order) => order === likely) ?? null;
    const order = this.#isOpen ? (hinted ?? this.#mostSuggested(candidates)) : null;
    const { up, down } = this.#readings[order ?? 'ymd'];
    return { order, isDoubtful: this.#matters && hinted === null, newestFirst: down > up };
  }

  /** The orders that fit every time; in a mixture where none does, those that fit most. */
  #candidates(): readonly DateOrder[] {
    const most = Math.max(...dateOrders.map((order) => this.#readings[order].possible));
    return dateOrders.filter((order) => most > 0 && this.#readings[order].possible === most);
  }

  #byNumbers(candidates: readonly DateOrder[]): DateOrder | null {
    return candidates.length === 1 ? (candidates[0] ?? null) : null;
  }

  /** A log runs in one direction: wrong readings turn back and forth. */
  #byPlaces(candidates: readonly DateOrder[]): DateOrder | null {
    const turns = (order: DateOrder) => Math.min(this.#readings[order].datesUp, this.#readings[order].datesDown);
    const isBetter = (order: DateOrder, other: DateOrder) => order === other || turns(other) >= 2 + 4 * turns(order);
    return candidates.find((order) => candidates.every((other) => isBetter(order, other))) ?? null;
  }

  /** In a log of a few days the day alone changes; the same day in month after month is rare. */
  #byRunOfDays(candidates: readonly DateOrder[]): DateOrder | null {
    const isDay = (order: DateOrder) =>
      PLACES.every((place) => this.#values[place].size === (place === DAY_PLACE[order] ? RUN_OF_DAYS : 1));
    return candidates.find(isDay) ?? null;
  }

  #mostSuggested(candidates: readonly DateOrder[]): DateOrder | null {
    const votes = (order: DateOrder) => this.#readings[order].suggested;
    return candidates.toSorted((a, b) => votes(b) - votes(a))[0] ?? null;
  }
}

const PLACES = [0, 1, 2] as const;
const DAY_PLACE: Readonly<Record<DateOrder, 0 | 1 | 2>> = { dmy: 0, mdy: 1, ymd: 2 };
const RUN_OF_DAYS = 3;

/** How the times of a source run if its dates are read in one order. */
interface Reading {
  /** Times that are calendar days in this order. */
  possible: number;
  /** Open times that have it as their likeliest. */
  suggested: number;
  /** Steps to a later or an earlier time, from one event to the next; and of these, those to another date. */
  up: number;
  down: number;
  datesUp: number;
  datesDown: number;
  previousMs: number;
}
const newReading = (): Reading => ({
  possible: 0,
  suggested: 0,
  up: 0,
  down: 0,
  datesUp: 0,
  datesDown: 0,
  previousMs: Number.NaN,
});

function step(reading: Reading, timeMs: number): void {
  const isNewDate = Math.floor(timeMs / DAY_MS) !== Math.floor(reading.previousMs / DAY_MS);
  if (timeMs > reading.previousMs) {
    reading.up += 1;
    if (isNewDate) reading.datesUp += 1;
  } else if (timeMs < reading.previousMs) {
    reading.down += 1;
    if (isNewDate) reading.datesDown += 1;
  }
  reading.previousMs = timeMs;
}
