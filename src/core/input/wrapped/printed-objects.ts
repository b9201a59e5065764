import type { TextParser } from '../../model/parser.ts';
import type { InputFormat } from '../input-format.ts';
import { createJsonParser } from '../parsers/json/parser.ts';
import { GrowingWindow } from '../text/growing-window.ts';
import { holdsEvents } from './holds-records.ts';
import { createWrappedParser } from './parser.ts';
import { LiteralWriter } from './printed-literals.ts';
import { Unwrapped, type Unwrapper, unwrapAll } from './unwrapper.ts';

/** A first key in single quotes, in front of `=>`, or without quotes. */
const BEGINS =
  /^\s*[[(]?\s*\{\s*(?:'[^'\n]{1,64}'\s*:|"[^"\n]{1,64}"\s*=>|:?[A-Za-z_]\w{0,63}\s*(?:=>|:(?=[\s'"\d[{])))/;

/** No string, no call that stands for a time is longer. */
const MAX_TOKEN = 1 << 20;
const TOKEN = new RegExp(
  [
    /\s+/,
    /[bBuUrRf]{0,2}(?:'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*")/,
    // A time, with a zone of its own inside.
    /(?:datetime\.)?datetime\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/,
    /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?/,
    // A symbol of Ruby.
    /:[A-Za-z_]\w*(?=\s*=>)/,
    /=>/,
    /[^\s'"{}[\](),:=]+/,
    /[\s\S]/,
  ]
    .map(({ source }) => `(?:${source})`)
    .join('|'),
  'y',
);
/** A quote, or the beginning of a call, which has no end yet. */
const OPEN = /^(?:[bBuUrRf]{0,2}['"]|(?:datetime\.)?datetime$)/;

/** Writes objects anew as JSON. */
class ObjectWriter implements Unwrapper {
  readonly #out = new Unwrapped();
  readonly lines = this.#out.lines;
  readonly #arrived = new GrowingWindow();
  readonly #literals = new LiteralWriter();
  #held = '';
  #line = 1;

  push(text: string): string {
    this.#arrived.add(text);
    return this.#arrived.isDue(this.#held.length) ? this.#write(this.#held + this.#arrived.take(), false) : '';
  }

  end(): string {
    return this.#write(this.#held + this.#arrived.take(), true);
  }

  #write(text: string, isEnd: boolean): string {
    let at = 0;
    let written = '';
    while (at < text.length) {
      TOKEN.lastIndex = at;
      const token = TOKEN.exec(text)?.[0] ?? '';
      const end = at + token.length;
      // A token of one quote is a string whose end has not come.
      const isOpen = end === text.length || (OPEN.test(token) && (token.length < 2 || text[end] === '('));
      if (isOpen && !isEnd && text.length - at < MAX_TOKEN) break;
      at = end;
      written += this.#literals.write(token);
      const breaks = token.split('\n').length - 1;
      if (breaks === 0) continue;
      this.#out.add(written, this.#line, 0);
      [written, this.#line] = ['', this.#line + breaks];
    }
    if (isEnd) written += this.#literals.end();
    this.#out.add(written, this.#line, 0);
    this.#held = text.slice(at);
    return this.#out.take();
  }
}

const recognises = (head: string): boolean => BEGINS.test(head) && holdsEvents(unwrapAll(head, new ObjectWriter()));

/** Objects as Python, Ruby (also Logstash's rubydebug) and JavaScript print them. */
export const printedObjectsFormat: InputFormat<TextParser> = {
  name: 'printed-objects',
  isExport: false,
  canBeEmpty: false,
  recognises,
  create: createWrappedParser(() => new ObjectWriter(), createJsonParser),
};
