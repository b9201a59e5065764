import { cellEnd, cellText, QUOTE } from '../../table/cells.ts';
import { type Layout, rowCells } from './layout.ts';

/** Where the first cells of a row stand, in the text the row is part of. */
export class CellPlaces {
  readonly #layout: Layout;
  readonly #delimiter: string;
  /** The one at or behind the place that was asked for last. */
  #delimiterAt = -1;
  readonly #lastCell: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  text = '';

  /** @param lastCell index of the last one that is asked for */
  constructor(layout: Layout, lastCell: number) {
    this.#layout = layout;
    this.#delimiter = layout.delimiter;
    this.#lastCell = lastCell;
    this.starts = new Int32Array(lastCell + 1);
    this.ends = new Int32Array(lastCell + 1);
  }

  /** Another text begins. Comparing it with the one before would cost its length where both say the same. */
  enter(): void {
    this.#delimiterAt = -1;
  }

  /** Takes the row from `from` to `rowEnd`. */
  take(text: string, from: number, rowEnd: number): void {
    if (this.#layout.split === undefined) this.#takeCells(text, from, rowEnd);
    else this.#takeSplit(text.slice(from, rowEnd));
  }

  /** The cell as it stands, or the cells up to `last`. */
  rawOf(cell: number, last = cell): string {
    return this.text.slice(this.starts[cell], this.ends[last]);
  }
  /** What the cell says. */
  textOf(cell: number): string {
    if (this.#layout.split !== undefined) return this.rawOf(cell);
    const text = cellText(this.text, this.starts[cell] ?? 0, this.ends[cell] ?? 0);
    return this.#layout.producer.decode?.(text) ?? text;
  }

  #takeCells(text: string, from: number, rowEnd: number): void {
    this.text = text;
    let start = from;
    for (let cell = 0; cell <= this.#lastCell; cell += 1) {
      const isQuoted = start < rowEnd && text.charCodeAt(start) === QUOTE;
      const end = isQuoted
        ? cellEnd(text, start, this.#delimiter, rowEnd)
        : Math.min(this.#delimiterFrom(start), rowEnd);
      this.starts[cell] = start;
      this.ends[cell] = end;
      start = end < rowEnd ? end + 1 : rowEnd;
    }
  }

  /** One behind the row is remembered for the next: rows without any must not look through the same text again and again. */
  #delimiterFrom(from: number): number {
    if (this.#delimiterAt < from) {
      const found = this.text.indexOf(this.#delimiter, from);
      this.#delimiterAt = found < 0 ? this.text.length : found;
    }
    return this.#delimiterAt;
  }

  /** Cells that no delimiter parts stand in a text of their own. */
  #takeSplit(row: string): void {
    const cells = rowCells(row, this.#layout);
    this.text = cells.join('\n');
    let start = 0;
    for (let cell = 0; cell <= this.#lastCell; cell += 1) {
      this.starts[cell] = start;
      this.ends[cell] = start + (cells[cell]?.length ?? 0);
      start = (this.ends[cell] ?? 0) + (cell < cells.length ? 1 : 0);
    }
  }
}
