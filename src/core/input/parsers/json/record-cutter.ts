import type { FreeText } from '../../../model/parser.ts';
import type { ProblemCode } from '../../../model/problems.ts';
import { GrowingWindow } from '../../text/growing-window.ts';
import { LineNumbers } from '../../text/line-numbers.ts';
import { endOfRecord, openerOf } from './record-end.ts';
import { closedJson } from './repair.ts';
import { endOfString, OPEN_ARRAY, OPEN_OBJECT, QUOTE } from './syntax.ts';
import { endOfWords, WordsBetween } from './words-between.ts';
import { findWrapper } from './wrapper.ts';

/** Where one record stands. */
export interface JsonRecord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** 1-based line. */
  readonly line: number;
  /** What its values are called, when the record is a row. */
  readonly columns: readonly string[] | null;
}
/** `other`: sound JSON, but no event. */
export type Taken = 'event' | 'other' | 'malformed';
export interface RecordTaker {
  take(record: JsonRecord): Taken;
  /** @param isLost the record counts, and nothing of it was taken */
  report(code: ProblemCode, line: number, isLost: boolean): void;
}

/** An open list, or the object that holds it. */
interface OpenLevel {
  readonly isList: boolean;
  readonly columns: readonly string[] | null;
  /** An event was found in it, so that what follows is no wrapper. */
  holdsEvents: boolean;
}

const JOINED_CHARACTERS = 1 << 13;
const MAX_RECORD_CHARACTERS = 1 << 22; // a message has at most 32 K characters; what is larger is damage or no event
const MAX_WRAPPER_CHARACTERS = 1 << 16;
const MAX_LEVELS = 64;
/**
 * Behind damage the same text is read again, from the next record on: so many characters of it, and for each one of an event so many more, or
 * a text made of beginnings takes for ever. What arrived so far does not count: the pieces of a text must not decide.
 */
const FREE_REREADING = 1 << 24;
const REREADING_OF_EVENT = 4;
/** The labels of Loki (`{channel="System"}`) are words. */
const STRUCTURE = /[[\]}]|\{(?![\w.]{1,64}=)/g;
const STRUCTURE_OR_STRING = /[[\]{}"]/g;

/** Cuts a text into records: JSON lines, one list, lists inside objects, records one after the other, in any layout. Keeps one record at most. */
export class RecordCutter {
  readonly #words = new WordsBetween();
  readonly #taker: RecordTaker;
  readonly #lines = new LineNumbers();
  readonly #arrived = new GrowingWindow();
  readonly #levels: OpenLevel[] = [{ isList: false, columns: null, holdsEvents: false }];
  #unfinished = '';
  /** How a record of this source begins: where reading goes on behind damage. */
  #opener: string | null = null;
  /** Damage has no end yet: only `#opener` ends it. */
  #isLost = false;
  /** Where the window begins that is read. */
  #from = 0;
  /** Of the record that is not whole yet; null: it is read off the window. */
  #column: number | null = null;
  /** Characters that may still be read without a record to show for it. */
  #patience = FREE_REREADING;

  constructor(taker: RecordTaker) {
    this.#taker = taker;
  }

  /** What belongs to no record. */
  get freeText(): readonly FreeText[] {
    return this.#words.found;
  }

  push(text: string): void {
    this.#arrived.add(text);
    if (this.#arrived.isDue(this.#unfinished.length)) this.#readArrived(false);
  }

  end(): void {
    this.#readArrived(true);
  }

  #readArrived(complete: boolean): void {
    const text = this.#arrived.take();
    const from = this.#unfinished === '' ? 0 : this.#finishRecord(text);
    if (this.#unfinished === '') this.#readWindow(text, from, complete);
    else this.#readWindow(this.#unfinished + text.slice(from), 0, complete);
  }

  /**
   * Most pieces end inside a record. Joining it to a little of the next piece spares a copy of the whole.
   * @returns where reading goes on in `text`.
   */
  #finishRecord(text: string): number {
    if (text.length <= JOINED_CHARACTERS) return 0;
    const before = this.#unfinished.length;
    this.#readWindow(this.#unfinished + text.slice(0, JOINED_CHARACTERS), 0, false);
    const left = this.#unfinished.length;
    // The rest of what was joined stands in the piece as well.
    if (left > JOINED_CHARACTERS || before === 0) return JOINED_CHARACTERS;
    this.#unfinished = '';
    return JOINED_CHARACTERS - left;
  }

  #readWindow(window: string, from: number, complete: boolean): void {
    this.#lines.enter(window, from);
    const rest = this.#read(window, from, complete);
    this.#lines.at(window, rest);
    this.#unfinished = window.slice(rest);
  }

  get #level(): OpenLevel {
    const level = this.#levels.at(-1);
    if (level === undefined) throw new Error('the outermost level is never closed');
    return level;
  }

  /** @returns where the unfinished rest begins. */
  #read(window: string, from: number, complete: boolean): number {
    this.#from = from;
    let at = from;
    while (at < window.length) {
      if (this.#isLost) {
        const found = this.#opener === null ? -1 : window.indexOf(this.#opener, at);
        if (found === -1) return complete ? window.length : Math.max(at, window.length - (this.#opener?.length ?? 0));
        [at, this.#isLost] = [found, false];
      }
      const next = this.#nextStructure(window, at, complete);
      if (next < 0) return complete ? window.length : -next - 1;
      const unit = window.charCodeAt(next);
      const { columns } = this.#level;
      if (unit === OPEN_OBJECT || (unit === OPEN_ARRAY && columns !== null)) {
        const behind = this.#readObject(window, next, complete);
        if (behind === next) return next;
        at = behind;
      } else {
        if (unit === OPEN_ARRAY) this.#open(true, null);
        else if (this.#levels.length > 1) this.#levels.pop();
        at = next + 1;
      }
    }
    return at;
  }

  #open(isList: boolean, columns: readonly string[] | null): void {
    if (this.#levels.length < MAX_LEVELS) this.#levels.push({ isList, columns, holdsEvents: false });
  }

  /** @returns the index; without one -1 minus where the unfinished rest begins. */
  #nextStructure(window: string, from: number, complete: boolean): number {
    const isOutside = this.#levels.length === 1;
    const pattern = isOutside ? STRUCTURE : STRUCTURE_OR_STRING;
    for (let at = from; ; ) {
      pattern.lastIndex = at;
      const index = pattern.exec(window)?.index ?? -1;
      if (isOutside) return this.#skipWords(window, from, index, complete);
      if (index === -1) return -1 - window.length;
      if (window.charCodeAt(index) !== QUOTE) return index;
      at = endOfString(window, index);
      if (at === -1) return -1 - index;
    }
  }

  /** @returns the index, or -1 minus where the unfinished rest begins. */
  #skipWords(window: string, from: number, index: number, complete: boolean): number {
    const end = endOfWords(window, index, complete);
    if (end > from) this.#words.add(window.slice(from, end), this.#lines.at(window, from));
    return index === -1 ? -1 - Math.max(from, end) : index;
  }

  /** @returns where reading goes on; `start` itself while the end is not known. */
  #readObject(window: string, start: number, complete: boolean): number {
    const level = this.#level;
    if (!level.holdsEvents && window.charCodeAt(start) === OPEN_OBJECT && this.#patience > 0) {
      const look = findWrapper(window.slice(0, start + MAX_WRAPPER_CHARACTERS), start);
      if (look === 'more' && !complete && window.length - start < MAX_WRAPPER_CHARACTERS) return start;
      if (look === 'more') this.#patience -= MAX_WRAPPER_CHARACTERS;
      if (typeof look === 'object') {
        for (const [index, isList] of look.opened.entries())
          this.#open(isList, index === look.opened.length - 1 ? look.columns : null);
        return look.at;
      }
    }
    const column = this.#columnOf(window, start);
    const found = endOfRecord(window, start, {
      column,
      complete,
      isLine: level.holdsEvents && this.#levels.length === 1,
    });
    const { kind, end } = found;
    if (kind === 'open' && !complete && window.length - start <= MAX_RECORD_CHARACTERS) {
      this.#column = column;
      return start;
    }
    const line = this.#lines.at(window, start);
    if (end - start > MAX_RECORD_CHARACTERS) return this.#giveUp(window, start, line);
    if (kind === 'open') {
      this.#takeCut(window.slice(start), line);
      return this.#behindDamage(window, start, window.length);
    }
    if (kind === 'damaged') {
      this.#taker.report('json/malformed', line, true);
      return end;
    }
    const taken = this.#taker.take({ text: window, start, end, line, columns: level.columns });
    if (taken === 'malformed') return this.#behindDamage(window, start, end);
    if (taken === 'event') {
      level.holdsEvents = true;
      this.#patience += REREADING_OF_EVENT * (end - start);
      if (this.#opener === null) this.#opener = openerOf(window, start);
    } else this.#words.add(window.slice(start, end), line);
    return end;
  }

  #takeCut(text: string, line: number): void {
    const closed = closedJson(text);
    const record = { text: closed ?? '', start: 0, end: closed?.length ?? 0, line, columns: null };
    const taken = closed === null ? 'other' : this.#taker.take(record);
    this.#taker.report('json/cut', line, taken !== 'event');
  }

  #columnOf(window: string, start: number): number {
    const kept = start === this.#from ? this.#column : null;
    this.#column = null;
    if (kept !== null) return kept;
    const lineStart = window.lastIndexOf('\n', start - 1) + 1;
    const before = window.slice(lineStart, start);
    return before.trim() === '' ? before.length : Number.POSITIVE_INFINITY;
  }

  /** What was lost may have swallowed others. */
  #behindDamage(window: string, start: number, end: number): number {
    this.#patience -= end - start;
    const next = this.#opener === null || this.#patience <= 0 ? -1 : window.indexOf(this.#opener, start + 1);
    return next === -1 || next >= end ? end : next;
  }

  #giveUp(window: string, start: number, line: number): number {
    this.#taker.report('json/too-large', line, true);
    this.#opener ??= openerOf(window, start);
    this.#isLost = true;
    this.#patience -= MAX_RECORD_CHARACTERS;
    return start + (this.#patience > 0 ? 1 : MAX_RECORD_CHARACTERS);
  }
}
