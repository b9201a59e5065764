import { epochMs } from '../../model/brand.ts';
import type { LocalTimeText, RawTime } from '../../model/event.ts';
import { parseSystemTime } from '../event-schema/system-time.ts';
import { localTimeMs } from '../normalise/calendar.ts';
import { parseLocalTime } from '../normalise/parse-local-time.ts';
import { ownText } from '../text/copy-text.ts';

const ZERO = 0x30;
const COLON = 0x3a;
const HYPHEN = 0x2d;
const MAX_AROUND = 52;
const MAX_KNOWN = 512;
const ISO = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}/;
const ZONED = /(?:Z|UTC|[+-]\d\d:?\d\d)$/i;

/** What all times with one text around the clock share. */
interface Known {
  readonly before: string;
  readonly after: string;
  readonly local: LocalTimeText | null;
  /** The text in front ends in a digit, and so may be the one in front of another hour with a digit less. */
  readonly isOpen: boolean;
  /** null: the text around says AM, and this is no hour of it. */
  readonly hours: readonly (number | null)[];
}

/**
 * Reads the times of a table. Times of one day share their date, and reading it is most of the work: it is read once for each text that
 * stands around a clock.
 */
export class TableTimes {
  readonly #language: string | null;
  readonly #isUtc: boolean;
  readonly #known = new Map<string, Known>();
  #last: Known = { before: '', after: '', local: null, isOpen: true, hours: [] };
  #lastText = '';
  #lastTime: RawTime | null = null;

  /** @param isUtc times without a zone are UTC in this format. */
  constructor(language: string | null, isUtc: boolean) {
    this.#language = language;
    this.#isUtc = isUtc;
  }

  read(text: string): RawTime | null {
    if (text === this.#lastText) return this.#lastTime;
    const time = this.#read(text.trim());
    this.#lastText = text;
    this.#lastTime = time;
    return time;
  }

  /** The time that stands from `from` to `to`, when what is around its clock was around the one before; null: it has to be read. */
  readAt(text: string, from: number, to: number): RawTime | null {
    const { before, after, local, isOpen, hours } = this.#last;
    const hourAt = from + before.length;
    if (local === null || isOpen || text.slice(from, hourAt) !== before) return null;
    const colon = text.charCodeAt(hourAt + 1) === COLON ? hourAt + 1 : hourAt + 2;
    const isWhole = text.charCodeAt(colon) === COLON && text.charCodeAt(colon + 3) === COLON;
    if (!isWhole || to - colon - 6 !== after.length || (after !== '' && text.slice(colon + 6, to) !== after))
      return null;
    const units = text.charCodeAt(hourAt) - ZERO;
    const hour = colon === hourAt + 1 ? (units <= 9 ? units : -1) : twoDigits(text, hourAt);
    const time = timeOf(local, hours[hour] ?? null, twoDigits(text, colon + 1), twoDigits(text, colon + 4));
    return time !== null && this.#isUtc ? asUtc(time) : time;
  }

  #read(text: string): RawTime | null {
    if (text.charCodeAt(4) === HYPHEN && ISO.test(text) && (this.#isUtc || ZONED.test(text)))
      return parseSystemTime(text);
    const local = this.#readLocal(text) ?? parseLocalTime(text, null, this.#language);
    return local?.kind === 'local' && this.#isUtc ? asUtc(local) : local;
  }

  /** `10/7/2016 6:38:24 PM`, by what is known of the text around the clock; null where that is no help. */
  #readLocal(text: string): RawTime | null {
    const colon = text.indexOf(':');
    if (colon < 2 || text.length > MAX_AROUND || text.charCodeAt(colon + 3) !== COLON) return null;
    const from = isDigit(text.charCodeAt(colon - 2)) ? colon - 2 : colon - 1;
    const hour = from === colon - 1 ? text.charCodeAt(from) - ZERO : twoDigits(text, from);
    if (hour < 0 || hour > 23) return null;
    const { local, hours } = this.#around(text.slice(0, from), text.slice(colon + 6));
    return timeOf(local, hours[hour] ?? null, twoDigits(text, colon + 1), twoDigits(text, colon + 4));
  }

  #around(before: string, after: string): Known {
    if (this.#last.before === before && this.#last.after === after) return this.#last;
    const key = `${before}\n${after}`;
    this.#last = this.#known.get(key) ?? this.#learn(key, ownText(before), ownText(after));
    return this.#last;
  }

  /** Asks the reader of all times what it makes of every hour. */
  #learn(key: string, before: string, after: string): Known {
    const at = (hour: number): RawTime | null => parseLocalTime(`${before}${hour}:00:00${after}`, null, this.#language);
    const local = at(1);
    const isUsual = local?.kind === 'local' && local.ticks === 0 && local.timeOfDayMs % HOUR_MS === 0;
    const hours = Array.from({ length: isUsual ? 24 : 0 }, (_, hour) => {
      const time = at(hour);
      return time?.kind === 'local' ? time.timeOfDayMs / HOUR_MS : null;
    });
    const isOpen = before === '' || isDigit(before.charCodeAt(before.length - 1));
    const known: Known = { before, after, local: isUsual ? local : null, isOpen, hours };
    if (this.#known.size >= MAX_KNOWN) this.#known.clear();
    this.#known.set(ownText(key), known);
    return known;
  }
}

function timeOf(
  local: LocalTimeText | null,
  hour: number | null,
  minute: number,
  second: number,
): LocalTimeText | null {
  if (local === null || hour === null || minute < 0 || minute > 59 || second < 0 || second > 59) return null;
  const { date, orders, ticks, precisionMs } = local;
  const timeOfDayMs = (hour * 3600 + minute * 60 + second) * 1000;
  return { kind: 'local', date, orders, timeOfDayMs, ticks, precisionMs };
}

const HOUR_MS = 3_600_000;
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
