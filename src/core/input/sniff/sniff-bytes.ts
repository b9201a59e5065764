import type { ProblemCode } from '../../model/problems.ts';
import { decodeBlock, isWide, type TextEncodingName } from '../text/decode-block.ts';
import { HEAD_BYTES, markedEncodingOf } from '../text/encoding.ts';
import { seamToWide } from '../text/seams.ts';
import { wideEncodingOf } from '../text/utf16.ts';
import { eventLogOf } from './event-log-magic.ts';
import { isLfsPointer } from './lfs-pointer.ts';
import { knownBinaryOf, knownFileOf, type SignatureKind } from './signatures.ts';

export type SniffKind =
  | 'text'
  | 'empty'
  | 'lfs-pointer'
  | 'evtx'
  | 'evt'
  | 'evtx-fragments'
  | 'damaged-binary'
  | SignatureKind;

export interface SniffResult {
  readonly kind: SniffKind;
  /** Why it is not read as text; null for text. */
  readonly problem: ProblemCode | null;
  /** What was seen: «a PNG picture». */
  readonly detail: string | null;
}

const PROBLEM_BY_KIND = {
  text: null,
  empty: 'input/empty',
  'lfs-pointer': 'input/lfs-pointer',
  evtx: 'input/unsupported-binary',
  evt: 'input/unsupported-binary',
  'evtx-fragments': 'input/unsupported-binary',
  'damaged-binary': 'input/damaged-binary',
  archive: 'input/archive',
  document: 'input/document',
  picture: 'input/picture',
  'other-binary': 'input/unrecognised',
} as const satisfies Record<SniffKind, ProblemCode | null>;

const result = (kind: SniffKind, detail: string | null): SniffResult => ({
  kind,
  problem: PROBLEM_BY_KIND[kind],
  detail,
});

/** What an input is, by its first 64 KiB and never by its name. */
export function sniffBytes(head: Uint8Array): SniffResult {
  const bytes = head.subarray(0, HEAD_BYTES);
  const log = eventLogOf(bytes);
  if (log !== null) return result(log.kind, log.name);
  const known = knownFileOf(bytes);
  if (known?.problem !== undefined) return { kind: known.kind, problem: known.problem, detail: null };
  if (known !== undefined) return result(known.kind, known.name);
  if (bytes.length < HEAD_BYTES && bytes.every(isBlank)) return result('empty', blanksIn(bytes));
  if (isLfsPointer(bytes)) return result('lfs-pointer', null);
  if (isText(bytes)) return result('text', null);
  const binary = knownBinaryOf(bytes);
  return result(binary.kind, binary.name);
}

/** NULs too: what a crash leaves of a file that was being written. And the bytes of the byte order marks. */
const BLANKS: ReadonlySet<number> = new Set([0x00, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20, 0xef, 0xbb, 0xbf, 0xff, 0xfe]);
const isBlank = (byte: number): boolean => BLANKS.has(byte);

/** A copy of a file that was locked is as long as the file, and holds zeros. */
function blanksIn(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return null;
  return bytes.every((byte) => byte === 0) ? 'nothing but zero bytes' : 'nothing but blanks';
}

/** One character in twenty that no text has is too much; random bytes have twice that. */
const MAX_STRANGE_SHARE = 0.05;

function isText(bytes: Uint8Array): boolean {
  const encoding = unicodeOf(bytes);
  if (encoding !== null && isWide(encoding)) return isWideText(encoding, bytes);
  // UTF-16 that was appended to bytes is full of controls when it is Cyrillic.
  const wideAt = seamToWide(bytes);
  if (wideAt <= 0) return isByteText(bytes);
  const wide = bytes.subarray(wideAt);
  return isByteText(bytes.subarray(0, wideAt)) && isWideText(unicodeOf(wide) ?? 'utf-16le', wide);
}

const unicodeOf = (bytes: Uint8Array): TextEncodingName | null => markedEncodingOf(bytes) ?? wideEncodingOf(bytes);

// Controls but TAB to CR and ESC, lone surrogates, private use. By numbers, since linters take a control in a pattern for a mistake.
const STRANGE = '\\0-\\x08\\x0e-\\x1a\\x1c-\\x1f\\ufffd-\\uffff\\ue000-\\uf8ff';
const STRANGE_UNIT = new RegExp(`[${STRANGE}]`, 'g');
function isWideText(encoding: TextEncodingName, bytes: Uint8Array): boolean {
  const { text } = decodeBlock(encoding, bytes, false);
  return (text.match(STRANGE_UNIT)?.length ?? 0) <= text.length * MAX_STRANGE_SHARE;
}

/** NULs don't count: they fill files, and stand in UTF-16 that was appended. TAB to CR, SUB (end of a DOS text) and ESC are usual. */
function isByteText(bytes: Uint8Array): boolean {
  let [strange, nuls] = [0, 0];
  for (const byte of bytes) {
    if (byte === 0) nuls += 1;
    else if (byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1a && byte !== 0x1b)) strange += 1;
  }
  return nuls < bytes.length && strange <= (bytes.length - nuls) * MAX_STRANGE_SHARE;
}
