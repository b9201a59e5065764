import type { HeadingField } from '../../../knowledge/words/heading-field.ts';
import { looseField } from '../../../knowledge/words/loose-keys.ts';
import { marksOf } from '../../line-marks.ts';
import { Line } from './line.ts';

/** `Event ID 7000`, `**Event ID 7000:**`, with nothing else on its line. */
const LONE_ID = /^([*_`]{0,3})(\p{L}[\p{L}\p{M} .'’-]{0,30}?)\s{0,4}(\d{1,5})[*_`:.]{0,4}\s*$/u;
/** Few lines end so; every line is asked. */
const ENDS_IN_ID = /[\d*_`:.]\s*$/;
/** `Source NetBT`, `Source - NetBT`: up to four words. */
const BARE_SOURCE = /^(\p{L}{4,16})\s{1,8}(?:[-–]\s)?([\w.$-]{2,60}(?: [\w.$-]{1,30}){0,3})\s*$/u;
/** Headings of one event. */
const MAX_LINES = 8;
/** With marks around it. */
const MAX_LENGTH = 64;
const FOLLOWING: ReadonlySet<HeadingField | null> = new Set<HeadingField>([
  'source',
  'level',
  'category',
  'description',
]);

/**
 * The first lines with the colons they lack, where the first names an id as a title does and the other headings of the event stand right
 * below; else null.
 */
export function withIdColon(lines: readonly Line[]): readonly Line[] | null {
  const [line, ...rest] = lines.slice(0, MAX_LINES);
  if (line === undefined || line.text.length > MAX_LENGTH || !ENDS_IN_ID.test(line.text.slice(-4))) return null;
  const id = idHeading(line);
  if (id === null) return null;
  const source = rest[0] === undefined ? null : sourceHeading(rest[0]);
  const below = source === null ? rest : [source, ...rest.slice(1)];
  const fields = fieldsOf(below[0]?.text.trim() === '' ? below.slice(1) : below);
  if (!FOLLOWING.has(fields[0] ?? null) || fields.includes('eventId')) return null;
  return source === null ? [id] : [id, source];
}

function idHeading(line: Line): Line | null {
  const marks = marksOf(line.text);
  const [, emphasis = '', key = '', id] = LONE_ID.exec(line.text.slice(marks.length)) ?? [];
  const isId = id !== undefined && looseField(key) === 'eventId';
  return isId ? withText(line, `${marks}${emphasis}${key}: ${id}`) : null;
}

function sourceHeading(line: Line): Line | null {
  const marks = marksOf(line.text);
  const [, key = '', source] = BARE_SOURCE.exec(line.text.slice(marks.length)) ?? [];
  const isSource = source !== undefined && looseField(key) === 'source';
  return isSource ? withText(line, `${marks}${key}: ${source}`) : null;
}

const withText = ({ number, enclosure, isRow }: Line, text: string): Line => new Line(text, number, enclosure, isRow);

/** What the lines up to an empty one begin with. */
function fieldsOf(lines: readonly Line[]): readonly (HeadingField | null)[] {
  const end = lines.findIndex(({ text }) => text.trim() === '');
  return lines.slice(0, end < 0 ? lines.length : end).map(({ headings: [first] }) => {
    if (first === undefined || !first.isFirst) return null;
    return first.loose ?? first.meanings[0]?.field ?? null;
  });
}
