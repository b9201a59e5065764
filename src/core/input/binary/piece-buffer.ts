/**
 * Joins the pieces of a stream as far as the next step needs: a step that waits for many bytes costs each of them one copy, however small the pieces.
 */
export class PieceBuffer {
  #pieces: Uint8Array[] = [];
  #size = 0;
  #needed: number;

  constructor(needed: number) {
    this.#needed = needed;
  }

  /** @returns all bytes that wait, the piece included; null while there are too few. */
  add(piece: Uint8Array): Uint8Array | null {
    if (this.#size === 0 && piece.length >= this.#needed) return piece;
    // The caller may fill the piece anew.
    this.#pieces.push(new Uint8Array(piece));
    this.#size += piece.length;
    return this.#size < this.#needed ? null : this.rest();
  }

  /** All bytes that wait. */
  rest(): Uint8Array {
    const bytes = new Uint8Array(this.#size);
    let at = 0;
    for (const piece of this.#pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
    this.#pieces = [];
    this.#size = 0;
    return bytes;
  }

  /** @param rest what was not done with, @param needed how many bytes the next step needs. */
  keep(rest: Uint8Array, needed: number): void {
    this.#needed = needed;
    if (rest.length > 0) this.#pieces.push(new Uint8Array(rest));
    this.#size = rest.length;
  }
}
