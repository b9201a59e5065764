import { decodeEntities } from '../text/entities.ts';
import { type LineTaker, LineUnwrapper } from './line-unwrapper.ts';
import { createWrappedParser } from './parser.ts';
import { type Unwrapped, unwrapAll } from './unwrapper.ts';
import { wrappedFormat } from './wrapped-format.ts';

/** The rows of that page that fold, and no other page has. */
const FOLDS = /<table onclick="?Toggle\(this\)/i;
/** A tag may go on in the next line. */
const TAG = /<(\/?)([a-z!][\w-]{0,20})(?:\s[^<>]{0,2000})?>/gi;
const OPEN_TAG = /<[a-z/!][^<>]{0,2000}$/i;
const LAYOUT: ReadonlySet<string> = new Set(['table', 'tbody', 'tr', 'td']);
const SIGN = /^[+-]$/;
/** No value is longer: an event holds 64 KiB. */
const MAX_CHARACTERS = 1 << 20;

/** Turns the tables, one below the other or in a cell of it, into the lines of the friendly view. */
class FriendlyRows implements LineTaker {
  readonly #out: Unwrapped;
  #hasBegun = false;
  /** Of tables. */
  #depth = 0;
  #cells: string[] = [];
  #row = 1;
  /** The beginning of a tag whose end is on the next line. */
  #begun = '';

  constructor(out: Unwrapped) {
    this.#out = out;
  }

  take(line: string, number: number): void {
    const text = this.#begun === '' ? line : `${this.#begun} ${line}`;
    this.#begun = OPEN_TAG.exec(text)?.[0] ?? '';
    const whole = text.slice(0, text.length - this.#begun.length);
    this.#hasBegun ||= FOLDS.test(whole);
    // Between the tables stand tags alone.
    if (this.#depth === 0 && (!this.#hasBegun || !text.includes('<'))) {
      this.#out.addLine(whole, number);
      return;
    }
    let at = 0;
    for (const { 0: tag, 1: slash, 2: name = '', index } of whole.matchAll(TAG)) {
      this.#add(whole.slice(at, index));
      at = index + tag.length;
      if (LAYOUT.has(name.toLowerCase())) this.#see(name.toLowerCase(), slash === '/', number);
    }
    // A page is broken where a blank stands.
    this.#add(`${whole.slice(at)} `);
  }

  end(): void {
    this.#endRow();
  }

  #see(name: string, isEnd: boolean, line: number): void {
    if (name === 'table') this.#depth = Math.max(0, this.#depth + (isEnd ? -1 : 1));
    if (name === 'tr' && isEnd) this.#endRow();
    else if (name === 'tr') [this.#cells, this.#row] = [[], line];
    if (name === 'td' && !isEnd) this.#cells.push('');
  }

  #add(text: string): void {
    const last = this.#cells.length - 1;
    const before = this.#cells[last];
    if (before !== undefined && before.length + text.length <= MAX_CHARACTERS) this.#cells[last] = before + text;
  }

  /** Rows of nothing but blank cells hold the next table. */
  #endRow(): void {
    const texts = this.#cells
      .map((cell) => decodeEntities(cell).replace(/\s+/g, ' ').trim())
      .filter((cell) => cell !== '');
    this.#cells = [];
    if (texts.length === 0) return;
    const indent = SIGN.test(texts[0] ?? '') ? '' : '  ';
    this.#out.addLine(`${indent}${texts.join(' ')}`, this.#row);
  }
}

const createUnwrapper = (): LineUnwrapper => new LineUnwrapper((out) => new FriendlyRows(out));

/** The page that the Event Viewer shows an event with on its tab for details: people save it, or paste its source. */
export const detailsPageFormat = wrappedFormat({
  name: 'details-page',
  unwrapHead: (head) => (FOLDS.test(head) ? unwrapAll(head, createUnwrapper()) : null),
  create: createWrappedParser(createUnwrapper),
});
