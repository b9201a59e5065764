import {
  type CodePage,
  type DoubleByteEncoding,
  decodeSingleBytes,
  isDoubleByte,
  type SingleByteEncoding,
} from './code-pages.ts';
import { completeUtf8Length, decodeUtf8Leniently } from './utf8.ts';
import type { WideEncoding } from './utf16.ts';

export type TextEncodingName = 'utf-8' | WideEncoding | CodePage;

export interface DecodedBlock {
  readonly text: string;
  /** Bytes read: those of a character that the block cuts are left for the next one. */
  readonly consumed: number;
  /** Bytes or units that the encoding does not have. */
  readonly wrong: number;
  /** Index of the first such byte, -1 without one. */
  readonly firstWrong: number;
}

/** Two bytes a unit. */
export const isWide = (encoding: TextEncodingName): encoding is WideEncoding => encoding.startsWith('utf-16');

/** Decodes a block that begins at a character. It keeps nothing, so a block can be decoded again. @param last no more bytes follow */
export function decodeBlock(encoding: TextEncodingName, bytes: Uint8Array, last: boolean): DecodedBlock {
  if (encoding === 'utf-8') return decodeUtf8(bytes, last);
  if (isWide(encoding)) return decodeWide(encoding, bytes, last);
  return isDoubleByte(encoding) ? decodeDoubleByte(encoding, bytes, last) : decodeSingleByte(encoding, bytes);
}

// Without `stream` Node takes its fast way for ASCII.
const asciiDecoder = new TextDecoder('utf-8');
/** Text of bytes that are known to be ASCII. */
export const decodeAscii = (bytes: Uint8Array): string => asciiDecoder.decode(bytes);

const createStrictUtf8 = (): TextDecoder => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
let strictUtf8 = createStrictUtf8();

function decodeUtf8(bytes: Uint8Array, last: boolean): DecodedBlock {
  const length = completeUtf8Length(bytes);
  const isCut = last && length < bytes.length;
  const whole = isCut ? bytes : bytes.subarray(0, length);
  const text = isCut ? null : decodeStrictly(whole);
  if (text === null) return { ...decodeUtf8Leniently(whole), consumed: whole.length };
  return { text, consumed: whole.length, wrong: 0, firstWrong: -1 };
}

/** null for what is not UTF-8. */
function decodeStrictly(whole: Uint8Array): string | null {
  try {
    // Streaming is half as fast again where a little is not ASCII. It holds nothing back: the last character is whole.
    return strictUtf8.decode(whole, { stream: true });
  } catch {
    strictUtf8 = createStrictUtf8();
    return null;
  }
}

const wideDecoders = {
  'utf-16le': new TextDecoder('utf-16le', { ignoreBOM: true }),
  'utf-16be': new TextDecoder('utf-16be', { ignoreBOM: true }),
};

/** The last byte of an odd number is wrong and left out. */
function decodeWide(encoding: WideEncoding, bytes: Uint8Array, last: boolean): DecodedBlock {
  const highByte = encoding === 'utf-16le' ? 1 : 0;
  const isHalf = (at: number, mark: number): boolean => ((bytes[at + highByte] ?? 0) & 0xfc) === mark;
  let length = bytes.length & ~1;
  if (!last && length > 2 && isHalf(length - 2, 0xd8)) length -= 2;
  const text = wideDecoders[encoding].decode(bytes.subarray(0, length));
  let [wrong, firstWrong] = [0, -1];
  // A lone surrogate becomes U+FFFD in its place.
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) {
    const byteAt = at * 2;
    if (!isHalf(byteAt, 0xd8) && !isHalf(byteAt, 0xdc)) continue;
    if (wrong === 0) firstWrong = byteAt;
    wrong += 1;
  }
  const odd = last && bytes.length > length;
  if (odd && wrong === 0) firstWrong = length;
  return { text, consumed: odd ? bytes.length : length, wrong: wrong + Number(odd), firstWrong };
}

function decodeSingleByte(encoding: SingleByteEncoding, bytes: Uint8Array): DecodedBlock {
  const text = decodeSingleBytes(encoding, bytes);
  return { text, consumed: bytes.length, ...countUndefined(text) };
}

/** A byte without a character becomes U+FFFD, or the control of the same number. */
const UNDEFINED = /[\u0080-\u009f\ufffd]/g;

function countUndefined(text: string): { wrong: number; firstWrong: number } {
  const firstWrong = text.search(UNDEFINED);
  return { wrong: firstWrong < 0 ? 0 : (text.match(UNDEFINED)?.length ?? 0), firstWrong };
}

const doubleByteDecoders = new Map<DoubleByteEncoding, TextDecoder>();
function doubleByteDecoder(encoding: DoubleByteEncoding): TextDecoder {
  const decoder = doubleByteDecoders.get(encoding) ?? new TextDecoder(encoding);
  doubleByteDecoders.set(encoding, decoder);
  return decoder;
}

function decodeDoubleByte(encoding: DoubleByteEncoding, bytes: Uint8Array, last: boolean): DecodedBlock {
  const decoder = doubleByteDecoder(encoding);
  const whole = last ? bytes : bytes.subarray(0, completeDoubleByteLength(encoding, bytes));
  const text = decoder.decode(whole);
  const { wrong } = countUndefined(text);
  return { text, consumed: whole.length, wrong, firstWrong: wrong === 0 ? -1 : firstUndefinedAt(decoder, whole) };
}

/** No second byte of these encodings is below the digits, so a blank or a line end stands between characters. */
const LEAST_TRAIL_BYTE = 0x30;

function completeDoubleByteLength(encoding: DoubleByteEncoding, bytes: Uint8Array): number {
  let at = bytes.length;
  while (at > 0 && (bytes[at - 1] ?? 0) >= LEAST_TRAIL_BYTE) at -= 1;
  for (;;) {
    const next = at + doubleByteLength(encoding, bytes, at);
    if (next > bytes.length || next === at) return at;
    at = next;
  }
}

/** Bytes of the character at `at`, 0 at the end. */
function doubleByteLength(encoding: DoubleByteEncoding, bytes: Uint8Array, at: number): number {
  const lead = bytes[at];
  if (lead === undefined) return 0;
  const isKatakana = encoding === 'shift_jis' && lead >= 0xa0 && lead < 0xe0;
  if (lead <= 0x80 || lead === 0xff || isKatakana) return 1;
  const second = bytes[at + 1] ?? 0;
  return encoding === 'gb18030' && second >= 0x30 && second < 0x3a ? 4 : 2;
}

/** Index of the byte that makes the first wrong character: the shortest beginning with one, found by halving. */
function firstUndefinedAt(decoder: TextDecoder, bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    // Streaming holds back a character that `middle` cuts; the empty call forgets it.
    const text = decoder.decode(bytes.subarray(0, middle), { stream: true });
    decoder.decode();
    if (text.search(UNDEFINED) < 0) good = middle;
    else bad = middle;
  }
  return good;
}
