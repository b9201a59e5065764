import type { HeadingField } from '../../../knowledge/words/heading-field.ts';
import type { HeadingBefore, HeadingMeaning } from '../../../knowledge/words/headings.ts';
import { headingBefore } from '../../../knowledge/words/headings.ts';
import { isTimeOfTool, looseField } from '../../../knowledge/words/loose-keys.ts';
import { isMarksOnly, marksLength } from '../../line-marks.ts';

/** Words and a colon that may announce a value. */
export interface Heading {
  readonly start: number;
  /** Behind the colon. */
  readonly end: number;
  /** What a viewer means by it, in each language and generation that has it. */
  readonly meanings: readonly HeadingMeaning[];
  /** What somebody who typed it means by it. */
  readonly loose: HeadingField | null;
  /** Nothing but marks stands before it on its line. */
  readonly isFirst: boolean;
}

/** A place in lines. */
export interface Cursor {
  readonly line: number;
  readonly column: number;
}

const COLON = 0x3a;
const WIDE_COLON = 0xff1a;
const EQUALS = 0x3d;
const MAX_KEY = 40;
const MAX_MARKS = 80;
const SEPARATOR = /.*(?:[,;|(\t]|\s{2}|[)\]]\s)\s*/s;

/** A line without remains of markup. */
export class Line {
  readonly text: string;
  /** 1-based, of the source. */
  readonly number: number;
  /** What encloses a log begins here, or ends behind this line. */
  readonly enclosure: 'opens' | 'closes' | null;
  /** The row of a table that a bar ends. */
  readonly isRow: boolean;
  #headings: readonly Heading[] | null = null;

  constructor(text: string, number: number, enclosure: Line['enclosure'] = null, isRow = false) {
    this.text = text;
    this.number = number;
    this.enclosure = enclosure;
    this.isRow = isRow;
  }

  get headings(): readonly Heading[] {
    this.#headings ??= findHeadings(this.text);
    return this.#headings;
  }
}
const NONE: readonly Heading[] = [];

/** The next sign from here on that may end a heading, and is not the colon of a clock; -1 without one. */
function nextSign(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const isSign = unit === COLON || unit === EQUALS || unit === WIDE_COLON;
    if (isSign && !isDigit(text.charCodeAt(at - 1))) return at;
  }
  return -1;
}

function findHeadings(text: string): readonly Heading[] {
  const first = nextSign(text, 0);
  if (first < 0) return NONE;
  const headings: Heading[] = [];
  const marks = marksLength(text);
  let floor = marks;
  for (let index = first; index >= 0; index = nextSign(text, index + 1)) {
    if (index === floor) continue;
    const key = looseKey(text, index, floor, marks);
    if (key !== null && isTimeOfTool(key.text)) continue;
    const loose = key === null ? null : looseField(key.text);
    const viewers =
      text.charCodeAt(index) === EQUALS
        ? null
        : (startBehindSentence(text, index, floor) ?? headingBefore(text, index, floor));
    const before = isPartOf(viewers, key, loose) ? null : viewers;
    if (before === null && loose === null) continue;
    const start = before?.start ?? key?.start ?? index;
    const isFirst = start <= MAX_MARKS && isMarksOnly(text.slice(0, start));
    headings.push({ start, end: index + 1, meanings: before?.meanings ?? [], loose, isFirst });
    floor = index + 1;
  }
  return headings;
}

/** `Event Time` is a heading of its own, not the `Time` of a viewer behind a word. */
const isPartOf = (viewers: HeadingBefore | null, key: { start: number } | null, loose: HeadingField | null): boolean =>
  viewers !== null &&
  key !== null &&
  loose !== null &&
  key.start < viewers.start &&
  viewers.meanings.every(({ field }) => field !== loose);

/** `.!?)"”。` */
const endsSentence = (unit: number): boolean =>
  unit < 0x40
    ? unit === 0x2e || unit === 0x21 || unit === 0x3f || unit === 0x29 || unit === 0x22
    : unit === 0x201d || unit === 0x3002;
const BEGINS_SENTENCE = /^[\p{Lu}\p{Lo}]./su;

/** `… (0xfffff8ed).Event Type: Error`: a page lost the line end between two events. */
function startBehindSentence(text: string, colon: number, floor: number): HeadingBefore | null {
  const from = Math.max(floor, colon - MAX_KEY);
  let end = colon - 1;
  while (end >= from && !endsSentence(text.charCodeAt(end))) end -= 1;
  if (end < from || !BEGINS_SENTENCE.test(text.slice(end + 1, colon))) return null;
  const found = headingBefore(text, colon, end + 1);
  const isStart = found?.meanings.some(({ dialect, field }) => dialect.start === field) ?? false;
  return isStart ? found : null;
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

const SEPARATED = /[,;|(\t)\]]|\s{2}/;

/** The words before a colon that begin the line or follow a separator. */
function looseKey(text: string, colon: number, floor: number, marks: number): { text: string; start: number } | null {
  const from = Math.max(floor, colon - MAX_KEY);
  const near = text.slice(from, colon);
  const separator = SEPARATED.test(near) ? (SEPARATOR.exec(near)?.[0].length ?? 0) : 0;
  if (separator === 0 && from > marks) return null;
  const key = near.slice(separator).replace(/^[*_`"'[({]+/, '');
  return { text: key.replace(/[*_`"'\s]+$/, ''), start: colon - key.length };
}
