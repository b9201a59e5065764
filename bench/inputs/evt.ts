import { readSample } from './samples.ts';
import { writePieces } from './write-file.ts';

const HEADER_BYTES = 48;
const RECORD_BYTES = 56;
const END_BYTES = 40;
const SIGNATURE = 0x654c664c; // `LfLe`
const END_PATTERN = [0x1111_1111, 0x2222_2222, 0x3333_3333, 0x4444_4444];
const SIZE_BYTES = 270e6;

function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, index * 4);
  return bytes;
}

/** The records of a wrapped log from the oldest on: what stands behind the newest, then what stands ahead of it. */
function recordsOf(log: Buffer): readonly Buffer[] {
  const end = log.indexOf(words(END_BYTES, ...END_PATTERN.slice(0, 3)));
  const unrolled = Buffer.concat([log.subarray(log.readUInt32LE(end + 20)), log.subarray(HEADER_BYTES, end)]);
  const records: Buffer[] = [];
  for (let at = unrolled.indexOf('LfLe') - 4; at >= 0; ) {
    const size = unrolled.readUInt32LE(at);
    const isWhole =
      size >= RECORD_BYTES && at + size <= unrolled.length && unrolled.readUInt32LE(at + size - 4) === size;
    if (isWhole) records.push(unrolled.subarray(at, at + size));
    const next = unrolled.indexOf('LfLe', at + (isWhole ? size : 8));
    at = next < 0 ? -1 : next - 4;
  }
  return records;
}

/** A clean log that never wrapped, numbered through. */
function* bigLog(): Generator<Uint8Array> {
  const records = recordsOf(readSample('plaso/test_data/SysEvent.Evt'));
  const roundBytes = records.reduce((sum, { length }) => sum + length, 0);
  const rounds = Math.ceil(SIZE_BYTES / roundBytes);
  const endAt = HEADER_BYTES + rounds * roundBytes;
  const next = rounds * records.length + 1;
  const fileBytes = endAt + END_BYTES;
  yield words(HEADER_BYTES, SIGNATURE, 1, 1, HEADER_BYTES, endAt, next, 1, fileBytes, 0, 0, HEADER_BYTES);
  for (let round = 0; round < rounds; round++) {
    for (const [index, record] of records.entries()) record.writeUInt32LE(round * records.length + index + 1, 8);
    yield Buffer.concat(records);
  }
  yield words(END_BYTES, ...END_PATTERN, HEADER_BYTES, endAt, next, 1, END_BYTES);
}

/** One log of 270 MB. */
export const makeBigEvt = (path: string): void => writePieces(path, bigLog());
