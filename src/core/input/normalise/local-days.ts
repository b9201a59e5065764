import { dateOrders, type LocalTimeText } from '../../model/event.ts';
import { calendarDay } from './calendar.ts';
import { readLocal } from './local-time.ts';

/** What the date of a local time reads as. */
export interface LocalDay {
  readonly date: LocalTimeText['date'];
  readonly orders: LocalTimeText['orders'];
  /** Midnight in ms by its place in `dateOrders`, the digits taken as if they were UTC; NaN without a reading. */
  readonly startsMs: readonly number[];
  /**
   * Do the numbers speak for or against an order of the source? Not where their shape alone says it: the year in front in four digits, a
   * month by name.
   */
  readonly tellsOrder: boolean;
  /** The orders that it may have are different days. */
  readonly isDoubtful: boolean;
}

/** Days of the times of one source. A parser gives times of one text one date, so most are the one asked for last. */
export class LocalDays {
  #last: LocalDay | null = null;
  readonly #known = new WeakMap<LocalTimeText['date'], LocalDay>();

  of(time: LocalTimeText): LocalDay {
    const last = this.#last;
    if (last !== null && last.date === time.date && last.orders === time.orders) return last;
    const known = this.#known.get(time.date);
    if (known !== undefined && known.orders === time.orders) {
      this.#last = known;
      return known;
    }
    const day = localDayOf(time);
    this.#known.set(time.date, day);
    this.#last = day;
    return day;
  }
}

function localDayOf({ date, orders, ...rest }: LocalTimeText): LocalDay {
  const midnight = { ...rest, date, orders, timeOfDayMs: 0 };
  const startsMs = dateOrders.map((order) => readLocal(midnight, order) ?? Number.NaN);
  const own = orders.map((order) => readLocal(midnight, order));
  return {
    date,
    orders,
    startsMs,
    tellsOrder:
      date[0] <= 99 && dateOrders.every((order) => orders.includes(order) || calendarDay(date, order) === null),
    isDoubtful: own.some((startMs) => startMs !== own[0]),
  };
}
