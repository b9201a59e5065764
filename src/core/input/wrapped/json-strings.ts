import { isJson } from '../parsers/json/recognise.ts';
import { parseJson } from '../parsers/json/value.ts';
import { unescapeText } from '../text/unescape.ts';
import { EscapeDecoder } from './escaped-text.ts';
import { holdsJsonRecords } from './holds-json.ts';
import { createWrappedParser } from './parser.ts';
import { RecordLines } from './record-lines.ts';
import { cleaned, Unwrapped, type Unwrapper, unwrapAll } from './unwrapper.ts';
import { wrappedFormat } from './wrapped-format.ts';

/** Names, numbers and words; no event is shorter. */
const MIN_CHARACTERS = 24;
/** No name and no record of one event is longer: what is behind it is handed on as it comes. */
const MAX_WAITING = 1 << 20;

/** A quote, a backslash with what follows, or a line end. */
const SIGN = /["\n]|\\[\s\S]/g;

/** Takes the values out of JSON that are texts, each as a paragraph of its own. */
class StringTaker implements Unwrapper {
  readonly #out = new Unwrapped();
  readonly lines = this.#out.lines;
  /** A backslash at the end of a piece. */
  #held = '';
  #isInside = false;
  #parts: string[] = [];
  #length = 0;
  #long: LongString | null = null;
  #line = 1;
  /** A string that is over; a colon behind it makes it a key. */
  #waiting: string | null = null;
  #waitingLine = 1;

  push(text: string): string {
    const whole = this.#held + text;
    const end = whole.endsWith('\\') && backslashesAtEnd(whole) % 2 === 1 ? whole.length - 1 : whole.length;
    this.#held = whole.slice(end);
    let at = 0;
    SIGN.lastIndex = 0;
    for (let sign = SIGN.exec(whole); sign !== null; sign = SIGN.exec(whole)) {
      if (sign[0].endsWith('\n')) this.#line += 1;
      if (sign[0] !== '"') continue;
      this.#pass(whole.slice(at, sign.index));
      at = sign.index + 1;
      if (this.#isInside) this.#close();
      else this.#deliver();
      this.#isInside = !this.#isInside;
    }
    this.#pass(whole.slice(at, end));
    return this.#out.take();
  }

  end(): string {
    if (this.#isInside) this.#close();
    this.#deliver();
    return this.#out.take();
  }

  #pass(text: string): void {
    if (!this.#isInside) {
      const next = this.#waiting === null ? '' : text.trimStart();
      if (next === '') return;
      if (next.startsWith(':')) this.#waiting = null;
      else this.#deliver();
      return;
    }
    this.#parts.push(text);
    this.#length += text.length;
    if (this.#length <= MAX_WAITING) return;
    const part = this.#parts.join('');
    this.#long ??= new LongString(part);
    this.#out.add(this.#long.push(part), this.#line, 0);
    this.#parts = [];
  }

  #close(): void {
    if (this.#long === null) [this.#waiting, this.#waitingLine] = [this.#parts.join(''), this.#line];
    else this.#out.add(`${this.#long.end()}\n\n`, this.#line, 0);
    [this.#parts, this.#length, this.#long] = [[], 0, null];
  }

  #deliver(): void {
    if (this.#waiting !== null && this.#waiting.length >= MIN_CHARACTERS)
      this.#out.add(`${onOneLine(cleaned(unescapeText(this.#waiting)))}\n\n`, this.#waitingLine, 0);
    this.#waiting = null;
  }
}

/** A string that is longer than what waits for its end. */
class LongString {
  readonly #decoder = new EscapeDecoder();
  readonly #records: RecordLines | null;

  constructor(beginning: string) {
    this.#records = isJson(unescapeText(beginning.slice(0, SHOWN))) ? new RecordLines() : null;
  }

  push(text: string): string {
    return this.#inLines(this.#decoder.push(text));
  }

  end(): string {
    return this.#inLines(this.#decoder.end());
  }

  #inLines(text: string): string {
    return this.#records === null ? text : this.#records.push(text);
  }
}
/** Enough of it to tell what it is. */
const SHOWN = 1000;

/** A record shows what it is in its first lines. Its numbers may be too large for this language, so it is not written anew. */
const onOneLine = (text: string): string =>
  text.includes('\n') && /^\s*\{/.test(text) && parseJson(text) !== null ? text.replace(/\n\s*/g, '') : text;

function backslashesAtEnd(text: string): number {
  let count = 0;
  while (text.charCodeAt(text.length - 1 - count) === 0x5c) count += 1;
  return count;
}

function unwrapHead(head: string): string | null {
  if (!/^\s*(?:\[\s*)?"/.test(head) && !isJson(head)) return null;
  if (holdsJsonRecords(head)) return null;
  return unwrapAll(head, new StringTaker());
}

/** JSON that is no event, with events in its texts: a ticket, an issue, what wraps the line of another log. */
export const jsonStringsFormat = wrappedFormat({
  name: 'json-strings',
  unwrapHead,
  // A line of it may look like one of another log.
  isSure: isJson,
  create: createWrappedParser(() => new StringTaker()),
});
