import { isBlank } from '../../binary/blank.ts';
import { Chunk } from './chunk.ts';
import { endOfRecords, wrongChecksums } from './chunk-header.ts';
import type { Intake } from './intake.ts';
import { CHUNK_BYTES, CHUNK_HEADER_BYTES, MIN_RECORD_BYTES } from './layout.ts';
import { nextChunk, nextRecord } from './marks.ts';
import { isWhole, recordSize, statedSize } from './record.ts';

/** Reads one chunk: the chain of its records, then what lies behind the chain. */
export class ChunkReader {
  readonly #intake: Intake;
  readonly #verify: boolean;

  constructor(intake: Intake, verify: boolean) {
    this.#intake = intake;
    this.#verify = verify;
  }

  /**
   * @param bytes from the chunk header on; fewer than a chunk only at the end of the source.
   * @returns how many of them belong to it: another chunk may begin where bytes were lost.
   */
  read(bytes: Uint8Array, position: number): number {
    const chunk = new Chunk(bytes, position, 0);
    const isCut = bytes.length < CHUNK_BYTES;
    if (isCut) this.#intake.note('evtx/cut', position);
    else if (this.#verify) this.#check(chunk);
    const stated = isCut ? CHUNK_HEADER_BYTES : endOfRecords(chunk.block);
    const at = this.#readChain(chunk, stated);
    if (at < stated && !isBlank(chunk.block, at, stated)) this.#intake.note('evtx/broken-chain', position + at);
    // Most of a log that is not full.
    if (isBlank(chunk.block, at, bytes.length)) return bytes.length;
    const end = nextChunk(chunk.block, at, bytes.length);
    this.#readLoose(chunk, at, end);
    return end;
  }

  /** @returns where the chain ends, or breaks. */
  #readChain(chunk: Chunk, end: number): number {
    let at = CHUNK_HEADER_BYTES;
    while (at < end) {
      const size = statedSize(chunk.block, at, CHUNK_BYTES);
      if (size === 0) break;
      const next = at + size;
      const isTorn = !isWhole(chunk.block, at, size);
      this.#intake.takeLive(chunk, at, size, isTorn);
      if (isTorn) {
        // What follows its beginning is not its end, but may be whole records.
        if (next > end || (next < end && statedSize(chunk.block, next, CHUNK_BYTES) === 0)) return at;
        this.#readLoose(chunk, at + MIN_RECORD_BYTES, next);
      }
      at = next;
    }
    return at;
  }

  #readLoose(chunk: Chunk, from: number, end: number): void {
    for (let at = nextRecord(chunk.block, from, end); at < end; ) {
      const size = recordSize(chunk.block, at, end);
      this.#intake.takeRecovered(chunk, at, size);
      at = nextRecord(chunk.block, at + size, end);
    }
  }

  #check({ block, position }: Chunk): void {
    for (const part of wrongChecksums(block)) this.#intake.note('evtx/bad-checksum', position, part);
  }
}
