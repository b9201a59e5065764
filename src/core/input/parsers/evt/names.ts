import { readAnsi } from '../../binary/ansi.ts';
import type { ByteBlock } from '../../binary/byte-block.ts';
import { readUtf16 } from '../../binary/utf16.ts';

export interface ReadText {
  readonly text: string;
  /** Behind its NUL. */
  readonly end: number;
}
/** Reads the text that begins at `at` and ends with a NUL or at `end`. */
export type TextReader = (block: ByteBlock, at: number, end: number) => ReadText;

const readWide: TextReader = (block, at, end) => {
  let stop = at;
  while (stop + 2 <= end && block.u16(stop) !== 0) stop += 2;
  return { text: readUtf16(block, at, (stop - at) >> 1), end: Math.min(stop + 2, end) };
};

const readNarrow: TextReader = (block, at, end) => {
  let stop = at;
  while (stop < end && block.u8(stop) !== 0) stop += 1;
  return { text: readAnsi(block, at, stop - at), end: Math.min(stop + 1, end) };
};

/** Some programs write records of their own with single bytes. A source name has no ideographs, which two letters look like. */
export const textReaderOf = (block: ByteBlock, at: number): TextReader =>
  isLetter(block.u8(at)) && isLetter(block.u8(at + 1)) ? readNarrow : readWide;

const isLetter = (byte: number): boolean => byte >= 0x20 && byte < 0x7f;
