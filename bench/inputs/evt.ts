import { readSample } from './samples.ts';
import { writePieces } from './write-file.ts';

const HEADER_BYTES = 48;
const RECORD_BYTES = 56;
const END_BYTES = 40;
const SIGNATURE = 0x654c664c; // `LfLe`
const END_PATTERN = [0x1111_1111, 0x2222_2222, 0x3333_3333, 0x4444_4444];
const SIZE_BYTES = 270e6;
const NUMBER_AT = 8;
/** Generated and written, in seconds since 1970. */
const TIMES_AT = [12, 16];
/** The log begins this much earlier, so that its last round ends before 2106, the last year that 32 bits can tell. */
const EARLIER_SECONDS = 600e6;

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

/** The next round begins where this one ends: a log whose clock ran. */
function renumber(records: readonly Buffer[], firstNumber: number, laterSeconds: number): void {
  for (const [index, record] of records.entries()) {
    record.writeUInt32LE(firstNumber + index, NUMBER_AT);
    for (const at of TIMES_AT) record.writeUInt32LE(record.readUInt32LE(at) + laterSeconds, at);
  }
}

function spanSeconds(records: readonly Buffer[]): number {
  const times = records.map((record) => record.readUInt32LE(TIMES_AT[0]));
  return Math.max(...times) - Math.min(...times) + 1;
}

/** A clean log that never wrapped, numbered and dated through. */
function* bigLog(): Generator<Uint8Array> {
  const records = recordsOf(readSample('plaso/test_data/SysEvent.Evt'));
  const roundBytes = records.reduce((sum, { length }) => sum + length, 0);
  const rounds = Math.ceil(SIZE_BYTES / roundBytes);
  const endAt = HEADER_BYTES + rounds * roundBytes;
  const span = spanSeconds(records);
  const next = rounds * records.length + 1;
  const fileBytes = endAt + END_BYTES;
  yield words(HEADER_BYTES, SIGNATURE, 1, 1, HEADER_BYTES, endAt, next, 1, fileBytes, 0, 0, HEADER_BYTES);
  for (let round = 0; round < rounds; round++) {
    renumber(records, round * records.length + 1, round === 0 ? -EARLIER_SECONDS : span);
    yield Buffer.concat(records);
  }
  yield words(END_BYTES, ...END_PATTERN, HEADER_BYTES, endAt, next, 1, END_BYTES);
}

/** One log of 270 MB. */
export const makeBigEvt = (path: string): void => writePieces(path, bigLog());
