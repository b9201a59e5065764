import type { ByteBlock } from '../../binary/byte-block.ts';
import { DESCRIPTOR_BYTES, VALUE_COUNT_BYTES } from './layout.ts';

const SIZE = 0xffff;
const SIZE_AND_TYPE = 0xff_ffff;

/** Windows fills `System` from the first 20 values. */
const MAX_QUICK_VALUES = 64;
/** The number of a value that never is there: what the template does not have. */
export const NOWHERE = MAX_QUICK_VALUES - 1;

/**
 * The first values of an instance, in an object that serves all records in turn: what `Values` is for a record that is rendered. A value that is not
 * there, or not whole, has the descriptor 0, so that whoever has checked a descriptor may read the value without looking at the end of the block.
 */
export class QuickValues {
  readonly #offsets = new Int32Array(MAX_QUICK_VALUES);
  #view: DataView = new DataView(new ArrayBuffer(0));
  #table = 0;
  /** Of those that are loaded and whole. */
  #count = 0;

  /** @param end inside the block, @param needed how many values are asked for later, at most `NOWHERE`. */
  load(block: ByteBlock, at: number, end: number, needed: number): void {
    const table = at + VALUE_COUNT_BYTES;
    const room = Math.max(0, (end - table) >> 2);
    const stated = block.i32(at);
    const all = stated < 0 || stated > room ? room : stated;
    const count = Math.min(all, needed);
    const offsets = this.#offsets;
    const { view } = block;
    let offset = table + all * DESCRIPTOR_BYTES;
    for (let index = 0; index < count; index++) {
      offsets[index] = offset;
      offset += view.getUint16(table + index * DESCRIPTOR_BYTES, true);
    }
    this.#view = view;
    this.#table = table;
    this.#count = count;
    if (offset > end) this.#dropFrom(end);
  }

  /** The values that do not end before `end` are not there. */
  #dropFrom(end: number): void {
    let whole = 0;
    while (whole < this.#count && this.offset(whole) + this.#size(whole) <= end) whole += 1;
    this.#count = whole;
  }
  #size(index: number): number {
    return this.#view.getUint16(this.#table + index * DESCRIPTOR_BYTES, true);
  }

  /** Size in the low 16 bits, type above. */
  descriptor(index: number): number {
    return index < this.#count ? this.#view.getInt32(this.#table + index * DESCRIPTOR_BYTES, true) & SIZE_AND_TYPE : 0;
  }
  offset(index: number): number {
    return this.#offsets[index] ?? 0;
  }
}

export const descriptorOf = (type: number, size: number): number => type * 0x1_0000 + size;
export const sizeIn = (descriptor: number): number => descriptor & SIZE;
export const typeIn = (descriptor: number): number => descriptor >>> 16;
