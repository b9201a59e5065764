import type { TextParser } from '../../model/parser.ts';
import type { InputFormat } from '../input-format.ts';
import { createJsonParser } from '../parsers/json/parser.ts';
import { GrowingWindow } from '../text/growing-window.ts';
import { holdsJsonEvents } from './holds-json.ts';
import { createWrappedParser } from './parser.ts';
import { LiteralWriter } from './printed-literals.ts';
import { Unwrapped, type Unwrapper, unwrapAll } from './unwrapper.ts';

/** A first key in single quotes, in front of `=>`, or without quotes. */
const BEGINS =
  /^\s*(?:[[(]\s*)?\{\s*(?:'[^'\n]{1,64}'\s*:|"[^"\n]{1,64}"\s*=>|:?[A-Za-z_]\w{0,63}\s*(?:=>|:(?=[\s'"\d[{])))/;

/** Behind what a program writes in front of a record; there only Python and Fluent Bit print their objects so often. */
const IN_LINE = /^[^\n]{0,300}\{(?:'[^'\n]{1,64}': |"[^"\n]{1,64}"=>)/m;
const MAY_BE_IN_LINE = /\{'|"=>/;
const MAX_LOOK = 1 << 14;

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
    // Logstash numbers what stands in a list.
    /\[\d{1,6}\](?=[ \t]+[^\s,\])}])/,
    /[^\s'"{}[\](),:=]+/,
    /[\s\S]/,
  ]
    .map(({ source }) => `(?:${source})`)
    .join('|'),
  'y',
);
const CUT_NUMBER = /^\[\d{0,6}(?:\][ \t]{0,64})?$/;
/** A quote, or the beginning of a call, which has no end yet. */
const OPEN = /^(?:[bBuUrRf]{0,2}['"]|(?:datetime\.)?datetime$)/;

/** Between objects everything stays as it is, but for brackets of words, which begin nothing. */
const WORDS = /[^{[(]+|[[(](?!\s{0,256}\{)|\{(?!\s{0,256}(?:['":}]|[A-Za-z_]\w{0,63}\s{0,64}(?:=>|:)))/y;
/** So much behind a bracket tells whose it is. */
const LOOKAHEAD = 512;
const OPENING = '{[(';
const CLOSING = '}])';

/** Writes objects anew as JSON. */
class ObjectWriter implements Unwrapper {
  readonly #out = new Unwrapped();
  readonly lines = this.#out.lines;
  readonly #arrived = new GrowingWindow();
  readonly #literals = new LiteralWriter();
  #held = '';
  #line = 1;
  /** Of open brackets. */
  #depth = 0;

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
      WORDS.lastIndex = at;
      const words = this.#depth > 0 ? null : WORDS.exec(text);
      if (words === null) TOKEN.lastIndex = at;
      const token = (words ?? TOKEN.exec(text))?.[0] ?? '';
      const end = at + token.length;
      // A token of one quote is a string whose end has not come.
      const isUnclear = words !== null && OPENING.includes(token) && text.length - at < LOOKAHEAD;
      const isCutNumber = token === '[' && CUT_NUMBER.test(text.slice(at, at + LOOKAHEAD));
      const isOpen =
        isCutNumber || end === text.length || (OPEN.test(token) && (token.length < 2 || text[end] === '('));
      if (!isEnd && (isUnclear || (isOpen && words === null && text.length - at < MAX_TOKEN))) break;
      at = end;
      if (words === null) {
        written += this.#literals.write(token);
        this.#depth = Math.max(0, this.#depth + depthOf(token));
      } else written += this.#literals.end() + (OPENING.includes(token) ? ' ' : token);
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

const depthOf = (token: string): number =>
  token.length > 1 ? 0 : Number(OPENING.includes(token)) - Number(CLOSING.includes(token));

/** The same text with JSON in the place of its objects. */
export const writtenAsJson = (text: string): string => unwrapAll(text, new ObjectWriter());

const mayHold = (head: string): boolean =>
  BEGINS.test(head) || (MAY_BE_IN_LINE.test(head) && IN_LINE.test(head.slice(0, MAX_LOOK)));
const recognises = (head: string): boolean => mayHold(head) && holdsJsonEvents(writtenAsJson(head));

/** Objects as Python, Ruby (also Logstash's rubydebug) and JavaScript print them. */
export const printedObjectsFormat: InputFormat<TextParser> = {
  name: 'printed-objects',
  isExport: false,
  canBeEmpty: false,
  recognises,
  create: createWrappedParser(() => new ObjectWriter(), createJsonParser),
};
