import { upperHexOf } from '../../../model/hex.ts';
import { isoFromMs } from '../../../model/iso-time.ts';
import { readAnsi } from '../../binary/ansi.ts';
import type { ByteBlock } from '../../binary/byte-block.ts';
import { guidText } from '../../binary/guid.ts';
import { sidBytes, sidText } from '../../binary/sid.ts';
import { type MakeText, TextMemo } from '../../binary/text-memo.ts';
import { readUtf16 } from '../../binary/utf16.ts';
import { timeFromFiletime } from '../../normalise/filetime.ts';
import { TYPE } from './layout.ts';

/** How a type reads, and the bytes of one item; 0 where items differ in size. */
interface ValueType {
  readonly bytes: number;
  readonly text: MakeText;
}

/** Depends on nothing but the bytes, so that all sources may share it. */
function remembered(make: MakeText): MakeText {
  const memo = new TextMemo(make);
  return (block, at, size) => memo.text(block, at, size);
}

/** As Windows writes each type into event XML. @see MS-EVEN6, section 2.2.12 */
const VALUE_TYPES: ReadonlyMap<number, ValueType> = new Map<number, ValueType>([
  [0x01, { bytes: 0, text: remembered((block, at, size) => readUtf16(block, at, size >> 1)) }],
  [0x02, { bytes: 0, text: readAnsi }],
  [0x03, { bytes: 1, text: (block, at) => `${(block.u8(at) << 24) >> 24}` }],
  [0x04, { bytes: 1, text: (block, at) => `${block.u8(at)}` }],
  [0x05, { bytes: 2, text: (block, at) => `${(block.u16(at) << 16) >> 16}` }],
  [0x06, { bytes: 2, text: (block, at) => `${block.u16(at)}` }],
  [0x07, { bytes: 4, text: (block, at) => `${block.u32(at) | 0}` }],
  [0x08, { bytes: 4, text: (block, at) => `${block.u32(at)}` }],
  [0x09, { bytes: 8, text: (block, at) => `${block.i64(at)}` }],
  [0x0a, { bytes: 8, text: (block, at) => `${block.u64(at) ?? block.big(at)}` }],
  [0x0b, { bytes: 4, text: (block, at) => realText(block.f32(at)) }],
  [0x0c, { bytes: 8, text: (block, at) => realText(block.f64(at)) }],
  // Four bytes; any that is not zero counts, 8, 16 and 65536 occur.
  [0x0d, { bytes: 4, text: (block, at) => `${block.u32(at) !== 0}` }],
  [0x0e, { bytes: 0, text: (block, at, size) => upperHexOf(block.copy(at, size)) }],
  [0x0f, { bytes: 16, text: remembered((block, at) => guidText(block, at)) }],
  [0x10, { bytes: 4, text: (block, at, size) => (size >= 8 ? hex64(block, at) : hex32(block, at)) }],
  [0x11, { bytes: 8, text: filetimeText }],
  [0x12, { bytes: 16, text: systemtimeText }],
  [0x13, { bytes: 0, text: remembered((block, at, size) => sidText(block, at, size) ?? '') }],
  [0x14, { bytes: 4, text: hex32 }],
  [0x15, { bytes: 8, text: remembered(hex64) }],
  [0x23, { bytes: 0, text: (block, at, size) => readUtf16(block, at, size >> 1) }],
]);
const byType: readonly (ValueType | undefined)[] = Array.from({ length: 0x80 }, (_, type) => VALUE_TYPES.get(type));

/** The text of one value; empty for a type without text, and for one that is shorter than its type. */
export function valueText(block: ByteBlock, type: number, at: number, size: number): string {
  const known = byType[type];
  return known === undefined || size < known.bytes || size === 0 ? '' : known.text(block, at, size);
}

/** The texts of the items of an array. An empty one holds one empty item, as an element without text would. */
export function arrayTexts(block: ByteBlock, type: number, at: number, size: number): readonly string[] {
  const itemType = type & ~TYPE.array;
  const itemBytes = byType[itemType]?.bytes ?? 0;
  const texts: string[] = [];
  let start = at;
  while (start < at + size) {
    const bytes = itemBytes === 0 ? itemSize(block, itemType, start, at + size) : itemBytes;
    if (start + bytes > at + size) break;
    texts.push(valueText(block, itemType, start, bytes));
    start += bytes;
  }
  return texts.length === 0 ? [''] : texts;
}

/** At least 1. Strings end with a NUL, the last one may lack it. */
function itemSize(block: ByteBlock, itemType: number, start: number, end: number): number {
  if (itemType === TYPE.sid) return sidBytes(block, start);
  if (itemType !== TYPE.string && itemType !== TYPE.ansi) return end - start;
  const unitBytes = itemType === TYPE.string ? 2 : 1;
  const unit = (at: number): number => (unitBytes === 2 ? block.u16(at) : block.u8(at));
  if (start + unitBytes > end) return unitBytes; // half a unit is no item
  let at = start;
  while (at + unitBytes <= end && unit(at) !== 0) at += unitBytes;
  return Math.min(at + unitBytes, end) - start;
}

function hex32(block: ByteBlock, at: number): string {
  return `0x${block.u32(at).toString(16)}`;
}
function hex64(block: ByteBlock, at: number): string {
  const high = block.u32(at + 4);
  const low = block.u32(at).toString(16);
  return high === 0 ? `0x${low}` : `0x${high.toString(16)}${low.padStart(8, '0')}`;
}

/** The C library of Windows writes no numbers like this. */
function realText(value: number): string {
  if (Number.isFinite(value)) return `${value}`;
  return Number.isNaN(value) ? '-1.#IND' : `${value < 0 ? '-' : ''}1.#INF`;
}

/** Always seven fraction digits; 0, which means «not set», is 1601. */
function filetimeText(block: ByteBlock, at: number): string {
  const time = timeFromFiletime(block.u32(at), block.u32(at + 4));
  if (time === null) return '1601-01-01T00:00:00.0000000Z';
  return `${isoFromMs(time.timeMs).slice(0, -1)}${`${time.ticks}`.padStart(4, '0')}Z`;
}

/** Year, month, day of the week, day, hour, minute, second, millisecond. */
function systemtimeText(block: ByteBlock, at: number): string {
  const [year, month, day, hour, minute, second, ms] = [0, 2, 6, 8, 10, 12, 14].map((offset) => block.u16(at + offset));
  const digits = (value: number | undefined, count: number): string => `${value}`.padStart(count, '0');
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}T${digits(hour, 2)}:${digits(minute, 2)}:${digits(second, 2)}.${digits(ms, 3)}Z`;
}
