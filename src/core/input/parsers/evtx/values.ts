import type { ByteBlock } from '../../binary/byte-block.ts';
import { DESCRIPTOR_BYTES, TYPE, VALUE_COUNT_BYTES } from './layout.ts';
import { valueText } from './value-text.ts';

/** The values of one template instance: their number, size and type of each, then the values themselves. */
export class Values {
  readonly block: ByteBlock;
  /** Of those that are whole. */
  readonly count: number;
  /** Some lie outside the record. */
  readonly isDamaged: boolean;
  readonly #table: number;
  readonly #offsets: readonly number[];

  constructor(block: ByteBlock, at: number, end: number) {
    this.block = block;
    this.#table = at + VALUE_COUNT_BYTES;
    const stated = block.u32(at);
    const count = Math.min(stated, Math.max(0, Math.floor((end - this.#table) / DESCRIPTOR_BYTES)));
    const offsets = new Array<number>(count);
    let offset = this.#table + count * DESCRIPTOR_BYTES;
    let whole = 0;
    for (; whole < count; whole++) {
      offsets[whole] = offset;
      offset += block.u16(this.#table + whole * DESCRIPTOR_BYTES);
      if (offset > end) break;
    }
    this.count = whole;
    this.isDamaged = whole < stated;
    this.#offsets = offsets;
  }

  size(index: number): number {
    return index < this.count ? this.block.u16(this.descriptorAt(index)) : 0;
  }
  /** A value that is not there is null. */
  type(index: number): number {
    return index < this.count ? this.block.u8(this.descriptorAt(index) + 2) : TYPE.null;
  }
  descriptorAt(index: number): number {
    return this.#table + index * DESCRIPTOR_BYTES;
  }
  offset(index: number): number {
    return this.#offsets[index] ?? 0;
  }
  isNull(index: number): boolean {
    return this.size(index) === 0 || this.type(index) === TYPE.null;
  }
  text(index: number): string {
    return valueText(this.block, this.type(index), this.offset(index), this.size(index));
  }
}
