import { listAt } from '../../model/map-at.ts';
import { foldWord, spellings, wordsOf } from './fold.ts';
import { FoldedWords } from './folded-words.ts';
import type { Generation, HeadingField, HeadingRow } from './heading-field.ts';
import { NT_HEADINGS } from './headings-nt.ts';
import { UNKNOWN_HEADINGS, UNKNOWN_LANGUAGE } from './headings-unknown.ts';
import { VISTA_HEADINGS } from './headings-vista.ts';

/** The headings of one language in one generation. */
export interface Dialect {
  readonly language: string;
  readonly generation: Generation;
  /** The heading that begins every block; null for the short headings of the NT 4 dialog, which come in any order. */
  readonly start: HeadingField | null;
  readonly fieldByHeading: ReadonlyMap<string, HeadingField>;
}
export interface HeadingMeaning {
  readonly dialect: Dialect;
  readonly field: HeadingField;
}

/** Headings of the NT 4 event dialog, copied by hand and printed in knowledge base articles of its time. */
const NT4_DIALOG: HeadingRow = {
  level: 'Type',
  source: 'Source',
  category: 'Category',
  eventId: 'Event ID',
  date: 'Date',
  time: 'Time',
  user: 'User',
  computer: 'Computer',
  description: 'Description',
  data: 'Data',
};

const toDialect = (language: string, generation: Generation, start: HeadingField | null, row: HeadingRow): Dialect => ({
  language,
  generation,
  start,
  fieldByHeading: new Map(
    headingFields.flatMap((field) =>
      wordsOf(row[field] ?? '')
        .flatMap(({ word }) => (word === '' ? [] : spellings(word)))
        .map((word) => [foldWord(word), field] as const),
    ),
  ),
});
const headingFields: readonly HeadingField[] = [
  ...(['logName', 'source', 'date', 'time', 'eventId', 'category', 'level'] as const),
  ...(['keywords', 'user', 'computer', 'description', 'data', 'eventXml'] as const),
];

/** English first: it wins where counts are equal. */
export const dialects: readonly Dialect[] = [
  ...Object.entries(VISTA_HEADINGS).map(([language, row]) => toDialect(language, 'vista', 'logName', row)),
  ...Object.entries(NT_HEADINGS).map(([language, row]) => toDialect(language, 'nt', 'level', row)),
  toDialect('en', 'nt', null, NT4_DIALOG),
  toDialect(UNKNOWN_LANGUAGE, 'vista', 'logName', UNKNOWN_HEADINGS),
];

const allMeanings = new Map<string, HeadingMeaning[]>();
for (const dialect of dialects)
  for (const [heading, field] of dialect.fieldByHeading) listAt(allMeanings, heading).push({ dialect, field });
const meaningsByHeading = new FoldedWords<readonly HeadingMeaning[]>(allMeanings);

/** What a heading without its colon means in each language and generation that has it. */
export const meaningsOf = (heading: string): readonly HeadingMeaning[] => meaningsByHeading.get(heading) ?? [];

const allBlanks = new Map<string, number[]>();
for (const heading of allMeanings.keys()) {
  const words = heading.split(' ');
  const last = words.at(-1) ?? '';
  const blanks = allBlanks.get(last) ?? [];
  if (!blanks.includes(words.length - 1)) blanks.push(words.length - 1);
  allBlanks.set(
    last,
    blanks.sort((a, b) => b - a),
  );
}
/** Counts of blanks inside the headings that end in a word: how far a look back may go. */
const blanksByLastWord = new FoldedWords<readonly number[]>(allBlanks);

const MAX_WORD = 32; // the longest word of a heading has 25 letters
const BLANK = 1;
const MARK = 2;
/** What parts words, by character: blanks, and emphasis of Markdown and wikis or table bars, which stand between a heading and its colon. */
const PARTS = new Uint8Array(0x3001);
for (const unit of [0x20, 0x09, 0xa0, 0x202f, 0x3000]) PARTS[unit] = BLANK;
for (const mark of '*_`|"\'[]({>') PARTS[mark.charCodeAt(0)] = MARK;
const partAt = (text: string, index: number): number => PARTS[text.charCodeAt(index)] ?? 0;
const isBlank = (text: string, index: number): boolean => partAt(text, index) === BLANK;
const isMark = (text: string, index: number): boolean => partAt(text, index) === MARK;
/** An apostrophe inside a word is part of it: `l'événement`. */
const endsWord = (text: string, index: number): boolean => {
  const part = partAt(text, index);
  if (part !== MARK || text[index] !== "'") return part !== 0;
  return index === 0 || partAt(text, index - 1) !== 0;
};
const wordStart = (text: string, end: number, floor: number): number => {
  let start = end;
  while (start > floor && end - start < MAX_WORD && !endsWord(text, start - 1)) start -= 1;
  return start;
};

export interface HeadingBefore {
  readonly start: number;
  readonly meanings: readonly HeadingMeaning[];
}

/**
 * The longest heading that ends at `end`, where its colon stands; null when those words are none.
 * Looks back over a few words only, so that asking at every colon of a text stays linear.
 */
export function headingBefore(text: string, end: number, floor = 0): HeadingBefore | null {
  let last = end;
  while (last > floor && end - last < 8 && (isBlank(text, last - 1) || isMark(text, last - 1))) last -= 1;
  const start = wordStart(text, last, floor);
  if (start === last) return null;
  const blanks = blanksByLastWord.get(text.slice(start, last));
  if (blanks === undefined) return null;
  for (const count of blanks) {
    const from = skipWords(text, start, floor, count);
    const meanings = from === null ? undefined : meaningsByHeading.get(text.slice(from, last));
    if (from !== null && meanings !== undefined) return { start: from, meanings };
  }
  return null;
}

/** The start of the `count`-th word before `start`, null when there are not so many. */
function skipWords(text: string, start: number, floor: number, count: number): number | null {
  let from = start;
  for (let word = 0; word < count; word += 1) {
    let end = from;
    while (end > floor && from - end < 8 && isBlank(text, end - 1)) end -= 1;
    const next = wordStart(text, end, floor);
    if (end === from || next === end) return null;
    from = next;
  }
  return from;
}

const COLON_OR_CELL_END = /[:：,;\t\n]/g;

/**
 * How many headings of copied events and columns of viewer exports a head of text holds: the right code page shows more of
 * them than a wrong one.
 */
export function scoreHeadings(text: string): number {
  let score = 0;
  let floor = 0;
  for (const { index } of text.matchAll(COLON_OR_CELL_END)) {
    if (headingBefore(text, index, floor) !== null) score += 1;
    floor = index + 1;
  }
  return score;
}
