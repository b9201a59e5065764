import type { LocalTimeText } from '../../model/event.ts';
import { calendarDay } from '../normalise/calendar.ts';
import { ownText } from '../text/copy-text.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** `Tue Jan 16 05:52:15 2007` of C programs; the weekday may be missing. */
const YEAR_LAST = /([a-z]{3}) {1,2}(\d{1,2}) (\d{1,2}):(\d{2}):(\d{2}) (\d{4})(?!\d)/iy;
/** `2018 Dec 05 08:22:48` of OSSEC. */
const YEAR_FIRST = /(\d{4}) ([a-z]{3}) {1,2}(\d{1,2}) (\d{1,2}):(\d{2}):(\d{2})(?!\d)/iy;
const WEEKDAY = /[a-z]{3},? /iy;
const MAX_AROUND = 40;

/** The local time that a text begins with, with an English month by name; null for anything else. */
export function namedMonthTime(text: string): LocalTimeText | null {
  const piece = text.length <= MAX_AROUND ? text : text.slice(0, MAX_AROUND);
  WEEKDAY.lastIndex = 0;
  const yearFirst = at(YEAR_FIRST, piece, 0);
  if (yearFirst !== null) {
    const [, year, month, day, hour, minute, second] = yearFirst;
    return toLocalTime(day, month, year, [hour, minute, second]);
  }
  const [, month, day, hour, minute, second, year] =
    at(YEAR_LAST, piece, 0) ?? at(YEAR_LAST, piece, WEEKDAY.test(piece) ? WEEKDAY.lastIndex : 0) ?? [];
  return toLocalTime(day, month, year, [hour, minute, second]);
}

function at(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}

function toLocalTime(
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
  clock: readonly (string | undefined)[],
): LocalTimeText | null {
  const date = [Number(day), MONTHS.indexOf((month ?? '').toLowerCase()) + 1, Number(year)] as const;
  const [hour = 99, minute = 99, second = 99] = clock.map((part) => Number(part));
  if (!(hour <= 23 && minute <= 59 && second <= 59) || calendarDay(date, 'dmy') === null) return null;
  const timeOfDayMs = ((hour * 60 + minute) * 60 + second) * 1000;
  return { kind: 'local', date, orders: ['dmy'], timeOfDayMs, ticks: 0, precisionMs: 1000 };
}

const ZERO = 0x30;
const COLON = 0x3a;

/** Reads the times of one source. Those of a day differ in the clock only, and reading the date is most of the work. */
export class NamedMonthTimes {
  #before = '';
  #after = '';
  #day: LocalTimeText | null = null;

  /** @param clockAt where the hour stands, two digits; @param text the time and nothing else */
  read(text: string, clockAt: number): LocalTimeText | null {
    const [hour, minute, second] = [two(text, clockAt), two(text, clockAt + 3), two(text, clockAt + 6)];
    const isClock = text.charCodeAt(clockAt + 2) === COLON && text.charCodeAt(clockAt + 5) === COLON;
    if (!isClock || !(hour <= 23 && minute <= 59 && second <= 59)) return namedMonthTime(text);
    const [before, after] = [text.slice(0, clockAt), text.slice(clockAt + 8)];
    if (this.#day === null || before !== this.#before || after !== this.#after) {
      this.#day = namedMonthTime(text);
      [this.#before, this.#after] = [ownText(before), ownText(after)];
    }
    const day = this.#day;
    if (day === null) return null;
    const timeOfDayMs = ((hour * 60 + minute) * 60 + second) * 1000;
    return { kind: 'local', date: day.date, orders: day.orders, timeOfDayMs, ticks: 0, precisionMs: 1000 };
  }
}

/** 99 where no two digits stand. */
function two(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - ZERO, text.charCodeAt(at + 1) - ZERO];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : 99;
}
