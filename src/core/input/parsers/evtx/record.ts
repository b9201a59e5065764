import type { ExactTime } from '../../../model/event.ts';
import type { ByteBlock } from '../../binary/byte-block.ts';
import type { Origin } from '../../event-schema/raw-event.ts';
import type { Chunk } from './chunk.ts';
import { exactTimeAt } from './exact-time.ts';
import { MAX_RECORD_BYTES, MIN_RECORD_BYTES, RECORD_MAGIC } from './layout.ts';

const ID_OFFSET = 8;
const WRITTEN_OFFSET = 16;
/** The size stands again at the end. */
const COPY_BYTES = 4;

/** What the record that begins at `at` says its size is; 0 when none begins there, or it would not end before `end`. */
export function statedSize(block: ByteBlock, at: number, end: number): number {
  if (block.i32(at) !== RECORD_MAGIC) return 0;
  const size = block.i32(at + 4);
  return size >= MIN_RECORD_BYTES && size <= MAX_RECORD_BYTES && at + size <= end ? size : 0;
}

/** Does the copy at its end agree? */
export const isWhole = (block: ByteBlock, at: number, size: number): boolean =>
  block.i32(at + size - COPY_BYTES) === size;

/** The size of the whole record that begins at `at`, else 0. */
export function recordSize(block: ByteBlock, at: number, end: number): number {
  const size = statedSize(block, at, end);
  return size > 0 && isWhole(block, at, size) ? size : 0;
}

/** A record of a chunk. */
export interface RecordPlace {
  readonly chunk: Chunk;
  readonly at: number;
  /** Behind its BinXML. */
  readonly end: number;
  readonly state: RecordState;
}
/** `torn`: the chain leads to it, but its end is that of something else. */
export type RecordState = 'live' | 'torn' | 'recovered';

export const placeOf = (chunk: Chunk, at: number, size: number, state: RecordState): RecordPlace => ({
  chunk,
  at,
  end: endOf(at, size),
  state,
});

/** Behind its BinXML. */
export const endOf = (at: number, size: number): number => at + size - COPY_BYTES;

export const headerIdAt = (at: number): number => at + ID_OFFSET;
export const writtenAt = (at: number): number => at + WRITTEN_OFFSET;

/** What the header of the record says, for an event that does not say it itself. */
export class HeaderOrigin implements Origin {
  readonly position: number;
  readonly recovered: boolean;
  readonly #place: RecordPlace;

  constructor(place: RecordPlace) {
    this.position = place.chunk.position + place.at;
    this.recovered = place.state === 'recovered';
    this.#place = place;
  }

  get recordId(): number | null {
    return this.#place.chunk.block.u64(headerIdAt(this.#place.at));
  }
  get time(): ExactTime | null {
    return exactTimeAt(this.#place.chunk.block, writtenAt(this.#place.at));
  }
}
