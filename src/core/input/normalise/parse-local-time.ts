import { dayHalf, isTimeFiller } from '../../knowledge/words/day-halves.ts';
import { epochMs } from '../../model/brand.ts';
import type { ExactTime, LocalTimeText } from '../../model/event.ts';
import { HOUR_MS, MAX_ZONE_OFFSET_MS, MINUTE_MS } from '../../model/time-units.ts';
import { localTimeMs } from './calendar.ts';
import { parseLocalDate } from './local-date.ts';
import { MAX_FRACTION_DIGITS, PRECISION_MS_BY_DIGITS } from './precision.ts';

/** The longest real form, with weekday and month by name, has under 60 characters. */
const MAX_CHARACTERS = 80;
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;
/** What stands before the hour, hour, minute, perhaps second and fraction, what stands after. */
const CLOCK = /^([^\d]{0,40}?)(\d{1,2})([:.])(\d{2})(?:\3(\d{2})(?:[.,](\d{1,9}))?)?(?![\d:])(.*)$/;
/** FullEventLogView puts the milliseconds behind the time as the region prints it: `1:02:03 AM.457`. */
const FRACTION_BEHIND = /(:\d{2}) (\p{L}\.?\s?\p{L}\.?)\.(\d{3})$/u;
/** `11:59:04 PM 15-May-2021 UTC` */
const CLOCK_FIRST = /^(\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?),? (.{6,})$/i;
const dateFirst = (text: string, clock: string, rest: string): string => {
  const length = parseLocalDate(rest)?.length;
  return length === undefined ? text : `${rest.slice(0, length)} ${clock}${rest.slice(length)}`;
};
/** `Z`, `+01:00`, `UTC+1`, `GMT +0530`: without the name of a zone in full. */
const ZONE = /(?:^|\s)(z|utc|gmt)?\s?(?:([+-])(\d{1,2})(?::?(\d{2}))?)?$/i;
const BRACKETS_AND_COMMAS = /[(),]/g;

interface Clock extends Pick<LocalTimeText, 'timeOfDayMs' | 'ticks' | 'precisionMs'> {
  readonly half: string | null;
  readonly zone: Zone | null;
}
interface Zone {
  readonly basis: ExactTime['basis'];
  readonly offsetMs: number;
}

/**
 * A date and a time as Windows prints them in the region of some viewer, in one text or two.
 * @param language of the headings around it, `de`, `pt-BR`; only tells which order of day and month is likelier.
 * @returns the parts of a local time; an exact time where the text says its zone; null for placeholders, impossible dates,
 *   other calendars, and whatever is not surely a time.
 */
export function parseLocalTime(
  dateText: string,
  timeText: string | null,
  language: string | null,
): LocalTimeText | ExactTime | null {
  const whole = timeText === null ? dateText : `${dateText.trim()} ${timeText}`;
  if (whole.length > MAX_CHARACTERS) return null;
  // Kibana writes `Apr 1, 2020 @ 10:11:12.123`.
  const text = whole
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(' @ ', ' ')
    .replace(FRACTION_BEHIND, '$1.$3 $2')
    .trim()
    .replace(CLOCK_FIRST, dateFirst);
  const date = parseLocalDate(text);
  const clock = date === null ? null : parseClock(text.slice(date.length));
  if (date === null || clock === null) return null;
  const hints = { language, dayHalf: clock.half };
  const orders = date.orders(hints);
  if (orders.length === 0) return null;
  const { timeOfDayMs, ticks, precisionMs, zone } = clock;
  const open = orders.length > 1 && date.isOpen(hints) ? { isOpen: true as const } : null;
  const local: LocalTimeText = { kind: 'local', date: date.numbers, orders, ...open, timeOfDayMs, ticks, precisionMs };
  return zone === null ? local : (exactTime(local, zone) ?? local);
}

/** A known zone does not help where day and month are in doubt. */
function exactTime(local: LocalTimeText, { basis, offsetMs }: Zone): ExactTime | null {
  const [order, other] = local.orders;
  const localMs = order === undefined || other !== undefined ? null : localTimeMs(local, order);
  if (localMs === null) return null;
  const { ticks, precisionMs } = local;
  return { kind: 'exact', basis, timeMs: epochMs(localMs - offsetMs), ticks, precisionMs };
}

/** Who writes one or two digits leaves zeros out. */
const precisionOf = ({ length }: string): number =>
  PRECISION_MS_BY_DIGITS[length === 0 ? 0 : Math.min(MAX_FRACTION_DIGITS, Math.max(3, length))] ?? 1000;

function parseClock(text: string): Clock | null {
  const match = CLOCK.exec(text);
  if (match === null) return null;
  const [, before = '', hourText, , minuteText, secondText, fraction = '', after = ''] = match;
  const words = clockWords(before, after);
  const hour = words === null ? null : hourOfDay(Number(hourText), words.half);
  const [minute, second] = [Number(minuteText), Number(secondText ?? 0)];
  if (words === null || hour === null || minute > 59 || second > 59) return null;
  return {
    timeOfDayMs: hour * HOUR_MS + minute * MINUTE_MS + second * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0')),
    ticks: Number(fraction.slice(3, 7).padEnd(4, '0')),
    precisionMs: secondText === undefined ? MINUTE_MS : precisionOf(fraction),
    half: words.half,
    zone: words.zone,
  };
}

/** The word for the half of the day and the zone around a time; null where a word is unknown, which could mean "after noon". */
function clockWords(before: string, after: string): { half: string | null; zone: Zone | null } | null {
  const lead = before.replace(BRACKETS_AND_COMMAS, ' ').trim();
  const tail = after.replace(BRACKETS_AND_COMMAS, ' ').trim();
  const zoneMatch = ZONE.exec(tail);
  const zone = zoneMatch === null ? null : zoneOf(zoneMatch);
  const rest = zone === null || zoneMatch === null ? tail : tail.slice(0, zoneMatch.index).trim();
  const halves: string[] = [];
  for (const words of [lead.replace(/^t$/i, ''), rest]) {
    const { half, others } = splitHalf(words);
    if (half !== null) halves.push(half);
    if (!others.every(isTimeFiller)) return null;
  }
  return { half: halves[0] ?? null, zone };
}

/** `p. m. CET`: the word for the half may have a blank inside. */
function splitHalf(text: string): { half: string | null; others: readonly string[] } {
  const words = text === '' ? [] : text.split(/\s+/);
  for (const count of [2, 1]) {
    const half = words.slice(0, count).join(' ');
    if (dayHalf(half) !== null) return { half, others: words.slice(count) };
  }
  return { half: null, others: words };
}

function zoneOf([whole, name, sign, hours = '', minutes]: RegExpExecArray): Zone | null {
  if (whole.trim() === '') return null;
  if (sign === undefined) return { basis: 'utc', offsetMs: 0 };
  if (name === undefined && (hours.length < 2 || minutes === undefined)) return null;
  const offsetMs = Number(hours) * HOUR_MS + Number(minutes ?? 0) * MINUTE_MS;
  if (offsetMs > MAX_ZONE_OFFSET_MS) return null;
  return {
    basis: name === undefined || offsetMs > 0 ? 'offset' : 'utc',
    offsetMs: sign === '-' ? -offsetMs : offsetMs,
  };
}

/** 12 AM is midnight; a 24-hour clock with a needless PM is taken at its word. */
function hourOfDay(hour: number, half: string | null): number | null {
  const kind = half === null ? null : dayHalf(half);
  if (hour > 23) return null;
  if (kind === null) return hour;
  if (kind === 'am') return hour > 12 ? null : hour % 12;
  return hour < 12 ? hour + 12 : hour;
}
