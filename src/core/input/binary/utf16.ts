import { FORMAT_CHARACTERS } from '../text/clean.ts';
import { textFromUnits } from '../text/units.ts';
import type { ByteBlock } from './byte-block.ts';

/** What XML 1.0, section 2.2, does not allow; with the `u` flag a surrogate matches only when it stands alone. */
const CONTROLS = String.raw`\0-\x08\v\f\x0e-\x1f`;
const UNWANTED = new RegExp(`[${CONTROLS}${FORMAT_CHARACTERS}\\ufffe\\uffff\\p{Surrogate}]`, 'gu');
/** Below, building the text from its units is faster than a decoder. */
const SHORT_UNITS = 48;
/** From the first direction mark to the last. */
const FORMAT = { first: 0x200e, last: 0x2069 };
/** Of the units below the blank only tab, line feed and carriage return may stand in XML. */
const isPlainUnit = (unit: number): boolean =>
  (unit >= 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09) &&
  (unit < FORMAT.first || (unit > FORMAT.last && unit < 0xd800));

const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

/**
 * Without what no XML can carry: the NULs at the end of C strings, other control characters, halves of surrogate pairs; and without direction marks,
 * which no reader of text keeps: Windows writes them into dates, and an event has to say the same in every format.
 */
export const withoutUnwanted = (text: string): string => text.replace(UNWANTED, '');

/** @param units may be hostile: what lies outside the block is left out. */
export function readUtf16(block: ByteBlock, at: number, units: number): string {
  if (at < 0) return '';
  let count = Math.min(units, Math.max(0, (block.length - at) >> 1));
  while (count > 0 && block.u16(at + count * 2 - 2) === 0) count -= 1;
  if (count === 0) return '';
  return count <= SHORT_UNITS ? readShort(block, at, count) : readLong(block, at, count);
}

function readShort(block: ByteBlock, at: number, count: number): string {
  const { view } = block;
  const units = new Array<number>(count);
  let isPlain = true;
  for (let index = 0; index < count; index++) {
    const unit = view.getUint16(at + index * 2, true);
    if (!isPlainUnit(unit)) isPlain = false;
    units[index] = unit;
  }
  // Spreading into the call is slower.
  const text: string = Reflect.apply(String.fromCharCode, null, units);
  return isPlain ? text : withoutUnwanted(text);
}

function readLong(block: ByteBlock, at: number, count: number): string {
  const { view } = block;
  for (let index = 0; index < count; index++) {
    // The decoder makes U+FFFD of half a pair.
    if (!isPlainUnit(view.getUint16(at + index * 2, true))) return withoutUnwanted(unitsAt(block, at, count));
  }
  return decoder.decode(block.bytes.subarray(at, at + count * 2));
}

function unitsAt(block: ByteBlock, at: number, count: number): string {
  const units = new Uint16Array(count);
  for (let index = 0; index < count; index++) units[index] = block.u16(at + index * 2);
  return textFromUnits(units);
}
