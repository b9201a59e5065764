import { upperHalfOf } from './code-pages.ts';
import { textFromUnits } from './units.ts';

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

/** Bytes of the sequence that `lead` begins, 0 for a byte that begins none. */
const lengthByLead = (lead: number): number => {
  if (lead < 0x80) return 1;
  if (lead < 0xc2) return 0;
  if (lead < 0xe0) return 2;
  if (lead < 0xf0) return 3;
  return lead < 0xf5 ? 4 : 0;
};

/** Neither an overlong form, nor a surrogate, nor beyond U+10FFFF. @see Unicode Standard, table 3-7 */
const isSecondByte = (lead: number, second: number | undefined): boolean => {
  if (second === undefined || (second & 0xc0) !== 0x80) return false;
  if (lead === 0xe0) return second >= 0xa0;
  if (lead === 0xed) return second < 0xa0;
  if (lead === 0xf0) return second >= 0x90;
  return lead !== 0xf4 || second < 0x90;
};

/** Length of the valid sequence at `at`, 0 when there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  const length = lengthByLead(lead);
  if (length < 2) return length;
  if (!isSecondByte(lead, bytes[at + 1])) return 0;
  for (let index = 2; index < length; index += 1) if (!isContinuation(bytes[at + index])) return 0;
  return length;
}

/** Bytes up to the last whole character: what follows is the beginning of one that the next piece may complete. */
export function completeUtf8Length(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const at = bytes.length - back;
    const byte = bytes[at] ?? 0;
    if (isContinuation(byte)) continue;
    const cut = lengthByLead(byte) > back && (back === 1 || isSecondByte(byte, bytes[at + 1]));
    return cut ? at : bytes.length;
  }
  return bytes.length;
}

interface Utf8Survey {
  /** Valid sequences of two bytes and more. */
  readonly sequences: number;
  /** Bytes outside any valid sequence. */
  readonly wrong: number;
  /** Index of the last wrong byte, -1 without one. */
  readonly lastWrong: number;
  /** Valid sequences before the first wrong byte, and after the last one. */
  readonly sequencesBefore: number;
  readonly sequencesAfter: number;
}

/** Counts what is UTF-8 in `bytes` and what cannot be. */
export function surveyUtf8(bytes: Uint8Array): Utf8Survey {
  let sequences = 0;
  let wrong = 0;
  let lastWrong = -1;
  let [sequencesBefore, sequencesAfter] = [0, 0];
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length > 1) {
      sequences += 1;
      sequencesAfter += 1;
    } else if (length === 0) {
      if (wrong === 0) sequencesBefore = sequences;
      wrong += 1;
      lastWrong = at;
      sequencesAfter = 0;
    }
    at += Math.max(length, 1);
  }
  return { sequences, wrong, lastWrong, sequencesBefore, sequencesAfter };
}

interface LenientText {
  readonly text: string;
  readonly wrong: number;
  /** Index of the first wrong byte. */
  readonly firstWrong: number;
}

/** UTF-8 in which each wrong byte stands for its windows-1252 character, so that nothing is lost. */
export function decodeUtf8Leniently(bytes: Uint8Array): LenientText {
  const windows1252 = upperHalfOf('windows-1252');
  const units = new Uint16Array(bytes.length);
  let size = 0;
  let wrong = 0;
  let firstWrong = -1;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length === 0) {
      if (wrong === 0) firstWrong = at;
      wrong += 1;
      units[size++] = windows1252.charCodeAt((bytes[at] ?? 0) - 0x80);
    } else {
      const point = codePointAt(bytes, at, length);
      if (point > 0xffff) units[size++] = 0xd7c0 + (point >> 10); // 0xd800 less 0x10000 >> 10
      units[size++] = point > 0xffff ? 0xdc00 | (point & 0x3ff) : point;
    }
    at += Math.max(length, 1);
  }
  return { text: textFromUnits(units.subarray(0, size)), wrong, firstWrong };
}

function codePointAt(bytes: Uint8Array, at: number, length: number): number {
  const lead = bytes[at] ?? 0;
  let point = length === 1 ? lead : lead & (0x7f >> length);
  for (let index = 1; index < length; index += 1) point = (point << 6) | ((bytes[at + index] ?? 0) & 0x3f);
  return point;
}
