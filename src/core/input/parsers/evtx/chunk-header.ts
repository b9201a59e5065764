import type { ByteBlock } from '../../binary/byte-block.ts';
import { crc32 } from '../../binary/crc32.ts';
import { CHUNK_BYTES, CHUNK_HEADER_BYTES } from './layout.ts';

const FREE_SPACE_OFFSET = 48;
const DATA_CHECKSUM_OFFSET = 52;
const FLAGS_OFFSET = 120;
const HEADER_CHECKSUM_OFFSET = 124;
const TABLES_OFFSET = 128;
/** Also in the flags of the file: nobody keeps its checksums, and they are no sign of damage. */
export const NO_CHECKSUMS = 4;

/** Where the records of the chunk end; a header that says something impossible says nothing. */
export function endOfRecords(block: ByteBlock): number {
  const free = block.u32(FREE_SPACE_OFFSET);
  return free >= CHUNK_HEADER_BYTES && free <= CHUNK_BYTES ? free : CHUNK_BYTES;
}

/** Which checksums of a whole chunk are wrong. */
export function wrongChecksums(block: ByteBlock): readonly ('header' | 'data')[] {
  if ((block.u32(FLAGS_OFFSET) & NO_CHECKSUMS) !== 0) return [];
  const { bytes } = block;
  const header = crc32(bytes.subarray(TABLES_OFFSET, CHUNK_HEADER_BYTES), crc32(bytes.subarray(0, FLAGS_OFFSET)));
  const data = crc32(bytes.subarray(CHUNK_HEADER_BYTES, endOfRecords(block)));
  const wrong: ('header' | 'data')[] = [];
  if (header !== block.u32(HEADER_CHECKSUM_OFFSET)) wrong.push('header');
  if (data !== block.u32(DATA_CHECKSUM_OFFSET)) wrong.push('data');
  return wrong;
}
