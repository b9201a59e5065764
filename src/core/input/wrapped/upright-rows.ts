import { type Column, namedColumn } from '../../knowledge/words/table-columns.ts';
import type { Unwrapped } from './unwrapper.ts';

/** No event has more properties. */
const MAX_ROWS = 64;
const MIN_KNOWN = 3;
const NAME = /^[\p{L}@_][^\t\n]{0,40}$/u;

interface Pair {
  /** As it stands. */
  readonly heading: string;
  readonly name: string;
  readonly value: string;
  readonly column: Column | null;
  readonly line: number;
}

/** Turns tables whose rows are a name and a value, one event below the other (`ConvertTo-Html -As List`), into tables with a header. */
export class UprightRows {
  readonly #out: Unwrapped;
  #pairs: Pair[] = [];

  constructor(out: Unwrapped) {
    this.#out = out;
  }

  /** @returns false when the row is none of a name and a value */
  add([first = '', value, ...rest]: readonly string[], line: number): boolean {
    const name = first.replace(/\s*:$/, '');
    if (value === undefined || rest.length > 0 || !NAME.test(name)) return false;
    // A name that comes again begins the next event.
    if (this.#pairs.length === MAX_ROWS || this.#pairs.some((pair) => pair.name === name)) this.end();
    this.#pairs.push({ heading: first, name, value, column: namedColumn(name, null)?.column ?? null, line });
    return true;
  }

  /** What was held, as it stands where it is no event. */
  end(): void {
    const pairs = this.#pairs;
    this.#pairs = [];
    const [head] = pairs;
    if (head === undefined) return;
    if (isEvent(pairs)) {
      this.#out.addLine(pairs.map(({ name }) => name).join('\t'), head.line);
      this.#out.addLine(pairs.map(({ value }) => value).join('\t'), head.line);
    } else for (const { heading, value, line } of pairs) this.#out.addLine(`${heading}\t${value}`, line);
  }
}

function isEvent(pairs: readonly Pair[]): boolean {
  const known = new Set(pairs.map(({ column }) => column));
  const hasId = pairs.some(
    ({ column, value }) => (column === 'eventId' || column === 'instanceId') && /^\d{1,10}$/.test(value),
  );
  return hasId && known.size - (known.has(null) ? 1 : 0) >= MIN_KNOWN;
}
