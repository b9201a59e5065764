import { copyText } from '../text/copy-text.ts';

const MAX_NAMES = 4096; // of a hostile source; a real log has some hundred

/** Keeps one copy of each name of a source, independent of the text it was cut from. */
export class Names {
  readonly #copies = new Map<string, string>();

  get(text: string): string {
    const known = this.#copies.get(text);
    if (known !== undefined) return known;
    if (this.#copies.size >= MAX_NAMES) this.#copies.clear();
    const copy = copyText(text);
    this.#copies.set(copy, copy);
    return copy;
  }
}
