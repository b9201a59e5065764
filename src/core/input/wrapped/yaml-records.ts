import { type LineTaker, LineUnwrapper } from './line-unwrapper.ts';
import { createWrappedParser } from './parser.ts';
import { type Unwrapped, unwrapAll } from './unwrapper.ts';
import { wrappedFormat } from './wrapped-format.ts';
import { indentOf, parseYamlBlock } from './yaml-value.ts';

/** What a program writes as one record: keys that stand one below the other, each at most once, in any order. */
interface RecordShape {
  readonly keys: ReadonlySet<string>;
  /** The key that holds the event. */
  readonly holder: string;
  /** The first key stands alone on its line. */
  readonly beginsAlone: boolean;
}
const SHAPES: readonly RecordShape[] = [
  { keys: new Set(['Event', 'Event_attributes']), holder: 'Event', beginsAlone: true },
  {
    keys: new Set([
      ...['insertId', 'jsonPayload', 'labels', 'logName', 'metadata', 'operation', 'receiveLocation'],
      ...['receiveTimestamp', 'resource', 'severity', 'sourceLocation', 'spanId', 'split', 'timestamp', 'trace'],
      ...['errorGroups', 'httpRequest', 'traceSampled'],
    ]),
    holder: 'jsonPayload',
    beginsAlone: false,
  },
];
const KEY = /^\s{0,16}([A-Za-z_]{1,32}):(\s.*)?$/;
const MAY_HOLD = [
  /^\s{0,16}Event:\s*\n\s{1,40}(?:EventData|System|UserData)[:_]/m,
  /^jsonPayload:[ \t]*\n(?:[ \t-].{0,2000}\n){0,40}?[ \t]{1,8}(?:EventID|event_id):/m,
];
/** No record has more. */
const MAX_LINES = 5000;

class RecordTaker implements LineTaker {
  readonly #out: Unwrapped;
  #lines: string[] = [];
  #keys = new Set<string>();
  #shape: RecordShape | null = null;
  #line = 1;
  #indent = 0;

  constructor(out: Unwrapped) {
    this.#out = out;
  }

  take(text: string, line: number): void {
    const [, key = '', behind = ''] = KEY.exec(text) ?? [];
    if (this.#shape !== null) {
      const isInside = text.trim() === '' || indentOf(text) > this.#indent || isItem(text, this.#indent);
      const isOther = this.#shape.keys.has(key) && indentOf(text) === this.#indent && !this.#keys.has(key);
      if ((isInside || isOther) && this.#lines.length < MAX_LINES) {
        this.#lines.push(text);
        if (isOther) this.#keys.add(key);
        return;
      }
      this.end();
    }
    this.#shape = SHAPES.find((one) => one.keys.has(key) && (!one.beginsAlone || behind.trim() === '')) ?? null;
    if (this.#shape === null) {
      if (text.trim() !== '---') this.#out.addLine(text, line);
      return;
    }
    [this.#lines, this.#keys, this.#line, this.#indent] = [[text], new Set([key]), line, indentOf(text)];
  }

  end(): void {
    if (this.#shape === null) return;
    const record = this.#keys.has(this.#shape.holder) ? parseYamlBlock(this.#lines) : null;
    if (record === null) for (const [index, text] of this.#lines.entries()) this.#out.addLine(text, this.#line + index);
    else this.#out.addLine(JSON.stringify(record), this.#line);
    [this.#lines, this.#shape] = [[], null];
  }
}

/** Items of a list may stand as far out as its key. */
const isItem = (text: string, indent: number): boolean => indentOf(text) === indent && /^\s*-\s/.test(text);

const createUnwrapper = (): LineUnwrapper => new LineUnwrapper((out) => new RecordTaker(out));

/**
 * Events as YAML: what Chainsaw finds and dumps, and what `gcloud logging read` prints.
 * @see https://github.com/WithSecureLabs/chainsaw
 * @see https://cloud.google.com/logging/docs/reference/v2/rest/v2/LogEntry
 */
export const yamlRecordsFormat = wrappedFormat({
  name: 'yaml-records',
  unwrapHead: (head) => (MAY_HOLD.some((shape) => shape.test(head)) ? unwrapAll(head, createUnwrapper()) : null),
  isSure: () => true,
  create: createWrappedParser(createUnwrapper),
});
