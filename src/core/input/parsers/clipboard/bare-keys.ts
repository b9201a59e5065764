import type { HeadingField } from '../../../knowledge/words/heading-field.ts';
import { meaningsOf } from '../../../knowledge/words/headings.ts';
import { looseField } from '../../../knowledge/words/loose-keys.ts';
import { marksLength, marksOf } from '../../line-marks.ts';
import { withoutPrefix } from './heading-prefix.ts';
import { Line } from './line.ts';
import { parseEventId, trimValue } from './values.ts';

const MAX_KEY = 40;
const MAX_VALUE = 300;
const MIN_KEYS = 4;
/** A row that no viewer has, between two that it has. */
const MAX_UNKNOWN = 3;
/** They stand in no heading. */
const NO_KEY = /[\d,;()!?"\\]/;
const LETTER = /^\p{L}/u;

interface Row {
  readonly field: HeadingField | null;
  readonly key: Line;
  /** On a line of its own; null: the cell is empty. */
  readonly value: Line | null;
}

/** With marks and emphasis around it. */
const MAX_KEY_LINE = 56;

/** The field that a line names which holds nothing but a heading without its colon. */
function bareField({ text }: Line): HeadingField | null {
  if (text.length < 2 || text.length > MAX_KEY_LINE || text.includes(':')) return null;
  if (NO_KEY.test(text)) return null;
  const key = keyOf(text);
  return key.length > MAX_KEY || !LETTER.test(key) ? null : looseField(key);
}
const isEmpty = (text: string): boolean => text.slice(marksLength(text)).trim() === '';
const keyOf = (text: string): string => trimValue(text.slice(marksLength(text)));

/** May a table begin here whose cells stand on lines of their own: with the first heading of a viewer, or one of a few others? */
export function mayBeginBareKeys(line: Line): boolean {
  const field = bareField(line);
  if (field === null) return false;
  return FIRST.has(field) || meaningsOf(keyOf(line.text)).some(({ dialect }) => dialect.start === field);
}
const FIRST: ReadonlySet<HeadingField> = new Set(['logName', 'source', 'eventId', 'level', 'date']);

/**
 * Lines of a table that a page or a browser put cell by cell, heading and value in turn, as lines of headings with colons; null when
 * they are none. Lines keep their numbers; those of the values, and empty ones between, go.
 */
export function joinBareKeys(lines: readonly Line[]): readonly Line[] | null {
  const rows = rowsOf(lines.filter(({ text }) => !isEmpty(text)));
  const fields = new Map(rows.map((row) => [row.field, ownText(row)]));
  const id = fields.get('eventId');
  if (rows.length < MIN_KEYS || id === undefined || parseEventId(trimValue(id)) === null) return null;
  if (!fields.has('source') && !fields.has('logName')) return null;
  const texts = new Map<Line, string>();
  for (const { field, key, value } of rows) {
    const name = keyOf(key.text);
    // The message stays on its lines.
    const isOwn = value !== null && field !== 'description';
    texts.set(key, `${marksOf(key.text)}${name}:${isOwn ? ` ${ownText({ key, value })}` : ''}`);
    if (isOwn) texts.set(value, '');
  }
  const last = lines.indexOf(rows.at(-1)?.key ?? lines[0] ?? new Line('', 1));
  return lines.flatMap((line, index) => {
    const text = texts.get(line) ?? line.text;
    if (index < last && isEmpty(text)) return [];
    return text === line.text ? line : new Line(text, line.number, line.enclosure, line.isRow);
  });
}

const ownText = ({ key, value }: Pick<Row, 'key' | 'value'>): string =>
  value === null ? '' : withoutPrefix(value.text, marksOf(key.text)).trim();

function rowsOf(lines: readonly Line[]): readonly Row[] {
  const rows: Row[] = [];
  const seen = new Set<HeadingField>();
  const fieldAt = (index: number): HeadingField | null => {
    const line = lines[index];
    const field = line === undefined ? null : bareField(line);
    return field === null || seen.has(field) ? null : field;
  };
  let unknown = 0;
  for (let index = 0; index < lines.length; ) {
    const [key, value] = lines.slice(index, index + 2);
    const field = fieldAt(index);
    const isUnknown = field === null && rows.length > 0 && unknown < MAX_UNKNOWN && fieldAt(index + 2) !== null;
    if (key === undefined || (field === null && !isUnknown)) break;
    if (isUnknown) unknown += 1;
    if (field !== null) seen.add(field);
    // `User` and `Computer` below one another: the first has no value, unless the other is one.
    const isUnset = fieldAt(index + 1) !== null && fieldAt(index + 2) === null;
    const own = isUnset || value === undefined || value.text.length > MAX_VALUE ? null : value;
    rows.push({ field, key, value: own });
    if (field === 'description') break;
    if (own === null && !isUnset) break;
    index += own === null ? 1 : 2;
  }
  return rows;
}
