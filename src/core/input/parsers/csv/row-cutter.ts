import { QUOTE } from '../../table/cells.ts';
import type { Layout } from './layout.ts';

const LINE_END = 0x0a;

/** Finds the ends of rows in one stretch of text. Line ends in quotes are text, unless the quotes run into the next row. */
export class RowCutter {
  readonly #text: string;
  readonly #isWhole: boolean;
  /** Of the row found last: a quote was never closed, so it ends where the next one begins. */
  isBroken = false;
  hasQuotes = false;
  /** The first quote at or behind the place that was asked for last; the length of the text: there is none. */
  #quote = -1;

  /** @param isWhole nothing follows the text */
  constructor(text: string, isWhole: boolean) {
    this.#text = text;
    this.#isWhole = isWhole;
  }

  /** @returns its line end, or the end of the text; -1 when the row is not whole yet */
  rowEnd(at: number, layout: Layout): number {
    const text = this.#text;
    this.isBroken = false;
    this.hasQuotes = false;
    for (let from = at; ; ) {
      const found = text.indexOf('\n', from);
      const end = found < 0 ? text.length : found;
      const quote = this.#quoteFrom(from);
      if (quote >= end) return found < 0 && !this.#isWhole ? -1 : end;
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

  #quoteFrom(from: number): number {
    if (this.#quote < from) {
      const found = this.#text.indexOf('"', from);
      this.#quote = found < 0 ? this.#text.length : found;
    }
    return this.#quote;
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
      const start = rowStartIn(text, open, at, layout);
      if (start >= 0) return { at: start - 1, isBroken: true };
      if (isClosing) return { at, isBroken: false };
    }
    if (!this.#isWhole) return null;
    const start = rowStartIn(text, open, text.length, layout);
    return { at: start < 0 ? text.length : start - 1, isBroken: true };
  }
}

function rowStartIn(text: string, from: number, to: number, { rowStart }: Layout): number {
  const lineEnd = text.indexOf('\n', from);
  if (lineEnd < 0 || lineEnd >= to) return -1;
  rowStart.lastIndex = lineEnd + 1;
  const match = rowStart.exec(text);
  return match !== null && match.index < to ? match.index : -1;
}
