import { fillerKind } from '../../knowledge/words/fillers.ts';
import { KNOWN_SOURCE } from '../../knowledge/words/known-sources.ts';
import type { Level } from '../../model/event.ts';
import { marksLength } from '../line-marks.ts';
import { createLineParser, type LineEvent, type LineReader } from '../lines/line-parser.ts';
import { lineSegment } from '../lines/line-segment.ts';
import { Names } from '../lines/names.ts';
import { TableTimes } from '../table/times.ts';
import { ownText } from '../text/copy-text.ts';
import type { SegmentFormat } from './segment-format.ts';

/** `Error 22.01.2020 15:04:05 Service Control Manager 7031 None` */
const ROW =
  /^ {0,40}(\p{L}{3,16}(?: \p{L}{3,16})?) {1,8}(\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[AaPp][Mm])?) {1,8}(\S.{0,80}?) {1,8}(\d{1,5}) {1,8}(\S.{0,40}?) {0,40}$/u;
const MAX_ROW = 300;
/** The same up to the source, where the text of the event follows the category. Wider gaps are those of a table, read with its tabs. */
const HEAD =
  /^ {0,40}(\p{L}{3,16}(?: \p{L}{3,16})?) {1,2}(\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[AaPp][Mm])?) {1,2}/u;
const OWN_SOURCE = /(?:Microsoft-[\w-]{3,80}|MSSQL\$\w{1,40})/iy;
const BEHIND_SOURCE = /^ {1,2}(\d{1,5}) {1,2}(\S{1,24}) {1,2}(\S.*?) {0,40}$/u;
const MAX_ROW_WITH_TEXT = 4096;
const CATEGORY = /^\p{L}{3,40}$/u;
const NUMBERED = /^\(\d{1,5}\)$/;
const AUDITS: ReadonlySet<Level> = new Set(['audit-success', 'audit-failure']);

/**
 * Rows of the viewer's list whose tabs became blanks. Lines of other logs have levels, times and numbers, too: here the category has to be
 * none, or a number in brackets, or the source one that is known. `Audit Success` in two words begins no other line; such rows have a category by name. With the text of the
 * event behind it the source has to be one that is known.
 */
export const viewerRowsSegment: SegmentFormat = {
  ...lineSegment(
    'viewer-rows',
    (line) => partsOf(line) !== null && new RowReader().read(line, 0) !== null,
    createLineParser(() => new RowReader()),
  ),
  needs: { first: /[a-z]/i },
  isList: true,
};

interface RowParts {
  readonly word: string;
  readonly date: string;
  readonly source: string;
  readonly id: string;
  readonly category: string;
  readonly text: string | null;
}

/** Asked of every line of a text: nearly all have no time. */
const CLOCK = /\d[:.]\d\d/;

/** Pages show rows as a list. */
function partsOf(shown: string): RowParts | null {
  if (!CLOCK.test(shown)) return null;
  const line = shown.slice(marksLength(shown));
  const found = line.length > MAX_ROW ? null : ROW.exec(line);
  if (found !== null && isCategory(found[5] ?? '')) return { ...rowOf(found), text: null };
  return partsWithText(line) ?? (found === null ? null : { ...rowOf(found), text: null });
}
const rowOf = ([, word = '', date = '', source = '', id = '', category = '']: RegExpExecArray) => ({
  word,
  date,
  source,
  id,
  category,
});
const isCategory = (text: string): boolean => fillerKind(text) === 'none' || NUMBERED.test(text);

function partsWithText(line: string): RowParts | null {
  const head = line.length > MAX_ROW_WITH_TEXT ? null : HEAD.exec(line);
  if (head === null) return null;
  const [{ length: at }, word = '', date = ''] = head;
  const source = [KNOWN_SOURCE, OWN_SOURCE].map((names) => nameAt(names, line, at)).find((name) => name !== null);
  const rest = source === undefined ? null : BEHIND_SOURCE.exec(line.slice(at + source.length));
  if (source === undefined || rest === null) return null;
  const [, id = '', category = '', text = ''] = rest;
  return isCategory(category) ? { word, date, source, id, category, text: unquoted(text) } : null;
}
/** Texts with line ends or quotes stand in quotes, as in a table. */
const unquoted = (text: string): string => /^"(.+)"$/.exec(text)?.[1]?.replaceAll('""', '"') ?? text;
/** @param names sticky */
function nameAt(names: RegExp, line: string, at: number): string | null {
  names.lastIndex = at;
  return names.exec(line)?.[0] ?? null;
}

class RowReader implements LineReader {
  readonly #names = new Names();
  readonly #times = new TableTimes(null, false);

  read(line: string, position: number): LineEvent | null {
    const parts = partsOf(line);
    if (parts === null) return null;
    const { word, date, source, id, category, text } = parts;
    const level = this.#names.levelOf(word);
    if (level === null) return null;
    const isNone = fillerKind(category) === 'none';
    const isNamed = CATEGORY.test(category) && nameAt(KNOWN_SOURCE, source, 0) === source;
    const isRow = isNone || isNamed || NUMBERED.test(category) || (AUDITS.has(level) && word.includes(' '));
    const time = isRow ? this.#times.read(date) : null;
    if (time === null) return null;
    return {
      position,
      recordId: null,
      time,
      host: null,
      channel: null,
      provider: this.#names.ownOrNull(source),
      eventId: Number(id),
      level,
      category: isNone ? null : this.#names.own(category),
      user: null,
      message: () => (text === null ? null : ownText(text)),
    };
  }
}
