import { KnownTexts } from '../../text/known-texts.ts';
import { type JsonField, jsonFields, type Places } from './producer.ts';
import {
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  endOfContainer,
  endOfString,
  endOfToken,
  endOfValue,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
  skipBlanks,
} from './syntax.ts';
import { type Key, keyOf, type Level, newLevel, newNode, nodeAt, unescaped } from './wanted-keys.ts';

/** Where reading goes on behind a text that many records begin with; places count from their beginning. */
export interface Head {
  readonly length: number;
  readonly key: Key;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly missing: number;
  readonly levels: readonly Level[];
  readonly previous: readonly (Key | null)[];
}
const MIN_HEAD_CHARACTERS = 32;
const MAX_HEAD_CHARACTERS = 2048;
const VOLATILE: readonly JsonField[] = ['time', 'recordId', 'message'];
/** Words, of which all count; any other field has one value. */
const LISTED: readonly JsonField[] = ['keywords'];
const BLANK = 0x20;
const LETTER_N = 0x6e; // of null
const BROKEN = -1;
const DONE = -2;
/** Finds the values that decide over a record without parsing the rest of it. */
export class Skimmer {
  readonly #cellsByField = new Map<JsonField, readonly number[]>();
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  /** By cell: nothing better can be found for its field. */
  readonly #isBest: readonly boolean[];
  readonly #root: Level;
  readonly #bestCount: number;
  /** By cell: it differs from record to record. */
  readonly #isVolatile: readonly boolean[];
  /** By cell: a list of several values is taken as it stands. */
  readonly #isListed: readonly boolean[];
  readonly #heads = new KnownTexts<Head>();
  #missing = 0;
  /** The objects that are open, and the last key of each. */
  #depth = 0;
  readonly #levels: Level[] = [];
  readonly #previous: (Key | null)[] = [];
  #at = 0;
  #isHeadOver = false;
  /** What the record begins with, when others began with it too. */
  head: Head | null = null;
  /** Where what was found last stands. */
  text = '';

  /** @param prefix path of the object that holds the event: `source/`, or nothing */
  constructor(places: Places, prefix: string, fields: readonly JsonField[] = jsonFields) {
    const root = newNode();
    const isBest: boolean[] = [];
    for (const field of fields) {
      const cells = (places[field] ?? []).map((path, priority) => {
        const node = nodeAt(root, `${prefix}${path}`);
        if (node.cell === -1) {
          node.cell = isBest.length;
          isBest.push(false);
        }
        if (priority === 0) isBest[node.cell] = true;
        return node.cell;
      });
      this.#cellsByField.set(field, cells);
    }
    this.#isBest = isBest;
    const cellsOf = (some: readonly JsonField[]): ReadonlySet<number> =>
      new Set(some.flatMap((field) => this.#cellsByField.get(field) ?? []));
    const [volatile, listed] = [cellsOf(VOLATILE), cellsOf(LISTED)];
    this.#isVolatile = isBest.map((_, cell) => volatile.has(cell));
    this.#isListed = isBest.map((_, cell) => listed.has(cell));
    this.#bestCount = isBest.filter(Boolean).length;
    this.#starts = new Int32Array(isBest.length);
    this.#ends = new Int32Array(isBest.length);
    this.#root = newLevel(root, isBest.length);
  }

  /** @param at of the object; @returns whether it could be followed as far as needed. */
  read(text: string, at: number): boolean {
    this.text = text;
    this.#at = at;
    this.head = this.#heads.find(text, at);
    if (this.head !== null) return this.#resume(text, at, this.head);
    this.#starts.fill(-1);
    this.#missing = this.#bestCount;
    this.#depth = 0;
    this.#levels[0] = this.#root;
    this.#previous[0] = null;
    this.#isHeadOver = false;
    return this.#walk(text, at + 1);
  }

  /** Goes on behind what records of this kind begin with. */
  #resume(text: string, at: number, head: Head): boolean {
    for (let cell = 0; cell < this.#starts.length; cell += 1) {
      const start = head.starts[cell] ?? -1;
      this.#starts[cell] = start === -1 ? -1 : start + at;
      this.#ends[cell] = (head.ends[cell] ?? 0) + at;
    }
    this.#missing = head.missing;
    this.#depth = head.levels.length - 1;
    for (let depth = 0; depth <= this.#depth; depth += 1) {
      this.#levels[depth] = head.levels[depth] ?? this.#root;
      this.#previous[depth] = head.previous[depth] ?? null;
    }
    this.#isHeadOver = true;
    const index = this.#value(text, at + head.length, head.key);
    return index === DONE || (index !== BROKEN && this.#walk(text, index));
  }

  /** What stands before the first value that differs from record to record. */
  #learnHead(text: string, end: number, key: Key): void {
    this.#isHeadOver = true;
    const at = this.#at;
    const length = end - at;
    if (length < MIN_HEAD_CHARACTERS || length > MAX_HEAD_CHARACTERS) return;
    const idCell = this.cellOf('eventId');
    const head: Head = {
      length,
      key,
      starts: this.#starts.map((start) => (start === -1 ? -1 : start - at)),
      ends: this.#ends.map((behind) => behind - at),
      missing: this.#missing,
      levels: this.#levels.slice(0, this.#depth + 1),
      previous: this.#previous.slice(0, this.#depth + 1),
    };
    this.#heads.add(text.slice(at, end), (idCell === -1 ? end : this.endOf(idCell)) - at - 1, head);
  }

  /** The cell that holds the best value of a field; -1 without one. */
  cellOf(field: JsonField): number {
    const cells = this.#cellsByField.get(field) ?? [];
    for (let index = 0; index < cells.length; index += 1) {
      const cell = cells[index] ?? -1;
      if ((this.#starts[cell] ?? -1) >= 0) return cell;
    }
    return -1;
  }
  startOf(cell: number): number {
    return this.#starts[cell] ?? -1;
  }
  endOf(cell: number): number {
    return this.#ends[cell] ?? -1;
  }

  /** The value of a field as text; null without one. */
  textOf(field: JsonField): string | null {
    const cell = this.cellOf(field);
    return cell === -1 ? null : this.textIn(cell);
  }
  textIn(cell: number): string {
    const [start, end] = [this.startOf(cell), this.endOf(cell)];
    const raw = this.text.slice(start, end);
    return raw.includes('\\') ? unescaped(raw) : raw;
  }

  /** @param from behind the beginning of an object */
  #walk(text: string, from: number): boolean {
    let index = from;
    for (;;) {
      const unit = text.charCodeAt(index);
      if (unit === QUOTE) {
        const key = this.#keyAt(text, index);
        if (key === null) return false;
        index = skipBlanks(text, index + key.literal.length);
        if (text.charCodeAt(index) !== COLON) return false;
        index = this.#value(text, skipBlanks(text, index + 1), key);
        if (index < 0) return index === DONE;
      } else if (unit === CLOSE_OBJECT) {
        if (this.#depth === 0 || this.#levels[this.#depth]?.holdsAll === true) return true;
        this.#depth -= 1;
        index += 1;
      } else if (unit === COMMA || unit === CLOSE_ARRAY || unit <= BLANK) index += 1;
      else return false;
    }
  }

  #keyAt(text: string, index: number): Key | null {
    const level = this.#levels[this.#depth] ?? this.#root;
    const previous = this.#previous[this.#depth] ?? null;
    let key: Key | null = previous === null ? level.first : previous.next;
    if (key === null || !isAt(text, index, key.literal)) {
      const end = endOfString(text, index);
      if (end === -1) return null;
      key = keyOf(level, text.slice(index, end), this.#starts.length);
      if (previous === null) level.first = key;
      else previous.next = key;
    }
    this.#previous[this.#depth] = key;
    return key;
  }

  #value(text: string, at: number, key: Key): number {
    const { cell, inner } = key;
    const unit = text.charCodeAt(at);
    if (cell !== -1 && !this.#isHeadOver && this.#isVolatile[cell] === true) this.#learnHead(text, at, key);
    if (unit === QUOTE) {
      const end = endOfString(text, at);
      if (cell !== -1 && end > at + 2) return this.#take(cell, at + 1, end - 1, end);
      return end;
    }
    if (unit === OPEN_OBJECT) return inner === null ? endOfContainer(text, at) : this.#enter(inner, at);
    if (unit === OPEN_ARRAY)
      return cell === -1 && inner === null ? endOfContainer(text, at) : this.#list(text, at, key);
    const end = endOfToken(text, at);
    if (cell === -1 || end <= at || text.charCodeAt(at) === LETTER_N) return end > at ? end : BROKEN;
    return this.#take(cell, at, end, end);
  }

  #enter(inner: Level, at: number): number {
    this.#depth += 1;
    this.#levels[this.#depth] = inner;
    this.#previous[this.#depth] = null;
    return at + 1;
  }

  /** A list of one equals what is in it. */
  #list(text: string, at: number, key: Key): number {
    const end = endOfContainer(text, at);
    const from = skipBlanks(text, at + 1);
    const unit = text.charCodeAt(from);
    if (end === -1 || unit === OPEN_ARRAY || unit === CLOSE_ARRAY) return end;
    const behind = endOfValue(text, from);
    if (behind !== -1 && text.charCodeAt(skipBlanks(text, behind)) === CLOSE_ARRAY) return this.#value(text, from, key);
    return this.#isListed[key.cell] === true ? this.#take(key.cell, at, end, end) : end;
  }

  #take(cell: number, start: number, end: number, behind: number): number {
    if ((this.#starts[cell] ?? -1) === -1 && this.#isBest[cell] === true) this.#missing -= 1;
    this.#starts[cell] = start;
    this.#ends[cell] = end;
    return this.#missing === 0 ? DONE : behind;
  }
}

/** `startsWith` for a few letters, without a call. */
function isAt(text: string, at: number, word: string): boolean {
  for (let index = word.length - 1; index >= 0; index -= 1)
    if (text.charCodeAt(at + index) !== word.charCodeAt(index)) return false;
  return true;
}
