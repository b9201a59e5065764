import { isMinus, joinsAt, KIND, OTHER, WORD } from './characters.ts';
import { decimalValue, hexValue, signed, signedFromHex } from './numbers.ts';

/** Told a code and where its text begins and ends, in order; `true` ends the search. */
export type VisitCode = (code: number, start: number, end: number) => boolean;

/**
 * Finds the error codes of a text in every notation that counts without knowing the place (docs/rule-language.md, section 2.1).
 * Linear: every character is looked at once, and around a candidate at most 24 more.
 * @param names upper or lower case does not matter; only these names count.
 */
export function findCodes(text: string, names: ReadonlyMap<string, number> | null, visit: VisitCode): void {
  const wanted = names === null || names.size === 0 ? null : nameIndexOf(names);
  const length = text.length;
  let at = 0;
  while (at < length) {
    while (at < length && KIND[text.charCodeAt(at)] === OTHER) at += 1;
    const start = at;
    while (at < length && KIND[text.charCodeAt(at)] === WORD) at += 1;
    const wordEnd = at;
    const first = text.charCodeAt(start);
    if (mayBeNumber(text, start, wordEnd)) {
      const code = numberAt(text, start, wordEnd);
      if (!Number.isNaN(code) && visit(code, hasMinus(text, start) ? start - 1 : start, wordEnd)) return;
    }
    // A number ends at `_`; a name goes on.
    while (at < length && KIND[text.charCodeAt(at)] !== OTHER) at += 1;
    if (first > NINE && wanted?.mayHold(first, at - start)) {
      const code = wanted.codeOf(text, start, at);
      if (code !== undefined && visit(code, start, at)) return;
    }
  }
}

/** Adds the codes of one text to `into`, as signed 32-bit. */
export function scanCodes(text: string, into: Set<number>, names: ReadonlyMap<string, number> | null = null): void {
  findCodes(text, names, (code) => {
    into.add(code);
    return false;
  });
}

/** Does `scanCodes` find one of these codes here? For texts that are not rendered unless it may. */
export function mayHoldCode(
  text: string,
  codes: ReadonlySet<number>,
  names: ReadonlyMap<string, number> | null = null,
): boolean {
  let found = false;
  findCodes(text, names, (code) => {
    found = codes.has(code);
    return found;
  });
  return found;
}

/** A whole value: `-1032`, `5`, `%%1053`, `0x5`, `C0000005`. */
const WHOLE_VALUE = /^(?:%%)?(?:([-\u2010-\u2013\u2212\uff0d]?)(\d{1,10})|0x([0-9a-f]{1,16})|([0-9a-f]{8}))$/i;

/**
 * The code that a value is where a rule knows that the place holds one: small positive decimals count there.
 * @returns signed 32-bit; null when the value as a whole is no number, or no number of 32 bits.
 */
export function readCode(value: string): number | null {
  const [, minus, digits, prefixed, bare] = WHOLE_VALUE.exec(value.trim()) ?? [];
  const hex = prefixed ?? bare;
  if (hex !== undefined) return numberOrNull(signedFromHex(hex, 0, hex.length));
  if (digits === undefined) return null;
  const number = minus === '' ? Number(digits) : -Number(digits);
  return number >= -0x8000_0000 && number <= 0xffff_ffff ? signed(number) : null;
}
const numberOrNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

const hasMinus = (text: string, start: number): boolean => start > 0 && isMinus(text.charCodeAt(start - 1));

const BARE_HEX_DIGITS = 8;
/** Of 2147483648 to 4294967295. */
const DECIMAL_DIGITS = 10;
const ZERO = 0x30;
const NINE = 0x39;
const LOWER_X = 0x78;

/** Spares the rest for nearly every word: a code has eight or ten digits, a prefix or a minus. */
function mayBeNumber(text: string, start: number, end: number): boolean {
  const width = end - start;
  if (width === BARE_HEX_DIGITS) return true;
  if (width < 3 || text.charCodeAt(start) > NINE) return false;
  return width === DECIMAL_DIGITS || isPrefixed(text, start) || hasMinus(text, start);
}

/** The code that the word of letters and digits from `start` to `end` is, NaN if it is none. */
function numberAt(text: string, start: number, end: number): number {
  const minus = hasMinus(text, start);
  const code = minus ? negativeAt(text, start, end) : positiveAt(text, start, end);
  return !Number.isNaN(code) && isOpen(text, minus ? start - 1 : start) && isClosed(text, end) ? code : Number.NaN;
}

function negativeAt(text: string, start: number, end: number): number {
  if (end - start < 3 || end - start > 10) return Number.NaN;
  const value = decimalValue(text, start, end);
  return value <= 0x8000_0000 ? signed(-value) : Number.NaN;
}

function positiveAt(text: string, start: number, end: number): number {
  if (isPrefixed(text, start)) return signedFromHex(text, start + 2, end);
  if (end - start === BARE_HEX_DIGITS) return bareHexAt(text, start, end);
  if (end - start !== DECIMAL_DIGITS) return Number.NaN;
  const value = decimalValue(text, start, end);
  return value >= 0x8000_0000 && value <= 0xffff_ffff ? signed(value) : Number.NaN;
}

const isPrefixed = (text: string, start: number): boolean =>
  text.charCodeAt(start) === ZERO && (text.charCodeAt(start + 1) | 0x20) === LOWER_X;

/** Eight hex digits are a code by their look only if they start with 8 or C and are no decimal number. */
function bareHexAt(text: string, start: number, end: number): number {
  const value = hexValue(text, start, end);
  const top = value / 0x1000_0000;
  const looksLikeCode = (top >= 8 && top < 9) || (top >= 12 && top < 13);
  if (looksLikeCode && Number.isNaN(decimalValue(text, start, end))) return signed(value);
  return saysHresult(text, start) ? signed(value) : Number.NaN;
}

/** May a code begin here? Not inside a date, SID, GUID, version or ticket number. */
const isOpen = (text: string, start: number): boolean => {
  const before = text.charCodeAt(start - 1);
  return start === 0 || !(before === 0x2e || before === 0x5f || isMinus(before) || joinsAt(text, start - 1));
};
const isClosed = (text: string, end: number): boolean =>
  end === text.length || !(isMinus(text.charCodeAt(end)) || joinsAt(text, end));

const MAX_BLANKS = 8;
const skipBlanksBack = (text: string, from: number): number => {
  let at = from;
  while (at > 0 && from - at < MAX_BLANKS && ' \t\u00a0'.includes(text.charAt(at - 1))) at -= 1;
  return at;
};

/** Does `HRESULT`, `HRESULT:`, `HRESULT =` or `hr =` stand before this place? */
function saysHresult(text: string, start: number): boolean {
  let at = skipBlanksBack(text, start);
  const sign = text.charAt(at - 1);
  if (sign === '=' || sign === ':') at = skipBlanksBack(text, at - 1);
  const endsWith = (word: string): boolean =>
    text.slice(Math.max(0, at - word.length), at).toLowerCase() === word &&
    !(at > word.length && (joinsAt(text, at - word.length - 1) || text.charAt(at - word.length - 1) === '_'));
  return endsWith('hresult') || (sign === '=' && endsWith('hr'));
}

/** Names by their lower case, with a filter that spares the look-up for nearly every word of a text. */
class NameIndex {
  readonly #codeByName = new Map<string, number>();
  readonly #shapes = new Uint8Array(32 * 64);
  constructor(names: ReadonlyMap<string, number>) {
    for (const [name, code] of names) {
      this.#codeByName.set(name.toLowerCase(), code);
      this.#shapes[shapeOf(name.charCodeAt(0), name.length)] = 1;
    }
  }
  mayHold(firstUnit: number, length: number): boolean {
    return this.#shapes[shapeOf(firstUnit, length)] === 1;
  }
  codeOf(text: string, start: number, end: number): number | undefined {
    if ((start > 0 && joinsAt(text, start - 1)) || joinsAt(text, end)) return undefined;
    return this.#codeByName.get(text.slice(start, end).toLowerCase());
  }
}
/** First letter in any case and length. */
const shapeOf = (firstUnit: number, length: number): number => (firstUnit & 31) * 64 + Math.min(length, 63);

const indexByNames = new WeakMap<ReadonlyMap<string, number>, NameIndex>();
function nameIndexOf(names: ReadonlyMap<string, number>): NameIndex {
  const known = indexByNames.get(names);
  if (known !== undefined) return known;
  const index = new NameIndex(names);
  indexByNames.set(names, index);
  return index;
}
