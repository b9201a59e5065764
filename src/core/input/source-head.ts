import { HEAD_BYTES } from './text/encoding.ts';

export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

interface SourceHead {
  /** At least the first 64 KiB that hold anything, if there are as many. */
  readonly head: Uint8Array;
  /** Nothing follows it. */
  readonly isWhole: boolean;
  /** Everything from the first byte on. */
  readonly all: AsyncGenerator<Uint8Array>;
}

/** More are of a disk or a memory, not of a log. */
const MAX_LEADING_ZEROS = 1 << 26;

/**
 * The beginning as one piece, and all pieces again. A log out of the memory of a machine, or one whose beginning never reached the disk,
 * has zeros for what is missing: they are counted instead of kept.
 */
export async function takeHead(chunks: Chunks): Promise<SourceHead> {
  const iterator = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
  const pieces: Uint8Array[] = [];
  let [size, zeros] = [0, 0];
  let isWhole = false;
  while (size < HEAD_BYTES && !isWhole) {
    const next = await iterator.next();
    if (next.done === true) isWhole = true;
    else {
      size += next.value.length;
      // The memory of a piece may be used again as soon as the next one is asked for.
      pieces.push(size < HEAD_BYTES ? next.value.slice() : next.value);
      const missing = size < HEAD_BYTES || zeros >= MAX_LEADING_ZEROS ? 0 : missingBytes(pieces);
      if (missing > 0) {
        const rest = joined(pieces, size).slice(missing);
        [size, zeros] = [rest.length, zeros + missing];
        pieces.splice(0, pieces.length, rest);
      }
    }
  }
  const head = joined(pieces, size);
  const rest = {
    [Symbol.asyncIterator]: () => ({
      next: async () => (isWhole ? { done: true as const, value: undefined } : await iterator.next()),
    }),
  };
  return { head, isWhole, all: chain(zeros, head, rest) };
}

/** What is looked for at the beginning of a sector stays there. */
const SECTOR_BYTES = 512;

/** Sectors of zeros, if they fill a head; the last one stays. */
function missingBytes(pieces: readonly Uint8Array[]): number {
  let zeros = 0;
  for (const piece of pieces) {
    const at = piece.findIndex((byte) => byte !== 0);
    zeros += at < 0 ? piece.length : at;
    if (at >= 0) break;
  }
  return zeros < HEAD_BYTES ? 0 : zeros - 1 - ((zeros - 1) % SECTOR_BYTES);
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return only;
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}

/** No string and no batch gets larger than this, however large the pieces are that come in. */
const MAX_PIECE_BYTES = 1 << 20;

async function* chain(zeros: number, head: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const none = new Uint8Array(Math.min(zeros, MAX_PIECE_BYTES));
  for (let left = zeros; left > 0; left -= none.length) yield none.subarray(0, left);
  yield* slices(head);
  for await (const piece of rest) yield* slices(piece);
}

export function* slices(piece: Uint8Array, size = MAX_PIECE_BYTES): Generator<Uint8Array> {
  for (let at = 0; at < piece.length; at += size) yield piece.subarray(at, at + size);
}
