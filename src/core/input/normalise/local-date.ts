import { UNKNOWN_LANGUAGE } from '../../knowledge/words/headings-unknown.ts';
import { isWeekdayBehind, monthOfName } from '../../knowledge/words/month-names.ts';
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
  /** Several of them are as likely. */
  isOpen(hints: RegionHints): boolean;
}

/** `mardi `, `terça-feira, `, `tirsdag den `, or just `den `. */
const WEEKDAY = /^\p{L}[\p{L}-]{1,18}[.,]{0,2}\s(?:den\s)?/u;
const NUMERIC = /^(\d{1,4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{1,4})(?!\d)\.?/;
/** With the day of the week, which follows there. */
const CJK =
  /^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일](?:\s?\(?(?:[日月火水木金土]曜日|(?:星期|周|週)[一二三四五六日天]|[일월화수목금토]요일)\)?|\s?\([日月火水木金土일월화수목금토]\))?/;
const MONTH = '(\\p{L}{2,16}|\\d{1,2}[月월])';
/** `14-Nov-2011`, `5. März 2012`, `1er mars 2012`, `3 de jan. de 2012`. */
const DAY_MONTH_YEAR = new RegExp(
  `^(\\d{1,2})(?:er|o|°)?[-. ]{1,2}(?:de )?${MONTH}[-., ]{1,2}(?:de )?(\\d{4}|\\d{2})(?!\\d)`,
  'iu',
);
/** `March 2, 2006` */
const MONTH_DAY_YEAR = new RegExp(`^${MONTH}[. ]{1,2}(\\d{1,2})[, ]{1,2}(\\d{4})(?!\\d)`, 'u');
/** `2012. január 3.` */
const YEAR_MONTH_DAY = new RegExp(`^(\\d{4})[-. ]{1,2}${MONTH}[-. ]{1,2}(\\d{1,2})(?!\\d)\\.?`, 'u');
/** `, kedd` */
const WORD_BEHIND = /^,?\s(\p{L}{4,12})(?!\p{L})/u;
/** Languages whose regions write the year first. */
const YEAR_FIRST: ReadonlySet<string> = new Set(['ja', 'zh-CN', 'zh-TW', 'ko', 'hu', 'sv']);

const dateOf = (
  numbers: LocalDate['numbers'],
  length: number,
  likely: (hints: RegionHints) => DateOrder[],
  isOpen: LocalDate['isOpen'] = () => false,
): LocalDate => ({
  numbers,
  length,
  orders: (hints) => likely(hints).filter((order) => calendarDay(numbers, order) !== null),
  isOpen,
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
  return namedMonthDate(text);
}

function namedMonthDate(text: string): LocalDate | null {
  const [whole, day, name, year] =
    DAY_MONTH_YEAR.exec(text) ??
    reordered(MONTH_DAY_YEAR.exec(text), [2, 1, 3]) ??
    reordered(YEAR_MONTH_DAY.exec(text), [3, 2, 1]) ??
    [];
  const month = monthOfName(name ?? '');
  if (whole === undefined || month === null) return null;
  const [behind = '', word = ''] = WORD_BEHIND.exec(text.slice(whole.length)) ?? [];
  const length = whole.length + (isWeekdayBehind(word) ? behind.length : 0);
  return dateOf([Number(day), month, Number(year)], length, () => ['dmy']);
}

const reordered = (match: RegExpExecArray | null, places: readonly number[]): readonly (string | undefined)[] | null =>
  match === null ? null : [match[0], ...places.map((place) => match[place])];

function numericDate([whole, first = '', separator = '', second = '', third = '']: RegExpExecArray): LocalDate | null {
  const numbers = [Number(first), Number(second), Number(third)] as const;
  const parts = { first, second, third, separator };
  if (first.length === 4) return third.length > 2 ? null : dateOf(numbers, whole.length, () => ['ymd']);
  if (first.length === 3 || (third.length !== 2 && third.length !== 4)) return null;
  return dateOf(
    numbers,
    whole.length,
    (hints) => likelyOrders(parts, hints),
    (hints) => isOpenOrder(parts, hints),
  );
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
const isEnglish = (language: string | null): language is 'en' | null => language === null || language === 'en';

/**
 * Two digits each on a clock of 24 hours: so print en-GB and .NET without a culture, which differ in the order of day and month; and a
 * year of two digits may stand in front.
 */
function isOpenOrder({ first, second, third, separator }: NumericParts, { language, dayHalf }: RegionHints): boolean {
  if (!isEnglish(language) || dayHalf !== null || first.length !== 2 || second.length !== 2) return false;
  return separator === '/' || (separator === '-' && third.length === 2);
}

/**
 * Slashes on an English or year-first machine. en-US prints `8/12/2025 9:24:55 AM`, without leading zeros; en-GB pads and counts to
 * 24; en-AU pads the month alone; en-NZ writes `p.m.` or `pm`.
 */
function isMonthFirst(first: string, second: string, { language, dayHalf }: RegionHints): boolean {
  const isHalved = dayHalf === 'AM' || dayHalf === 'PM';
  // Lines without headings have no language; AM and PM are English.
  const mayBeMonthFirst =
    isEnglish(language) || YEAR_FIRST.has(language) || (isHalved && language === UNKNOWN_LANGUAGE);
  if (!mayBeMonthFirst || (first.length === 1 && LEADING_ZERO.test(second))) return false;
  if (dayHalf !== null) return isHalved;
  return (first.length === 1 || second.length === 1) && !LEADING_ZERO.test(first);
}
