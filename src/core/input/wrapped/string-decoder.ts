import { TextCleaner } from '../text/clean.ts';
import { Unwrapped, type Unwrapper } from './unwrapper.ts';

/** A quote, a line end, or an escape. */
const SIGN = /["\n]|\\(?:u[\da-fA-F]{4}|[\s\S]|$)/g;
const CHARACTERS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
/** The longest that the end of a piece can cut. */
const LONGEST = 6;

/** Takes what was written as strings of JSON out of them, each on lines of its own, whatever its length. */
export class StringDecoder implements Unwrapper {
  readonly #out = new Unwrapped();
  readonly lines = this.#out.lines;
  readonly #cleaner = new TextCleaner();
  /** An escape at the end of a piece. */
  #held = '';
  #isInside = false;
  #line = 1;

  push(text: string): string {
    return this.#decode(this.#held + text, false);
  }

  end(): string {
    return this.#decode(this.#held, true);
  }

  #decode(text: string, isEnd: boolean): string {
    let decoded = '';
    let at = 0;
    this.#held = '';
    for (const { 0: sign, index } of text.matchAll(SIGN)) {
      if (sign.startsWith('\\') && !isEnd && text.length - index < LONGEST) {
        this.#held = text.slice(index);
        text = text.slice(0, index);
        break;
      }
      if (this.#isInside) decoded += text.slice(at, index);
      at = index + sign.length;
      if (sign === '"') {
        if (this.#isInside) decoded += '\n';
        this.#isInside = !this.#isInside;
      } else if (sign === '\n') {
        this.#out.add(this.#cleaner.push(decoded), this.#line, 0);
        [decoded, this.#line] = ['', this.#line + 1];
      } else if (this.#isInside) decoded += characterOf(sign);
    }
    if (this.#isInside) decoded += text.slice(at);
    this.#out.add(this.#cleaner.push(decoded) + (isEnd ? this.#cleaner.end() : ''), this.#line, 0);
    return this.#out.take();
  }
}

const characterOf = (sign: string): string => {
  const name = sign.charAt(1);
  return sign.length > 2 ? String.fromCharCode(Number.parseInt(sign.slice(2), 16)) : (CHARACTERS[name] ?? name);
};
