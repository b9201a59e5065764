type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

const EMPTY = new Uint8Array();

/** Bytes of a stream, taken as they are needed. Keeps what was asked for ahead and no more than one piece behind it. */
export class PullReader {
  readonly #iterator: AsyncIterator<Uint8Array> | Iterator<Uint8Array>;
  /** Not taken yet. Its memory is that of the stream, so it is copied before more is asked for. */
  #held: Uint8Array = EMPTY;
  #isOver = false;
  /** What the stream failed with; thrown when all before it is taken. */
  #failure: { readonly error: unknown } | null = null;
  #read = 0;

  constructor(chunks: Chunks) {
    this.#iterator = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
  }

  /** Bytes taken out of the stream so far. */
  get bytesRead(): number {
    return this.#read;
  }

  /** The next bytes, without taking them: fewer than asked for only at the end. */
  async peek(count: number): Promise<Uint8Array> {
    while (this.#held.length < count && !this.#isOver) {
      const before = this.#held.slice();
      const next = await this.#nextOrFailure();
      if (next !== null) this.#held = before.length === 0 ? next : joined(before, next);
    }
    return this.#held.subarray(0, count);
  }

  /** Exactly so many; null when the stream ends before. */
  async take(count: number): Promise<Uint8Array | null> {
    const bytes = await this.peek(count);
    if (bytes.length < count) {
      if (this.#failure !== null) throw this.#failure.error;
      return null;
    }
    this.#held = this.#held.subarray(count);
    return bytes.slice();
  }

  /** What there is, at most so much; null at the end. */
  async some(count: number): Promise<Uint8Array | null> {
    if (this.#held.length === 0 && this.#failure !== null) throw this.#failure.error;
    while (this.#held.length === 0 && !this.#isOver) this.#held = (await this.#next()) ?? EMPTY;
    if (this.#held.length === 0) return null;
    const bytes = this.#held.subarray(0, count);
    this.#held = this.#held.subarray(bytes.length);
    return bytes;
  }

  /** @returns whether so many were there. */
  async skip(count: number): Promise<boolean> {
    for (let left = count; left > 0; ) {
      const bytes = await this.some(left);
      if (bytes === null) return false;
      left -= bytes.length;
    }
    return true;
  }

  /** Gives bytes back that were taken last. */
  unread(bytes: Uint8Array): void {
    this.#held = this.#held.length === 0 ? bytes : joined(bytes, this.#held);
  }

  async *rest(): AsyncGenerator<Uint8Array> {
    try {
      for (let bytes = await this.some(MAX_PIECE_BYTES); bytes !== null; bytes = await this.some(MAX_PIECE_BYTES))
        yield bytes;
    } finally {
      await this.close();
    }
  }

  /** The stream may let go of what it holds. */
  async close(): Promise<void> {
    if (!this.#isOver) await this.#iterator.return?.();
    this.#isOver = true;
    this.#held = EMPTY;
  }

  async #nextOrFailure(): Promise<Uint8Array | null> {
    try {
      return await this.#next();
    } catch (error) {
      if (this.#held.length === 0) throw error;
      this.#failure = { error };
      this.#isOver = true;
      return null;
    }
  }

  async #next(): Promise<Uint8Array | null> {
    const next = await this.#iterator.next();
    if (next.done === true) {
      this.#isOver = true;
      return null;
    }
    this.#read += next.value.length;
    return next.value;
  }
}
const MAX_PIECE_BYTES = 1 << 20;

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
