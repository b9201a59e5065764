/** Reads a block and says how many of its bytes it took, at least one; the others begin the next block. @param last the input ends with it */
type ReadBlock = (block: Uint8Array, last: boolean) => number;

/** Cuts bytes into blocks of one size, counted from the start of the input: however the pieces come, the blocks are the same. */
export class BlockCutter {
  readonly #read: ReadBlock;
  readonly #buffer: Uint8Array;
  #size = 0;
  constructor(sizeBytes: number, read: ReadBlock) {
    this.#buffer = new Uint8Array(sizeBytes);
    this.#read = read;
  }

  push(bytes: Uint8Array): void {
    const wanted = this.#buffer.length;
    for (let rest = bytes; rest.length > 0; ) {
      if (this.#size === 0 && rest.length >= wanted) {
        rest = rest.subarray(this.#read(rest.subarray(0, wanted), false)); // no copy
        continue;
      }
      const part = rest.subarray(0, wanted - this.#size);
      this.#buffer.set(part, this.#size);
      this.#size += part.length;
      rest = rest.subarray(part.length);
      if (this.#size === wanted) this.#readBuffer(false);
    }
  }

  end(): void {
    while (this.#size > 0) this.#readBuffer(true);
  }

  #readBuffer(last: boolean): void {
    const consumed = this.#read(this.#buffer.subarray(0, this.#size), last);
    this.#buffer.copyWithin(0, consumed, this.#size);
    this.#size -= consumed;
  }
}
