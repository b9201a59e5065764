import {
  BACKSLASH,
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  endOfString,
  LINE_END,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
  skipBlanks,
} from './syntax.ts';

export interface RecordEnd {
  /** `damaged`: another record begins inside this one. */
  readonly kind: 'whole' | 'damaged' | 'open';
  readonly end: number;
}
export interface EndOptions {
  /** Blanks before the record in its line; infinite when something else stands there. */
  readonly column: number;
  /** No more text follows. */
  readonly complete: boolean;
  /** Records stand outside of any list, so no comma follows. */
  readonly isLine: boolean;
}

const MAX_INDENT = 128;
const OPEN = { kind: 'open', end: -1 } as const;
const LETTER_R = 0x52;

/** `{"Event":` up to the colon, as it stands: how records of one source begin. */
export function openerOf(text: string, start: number): string | null {
  const quote = skipBlanks(text, start + 1);
  const end = text.charCodeAt(quote) === QUOTE ? endOfString(text, quote) : -1;
  return end === -1 ? null : text.slice(start, end);
}

/** Where the record that begins at `start` ends. */
export function endOfRecord(text: string, start: number, { column, complete, isLine }: EndOptions): RecordEnd {
  const lineEnd = isLine ? text.indexOf('\n', start) : -1;
  if (lineEnd > start && text.charCodeAt(lineEnd - 1) === CLOSE_OBJECT) {
    // No line end stands in a string, and behind a value inside a record stands a comma or a bracket: this is surely the end.
    const next = text.charCodeAt(skipBlanks(text, lineEnd));
    if (next === OPEN_OBJECT || next === LETTER_R || (Number.isNaN(next) && complete))
      return { kind: 'whole', end: lineEnd };
    if (Number.isNaN(next)) return { ...OPEN, end: text.length };
  }
  return endByDepth(text, start, { column, complete, isLine });
}

function endByDepth(text: string, start: number, { column, complete, isLine }: EndOptions): RecordEnd {
  const own = openerOf(text, start);
  // Where each record has its line, the first keys of the others may be others.
  const opener = isLine && column === 0 && own?.startsWith('{"') === true ? '{"' : own;
  let depth = 0;
  let isString = false;
  for (let index = start; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === LINE_END) {
      const next = nextRecord(text, index + 1, column, opener);
      if (next === -2 && !complete) return { ...OPEN, end: text.length };
      if (next >= 0) return { kind: 'damaged', end: next };
    } else if (isString) {
      if (unit === BACKSLASH) index += 1;
      else if (unit === QUOTE) isString = false;
    } else if (unit === QUOTE) isString = true;
    else if (unit === OPEN_OBJECT || unit === OPEN_ARRAY) depth += 1;
    else if (unit === CLOSE_OBJECT || unit === CLOSE_ARRAY) {
      depth -= 1;
      if (depth === 0) return { kind: 'whole', end: index + 1 };
    }
  }
  return { ...OPEN, end: text.length };
}

/** Does a line begin with another record, indented no deeper? @returns its index; -1: no; -2: the text ends too early to tell. */
function nextRecord(text: string, lineStart: number, column: number, opener: string | null): number {
  let index = lineStart;
  while (index - lineStart < MAX_INDENT && (text.charCodeAt(index) === 0x20 || text.charCodeAt(index) === 0x09))
    index += 1;
  if (index >= text.length) return -2;
  if (text.charCodeAt(index) !== OPEN_OBJECT || index - lineStart > column || opener === null) return -1;
  if (text.length - index < opener.length) return opener.startsWith(text.slice(index)) ? -2 : -1;
  return text.startsWith(opener, index) ? index : -1;
}
