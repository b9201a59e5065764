/** Builds EVT byte by byte, from the description of the format alone: nothing here comes from the reader. */

export const HEADER_BYTES = 48;

import { joined } from '../../../../support/sources.ts';

const FIXED_BYTES = 56;
const MAGIC = 0x654c_664c;

export interface Record {
  readonly number?: number;
  readonly generated?: number;
  readonly written?: number;
  /** All 32 bits. */
  readonly identifier?: number;
  readonly type?: number;
  readonly category?: number;
  readonly source?: string;
  readonly computer?: string;
  readonly strings?: readonly string[];
  readonly sid?: readonly number[];
  readonly data?: readonly number[];
  /** Names and strings in single bytes. */
  readonly isNarrow?: boolean;
  /** What replaces the truth, by offset of a u32. */
  readonly lies?: ReadonlyMap<number, number>;
}

/** 2006-03-14T10:00:00Z */
export const GENERATED = Date.UTC(2006, 2, 14, 10) / 1000;

const wide = (text: string): readonly number[] =>
  Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)).flatMap((unit) => [unit & 0xff, unit >> 8]);
const narrow = (text: string): readonly number[] => Array.from(text, (unit) => unit.charCodeAt(0));

export function recordBytes(record: Record = {}): Uint8Array {
  const { strings = [], sid = [], data = [], isNarrow = false } = record;
  const text = (content: string): readonly number[] => (isNarrow ? narrow(`${content}\0`) : wide(`${content}\0`));
  const names = [...text(record.source ?? 'ESE'), ...text(record.computer ?? 'EX1')];
  while ((FIXED_BYTES + names.length) % 4 !== 0) names.push(0);
  const sidOffset = FIXED_BYTES + names.length;
  const stringOffset = sidOffset + sid.length;
  const inserts = strings.flatMap(text);
  const dataOffset = stringOffset + inserts.length;
  const body = [...names, ...sid, ...inserts, ...data];
  const length = FIXED_BYTES + Math.ceil(body.length / 4) * 4 + 4;
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  const generated = record.generated ?? GENERATED;
  const words = [
    ...[length, MAGIC, record.number ?? 1, generated, record.written ?? generated, record.identifier ?? 0xc000_01b7],
    ...[(record.type ?? 1) | (strings.length << 16), record.category ?? 3, 0, stringOffset],
    ...[sid.length, sid.length === 0 ? 0 : sidOffset, data.length, data.length === 0 ? 0 : dataOffset],
  ];
  for (const [index, word] of words.entries()) view.setUint32(index * 4, word, true);
  bytes.set(body, FIXED_BYTES);
  view.setUint32(length - 4, length, true);
  for (const [at, value] of record.lies ?? []) view.setUint32(at, value, true);
  return bytes;
}

export interface Pointers {
  readonly oldest: number;
  readonly end: number;
  readonly next: number;
  readonly oldestNumber: number;
}

const words = (...values: readonly number[]): Uint8Array => new Uint8Array(Uint32Array.from(values).buffer);

export const headerBytes = ({ oldest, end, next, oldestNumber }: Pointers, flags = 0): Uint8Array =>
  words(HEADER_BYTES, MAGIC, 1, 1, oldest, end, next, oldestNumber, 0x80000, flags, 604_800, HEADER_BYTES);
export const endBytes = ({ oldest, end, next, oldestNumber }: Pointers): Uint8Array =>
  words(40, 0x1111_1111, 0x2222_2222, 0x3333_3333, 0x4444_4444, oldest, end, next, oldestNumber, 40);
export const filler = (bytes: number): Uint8Array => words(...Array<number>(bytes / 4).fill(0x27));

const numberOf = (record: Uint8Array): number => new DataView(record.buffer).getUint32(8, true);

/** A log with these records in a row. @param flags 1: the header is that of an empty log, as in one that is open. */
export function logOf(records: readonly Uint8Array[], flags = 0): Uint8Array {
  const end = HEADER_BYTES + records.reduce((sum, { length }) => sum + length, 0);
  const numbers = records.map(numberOf);
  const truth = { oldest: HEADER_BYTES, end, next: (numbers.at(-1) ?? 0) + 1, oldestNumber: numbers[0] ?? 0 };
  const empty = { oldest: HEADER_BYTES, end: HEADER_BYTES, next: 1, oldestNumber: 0 };
  return joined(headerBytes((flags & 1) === 0 ? truth : empty, flags), ...records, endBytes(truth));
}

export interface WrapOptions {
  /** Bytes of the last record that stand behind the header instead of at the end. */
  readonly cut?: number;
  /** What is left between the end record and the oldest one. */
  readonly gap?: Uint8Array;
  readonly flags?: number;
  /** What fills the end of the file. */
  readonly tail?: Uint8Array;
}
const NOTHING = new Uint8Array(0);

/** A log that wrapped: the newest records, the end record, what is left of the old space, then the oldest ones. */
export function wrappedLog(
  newest: readonly Uint8Array[],
  oldest: readonly Uint8Array[],
  { cut = 0, gap = NOTHING, flags = 2, tail = NOTHING }: WrapOptions = {},
): Uint8Array {
  const old = joined(...oldest);
  const rest = old.subarray(old.length - cut);
  const front = joined(rest, ...newest);
  const end = HEADER_BYTES + front.length;
  const pointers = {
    oldest: end + 40 + gap.length,
    end,
    next: (newest.map(numberOf).at(-1) ?? 0) + 1,
    oldestNumber: oldest.map(numberOf)[0] ?? 0,
  };
  const header = headerBytes((flags & 1) === 0 ? pointers : { oldest: 48, end: 48, next: 1, oldestNumber: 0 }, flags);
  return joined(header, front, endBytes(pointers), gap, old.subarray(0, old.length - cut), tail);
}
