import type { DateOrder, LocalTimeText } from '../../model/event.ts';
import { calendarDay } from './calendar.ts';

/** What else a text shows about the region it was written in. */
export interface RegionHints {
  /** Of the headings around the date, `de`, `pt-BR`. */
  readonly language: string | null;
  /** The word for the half of the day as it stands, `PM` or `p.m.`. */
  readonly dayHalf: string | null;
}

export interface LocalDate {
  readonly numbers: LocalTimeText['date'];
  /** Characters of the text that the date took. */
  readonly length: number;
  /** The orders in which the numbers are a calendar day, the likeliest first; empty for an impossible date. */
  orders(hints: RegionHints): readonly DateOrder[];
}

const WEEKDAY = /^\p{L}{2,16}[.,]{0,2}\s/u;
const NUMERIC = /^(\d{1,4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{1,4})(?!\d)\.?/;
const CJK = /^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/;
const DAY_MONTH_YEAR = /^(\d{1,2})[-. ]{1,2}([a-z]{3,9})[-., ]{1,2}(\d{4}|\d{2})(?!\d)/i;
const MONTH_DAY_YEAR = /^([a-z]{3,9})[. ]{1,2}(\d{1,2})[, ]{1,2}(\d{4})(?!\d)/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Languages whose regions write the year first. */
const YEAR_FIRST: ReadonlySet<string> = new Set(['ja', 'zh-CN', 'zh-TW', 'ko', 'hu', 'sv']);

const dateOf = (
  numbers: LocalDate['numbers'],
  length: number,
  likely: (hints: RegionHints) => DateOrder[],
): LocalDate => ({
  numbers,
  length,
  orders: (hints) => likely(hints).filter((order) => calendarDay(numbers, order) !== null),
});

/** Reads the date at the beginning of `text`, which may follow a weekday; null when there is none. */
export function parseLocalDate(text: string): LocalDate | null {
  const skipped = WEEKDAY.exec(text)?.[0].length ?? 0;
  const date = parseDate(text);
  if (date !== null || skipped === 0) return date;
  const afterWeekday = parseDate(text.slice(skipped));
  return afterWeekday === null ? null : { ...afterWeekday, length: afterWeekday.length + skipped };
}

function parseDate(text: string): LocalDate | null {
  const numeric = NUMERIC.exec(text);
  if (numeric !== null) return numericDate(numeric);
  const cjk = CJK.exec(text);
  if (cjk !== null) return dateOf([Number(cjk[1]), Number(cjk[2]), Number(cjk[3])], cjk[0].length, () => ['ymd']);
  const dayFirst = DAY_MONTH_YEAR.exec(text);
  if (dayFirst !== null) return namedDate(dayFirst[0], dayFirst[1], dayFirst[2], dayFirst[3]);
  const monthFirst = MONTH_DAY_YEAR.exec(text);
  return monthFirst === null ? null : namedDate(monthFirst[0], monthFirst[2], monthFirst[1], monthFirst[3]);
}

function namedDate(whole: string, day: string | undefined, name = '', year: string | undefined): LocalDate | null {
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? null : dateOf([Number(day), month, Number(year)], whole.length, () => ['dmy']);
}

function numericDate([whole, first = '', separator = '', second = '', third = '']: RegExpExecArray): LocalDate | null {
  const numbers = [Number(first), Number(second), Number(third)] as const;
  const parts = { first, second, third, separator };
  if (first.length === 4) return third.length > 2 ? null : dateOf(numbers, whole.length, () => ['ymd']);
  if (first.length === 3 || (third.length !== 2 && third.length !== 4)) return null;
  return dateOf(numbers, whole.length, (hints) => likelyOrders(parts, hints));
}

interface NumericParts {
  readonly first: string;
  readonly second: string;
  readonly third: string;
  readonly separator: string;
}

/** Day before month with dots wherever that is possible: no region of Windows prints it the other way round. */
function likelyOrders({ first, second, third, separator }: NumericParts, hints: RegionHints): DateOrder[] {
  const mayBeginWithYear = third.length === 2 && first.length === 2;
  if (separator === '.') return Number(first) > 31 || Number(second) > 12 ? ['mdy', 'ymd'] : ['dmy'];
  const monthFirst = separator === '/' && isMonthFirst(first, second, hints);
  const orders: DateOrder[] = monthFirst ? ['mdy', 'dmy'] : ['dmy', 'mdy'];
  if (!mayBeginWithYear) return orders;
  return YEAR_FIRST.has(hints.language ?? '') ? ['ymd', ...orders] : [...orders, 'ymd'];
}

const LEADING_ZERO = /^0/;

/**
 * Slashes on an English or year-first machine. en-US prints `8/12/2025 9:24:55 AM`, without leading zeros; en-GB pads and counts to
 * 24; en-AU pads the month alone; en-NZ writes `p.m.` or `pm`.
 */
function isMonthFirst(first: string, second: string, { language, dayHalf }: RegionHints): boolean {
  const isEnglish = language === null || language === 'en' || YEAR_FIRST.has(language);
  if (!isEnglish || (first.length === 1 && LEADING_ZERO.test(second))) return false;
  if (dayHalf !== null) return dayHalf === 'AM' || dayHalf === 'PM';
  return (first.length === 1 || second.length === 1) && !LEADING_ZERO.test(first);
}
