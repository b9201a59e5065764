import { type LineTaker, LineUnwrapper } from './line-unwrapper.ts';
import { createWrappedParser } from './parser.ts';
import { type Unwrapped, unwrapAll } from './unwrapper.ts';
import { wrappedFormat } from './wrapped-format.ts';
import { indentOf, parseYamlBlock } from './yaml-value.ts';

/** The two keys of a record, in either order. */
const BEGINS = /^\s{0,16}(Event|Event_attributes):\s*$/;
const MAY_HOLD = /^\s{0,16}Event:\s*\n\s{1,40}(?:EventData|System|UserData)[:_]/m;
/** No record has more. */
const MAX_LINES = 5000;

class RecordTaker implements LineTaker {
  readonly #out: Unwrapped;
  #lines: string[] = [];
  #keys = new Set<string>();
  #line = 1;
  #indent = 0;

  constructor(out: Unwrapped) {
    this.#out = out;
  }

  take(text: string, line: number): void {
    const key = BEGINS.exec(text)?.[1];
    if (this.#lines.length > 0) {
      const isInside = text.trim() === '' || indentOf(text) > this.#indent;
      const isOther = key !== undefined && indentOf(text) === this.#indent && !this.#keys.has(key);
      if ((isInside || isOther) && this.#lines.length < MAX_LINES) {
        this.#lines.push(text);
        if (isOther) this.#keys.add(key);
        return;
      }
      this.end();
    }
    if (key === undefined) {
      if (text.trim() !== '---') this.#out.addLine(text, line);
      return;
    }
    [this.#lines, this.#keys, this.#line, this.#indent] = [[text], new Set([key]), line, indentOf(text)];
  }

  end(): void {
    if (this.#lines.length === 0) return;
    const record = this.#keys.has('Event') ? parseYamlBlock(this.#lines) : null;
    if (record === null) for (const [index, text] of this.#lines.entries()) this.#out.addLine(text, this.#line + index);
    else this.#out.addLine(JSON.stringify(record), this.#line);
    this.#lines = [];
  }
}

const createUnwrapper = (): LineUnwrapper => new LineUnwrapper((out) => new RecordTaker(out));

/** Events as YAML, as Chainsaw prints what it finds and dumps. @see https://github.com/WithSecureLabs/chainsaw */
export const yamlRecordsFormat = wrappedFormat({
  name: 'yaml-records',
  unwrapHead: (head) => (MAY_HOLD.test(head) ? unwrapAll(head, createUnwrapper()) : null),
  isSure: () => true,
  create: createWrappedParser(createUnwrapper),
});
