import { type DecodedBlock, isWide, type TextEncodingName } from './decode-block.ts';
import { isAsciiText } from './survey.ts';
import { surveyUtf8 } from './utf8.ts';
import { ASCII_RUN_BYTES, type WideEncoding, wideEncodingOf } from './utf16.ts';

/** Places of one block that are tried, so that stray NULs cost little. */
const MAX_TRIES = 8;
/** What must follow to be taken for UTF-16. */
const LEAST_WIDE_BYTES = 32;
const WIDE_WINDOW_BYTES = 4096;
/** So many wrong bytes, or right sequences where none should be, are another encoding and not damage. */
export const LEAST_EVIDENCE = 8;

const LINE_FEED = 0x0a;
const lineStartBefore = (bytes: Uint8Array, at: number): number => bytes.lastIndexOf(LINE_FEED, at) + 1;

/**
 * Where UTF-16 changes to bytes or bytes to UTF-16, -1 where they don't: files joined by `copy a+b`, or a log to which another shell
 * appended (`>>`).
 */
export const findWidthSeam = (encoding: TextEncodingName, bytes: Uint8Array): number =>
  isWide(encoding) ? seamToBytes(bytes) : seamToWide(bytes);

/**
 * Where UTF-8 changes to a code page or the reverse, -1 where it doesn't: another program appended.
 * @param decoded the bytes in the present encoding
 */
export function findPageSeam(encoding: TextEncodingName, bytes: Uint8Array, decoded: DecodedBlock): number {
  if (isWide(encoding)) return -1;
  return encoding === 'utf-8' ? seamToCodePage(bytes, decoded) : seamToUtf8(bytes);
}

/** ASCII bytes in UTF-16, or a UTF-8 byte order mark before such. */
function seamToBytes(bytes: Uint8Array): number {
  // A run of that length covers one of these places and its neighbour.
  for (let probe = 0; probe + 1 < bytes.length; probe += ASCII_RUN_BYTES - 1) {
    if (!isAsciiText(bytes[probe] ?? 0) || !isAsciiText(bytes[probe + 1] ?? 0)) continue;
    let [start, end] = [probe, probe];
    while (start > 0 && isAsciiText(bytes[start - 1] ?? 0)) start -= 1;
    while (end < bytes.length && isAsciiText(bytes[end] ?? 0)) end += 1;
    if (end - start >= ASCII_RUN_BYTES) return startOfBytes(bytes, start);
    probe = Math.max(probe, end - ASCII_RUN_BYTES + 1);
  }
  return -1;
}

function startOfBytes(bytes: Uint8Array, runAt: number): number {
  const hasMark = bytes[runAt - 3] === 0xef && bytes[runAt - 2] === 0xbb && bytes[runAt - 1] === 0xbf;
  // Units begin at even places: a run from an odd one begins with the second byte of a unit.
  return hasMark ? runAt - 3 : runAt + (runAt & 1);
}

/** Where UTF-16 begins in bytes, -1 where it doesn't. */
export function seamToWide(bytes: Uint8Array): number {
  return firstOf(seamAtMark(bytes, 0xff, 0xfe), firstOf(seamAtMark(bytes, 0xfe, 0xff), seamAtNul(bytes)));
}
const firstOf = (a: number, b: number): number => (a < 0 ? b : b < 0 ? a : Math.min(a, b));

const wideFrom = (bytes: Uint8Array, at: number): WideEncoding | null =>
  bytes.length - at < LEAST_WIDE_BYTES ? null : wideEncodingOf(bytes.subarray(at, at + WIDE_WINDOW_BYTES));

function seamAtMark(bytes: Uint8Array, first: number, second: number): number {
  let at = bytes.indexOf(first);
  for (let tries = 0; at >= 0 && tries < MAX_TRIES; tries += 1) {
    if (bytes[at + 1] === second && wideFrom(bytes, at + 2) !== null) return at;
    at = bytes.indexOf(first, at + 1);
  }
  return -1;
}

/** Without a mark only the order of Windows is looked for, except where the block itself begins so. */
function seamAtNul(bytes: Uint8Array): number {
  let at = bytes.indexOf(0);
  for (let tries = 0; at >= 0 && tries < MAX_TRIES; tries += 1) {
    const start = Math.max(0, at - 1);
    const encoding = wideFrom(bytes, start);
    if (encoding === 'utf-16le' || (encoding !== null && start === 0)) return unitsBackFrom(bytes, start);
    while (bytes[at] === 0) at += 1;
    at = bytes.indexOf(0, at);
  }
  return -1;
}

/** Cyrillic or Greek may stand before the first NUL: units whose high byte is a control that no text has. */
function unitsBackFrom(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at >= 2 && isControl(bytes[at - 1] ?? 0)) at -= 2;
  return at;
}
const isControl = (byte: number): boolean => byte > 0 && byte < 0x20 && !isAsciiText(byte);

/** From the line of the first byte that is not UTF-8, if the rest is not either. */
function seamToCodePage(bytes: Uint8Array, { wrong, firstWrong }: DecodedBlock): number {
  if (wrong < LEAST_EVIDENCE) return -1;
  const start = lineStartBefore(bytes, firstWrong);
  const rest = surveyUtf8(bytes.subarray(start));
  return rest.wrong > rest.sequences ? start : -1;
}

/** The end of a block tells whether UTF-8 has begun in it. */
const TAIL_BYTES = 2048;

/** From the line after the last byte that is not UTF-8, -1 if no UTF-8 follows it. */
export function seamToUtf8(bytes: Uint8Array): number {
  if (surveyUtf8(bytes.subarray(-TAIL_BYTES)).sequencesAfter < LEAST_EVIDENCE) return -1;
  const { lastWrong } = surveyUtf8(bytes);
  const lineEnd = bytes.indexOf(LINE_FEED, lastWrong + 1);
  return lastWrong < 0 ? 0 : lineEnd < 0 ? -1 : lineEnd + 1;
}
