import { ByteBlock } from './byte-block.ts';
import { isSame } from './is-same.ts';

/** Longer values hardly ever repeat. */
const MAX_BYTES = 96;
/** Of which the low bits of the hash choose one: the last value with them is remembered. */
const ENTRIES = 1024;

/** Makes the text of a value. */
export type MakeText = (block: ByteBlock, at: number, size: number) => string;

/**
 * The texts of values that were read before. Logs say the same names, SIDs and paths in every record, and a text that is there already costs neither
 * time nor memory.
 */
export class TextMemo {
  readonly #bytes = new Uint8Array(ENTRIES * MAX_BYTES);
  readonly #block = new ByteBlock(this.#bytes);
  readonly #sizes = new Int32Array(ENTRIES);
  readonly #texts: string[] = Array.from({ length: ENTRIES }, () => '');
  readonly #make: MakeText;

  constructor(make: MakeText) {
    this.#make = make;
  }

  /** @param at where the value begins; what lies outside the block is not remembered. */
  text(block: ByteBlock, at: number, size: number): string {
    if (size > MAX_BYTES || size < 4 || at < 0 || at + size > block.length) return this.#make(block, at, size);
    const entry =
      (Math.imul(block.i32(at), 31) +
        Math.imul(block.i32(at + size - 4), 0x9e3779b1) +
        (block.i32(at + (size >> 1) - 2) >> 3) +
        size) &
      (ENTRIES - 1);
    const start = entry * MAX_BYTES;
    if (this.#sizes[entry] === size && isSame(this.#block, start, block, at, size)) return this.#texts[entry] ?? '';
    const text = this.#make(block, at, size);
    this.#bytes.set(block.bytes.subarray(at, at + size), start);
    this.#sizes[entry] = size;
    this.#texts[entry] = text;
    return text;
  }
}
