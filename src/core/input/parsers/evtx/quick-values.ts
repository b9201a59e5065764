import type { ByteBlock } from '../../binary/byte-block.ts';

const COUNT_BYTES = 4;
const DESCRIPTOR_BYTES = 4;
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
  /** Size in the low 16 bits, type above. */
  readonly #descriptors = new Int32Array(MAX_QUICK_VALUES);
  readonly #offsets = new Int32Array(MAX_QUICK_VALUES);

  /** @param end inside the block, @param needed how many values are asked for later, at most `NOWHERE`. */
  load(block: ByteBlock, at: number, end: number, needed: number): void {
    const table = at + COUNT_BYTES;
    const room = Math.max(0, (end - table) >> 2);
    const stated = block.i32(at);
    const all = stated < 0 || stated > room ? room : stated;
    const count = Math.min(all, needed);
    const descriptors = this.#descriptors;
    const offsets = this.#offsets;
    const { view } = block;
    let offset = table + all * DESCRIPTOR_BYTES;
    let index = 0;
    for (; index < count; index++) {
      const descriptor = view.getInt32(table + index * DESCRIPTOR_BYTES, true);
      offsets[index] = offset;
      offset += descriptor & SIZE;
      if (offset > end) break;
      descriptors[index] = descriptor & SIZE_AND_TYPE;
    }
    for (; index < needed; index++) descriptors[index] = 0;
  }

  descriptor(index: number): number {
    return this.#descriptors[index] ?? 0;
  }
  offset(index: number): number {
    return this.#offsets[index] ?? 0;
  }
}

export const descriptorOf = (type: number, size: number): number => type * 0x1_0000 + size;
export const sizeIn = (descriptor: number): number => descriptor & SIZE;
export const typeIn = (descriptor: number): number => descriptor >>> 16;
