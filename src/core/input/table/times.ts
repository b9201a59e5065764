import { epochMs } from '../../model/brand.ts';
import type { LocalTimeText, RawTime } from '../../model/event.ts';
import { HOUR_MS } from '../../model/time-units.ts';
import { parseSystemTime } from '../event-schema/system-time.ts';
import { fromWmiTime } from '../lines/wmi-time.ts';
import { localTimeMs } from '../normalise/calendar.ts';
import { parseEpoch } from '../normalise/epoch.ts';
import { parseLocalTime } from '../normalise/parse-local-time.ts';
import { ownText } from '../text/copy-text.ts';

const ZERO = 0x30;
const COLON = 0x3a;
const HYPHEN = 0x2d;
const POINT = 0x2e;
const COMMA = 0x2c;
const MAX_FRACTION = 9;
const DIGITS_OF_TICKS = 7;
const MAX_AROUND = 52;
const MAX_KNOWN = 512;
const ISO = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}/;
const ZONED = /(?:Z|UTC|[+-]\d\d:?\d\d)$/i;

/** What all times with one text around the clock share. */
interface Known {
  readonly before: string;
  /** Behind the fraction. */
  readonly after: string;
  /** Of the fraction; 0 without one. */
  readonly digits: number;
  /** One o'clock. */
  readonly base: RawTime | null;
  /** The text in front ends in a digit, and so may be the one in front of another hour with a digit less. */
  readonly isOpen: boolean;
  /** After `base`. null: the text around says AM, and this is no hour of it. */
  readonly hours: readonly (number | null)[];
}
const NOTHING: Known = { before: '', after: '', digits: 0, base: null, isOpen: true, hours: [] };

/**
 * Reads the times of a table. Times of one day share their date, and reading it is most of the work: it is read once for each text that
 * stands around a clock.
 */
export class TableTimes {
  readonly #language: string | null;
  readonly #isUtc: boolean;
  readonly #known = new Map<string, Known>();
  #last: Known = NOTHING;
  #lastText = '';
  #lastTime: RawTime | null = null;

  /** @param isUtc times without a zone are UTC in this format. */
  constructor(language: string | null, isUtc: boolean) {
    this.#language = language;
    this.#isUtc = isUtc;
  }

  read(text: string): RawTime | null {
    if (text === this.#lastText) return this.#lastTime;
    const time = this.#read(fromWmiTime(text.trim()));
    this.#lastText = text;
    this.#lastTime = time;
    return time;
  }

  /** The time that stands from `from` to `to`, when what is around its clock was around the one before; null: it has to be read. */
  readAt(text: string, from: number, to: number): RawTime | null {
    const { before, after, digits, isOpen } = this.#last;
    const hourAt = from + before.length;
    if (isOpen || text.slice(from, hourAt) !== before) return null;
    const colon = text.charCodeAt(hourAt + 1) === COLON ? hourAt + 1 : hourAt + 2;
    const isWhole = text.charCodeAt(colon) === COLON && text.charCodeAt(colon + 3) === COLON;
    const end = colon + 6 + (digits === 0 ? 0 : digits + 1);
    if (!isWhole || to - end !== after.length || (after !== '' && text.slice(end, to) !== after)) return null;
    const units = text.charCodeAt(hourAt) - ZERO;
    const hour = colon === hourAt + 1 ? (units <= 9 ? units : -1) : twoDigits(text, hourAt);
    const time = timeAt(this.#last, text, hour, colon);
    return time?.kind === 'local' && this.#isUtc ? asUtc(time) : time;
  }

  #read(text: string): RawTime | null {
    if (text.charCodeAt(4) === HYPHEN && ISO.test(text) && (this.#isUtc || ZONED.test(text)))
      return parseSystemTime(text);
    const time = this.#readKnown(text) ?? parseLocalTime(text, null, this.#language) ?? parseEpoch(text);
    return time?.kind === 'local' && this.#isUtc ? asUtc(time) : time;
  }

  /** `10/7/2016 6:38:24 PM`, by what is known of the text around the clock; null where that is no help. */
  #readKnown(text: string): RawTime | null {
    const colon = text.indexOf(':');
    if (colon < 2 || text.length > MAX_AROUND || text.charCodeAt(colon + 3) !== COLON) return null;
    const from = isDigit(text.charCodeAt(colon - 2)) ? colon - 2 : colon - 1;
    const hour = from === colon - 1 ? text.charCodeAt(from) - ZERO : twoDigits(text, from);
    if (hour < 0 || hour > 23) return null;
    const digits = fractionDigits(text, colon + 6);
    const after = text.slice(colon + 6 + (digits === 0 ? 0 : digits + 1));
    return timeAt(this.#around(text.slice(0, from), digits, after), text, hour, colon);
  }

  #around(before: string, digits: number, after: string): Known {
    const last = this.#last;
    if (last.before === before && last.digits === digits && last.after === after) return last;
    const key = `${before}\n${digits}${after}`;
    this.#last = this.#known.get(key) ?? this.#learn(key, ownText(before), digits, ownText(after));
    return this.#last;
  }

  /** Asks the reader of all times what it makes of every hour. */
  #learn(key: string, before: string, digits: number, after: string): Known {
    const behind = `${digits === 0 ? '' : '.'.padEnd(digits + 1, '0')}${after}`;
    const at = (hour: number): RawTime | null =>
      parseLocalTime(`${before}${hour}:00:00${behind}`, null, this.#language);
    const base = at(1);
    const isUsual = base !== null && base.ticks === 0 && msOf(base) % 1000 === 0;
    const hours = Array.from({ length: isUsual ? 24 : 0 }, (_, hour) => {
      const time = at(hour);
      return time === null || time.kind !== base?.kind ? null : (msOf(time) - msOf(base)) / HOUR_MS;
    });
    const isOpen = !isUsual || before === '' || isDigit(before.charCodeAt(before.length - 1));
    const known: Known = { before, after, digits, base: isUsual ? base : null, isOpen, hours };
    if (this.#known.size >= MAX_KNOWN) this.#known.clear();
    this.#known.set(ownText(key), known);
    return known;
  }
}

const msOf = (time: RawTime): number => (time.kind === 'local' ? time.timeOfDayMs : time.timeMs);
const isFractionSign = (unit: number): boolean => unit === POINT || unit === COMMA;

/** How many digits stand behind the point or comma at `at`; 0 where that is no fraction. */
function fractionDigits(text: string, at: number): number {
  if (!isFractionSign(text.charCodeAt(at))) return 0;
  let end = at + 1;
  while (isDigit(text.charCodeAt(end))) end += 1;
  const digits = end - at - 1;
  return digits > MAX_FRACTION || text.charCodeAt(end) === COLON ? 0 : digits;
}

/** @param colon behind the hour */
function timeAt({ base, hours, digits }: Known, text: string, hour: number, colon: number): RawTime | null {
  const [afterBase, minute, second] = [hours[hour] ?? null, twoDigits(text, colon + 1), twoDigits(text, colon + 4)];
  if (base === null || afterBase === null || minute < 0 || minute > 59 || second < 0 || second > 59) return null;
  const [fractionMs, ticks] = digits === 0 ? WHOLE : fractionAt(text, colon + 6, digits);
  if (fractionMs < 0) return null;
  const ms = msOf(base) + (afterBase * 3600 + minute * 60 + second) * 1000 + fractionMs;
  const { precisionMs } = base;
  if (base.kind === 'exact') return { kind: 'exact', basis: base.basis, timeMs: epochMs(ms), ticks, precisionMs };
  return { ...base, timeOfDayMs: ms, ticks, precisionMs };
}
const WHOLE = [0, 0] as const;

/** Milliseconds, and what is left in 100 ns; negative where it is no fraction. */
function fractionAt(text: string, at: number, digits: number): readonly [number, number] {
  if (!isFractionSign(text.charCodeAt(at))) return [-1, 0];
  let value = 0;
  for (let index = 1; index <= DIGITS_OF_TICKS; index += 1) {
    const unit = index <= digits ? text.charCodeAt(at + index) : ZERO;
    if (!isDigit(unit)) return [-1, 0];
    value = value * 10 + unit - ZERO;
  }
  return [Math.floor(value / 10_000), value % 10_000];
}

const isDigit = (unit: number): boolean => unit >= ZERO && unit < ZERO + 10;

/** Negative when one of them is no digit. */
function twoDigits(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  return isDigit(tens) && isDigit(ones) ? (tens - ZERO) * 10 + ones - ZERO : -1;
}

/** Where day and month are in doubt the first reading is taken: tools that print UTC print one order. */
function asUtc(local: LocalTimeText): RawTime | null {
  const [order] = local.orders;
  const timeMs = order === undefined ? null : localTimeMs(local, order);
  return timeMs === null
    ? local
    : { kind: 'exact', basis: 'utc', timeMs: epochMs(timeMs), ticks: local.ticks, precisionMs: local.precisionMs };
}
