import { QUOTE } from '../../table/cells.ts';
import { Finder } from '../../text/finder.ts';
import type { Layout } from './layout.ts';

const LINE_END = 0x0a;

/** A search that remembers, as `Finder` does for words: without it a line full of quotes cost its length for each of them. */
class RowStarts {
  readonly #text: string;
  readonly #pattern: RegExp;
  #from = 0;
  #found = -2; // nothing looked for yet

  constructor(text: string, { rowStart }: Layout) {
    this.#text = text;
    this.#pattern = rowStart;
  }

  /** Where the first row begins at or after `from`; -1: nowhere. */
  next(from: number): number {
    if (from >= this.#from && (this.#found === -1 || from <= this.#found)) return this.#found;
    this.#from = from;
    this.#pattern.lastIndex = from;
    this.#found = this.#pattern.exec(this.#text)?.index ?? -1;
    return this.#found;
  }
}

/** Finds the ends of rows in one stretch of text. Line ends in quotes are text, unless the quotes run into the next row. */
export class RowCutter {
  readonly #text: string;
  readonly #isWhole: boolean;
  /** Of the row found last: a quote was never closed, so it ends where the next one begins. */
  isBroken = false;
  hasQuotes = false;
  readonly #quotes: Finder;
  readonly #lineEnds: Finder;
  readonly #rowStarts = new Map<Layout, RowStarts>();

  /** @param isWhole nothing follows the text */
  constructor(text: string, isWhole: boolean) {
    this.#text = text;
    this.#isWhole = isWhole;
    this.#quotes = new Finder(text, '"');
    this.#lineEnds = new Finder(text, '\n');
  }

  /** @returns its line end, or the end of the text; -1 when the row is not whole yet */
  rowEnd(at: number, layout: Layout): number {
    const text = this.#text;
    this.isBroken = false;
    this.hasQuotes = false;
    for (let from = at; ; ) {
      const found = this.#lineEnds.next(from);
      const end = found < 0 ? text.length : found;
      const quote = this.#quotes.next(from);
      if (quote < 0 || quote >= end) return found < 0 && !this.#isWhole ? -1 : end;
      this.hasQuotes = true;
      const isOpening = quote === at || text.charCodeAt(quote - 1) === layout.delimiter.charCodeAt(0);
      if (!isOpening || layout.split !== undefined) {
        from = quote + 1;
        continue;
      }
      const closing = this.#closing(quote, layout);
      if (closing === null) return -1;
      this.isBroken = closing.isBroken;
      if (closing.isBroken) return closing.at;
      from = closing.at + 1;
    }
  }

  /** Where a row begins between two places, behind a line end; -1: nowhere. */
  #rowStartIn(from: number, to: number, layout: Layout): number {
    const lineEnd = this.#lineEnds.next(from);
    if (lineEnd < 0 || lineEnd >= to) return -1;
    const known = this.#rowStarts.get(layout) ?? new RowStarts(this.#text, layout);
    this.#rowStarts.set(layout, known);
    const start = known.next(lineEnd + 1);
    return start < to ? start : -1;
  }

  /** The quote that closes the one at `open`; where the row must end when none does; null when that is not known yet. */
  #closing(open: number, layout: Layout): { at: number; isBroken: boolean } | null {
    const text = this.#text;
    for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 1)) {
      const next = text.charCodeAt(at + 1);
      if (next === QUOTE) {
        at += 1;
        continue;
      }
      if (at + 1 === text.length && !this.#isWhole) return null;
      const isClosing = at + 1 === text.length || next === LINE_END || next === layout.delimiter.charCodeAt(0);
      // Behind a delimiter it may as well open the last cell of another row.
      const mayOpen = at > open + 1 && text.charCodeAt(at - 1) === layout.delimiter.charCodeAt(0);
      if (isClosing && !mayOpen) return { at, isBroken: false };
      const start = this.#rowStartIn(open, at, layout);
      if (start >= 0) return { at: start - 1, isBroken: true };
      if (isClosing) return { at, isBroken: false };
    }
    if (!this.#isWhole) return null;
    const start = this.#rowStartIn(open, text.length, layout);
    return { at: start < 0 ? text.length : start - 1, isBroken: true };
  }
}
