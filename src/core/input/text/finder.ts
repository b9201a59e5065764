/** indexOf that remembers: asked again before the hit, it answers without looking. So a text without the needle is searched once. */
export class Finder {
  readonly #text: string;
  readonly #needle: string;
  #from = 0;
  #found = -2; // nothing looked for yet

  constructor(text: string, needle: string) {
    this.#text = text;
    this.#needle = needle;
  }

  get length(): number {
    return this.#needle.length;
  }

  /** The first index at or after `from`; -1 without one. */
  next(from: number): number {
    if (from >= this.#from && (this.#found === -1 || from <= this.#found)) return this.#found;
    this.#from = from;
    this.#found = this.#text.indexOf(this.#needle, from);
    return this.#found;
  }

  isIn(from: number, end: number): boolean {
    const index = this.next(from);
    return index !== -1 && index < end;
  }
}
