import { copyText } from './copy-text.ts';

const MAX_NAMES = 4096; // of a hostile source; a real log has some hundred

/** One text for each name of a source, so that a name that is kept does not keep the text it was cut from. */
export class OwnNames {
  readonly #known = new Map<string, string>();

  own(name: string): string {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    if (this.#known.size >= MAX_NAMES) this.#known.clear();
    const own = copyText(name);
    this.#known.set(own, own);
    return own;
  }
}
