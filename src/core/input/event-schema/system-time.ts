import { epochMs } from '../../model/brand.ts';
import type { ExactTime } from '../../model/event.ts';
import { DAY_MS, MINUTE_MS, TICKS_PER_MS } from '../../model/time-units.ts';
import { daysOfMonth } from '../normalise/calendar.ts';
import { MAX_FRACTION_DIGITS, PRECISION_MS_BY_DIGITS } from '../normalise/precision.ts';

const FIRST_YEAR = 1601; // FILETIME begins here
const DAYS_TO_1970 = 719_468; // from 0000-03-01, as the function below counts
const WHOLE_LENGTH = 19; // `2012-03-14T04:17:43`
/** Ticks of 100 ns by the number of fraction digits. */
const TICKS_BY_DIGITS = [10_000_000, 1_000_000, 100_000, 10_000, 1000, 100, 10, 1];

const ZERO = 0x30;
const HYPHEN = 0x2d;
const COLON = 0x3a;
const COMMA = 0x2c;
const DOT = 0x2e;
const BLANK = 0x20;
const LETTER_T = 0x54;
const LETTER_Z = 0x5a;
/** `Z`, the ` UTC` of older evtxexport, or the offset of tracerpt and newer python-evtx. */
const ZONE = /^\s*(?:(z|utc)|([+-])(\d\d):?(\d\d))?\s*$/i;

/**
 * Reads `2012-03-14T04:17:43.3545627Z` with 0 to 9 fraction digits; a blank may stand for the `T`. Without a zone it is UTC: the schema knows
 * no other time. This runs for every event of an export, so it makes no strings.
 * @param from where it begins in `text`, @param to where it ends.
 * @returns null when it is no such time.
 * @see https://learn.microsoft.com/windows/win32/wes/eventschema-systempropertiestype-complextype
 */
export function parseSystemTime(text: string, from = 0, to = text.length): ExactTime | null {
  const wholeMs = to - from < WHOLE_LENGTH ? null : parseWholeSeconds(text, from);
  if (wholeMs === null) return null;
  let end = from + WHOLE_LENGTH;
  let fraction = 0;
  let digits = 0;
  if (text.charCodeAt(end) === DOT || text.charCodeAt(end) === COMMA) {
    for (end += 1; end < to; end += 1) {
      const digit = text.charCodeAt(end) - ZERO;
      if (digit < 0 || digit > 9) break;
      if (digits === MAX_FRACTION_DIGITS) continue;
      fraction = fraction * 10 + digit;
      digits += 1;
    }
  }
  const zone = end === to - 1 && text.charCodeAt(end) === LETTER_Z ? 'utc' : parseZone(text.slice(end, to));
  if (zone === null) return null;
  const ticks = fraction * (TICKS_BY_DIGITS[digits] ?? 0);
  const ticksLeft = ticks % TICKS_PER_MS;
  return {
    kind: 'exact',
    basis: zone === 'utc' ? 'utc' : 'offset',
    timeMs: epochMs(wholeMs + (ticks - ticksLeft) / TICKS_PER_MS - (zone === 'utc' ? 0 : zone)),
    ticks: ticksLeft,
    precisionMs: PRECISION_MS_BY_DIGITS[digits] ?? 1000,
  };
}

function parseWholeSeconds(text: string, from: number): number | null {
  const between = text.charCodeAt(from + 10);
  if (text.charCodeAt(from + 4) !== HYPHEN || text.charCodeAt(from + 7) !== HYPHEN) return null;
  if (text.charCodeAt(from + 13) !== COLON || text.charCodeAt(from + 16) !== COLON) return null;
  if (between !== LETTER_T && between !== BLANK) return null;
  const century = twoDigitsAt(text, from);
  const year = century * 100 + twoDigitsAt(text, from + 2);
  const month = twoDigitsAt(text, from + 5);
  const day = twoDigitsAt(text, from + 8);
  const hour = twoDigitsAt(text, from + 11);
  const minute = twoDigitsAt(text, from + 14);
  const second = twoDigitsAt(text, from + 17);
  if (century < 0 || year < FIRST_YEAR || day < 1 || day > daysOfMonth(year, month)) return null;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return null;
  return daysSince1970(year, month, day) * DAY_MS + (hour * 3600 + minute * 60 + second) * 1000;
}

/** Date.UTC, five times as fast. March is the first month, so that the day that some years have more is the last. */
function daysSince1970(year: number, month: number, day: number): number {
  const marchYear = month < 3 ? year - 1 : year;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  const dayOfMarchYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return marchYear * 365 + leapDays + dayOfMarchYear - DAYS_TO_1970;
}

/** Of the time behind UTC in ms; null when it is no zone. */
function parseZone(text: string): number | 'utc' | null {
  const [match, utc, sign, hours, minutes] = ZONE.exec(text) ?? [];
  if (match === undefined) return null;
  if (utc !== undefined || sign === undefined) return 'utc';
  const offsetMs = (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
  return sign === '-' ? -offsetMs : offsetMs;
}

/** Negative when one of them is no digit. */
function twoDigitsAt(text: string, index: number): number {
  const tens = text.charCodeAt(index) - ZERO;
  const ones = text.charCodeAt(index + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1000;
}
