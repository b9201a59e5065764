import type { ByteBlock } from '../../binary/byte-block.ts';
import { isSame } from '../../binary/is-same.ts';
import { readUtf16 } from '../../binary/utf16.ts';
import { NAME_HEADER_BYTES } from './layout.ts';

/** The name of an element, attribute or entity. */
export interface Name {
  /** null: no XML may carry such a name, so it is damaged or overwritten. */
  readonly text: string | null;
  /** Behind the record, where reading goes on after one that stands in line. */
  readonly end: number;
  /** Its hash agrees: it is a name, not bytes read by mistake. */
  readonly isSound: boolean;
}

const HASH_FACTOR = 65_599;
const MAX_UNITS = 512;
const XML_NAME = /^[\p{L}_:][\p{L}\p{N}\p{M}._:-]*$/u;

/** The names of one chunk, each read once. */
export class Names {
  readonly #block: ByteBlock;
  readonly #nameByOffset = new Map<number, Name>();

  constructor(block: ByteBlock) {
    this.#block = block;
  }

  at(at: number): Name {
    const known = this.#nameByOffset.get(at);
    if (known !== undefined) return known;
    const name = readName(this.#block, at);
    this.#nameByOffset.set(at, name);
    return name;
  }
}

const HASH_OFFSET = 4;

/** Hash, length and text of the name at `at`: what makes names equal, apart from where the next one stands. */
export const nameBytes = (block: ByteBlock, at: number): Uint8Array =>
  block.copy(at + HASH_OFFSET, NAME_HEADER_BYTES - HASH_OFFSET + Math.min(block.u16(at + 6), MAX_UNITS) * 2);
export const isNameAt = (name: ByteBlock, block: ByteBlock, at: number): boolean =>
  isSame(name, 0, block, at + HASH_OFFSET, name.length);

/** Next name of the same bucket, hash, length, text, NUL. */
function readName(block: ByteBlock, at: number): Name {
  const units = Math.min(block.u16(at + 6), MAX_UNITS);
  const start = at + NAME_HEADER_BYTES;
  const text = readUtf16(block, start, units);
  const isSound = units > 0 && start + units * 2 <= block.length && hashOf(block, start, units) === block.u16(at + 4);
  return { text: XML_NAME.test(text) ? text : null, end: start + units * 2 + 2, isSound };
}

function hashOf(block: ByteBlock, start: number, units: number): number {
  let hash = 0;
  for (let index = 0; index < units; index++) hash = (Math.imul(hash, HASH_FACTOR) + block.u16(start + index * 2)) | 0;
  return hash & 0xffff;
}
