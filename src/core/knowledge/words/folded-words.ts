import { foldWord } from './fold.ts';

const ASCII = 0x80;
const MAX_KNOWN = 2048;
const MAX_KNOWN_LENGTH = 64;
const BLANKS = [0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20];

/**
 * Values by word, in whatever way it is written. Asked of nearly every word of a text, most of which are in no table: how one begins decides before it
 * is folded.
 */
export class FoldedWords<Value> {
  /** As they were written: the same few words stand in most lines of a text. */
  readonly #known = new Map<string, Value | undefined>();
  readonly #valueByWord = new Map<string, Value>();
  /** The ASCII letters that a word may begin with. What is folded may begin with a blank, and with any other letter. */
  readonly #begins = new Uint8Array(ASCII);

  /** The last of entries with one word counts. */
  constructor(entries: Iterable<readonly [word: string, value: Value]>) {
    for (const unit of BLANKS) this.#begins[unit] = 1;
    for (const [written, value] of entries) {
      const word = foldWord(written);
      this.#valueByWord.set(word, value);
      this.#mayBegin(word.charAt(0));
    }
  }

  /** @param letter in lower case. A Mac writes ö as an o and its dots. */
  #mayBegin(letter: string): void {
    const unit = letter.normalize('NFD').charCodeAt(0);
    if (unit >= ASCII) return;
    this.#begins[unit] = 1;
    this.#begins[letter.toUpperCase().normalize('NFD').charCodeAt(0)] = 1;
  }

  get(text: string): Value | undefined {
    const first = text.charCodeAt(0);
    if (first < ASCII && this.#begins[first] === 0) return undefined;
    const known = this.#known.get(text);
    return known !== undefined || this.#known.has(text) ? known : this.#look(text);
  }

  #look(text: string): Value | undefined {
    const value = this.#valueByWord.get(foldWord(text));
    if (text.length > MAX_KNOWN_LENGTH) return value;
    if (this.#known.size === MAX_KNOWN) this.#known.clear();
    // A piece of a text would keep all of it in memory.
    this.#known.set(` ${text}`.slice(1), value);
    return value;
  }
}
