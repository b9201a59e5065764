import { namedColumn } from '../../knowledge/words/table-columns.ts';
import { type LineTaker, LineUnwrapper } from './line-unwrapper.ts';
import { createWrappedParser } from './parser.ts';
import { type Unwrapped, unwrapAll } from './unwrapper.ts';
import { UprightRows } from './upright-rows.ts';
import { wrappedFormat } from './wrapped-format.ts';

/** A name and a value; what has a colon is a heading of the viewer. */
const PAIR = /^([\p{L}@_][^\t\n:]{0,40})\t([^\t\n]*)$/u;
const MAY_HOLD = /^[\p{L}@_][^\t\n:]{0,40}\t[^\t\n]*\n[\p{L}@_][^\t\n:]{0,40}\t[^\t\n]*\n[\p{L}@_][^\t\n:]{0,40}\t/mu;
const MAX_LINES_OF_MESSAGE = 200;

/** Hands pairs to what makes tables of them; only a message goes on over lines, and only up to the next pair. */
class PairTaker implements LineTaker {
  readonly #out: Unwrapped;
  readonly #rows: UprightRows;
  #last: { readonly name: string; value: string; readonly line: number } | null = null;
  #held: string[] = [];

  constructor(out: Unwrapped) {
    [this.#out, this.#rows] = [out, new UprightRows(out)];
  }

  take(text: string, line: number): void {
    const [, name, value = ''] = PAIR.exec(text) ?? [];
    if (name !== undefined) {
      if (this.#last !== null && this.#held.length > 0) this.#last.value += `\n${this.#held.join('\n')}`;
      this.#held = [];
      this.#close();
      this.#last = { name, value, line };
    } else if (this.#isOpen()) this.#held.push(text);
    else {
      this.end(line - 1);
      this.#out.addLine(text, line);
    }
  }

  /** @param line the last one */
  end(line: number): void {
    const held = this.#held;
    this.#held = [];
    this.#close();
    this.#rows.end();
    for (const [index, text] of held.entries()) this.#out.addLine(text, line - held.length + 1 + index);
  }

  #isOpen(): boolean {
    const isMessage = this.#last !== null && namedColumn(this.#last.name.trim(), null)?.column === 'message';
    return isMessage && this.#held.length < MAX_LINES_OF_MESSAGE;
  }

  #close(): void {
    if (this.#last === null) return;
    const { name, value, line } = this.#last;
    const cell = /[\n"]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
    if (!this.#rows.add([name, cell], line)) this.#out.addLine(`${name}\t${value}`, line);
    this.#last = null;
  }
}

const createUnwrapper = (): LineUnwrapper => new LineUnwrapper((out) => new PairTaker(out));

/** Events whose properties stand below one another, a tab behind each name: details of a portal, tables of two columns in a document. */
export const uprightLinesFormat = wrappedFormat({
  name: 'upright-lines',
  unwrapHead: (head) => {
    const text = MAY_HOLD.test(head) ? unwrapAll(head, createUnwrapper()) : head;
    return text.trimEnd() === head.trimEnd() ? null : text;
  },
  isSure: () => true,
  create: createWrappedParser(createUnwrapper),
});
