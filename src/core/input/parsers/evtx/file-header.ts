import type { ByteBlock } from '../../binary/byte-block.ts';
import { crc32 } from '../../binary/crc32.ts';
import { NO_CHECKSUMS } from './chunk-header.ts';

const FLAGS_OFFSET = 120;
const CHECKSUM_OFFSET = 124;

/** Nothing else in the header is of use: its counts are those of the last time Windows closed the file. */
export interface FileHeader {
  readonly hasChecksums: boolean;
  readonly isChecksumWrong: boolean;
}

export function readFileHeader(block: ByteBlock): FileHeader {
  const hasChecksums = (block.u32(FLAGS_OFFSET) & NO_CHECKSUMS) === 0;
  const isChecksumWrong = hasChecksums && crc32(block.bytes.subarray(0, FLAGS_OFFSET)) !== block.u32(CHECKSUM_OFFSET);
  return { hasChecksums, isChecksumWrong };
}
