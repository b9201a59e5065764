/** Below what a read of 64 KiB gives in any language. */
const MIN_CHARACTERS = 1 << 14;

/**
 * The pieces that came since a reader last looked at its text. What it left unfinished is looked at again only when the text has doubled,
 * so that the length of a record is paid for once, however small the pieces are.
 */
export class GrowingWindow {
  #pieces: string[] = [];
  #added = 0;

  add(piece: string): void {
    this.#pieces.push(piece);
    this.#added += piece.length;
  }

  /** @param unfinished characters that the reader keeps of what it looked at */
  isDue(unfinished: number): boolean {
    return this.#added >= Math.max(MIN_CHARACTERS, unfinished);
  }

  /** What came, as one text; the next piece begins anew. */
  take(): string {
    const [only = ''] = this.#pieces;
    const text = this.#pieces.length > 1 ? this.#pieces.join('') : only;
    [this.#pieces, this.#added] = [[], 0];
    return text;
  }
}
