import type { Column } from '../../../knowledge/words/table-columns.ts';
import { cellsOf } from '../../table/cells.ts';
import type { Values } from '../../table/values.ts';
import type { Producer } from './producer.ts';

/** What stands where in the rows of a table. */
export interface Layout {
  readonly producer: Producer;
  readonly delimiter: string;
  readonly cells: readonly (Column | null)[];
  /** The cells of each meaning, the one that counts first in front. */
  readonly places: ReadonlyMap<Column, readonly number[]>;
  /** The names of cells that hold values of the event. */
  readonly valueNames: ReadonlyMap<number, string>;
  readonly language: string | null;
  /** Begins a line that begins a row, whatever the quotes before it say. */
  readonly rowStart: RegExp;
  readonly split?: ((row: string) => readonly string[] | null) | undefined;
}

export interface NamedCell {
  readonly column: Column | null;
  readonly rank: number;
}

const NO_NAMES: Layout['valueNames'] = new Map();

export function layoutOf(
  producer: Producer,
  delimiter: string,
  named: readonly NamedCell[],
  language: string | null,
  split?: Layout['split'],
  valueNames: Layout['valueNames'] = NO_NAMES,
): Layout {
  const places = new Map<Column, number[]>();
  const ranked = named.map((cell, index) => ({ ...cell, index })).sort((a, b) => a.rank - b.rank || a.index - b.index);
  for (const { column, index } of ranked) {
    if (column === null) continue;
    const known = places.get(column);
    if (known === undefined) places.set(column, [index]);
    else known.push(index);
  }
  const cells = named.map(({ column }) => column);
  const rowStart = rowStartOf(delimiter, cells, places);
  return { producer, delimiter, cells, places, valueNames, language, rowStart, split };
}

/** In digits, those of WMI without any sign between, or with a month by name: `5. März 2012`, `2012. január 3.`, `January 3, 2012`. */
const DATE =
  '\\d{14}\\.\\d{6}|' +
  '\\d{1,4}\\s?[./年년-]\\s?\\d{1,2}|\\d{1,2}(?:er)?[-. ]{1,2}(?:de )?\\p{L}{3,12}[-., ]{1,2}(?:de )?\\d{2,4}|' +
  '\\d{4}[. ]{1,2}\\p{L}{3,12}[. ]{1,2}\\d{1,2}|\\p{L}{3,12}[. ]{1,2}\\d{1,2}, \\d{4}';

/** By the cells in front of the time; a message in front of it may have any lines, and then only whole cells tell where a row begins. */
function rowStartOf(
  delimiter: string,
  cells: readonly (Column | null)[],
  places: ReadonlyMap<Column, readonly number[]>,
): RegExp {
  const timeAt = places.get('dateTime')?.[0] ?? places.get('date')?.[0];
  const before = cells.slice(0, timeAt);
  const sign = delimiter === '|' ? '\\|' : delimiter === '\t' ? '\\t' : delimiter;
  if (timeAt === undefined || before.includes('message')) return new RegExp(`(?<=["${sign}]\\n)"(?!")`, 'gm');
  const cell = `(?:"[^"\\n]*"|[^"\\n${sign}]*)${sign}`;
  return new RegExp(`^(?:${cell}){${timeAt}}"?[\\p{L}-]{0,14}[.,]?\\s?(?:den )?(?:${DATE})`, 'gmu');
}

/** The cells of a row, as the program that wrote them meant them. @param cut where the row was cut at the delimiter before */
export function rowCells(
  row: string,
  { delimiter, producer, split }: Layout,
  cut: (delimiter: string) => readonly string[] = (sign) => cellsOf(row, sign),
): readonly string[] {
  const cells = split?.(row) ?? cut(delimiter);
  // Between bars blanks are for the eye.
  if (delimiter === '|') return (isMarkdown(row) ? withEscapedBars(cells) : cells).map((cell) => cell.trim());
  return producer.decode === undefined ? cells : cells.map(producer.decode);
}

const isMarkdown = (row: string): boolean => row.includes('\\|') && row.trimStart().startsWith('|');
/** In Markdown a bar inside a cell has a backslash in front; one at the end of a path has a blank behind it. */
function withEscapedBars(cells: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const cell of cells) {
    const before = joined.at(-1);
    if (before?.endsWith('\\') === true) joined[joined.length - 1] = `${before.slice(0, -1)}|${cell}`;
    else joined.push(cell);
  }
  return joined;
}

/** What the text below a row of the list is none of. */
const ON_ONE_LINE: ReadonlySet<Column | null | undefined> = new Set<Column>([
  'level',
  'eventType',
  'dateTime',
  'date',
  'clock',
  'provider',
  'eventId',
  'category',
  'user',
  'host',
]);

/**
 * What a row says. Cells behind the last named one are the description, or the rest of it; so is what stands on the lines below a row of
 * the viewer's list.
 */
export function valuesOf(cells: readonly string[], layout: Layout): Values {
  const { places, cells: named, delimiter } = layout;
  const below = cells.findIndex((cell) => cell.includes('\n'));
  if (below >= 0 && ON_ONE_LINE.has(named[below])) return valuesAbove(cells, below, layout);
  const values = new Map<Column, readonly string[]>();
  for (const [column, indices] of places) {
    const found: string[] = [];
    for (const index of indices) {
      const cell = cells[index];
      if (cell !== undefined) found.push(cell);
    }
    values.set(column, found);
  }
  if (cells.length > named.length) {
    const rest = cells.slice(named.length).join(delimiter);
    const last = named.at(-1);
    if (last === 'message' || last === 'strings') {
      const whole = `${cells[named.length - 1] ?? ''}${delimiter}${rest}`;
      values.set(last, [whole]);
    } else if (!places.has('message')) values.set('message', [rest]);
  }
  return values;
}

/** The values of the event that stand in columns of their own. Empty ones are columns that the event does not have. */
export function fieldsOf(cells: readonly string[], { valueNames }: Layout): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const [index, name] of valueNames) {
    const value = cells[index] ?? '';
    if (value !== '') fields.set(name, value);
  }
  return fields;
}

function valuesAbove(cells: readonly string[], last: number, layout: Layout): Values {
  const cell = cells[last] ?? '';
  const end = cell.indexOf('\n');
  const above = [...cells.slice(0, last), cell.slice(0, end)];
  const message = [cell.slice(end + 1), ...cells.slice(last + 1)].join(layout.delimiter);
  return new Map([...valuesOf(above, layout), ['message', [message]]]);
}

/** Tools that take the first column for an index of their own shift the names by one. */
export function shiftedLayouts(layout: Layout): readonly Layout[] {
  const shifted = (columns: readonly (Column | null)[]): Layout =>
    layoutOf(
      layout.producer,
      layout.delimiter,
      columns.map((column) => ({ column, rank: 0 })),
      layout.language,
      layout.split,
    );
  return [shifted(layout.cells.slice(1)), shifted([null, ...layout.cells])];
}
