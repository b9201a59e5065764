import type { ByteBlock } from '../../binary/byte-block.ts';
import { CHUNK_MAGIC, FILE_MAGIC, MAX_RECORD_BYTES, MIN_RECORD_BYTES, RECORD_MAGIC } from './layout.ts';
import { recordSize } from './record.ts';

const ASTERISK = 0x2a;
const CAPITAL_E = 0x45;
const MAGIC_BYTES = 8;
const HEADER_SIZE_OFFSET = 40;
const HEADER_SIZE = 128;

const is = (block: ByteBlock, at: number, [low, high]: readonly [number, number]): boolean =>
  block.u32(at) === low && block.u32(at + 4) === high;
export const isFileHeader = (block: ByteBlock, at: number): boolean => is(block, at, FILE_MAGIC);
export const isChunkHeader = (block: ByteBlock, at: number): boolean => is(block, at, CHUNK_MAGIC);

/** Where a chunk begins that is not expected there, else `end`. The magic alone may stand in a text. */
export const nextChunk = (block: ByteBlock, from: number, end: number): number =>
  nextByte(
    block,
    CAPITAL_E,
    from,
    end,
    (at) => isChunkHeader(block, at) && block.u32(at + HEADER_SIZE_OFFSET) === HEADER_SIZE,
  );

/** Where a whole record begins at or after `from`, else `end`. */
export const nextRecord = (block: ByteBlock, from: number, end: number): number =>
  nextByte(block, ASTERISK, from, end, (at) => recordSize(block, at, end) > 0);

/** Where a record or chunk begins that the bytes behind `end` may complete, else `end`. */
export function openMark(block: ByteBlock, from: number, end: number): number {
  const record = nextByte(block, ASTERISK, Math.max(from, end - MAX_RECORD_BYTES), end, (at) =>
    isOpenRecord(block, at, end),
  );
  return nextByte(block, CAPITAL_E, Math.max(from, end - HEADER_SIZE_OFFSET - 4), record, (at) =>
    isOpenChunk(block, at, end),
  );
}

function nextByte(block: ByteBlock, byte: number, from: number, end: number, isMark: (at: number) => boolean): number {
  const bytes = block.bytes.subarray(0, end);
  for (let at = bytes.indexOf(byte, from); at !== -1; at = bytes.indexOf(byte, at + 1)) if (isMark(at)) return at;
  return end;
}

function isOpenRecord(block: ByteBlock, at: number, end: number): boolean {
  if (end - at < MAGIC_BYTES) return '**\0\0'.startsWith(latin(block, at, Math.min(end, at + 4)));
  const size = block.u32(at + 4);
  return block.u32(at) === RECORD_MAGIC && size >= MIN_RECORD_BYTES && size <= MAX_RECORD_BYTES && at + size > end;
}
const isOpenChunk = (block: ByteBlock, at: number, end: number): boolean =>
  end - at < HEADER_SIZE_OFFSET + 4 && 'ElfChnk\0'.startsWith(latin(block, at, Math.min(end, at + MAGIC_BYTES)));

const latin = (block: ByteBlock, from: number, to: number): string =>
  String.fromCharCode(...block.bytes.subarray(from, to));
