import type { HeadingField } from '../../../knowledge/words/heading-field.ts';
import { looseField } from '../../../knowledge/words/loose-keys.ts';
import { marksLength } from '../../line-marks.ts';
import { Line } from './line.ts';

/** `Event ID 7000`, `**Event ID 7000:**`, with nothing else on its line. */
const LONE = /^([*_`]{0,3})(\p{L}[\p{L}\p{M} .'’-]{0,30}?)\s{0,4}(\d{1,5})[*_`:.]{0,4}\s*$/u;
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

/** The first line with its colon, where it names an id as a title does and the other headings of the event stand right below; else null. */
export function withIdColon(lines: readonly Line[]): Line | null {
  const [line, ...below] = lines.slice(0, MAX_LINES);
  if (line === undefined || line.text.length > MAX_LENGTH) return null;
  const marks = line.text.slice(0, marksLength(line.text));
  const [, emphasis = '', key = '', id] = LONE.exec(line.text.slice(marks.length)) ?? [];
  if (id === undefined || looseField(key) !== 'eventId') return null;
  const fields = fieldsOf(below[0]?.text.trim() === '' ? below.slice(1) : below);
  if (!FOLLOWING.has(fields[0] ?? null) || fields.includes('eventId')) return null;
  return new Line(`${marks}${emphasis}${key}: ${id}`, line.number, line.enclosure, line.isRow);
}

/** What the lines up to an empty one begin with. */
function fieldsOf(lines: readonly Line[]): readonly (HeadingField | null)[] {
  const end = lines.findIndex(({ text }) => text.trim() === '');
  return lines.slice(0, end < 0 ? lines.length : end).map(({ headings: [first] }) => {
    if (first === undefined || !first.isFirst) return null;
    return first.loose ?? first.meanings[0]?.field ?? null;
  });
}
