import type { TextParser } from '../../model/parser.ts';
import type { InputFormat } from '../input-format.ts';
import { createJsonParser } from '../parsers/json/parser.ts';
import { holdsJsonEvents } from './holds-json.ts';
import { type LineTaker, LineUnwrapper } from './line-unwrapper.ts';
import { createWrappedParser } from './parser.ts';
import { type Unwrapped, unwrapAll } from './unwrapper.ts';

const BEGINS = /^win_eventlog[, ]/;
const MAY_HOLD = /^win_eventlog[, ]/m;
/** No event is longer. */
const MAX_CHARACTERS = 1 << 20;

/** Up to a sign that no backslash stands in front of. */
const NAME = /((?:[^\\,= ]|\\[\s\S])+)/y;
const STRING = /"((?:[^"\\]|\\[\s\S])*)"/y;
const WORD = /([^,\s]+)/y;
const TIME = /\s+(-?\d{1,20})\s*$/y;

/** A record as Telegraf writes it as JSON; null: it is none. */
function recordOf(text: string): string | null {
  let at = 0;
  const next = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) return null;
    at = pattern.lastIndex;
    return found[1] ?? '';
  };
  const pairs = (value: () => string | null): Map<string, string> | null => {
    const found = new Map<string, string>();
    for (;;) {
      const name = next(NAME);
      if (name === null || text[at] !== '=') return null;
      at += 1;
      found.set(unescaped(name), value() ?? '');
      if (text[at] !== ',') return found;
      at += 1;
    }
  };
  const name = next(NAME);
  let tags: Map<string, string> | null = new Map();
  if (text[at] === ',') {
    at += 1;
    tags = pairs(() => unescaped(next(NAME) ?? ''));
  }
  if (name === null || tags === null || text[at] !== ' ') return null;
  at += 1;
  const fields = pairs(
    () => next(STRING)?.replace(/\\(["\\])/g, '$1') ?? next(WORD)?.replace(/^(-?\d+)[iu]$/, '$1') ?? null,
  );
  if (fields === null) return null;
  const timestamp = next(TIME);
  return JSON.stringify({ name, tags: Object.fromEntries(tags), fields: Object.fromEntries(fields), timestamp });
}

const unescaped = (text: string): string => text.replace(/\\([,= ])/g, '$1');

/** Quotes that no backslash stands in front of. */
const QUOTE = /\\[\s\S]|(")/g;

/** Takes records one by one; a string in them may go on over lines. */
class RecordTaker implements LineTaker {
  readonly #out: Unwrapped;
  #record = '';
  #isInside = false;
  #line = 1;

  constructor(out: Unwrapped) {
    this.#out = out;
  }

  take(text: string, line: number): void {
    if (this.#record === '' && !BEGINS.test(text)) {
      this.#out.addLine(text, line);
      return;
    }
    if (this.#record === '') this.#line = line;
    this.#record += this.#record === '' ? text : `\n${text}`;
    for (const [, quote] of text.matchAll(QUOTE)) if (quote !== undefined) this.#isInside = !this.#isInside;
    if (!this.#isInside || this.#record.length > MAX_CHARACTERS) this.end();
  }

  end(): void {
    if (this.#record !== '') this.#out.addLine(recordOf(this.#record) ?? this.#record, this.#line);
    [this.#record, this.#isInside] = ['', false];
  }
}

const createUnwrapper = (): LineUnwrapper => new LineUnwrapper((out) => new RecordTaker(out));

/** The events of Telegraf in the line protocol of InfluxDB. @see https://docs.influxdata.com/influxdb/v2/reference/syntax/line-protocol */
export const lineProtocolFormat: InputFormat<TextParser> = {
  name: 'line-protocol',
  isExport: false,
  canBeEmpty: false,
  recognises: (head) => MAY_HOLD.test(head) && holdsJsonEvents(unwrapAll(head, createUnwrapper())),
  create: createWrappedParser(createUnwrapper, createJsonParser),
};
