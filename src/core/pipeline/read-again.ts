import { type ByteSource, piecesOf } from '../model/source.ts';

/**
 * A source that gives the same bytes at each reading. Without a size it may be a pipe, which gives them once: they are kept. Of a file only
 * its length is kept: what a log gained meanwhile holds names that the first reading has not seen.
 */
export function readableAgain(source: ByteSource): ByteSource {
  const { name, sizeBytes } = source;
  // The system has no size for pipes, or 0.
  const reading = sizeBytes === null || sizeBytes === 0 ? new KeptReading(source) : new BoundedReading(source);
  return { name, sizeBytes, chunks: () => reading.chunks() };
}

class KeptReading {
  readonly #pieces: Uint8Array[] = [];
  readonly #rest: AsyncGenerator<Uint8Array>;
  #error: { readonly thrown: unknown } | null = null;
  constructor(source: ByteSource) {
    this.#rest = piecesOf(source);
  }

  /** A reading that stops early leaves the rest for the next one. */
  async *chunks(): AsyncGenerator<Uint8Array> {
    for (let at = 0; ; at++) {
      const piece = this.#pieces[at] ?? (await this.#next());
      if (piece === null) return;
      yield piece;
    }
  }

  async #next(): Promise<Uint8Array | null> {
    if (this.#error !== null) throw this.#error.thrown;
    try {
      const { done, value } = await this.#rest.next();
      if (done) return null;
      // The memory of a piece is used for the next one.
      const piece = value.slice();
      this.#pieces.push(piece);
      return piece;
    } catch (thrown) {
      this.#error = { thrown };
      throw thrown;
    }
  }
}

class BoundedReading {
  readonly #source: ByteSource;
  /** Of the first reading that came to the end. */
  #lengthBytes: number | null = null;
  constructor(source: ByteSource) {
    this.#source = source;
  }

  async *chunks(): AsyncGenerator<Uint8Array> {
    let left = this.#lengthBytes ?? Number.POSITIVE_INFINITY;
    let lengthBytes = 0;
    for await (const piece of this.#source.chunks()) {
      const known = piece.subarray(0, Math.min(piece.length, left));
      if (known.length > 0) yield known;
      lengthBytes += known.length;
      left -= known.length;
      if (left === 0) return;
    }
    this.#lengthBytes ??= lengthBytes;
  }
}
