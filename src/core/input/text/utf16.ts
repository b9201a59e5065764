import { isAsciiText } from './survey.ts';
import { completeUtf8Length, surveyUtf8 } from './utf8.ts';

export type WideEncoding = 'utf-16le' | 'utf-16be';

/** As much as the test for NULs looks at. */
const WINDOW_BYTES = 4096;
/** So many ASCII bytes in a row are not UTF-16: by chance four ideographs in ten look so, hardly 24 in a row. */
export const ASCII_RUN_BYTES = 48;

/** UTF-16 without a byte order mark, told by where its NULs stand; null for anything else. */
export function wideEncodingOf(bytes: Uint8Array): WideEncoding | null {
  const window = bytes.subarray(0, Math.min(bytes.length, WINDOW_BYTES) & ~1);
  let [even, odd] = [0, 0];
  for (let at = 0; at < window.length; at += 2) {
    if (window[at] === 0) even += 1;
    if (window[at + 1] === 0) odd += 1;
  }
  if (even === odd) return null;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  const [more, less] = odd > even ? [odd, even] : [even, odd];
  if (less * 4 > more || isBytesAtFirst(window.subarray(0, ASCII_RUN_BYTES), encoding)) return null;
  // Chinese or Japanese text has few NULs, in its line ends, blanks and digits.
  return more > window.length * 0.1 || isPlausible(window, encoding) ? encoding : null;
}

/** Text in bytes that UTF-16 follows: no NUL in its beginning, which is UTF-8 or makes no sense in units. */
function isBytesAtFirst(start: Uint8Array, encoding: WideEncoding): boolean {
  if (start.length < ASCII_RUN_BYTES || start.includes(0)) return false;
  const { sequences, wrong } = surveyUtf8(start.subarray(0, completeUtf8Length(start)));
  return (sequences > 0 && wrong === 0) || !isPlausible(start, encoding);
}

/** The scripts of Windows display languages and their punctuation. */
const COMMON_UNIT =
  /[\t\n\r -~\u00a0-\u017f\u0370-\u06ff\u0e00-\u0e7f\u1e00-\u1eff\u2010-\u203a\u2500-\u257f\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef]/g;

/** Nearly all units are common characters, and the bytes are not ASCII read in pairs, which looks Chinese. */
function isPlausible(window: Uint8Array, encoding: WideEncoding): boolean {
  const text = new TextDecoder(encoding).decode(window);
  let asciiPairs = 0;
  for (let at = 0; at < window.length; at += 2) {
    if (isAsciiText(window[at] ?? 0) && isAsciiText(window[at + 1] ?? 0)) asciiPairs += 1;
  }
  const common = text.match(COMMON_UNIT)?.length ?? 0;
  return common >= text.length * 0.9 && asciiPairs < text.length * 0.6;
}
