import type { TextParser } from '../../model/parser.ts';
import type { InputFormat } from '../input-format.ts';
import { createJsonParser } from '../parsers/json/parser.ts';
import { isJson } from '../parsers/json/recognise.ts';
import { holdsEvents } from './holds-records.ts';
import { createWrappedParser } from './parser.ts';
import { Unwrapped, type Unwrapper, unwrapAll } from './unwrapper.ts';

/** A string, or a list of them, whose first begins with a record: tables quote otherwise, and JSON with a key. */
const BEGINS = /^\s*(?:\[\s*)?"(?:\s|\\[nrt]){0,64}[[{](?:\s|\\[nrt]){0,64}(?:\{(?:\s|\\[nrt]){0,64})?\\"/;
/** A quote, a line end, or an escape. */
const SIGN = /["\n]|\\(?:u[\da-fA-F]{4}|[\s\S]|$)/g;
const CHARACTERS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
/** The longest that the end of a piece can cut. */
const LONGEST = 6;

/** Takes the records out of strings of JSON, one a line, whatever their length. */
class StringDecoder implements Unwrapper {
  readonly #out = new Unwrapped();
  readonly lines = this.#out.lines;
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
        this.#out.add(decoded, this.#line, 0);
        [decoded, this.#line] = ['', this.#line + 1];
      } else if (this.#isInside) decoded += characterOf(sign);
    }
    if (this.#isInside) decoded += text.slice(at);
    this.#out.add(decoded, this.#line, 0);
    return this.#out.take();
  }
}

const characterOf = (sign: string): string => {
  const name = sign.charAt(1);
  return sign.length > 2 ? String.fromCharCode(Number.parseInt(sign.slice(2), 16)) : (CHARACTERS[name] ?? name);
};

const recognises = (head: string): boolean => {
  if (!BEGINS.test(head)) return false;
  const decoded = unwrapAll(head, new StringDecoder());
  return isJson(decoded) && holdsEvents(decoded);
};

/** JSON that was written as JSON once more: in one string, a string a line, or a list of them. */
export const encodedJsonFormat: InputFormat<TextParser> = {
  name: 'encoded-json',
  isExport: false,
  canBeEmpty: false,
  recognises,
  create: createWrappedParser(() => new StringDecoder(), createJsonParser),
};
