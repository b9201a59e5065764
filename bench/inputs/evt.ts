import { readSample } from './samples.ts';
import { writePieces } from './write-file.ts';

const HEADER_BYTES = 48;
const RECORD_BYTES = 56;
const END_BYTES = 40;
const SIZE_BYTES = 270e6;

/** The records of a wrapped log from the oldest on: what stands behind the newest, then what stands ahead of it. */
function recordsOf(log: Buffer): readonly Buffer[] {
  const end = log.indexOf(Buffer.from('28000000111111112222222233333333', 'hex'));
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
  const header = Buffer.alloc(HEADER_BYTES);
  for (const [index, value] of [
    HEADER_BYTES,
    0,
    1,
    1,
    HEADER_BYTES,
    endAt,
    next,
    1,
    endAt + END_BYTES,
    0,
    0,
    HEADER_BYTES,
  ].entries())
    header.writeUInt32LE(value, index * 4);
  header.write('LfLe', 4, 'latin1');
  yield header;
  for (let round = 0; round < rounds; round++) {
    for (const [index, record] of records.entries()) record.writeUInt32LE(round * records.length + index + 1, 8);
    yield Buffer.concat(records);
  }
  const end = Buffer.alloc(END_BYTES);
  for (const [index, value] of [
    END_BYTES,
    0x11111111,
    0x22222222,
    0x33333333,
    0x44444444,
    HEADER_BYTES,
    endAt,
    next,
    1,
    END_BYTES,
  ].entries())
    end.writeUInt32LE(value, index * 4);
  yield end;
}

/** One log of 270 MB. */
export const makeBigEvt = (path: string): void => writePieces(path, bigLog());
