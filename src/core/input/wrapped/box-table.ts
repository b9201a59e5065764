import { rowText } from '../table/tab-rows.ts';
import { type LineTaker, LineUnwrapper } from './line-unwrapper.ts';
import { createWrappedParser } from './parser.ts';
import { type Unwrapped, unwrapAll } from './unwrapper.ts';
import { wrappedFormat } from './wrapped-format.ts';

const MAY_HOLD = /^\s{0,40}(?:[│┃║][^\n]{1,4000}[│┃║][^\n]{1,4000}[│┃║]|\+-{2,400}\+[-+]{2,4000}\+\s*$)/m;
const BAR = /[│┃║]/;
/** Of the console of a database: below such a line bars stand between cells. */
const ASCII_RULE = /^\s{0,40}\+(?:[-=]{2,400}\+){2,100}\s*$/;
const ASCII_ROW = /^\s{0,40}\|.*\|\s*$/;
/** Corners and lines between rows. */
const RULE = /^[\s─━═│┃║┌┬┐├┼┤└┴┘╭╮╰╯┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝┡╇┩╞╪╡╟╫╢]+$/;
/** No row has more. */
const MAX_LINES = 400;

/** Puts each row of a table with drawn borders on a line of tabs; what a line leaves empty in front goes on with the row above. */
class RowTaker implements LineTaker {
  readonly #out: Unwrapped;
  #row: string[][] = [];
  #line = 1;
  #isAscii = false;

  constructor(out: Unwrapped) {
    this.#out = out;
  }

  take(text: string, line: number): void {
    const isRule = text.trim() !== '' && (RULE.test(text) || ASCII_RULE.test(text));
    const isAscii = this.#isAscii && ASCII_ROW.test(text);
    if (isRule || !(isAscii || BAR.test(text))) {
      this.end();
      this.#isAscii = isRule && ASCII_RULE.test(text);
      if (!isRule) this.#out.addLine(text, line);
      return;
    }
    const [, ...cells] = text.split(isAscii ? '|' : BAR);
    const texts = cells.slice(0, -1).map((cell) => cell.trim());
    const goesOn = texts[0] === '' && this.#row.length > 0 && this.#row.length < MAX_LINES;
    if (!goesOn) {
      this.end();
      this.#line = line;
    }
    this.#row.push(texts);
  }

  end(): void {
    const [first] = this.#row;
    if (first === undefined) return;
    const cells = first.map((_, column) =>
      this.#row
        .map((line) => line[column] ?? '')
        .join('\n')
        .trim(),
    );
    this.#out.addLine(rowText(cells), this.#line);
    this.#row = [];
  }
}

const createUnwrapper = (): LineUnwrapper => new LineUnwrapper((out) => new RowTaker(out));

/** Tables with drawn borders, of Chainsaw and of shells. */
export const boxTableFormat = wrappedFormat({
  name: 'box-table',
  unwrapHead: (head) => (MAY_HOLD.test(head) ? unwrapAll(head, createUnwrapper()) : null),
  isSure: () => true,
  create: createWrappedParser(createUnwrapper),
});
