import { cellsOf } from '../table/cells.ts';
import type { LineTaker } from './line-unwrapper.ts';
import type { Unwrapped } from './unwrapper.ts';

/** No event is longer. */
const MAX_CHARACTERS = 1 << 20;

/** What a row holds, as text on one line; null: nothing. */
export type RowText = (names: readonly string[], cells: readonly string[]) => string | null;

/** Takes the rows of a table with a header, which may go on over lines, and adds what each of them holds. */
export class RowTaker implements LineTaker {
  readonly #out: Unwrapped;
  readonly #textOf: RowText;
  #names: readonly string[] | null = null;
  #row = '';
  #quotes = 0;
  #rowLine = 1;

  constructor(out: Unwrapped, textOf: RowText) {
    [this.#out, this.#textOf] = [out, textOf];
  }

  take(text: string, line: number): void {
    if (this.#row === '') this.#rowLine = line;
    this.#row += this.#row === '' ? text : `\n${text}`;
    for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) this.#quotes += 1;
    // A cell goes on over lines until its quote.
    if (this.#quotes % 2 === 0 || this.#row.length > MAX_CHARACTERS) this.end();
  }

  end(): void {
    const cells = this.#row.trim() === '' ? [] : cellsOf(this.#row, ',');
    [this.#row, this.#quotes] = ['', 0];
    if (cells.length === 0) return;
    if (this.#names === null) {
      this.#names = cells.map((name) => name.trim());
      return;
    }
    const text = this.#textOf(this.#names, cells);
    if (text !== null) this.#out.addLine(text, this.#rowLine);
  }
}
