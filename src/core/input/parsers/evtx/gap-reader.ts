import { isBlank } from '../../binary/blank.ts';
import { ByteBlock } from '../../binary/byte-block.ts';
import { Chunk } from './chunk.ts';
import type { Intake } from './intake.ts';
import {
  CHUNK_BYTES,
  CHUNK_HEADER_BYTES,
  FRAGMENT_HEADER_BYTES,
  INSTANCE_HEADER_BYTES,
  RECORD_HEADER_BYTES,
  TOKEN,
} from './layout.ts';
import { nextChunk, nextRecord, openMark } from './marks.ts';
import { recordSize } from './record.ts';

/** Reads what stands where a chunk should: a damaged one, pieces of one, or nothing. */
export class GapReader {
  readonly #intake: Intake;

  constructor(intake: Intake) {
    this.#intake = intake;
  }

  /**
   * @param chunksAt a position where a chunk begins or would; null: none is known.
   * @returns how many of the bytes are done with: a record or chunk may begin that is not whole yet.
   */
  read(bytes: Uint8Array, position: number, chunksAt: number | null, isLast: boolean): number {
    const block = new ByteBlock(bytes);
    const end = nextChunk(block, 1, block.length);
    if (isBlank(block, 0, end)) return end;
    this.#intake.note(chunksAt === null ? 'evtx/no-header' : 'evtx/bad-chunk', position);
    const from = this.#readRecords(block, position, chunksAt, end);
    return isLast || end < block.length ? end : Math.max(1, openMark(block, from, end));
  }

  /** @returns where the last one ends. */
  #readRecords(block: ByteBlock, position: number, chunksAt: number | null, end: number): number {
    let done = 0;
    let chunk: Chunk | null = null;
    for (let at = nextRecord(block, 0, end); at < end; at = nextRecord(block, done, end)) {
      const origin = inlineOrigin(block, at) ?? chunk?.origin ?? slotOrigin(position + at, chunksAt) - position;
      if (chunk === null || chunk.origin !== origin) chunk = new Chunk(block.bytes, position, origin);
      const size = recordSize(block, at, end);
      this.#intake.takeRecovered(chunk, at, size);
      done = at + size;
    }
    return done;
  }
}

/** Chunks stand in a row. */
const slotOrigin = (position: number, chunksAt: number | null): number =>
  chunksAt === null ? 0 : chunksAt + Math.floor((position - chunksAt) / CHUNK_BYTES) * CHUNK_BYTES;

/** A record that brings its template says itself what place it had in its chunk. */
function inlineOrigin(block: ByteBlock, at: number): number | null {
  const instance = at + RECORD_HEADER_BYTES + FRAGMENT_HEADER_BYTES;
  if (block.u8(instance) !== TOKEN.templateInstance) return null;
  const definition = instance + INSTANCE_HEADER_BYTES;
  const offset = block.u32(instance + 6);
  const isInline =
    block.u32(instance + 2) === block.u32(definition + 4) && offset >= CHUNK_HEADER_BYTES && offset < CHUNK_BYTES;
  return isInline ? definition - offset : null;
}
