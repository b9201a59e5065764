import type { TextParser } from '../../model/parser.ts';
import type { InputFormat } from '../input-format.ts';
import { createJsonParser } from '../parsers/json/parser.ts';
import { cellsOf } from '../table/cells.ts';
import { holdsJsonEvents } from './holds-json.ts';
import { type LineTaker, LineUnwrapper } from './line-unwrapper.ts';
import { createWrappedParser } from './parser.ts';
import { type Unwrapped, unwrapAll } from './unwrapper.ts';

/** The event as it came in; XML in it is read as a cell of any table. */
const RAW = '_raw';
const HEADER = /^\s*(?=\S)(?:[^\n]{0,4000},)?"?_raw"?(?:,|\s*\n)/;
const MAY_HOLD = /(?:^|[\n",])LogName=/;
/** No event is longer. */
const MAX_CHARACTERS = 1 << 20;

/** Writes each row as a record of its text and its time, on one line. */
class RowTaker implements LineTaker {
  readonly #out: Unwrapped;
  #names: readonly string[] | null = null;
  #row = '';
  #quotes = 0;
  #rowLine = 1;

  constructor(out: Unwrapped) {
    this.#out = out;
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
    const [_raw, _time] = [RAW, '_time'].map((name) => cells[this.#names?.indexOf(name) ?? -1]);
    this.#out.addLine(JSON.stringify({ _time, _raw }), this.#rowLine);
  }
}

const createUnwrapper = (): LineUnwrapper => new LineUnwrapper((out) => new RowTaker(out));

/** What Splunk exports of a search: a table with the text of each event (`WinEventLog`) in a cell, over lines. */
export const splunkTableFormat: InputFormat<TextParser> = {
  name: 'splunk-table',
  isExport: false,
  canBeEmpty: false,
  recognises: (head) => HEADER.test(head) && MAY_HOLD.test(head) && holdsJsonEvents(unwrapAll(head, createUnwrapper())),
  create: createWrappedParser(createUnwrapper, createJsonParser),
};
