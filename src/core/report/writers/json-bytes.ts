import type { EventRecord } from '../../model/event.ts';
import { formatIsoTime } from '../../model/iso-time.ts';
import { TICKS_PER_MS } from '../../model/time-units.ts';
import { jsonString } from '../json-text.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const ASCII = 0x80;
/** An ASCII letter takes two bytes at most, where it stands behind a backslash. */
const BYTES_A_UNIT = 2;
/** Of a text of any letters. */
const UTF8_BYTES_A_UNIT = 3;
const FIRST_BYTES = 1 << 18;

const ZERO = 0x30;
/** Larger numbers of records and positions are not written digit by digit. */
const MAX_WHOLE = 999_999_999_999;
const MAX_DIGITS = 12;

const SECOND_MS = 1000;
/** Bytes. */
const SHORT = 64;

const PLAIN = 1;
/** By ASCII letter: it stands for itself; or the letter that stands behind a backslash for it; 0: any other way. */
const ESCAPES = new Uint8Array(ASCII);
for (let unit = 0x20; unit < 0x7f; unit += 1) ESCAPES[unit] = PLAIN;
for (const [letter, behind] of Object.entries({ '"': '"', '\\': '\\', '\n': 'n', '\r': 'r', '\t': 't' }))
  ESCAPES[letter.charCodeAt(0)] = behind.charCodeAt(0);

const encoder = new TextEncoder();

/** JSON as UTF-8, written piece by piece into one place. */
export class JsonBytes {
  #bytes = new Uint8Array(FIRST_BYTES);
  #length = 0;
  /** The second written last, since a log has many events of one second. */
  #secondMs = Number.NaN;
  #secondText = '';

  get length(): number {
    return this.#length;
  }

  /** What was written. It is valid until more is written; nothing is left. */
  take(): Uint8Array {
    const taken = this.#bytes.subarray(0, this.#length);
    this.#length = 0;
    return taken;
  }

  /** Takes back what was written behind `length`. */
  cutTo(length: number): void {
    this.#length = Math.min(length, this.#length);
  }

  /** JSON that is there as a text. */
  json(text: string): void {
    this.#makeRoom(text.length * UTF8_BYTES_A_UNIT);
    const bytes = this.#bytes;
    let at = this.#length;
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      if (unit >= ASCII) {
        this.#length = at + encoder.encodeInto(text.slice(index), bytes.subarray(at)).written;
        return;
      }
      bytes[at] = unit;
      at += 1;
    }
    this.#length = at;
  }

  /** A text as a string; null as null. */
  text(text: string | null): void {
    if (text === null) {
      this.json('null');
      return;
    }
    this.#makeRoom(text.length + 2);
    const bytes = this.#bytes;
    let to = this.#length;
    bytes[to] = QUOTE;
    to += 1;
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      if (unit >= ASCII || ESCAPES[unit] !== PLAIN) {
        this.json(jsonString(text));
        return;
      }
      bytes[to] = unit;
      to += 1;
    }
    bytes[to] = QUOTE;
    this.#length = to + 1;
  }

  /** A time as a string; null as null. */
  time({ timeMs, ticks }: Pick<EventRecord, 'timeMs' | 'ticks'>): void {
    if (timeMs === null) {
      this.json('null');
      return;
    }
    const secondMs = Math.floor(timeMs / SECOND_MS) * SECOND_MS;
    if (secondMs !== this.#secondMs) {
      this.#secondMs = secondMs;
      this.#secondText = `"${formatIsoTime({ timeMs, ticks: 0 }).slice(0, -4)}`;
    }
    this.json(this.#secondText);
    const rest = timeMs - secondMs;
    if (ticks === 0) this.#digits(rest, 3);
    else this.#digits(rest * TICKS_PER_MS + ticks, 7);
    this.json('Z"');
  }

  number(value: number | null): void {
    if (value === null || !Number.isInteger(value) || value < 0 || value > MAX_WHOLE) {
      this.json(`${value}`);
      return;
    }
    let digits = 1;
    for (let limit = 10; value >= limit && digits < MAX_DIGITS; limit *= 10) digits += 1;
    this.#digits(value, digits);
  }

  #digits(value: number, digits: number): void {
    this.#makeRoom(digits);
    let rest = value;
    for (let at = this.#length + digits - 1; at >= this.#length; at -= 1) {
      const next = Math.floor(rest / 10);
      this.#bytes[at] = ZERO + rest - next * 10;
      rest = next;
    }
    this.#length += digits;
  }

  /** JSON that is there as bytes. */
  bytes(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** What was written from `from` to `to`, once more. */
  again(from: number, to: number): void {
    this.#makeRoom(to - from);
    const bytes = this.#bytes;
    let at = this.#length;
    // A call costs more than a short loop.
    if (to - from > SHORT) bytes.copyWithin(at, from, to);
    else for (let index = from; index < to; index += 1) bytes[at++] = bytes[index] ?? 0;
    this.#length += to - from;
  }

  /**
   * A string from UTF-16 as it stands in a log.
   * @param view all units lie in it @returns false, and writes nothing, for a text that is not all ASCII or holds controls.
   */
  utf16(view: DataView, at: number, units: number): boolean {
    this.#makeRoom(units * BYTES_A_UNIT + 2);
    const bytes = this.#bytes;
    let to = this.#length;
    bytes[to] = QUOTE;
    to += 1;
    for (let index = 0; index < units; index += 1) {
      const unit = view.getUint16(at + index * 2, true);
      const written = unit < ASCII ? (ESCAPES[unit] ?? 0) : 0;
      if (written === PLAIN) {
        bytes[to] = unit;
        to += 1;
      } else if (written === 0) return false;
      else {
        bytes[to] = BACKSLASH;
        bytes[to + 1] = written;
        to += 2;
      }
    }
    bytes[to] = QUOTE;
    this.#length = to + 1;
    return true;
  }

  #makeRoom(bytes: number): void {
    const needed = this.#length + bytes;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}
