import type { EpochMs } from '../../model/brand.ts';
import { epochMs } from '../../model/brand.ts';
import type { DateOrder, LocalTimeText } from '../../model/event.ts';

/** Windows NT is of 1993; a year outside is of another calendar (Buddhist 2553, Hijri 1431) or damage. */
const FIRST_YEAR = 1980;
const LAST_YEAR = 2199;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}
type Numbers = LocalTimeText['date'];

/** Two digits stand for 1980 to 2079. */
const fullYear = (year: number): number => (year >= 100 ? year : year < 80 ? 2000 + year : 1900 + year);

const placesByOrder: Readonly<Record<DateOrder, (numbers: Numbers) => CalendarDay>> = {
  dmy: ([day, month, year]) => ({ year: fullYear(year), month, day }),
  mdy: ([month, day, year]) => ({ year: fullYear(year), month, day }),
  ymd: ([year, month, day]) => ({ year: fullYear(year), month, day }),
};

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** 0 where there is no such month. */
export const daysOfMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);

/** The day that three numbers name in one order, null where there is no such day in the years of Windows. */
export function calendarDay(numbers: Numbers, order: DateOrder): CalendarDay | null {
  const date = placesByOrder[order](numbers);
  const { year, month, day } = date;
  return year < FIRST_YEAR || year > LAST_YEAR || day < 1 || day > daysOfMonth(year, month) ? null : date;
}

/** A local time read in one order, its digits taken as if they were UTC; null where the order gives no calendar day. */
export function localTimeMs(time: LocalTimeText, order: DateOrder): EpochMs | null {
  const date = calendarDay(time.date, order);
  return date === null ? null : epochMs(Date.UTC(date.year, date.month - 1, date.day) + time.timeOfDayMs);
}
