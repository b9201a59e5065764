import type { ByteBlock } from '../../binary/byte-block.ts';
import {
  END_BYTES,
  END_MARKS,
  HEADER_BYTES,
  MAGIC,
  MAGIC_OFFSET,
  MAX_RECORD_BYTES,
  MIN_RECORD_BYTES,
} from './layout.ts';

const FLAG_DIRTY = 1;

/** Where the records in use lie; the offsets count from the beginning of the file. */
export interface Extent {
  readonly oldest: number;
  /** Of the end record, behind the newest. */
  readonly end: number;
  /** No record is in use. */
  readonly isEmpty: boolean;
}

/** Does a record at this position lie between the oldest and the end, around the end of the file if need be? */
export const isInUse = ({ oldest, end, isEmpty }: Extent, position: number): boolean =>
  !isEmpty && (oldest <= end ? position >= oldest && position < end : position >= oldest || position < end);

export const isHeader = (block: ByteBlock, at: number): boolean =>
  block.u32(at) === HEADER_BYTES &&
  block.u32(at + MAGIC_OFFSET) === MAGIC &&
  block.u32(at + HEADER_BYTES - 4) === HEADER_BYTES;

/** What the header says; null when the log was open: then it says what was true long ago. */
export function extentOfHeader(block: ByteBlock, at: number): Extent | null {
  if ((block.u32(at + 36) & FLAG_DIRTY) !== 0) return null;
  return { oldest: block.u32(at + 16), end: block.u32(at + 20), isEmpty: block.u32(at + 28) === 0 };
}

export const isEnd = (block: ByteBlock, at: number): boolean =>
  block.u32(at) === END_BYTES && END_MARKS.every((mark, index) => block.u32(at + 4 + index * 4) === mark);

/** What an end record says; null for one left over from before, which names another place than its own. */
export function extentOfEnd(block: ByteBlock, at: number, position: number): Extent | null {
  const end = block.u32(at + 24);
  return end === position ? { oldest: block.u32(at + 20), end, isEmpty: false } : null;
}

/** The length that a record beginning at `at` states; 0 when none begins there. */
export function statedLength(block: ByteBlock, at: number): number {
  if (block.i32(at + MAGIC_OFFSET) !== MAGIC) return 0;
  const length = block.i32(at);
  return length >= MIN_RECORD_BYTES && length <= MAX_RECORD_BYTES && length % 4 === 0 ? length : 0;
}

/** Does the copy at the end agree? */
export const isWhole = (block: ByteBlock, at: number, length: number): boolean => block.i32(at + length - 4) === length;

/**
 * Where a record or an end record may begin at or after `from`, at any byte: what lies between may have lost some. `end` when none does. One pass for both
 * marks: a search for one that goes on to the end would be made again for every false mark of the other.
 */
export function nextFrame(block: ByteBlock, from: number, end: number): number {
  const { bytes } = block;
  for (let at = from + MAGIC_OFFSET; at + MAGIC_OFFSET <= end; at++) {
    const byte = bytes[at];
    if (byte !== MAGIC_FIRST && byte !== END_FIRST) continue;
    const word = block.u32(at);
    if (word === MAGIC || word === END_MARKS[0]) return at - MAGIC_OFFSET;
  }
  return end;
}
const MAGIC_FIRST = MAGIC & 0xff;
const END_FIRST = END_MARKS[0] & 0xff;
