import { ByteBlock } from '../../binary/byte-block.ts';
import { CHUNK_BYTES } from './layout.ts';
import { Names } from './names.ts';
import type { Template } from './template.ts';

/** All definitions of a chunk together are smaller than the chunk; hostile ones that lie in each other are not. */
const DEFINITION_BUDGET = 4 * CHUNK_BYTES;

/** The bytes that the offsets of a record count in: a chunk, or what is left of one. */
export class Chunk {
  readonly block: ByteBlock;
  readonly names: Names;
  /** Of its first byte in the source. */
  readonly position: number;
  /** Where offset 0 stands in the block: below 0 when the beginning of the chunk is missing. */
  readonly origin: number;
  /** By the place of the definition; null: there is none. */
  readonly templateByPlace = new Map<number, Template | null>();
  /** The definition asked for last, by what instances say of it. */
  lastPlace = -1;
  lastId = 0;
  lastTemplate: Template | null = null;
  /** Bytes of definitions that may still be read. */
  definitionBudget = DEFINITION_BUDGET;

  constructor(bytes: Uint8Array, position: number, origin: number) {
    this.block = new ByteBlock(bytes);
    this.names = new Names(this.block);
    this.position = position;
    this.origin = origin;
  }

  /** Where the offset that stands at `at` points to, as a place in the block; one beyond 2 GiB is below 0. */
  target(at: number): number {
    return (this.block.i32(at) + this.origin) | 0;
  }
}
