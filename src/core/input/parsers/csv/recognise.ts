import { foldWord } from '../../../knowledge/words/fold.ts';
import { isKnownSource } from '../../../knowledge/words/known-sources.ts';
import { type Column, dialectOf, namedColumn } from '../../../knowledge/words/table-columns.ts';
import { isEventXmlText } from '../../event-schema/embedded-xml.ts';
import { cellsOf } from '../../table/cells.ts';
import { idIn, timeText } from '../../table/raw-event.ts';
import { TableTimes } from '../../table/times.ts';
import { levelOfWord } from '../../table/values.ts';
import { type Layout, layoutOf, rowCells, shiftedLayouts, valuesOf } from './layout.ts';
import type { HeadlessRow, Producer } from './producer.ts';
import { producers } from './producers/index.ts';
import { logparserW3c } from './producers/logparser.ts';
import { viewer } from './producers/viewer.ts';

const DELIMITERS = ',\t;|';
const MAX_HEADER = 4096;
const MIN_NAMED = 3;
const MAX_NAME = 60;
/** What makes a table one of events, beside the id. */
const TELLING: ReadonlySet<Column> = new Set<Column>([
  'dateTime',
  'date',
  'clock',
  'level',
  'eventType',
  'provider',
  'channel',
  'host',
  'message',
  'keywords',
  'category',
  'recordId',
  'instanceId',
]);
/** What tells that something happened: a table of the events that exist has none of it, and calls their texts otherwise than PowerShell. */
const HAPPENED: ReadonlySet<Column> = new Set<Column>([
  'dateTime',
  'date',
  'clock',
  'host',
  'recordId',
  'user',
  'eventXml',
]);
const PREAMBLE =
  /^(?:\ufeff)?(?:sep=.|"?#TYPE\s.*|#(?:Software|Version|Date|Start-Date|End-Date|Remark):.*|,{4,12}\[Info\],{0,4}\[Export operation .*)$/i;
/** Jira and Confluence part the names of a header by two bars, the cells of a row by one. */
const JIRA_HEADER = /^\s{0,40}\|\|/;
/** Lines of logs have delimiters and times. Names of columns may have a zone: `(UTC+01:00)`. */
const CLOCK = /\d\d:\d\d:\d\d/;
const FIELDS = /^#Fields:\s*(.*\S)\s*$/i;

/** Lines of tools in front of a header. */
export const isPreamble = (line: string): boolean => PREAMBLE.test(line.trimEnd());

const MIN_DELIMITERS = 2;
const MIN_ROW_DELIMITERS = 3;
const DATE_FIRST = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\s+\d{1,2}[:.]\d\d/;

/** Between the header of a table in Markdown and its rows. */
export const isRule = (line: string): boolean => RULE.test(line);
const RULE = /^\s{0,40}\|?(?:\s{0,40}:?-{2,200}:?\s{0,40}\|){1,40}(?:\s{0,40}:?-{2,200}:?\s{0,40})?$/;

/** Asked of every line of a text: most have too few delimiters. */
export const mayBeTable = (line: string): boolean =>
  delimitersIn(line) >= MIN_DELIMITERS || line.startsWith('#Fields:') || DATE_FIRST.test(line);

/** Of the delimiter that stands there most often. */
function delimitersIn(line: string): number {
  let most = 0;
  for (const delimiter of DELIMITERS) {
    let count = 0;
    for (let at = line.indexOf(delimiter); at >= 0; at = line.indexOf(delimiter, at + 1)) count += 1;
    if (count > most) most = count;
  }
  return most;
}

/** How the rows are laid out behind this line, if it is a header of a table of events. */
export function headerLayout(text: string): Layout | null {
  if (text.length > MAX_HEADER) return null;
  const line = JIRA_HEADER.test(text) ? text.replaceAll('||', '|') : text;
  const fields = FIELDS.exec(line)?.[1];
  if (fields !== undefined) return ofNames(fields.split(/[\s,]+/), fields.includes(',') ? ',' : ' ', logparserW3c);
  if (CLOCK.test(line)) return null;
  let best: Layout | null = null;
  for (const delimiter of DELIMITERS) {
    if (!line.includes(delimiter)) continue;
    const layout = ofNames(cellsOf(line, delimiter), delimiter, null);
    if (layout !== null && (best === null || layout.cells.length > best.cells.length)) best = layout;
  }
  return best;
}

function ofNames(cells: readonly string[], delimiter: string, producer: Producer | null): Layout | null {
  const names = cells.map((cell) => cell.trim());
  if (names.length < MIN_NAMED || names.some((name) => name.length > MAX_NAME)) return null;
  // Cells of words are no names, and asking for the language of each costs more.
  if (names.filter((name) => namedColumn(name, null) !== null).length < MIN_NAMED - 1) return null;
  const dialect = dialectOf(names);
  const named = names.map((name) => (name === '' ? null : namedColumn(name, dialect)));
  const found = new Set(named.flatMap((cell) => (cell === null ? [] : [cell.column])));
  const telling = [...found].filter((column) => TELLING.has(column)).length;
  const folded = new Set(names.map(foldWord));
  // Nothing else calls its time so.
  const isOfWindows = folded.has('timecreated') || folded.has('timegenerated');
  if (!(found.has('eventId') || found.has('instanceId')) || telling + (isOfWindows ? 2 : 1) < MIN_NAMED) return null;
  if (!folded.has('message') && ![...found].some((column) => HAPPENED.has(column))) return null;
  const own = producer ?? producers.find(({ isOwn }) => isOwn?.(folded) === true);
  if (own === undefined) return null;
  const last = named.length - 1;
  // A header that ends in a delimiter names no description.
  const unnamed = names.at(-1) === '' && !found.has('message');
  const isOfTool = own.hasValues === true && (dialect === null || dialect.language === 'en');
  const calledBy = own.columns ?? NO_COLUMNS;
  const valueNames = new Map(
    named.flatMap((cell, index) => {
      const written = names[index] ?? '';
      const name = cell === null && isOfTool && !calledBy.has(foldWord(written)) ? valueName(written) : '';
      return name === '' ? [] : [[index, name] as const];
    }),
  );
  const cellsNamed = named.map((found, index) => {
    if (index === last && unnamed) return { column: 'message' as const, rank: 0 };
    const called = calledBy.get(foldWord(names[index] ?? ''));
    const cell = called === undefined ? found : { column: called, rank: 0 };
    return cell === null || own.foreign?.has(cell.column) === true ? { column: null, rank: 0 } : cell;
  });
  const split = own.splitOf?.(
    cellsNamed.map(({ column }) => column),
    delimiter,
  );
  return layoutOf(own, delimiter, cellsNamed, dialect?.language ?? null, split, valueNames);
}

const NO_COLUMNS: NonNullable<Producer['columns']> = new Map();

/** `winlog.event_data.param1` and `winlogbeat_winlog_event_data_param1` are `param1`; what else has a path is of the shipper, `__PATH` of WMI. */
function valueName(name: string): string {
  const own = name.replace(
    /^(?:.{0,40}\.)?(?:event_?data|user_?data)\.|^(?:winlogbeat_)?winlog_(?:event|user)_data_/i,
    '',
  );
  if (own.includes('.') || /^(?:gl2_|winlogbeat_|__)/.test(own)) return '';
  // A list without names, as Dissect numbers it.
  return own.replace(/^Data_(?=\d{1,3}$)/, 'Data');
}

/** Is this row, read so, an event with a time? */
export function fits(line: string, layout: Layout): boolean {
  const cells = rowCells(line, layout);
  const values = valuesOf(cells, layout);
  if (idIn(values) === null) return false;
  const written = timeText(values);
  return new TableTimes(layout.language, layout.producer.isUtc).read(written) !== null;
}

/** The layout, with its names moved where the first row says so. */
export function adjusted(layout: Layout, row: string): Layout {
  const hasTime = ['dateTime', 'date', 'clock'].some((name) => layout.cells.some((column) => column === name));
  const found = !hasTime || fits(row, layout) ? undefined : shiftedLayouts(layout).find((one) => fits(row, one));
  return withXmlCell(found ?? layout, row);
}

/** Whatever its column is called, XML of a whole event is one. */
function withXmlCell(layout: Layout, row: string): Layout {
  const at = row.includes('<Event') ? rowCells(row, layout).findIndex(isEventXmlText) : -1;
  if (at < 0 || layout.places.has('eventXml')) return layout;
  return { ...layout, places: new Map([...layout.places, ['eventXml', [at]]]) };
}

/** A layout that rows without a header may have. */
interface Headless {
  readonly minCells: number;
  readonly layout: Layout;
  readonly make: () => Layout;
}
const headlessOf = (producer: Producer, { cells, delimiters, split, minCells }: HeadlessRow): readonly Headless[] =>
  [...delimiters].map((delimiter) => {
    const named = cells.map((column) => ({ column, rank: 0 }));
    const make = (): Layout => layoutOf(producer, delimiter, named, null, split);
    return { minCells, layout: make(), make };
  });
let allHeadless: readonly Headless[] | null = null;

/** How rows without a header are laid out, by one of them. Asked of many a line: the layouts are made once. */
export function headlessLayout(line: string): Layout | null {
  if (!/\d[:.]\d\d/.test(line) || (delimitersIn(line) < MIN_ROW_DELIMITERS && !DATE_FIRST.test(line))) return null;
  allHeadless ??= producers.flatMap((producer) =>
    (producer.headless ?? []).flatMap((row) => headlessOf(producer, row)),
  );
  // An expression remembers where it looked, so the layout that fits is one of its own.
  const known = new Map<string, readonly string[]>();
  const cut = (delimiter: string): readonly string[] => {
    const cells = known.get(delimiter) ?? cellsOf(line, delimiter);
    known.set(delimiter, cells);
    return cells;
  };
  return allHeadless.find((one) => isHeadless(line, one, cut))?.make() ?? null;
}

/** Fewer of them part fewer cells. */
function hasDelimiters(line: string, delimiter: string, least: number): boolean {
  let at = -1;
  for (let left = least; left > 0; left -= 1) {
    at = line.indexOf(delimiter, at + 1);
    if (at < 0) return false;
  }
  return true;
}

function isHeadless(
  line: string,
  { minCells, layout }: Headless,
  cut: (delimiter: string) => readonly string[],
): boolean {
  if (layout.split === undefined && !hasDelimiters(line, layout.delimiter, minCells - 1)) return false;
  const cells = rowCells(line, layout, cut);
  const isRow = cells.length >= minCells && hasType(cells, layout) && hasClock(cells, layout);
  return isRow && isNamed(cells, layout) && fits(line, layout);
}

/** The tools that write no header write dates and clocks; seconds since 1970 begin the rows of Zeek. */
const hasClock = (cells: readonly string[], layout: Layout): boolean =>
  !/^\d+(?:\.\d+)?$/.test(timeText(valuesOf(cells, layout)).replaceAll(/[\s-]/g, ''));

/** The cell of the type holds a word for one. Their numbers stand in any table, and only one tool writes them. */
function hasType(cells: readonly string[], { places, producer }: Layout): boolean {
  const text = cellIn(cells, places.get('eventType') ?? places.get('level'));
  // Rows of other tables have a time there, or a number.
  if (producer.hasTypeNumbers !== true && /^\d/.test(text)) return false;
  return levelOfWord(text) !== null || (producer.hasTypeNumbers === true && /^(?:0|1|2|4|8|16)$/.test(text));
}

/** A source and a log are called by a word: rows of measurements and of queues have numbers there. */
const isNamed = (cells: readonly string[], { places }: Layout): boolean =>
  NAMES.every((column) => !places.has(column) || /\p{L}/u.test(cellIn(cells, places.get(column))));
const NAMES: readonly Column[] = ['provider', 'channel'];

const cellIn = (cells: readonly string[], places: readonly number[] | undefined): string =>
  (cells[places?.[0] ?? -1] ?? '').trim();

const MIN_UNKNOWN = 4;
/** The order of the viewer's columns, for headers in a language that is not known. */
const USUAL: readonly (readonly (Column | null)[])[] = [
  ['level', 'dateTime', 'provider', 'eventId', 'category'],
  ['eventType', 'date', 'clock', 'provider', 'category', 'eventId', 'user', 'host'],
];

/** The layout behind a line of unknown names, by the row that follows it. */
function unknownHeaderLayout(line: string, next: () => string): Layout | null {
  if (line.length > MAX_HEADER || /\d/.test(line) || delimitersIn(line) < MIN_UNKNOWN) return null;
  const row = next();
  if (!/\d[:.]\d\d/.test(row) || delimitersIn(row) < MIN_UNKNOWN) return null;
  for (const delimiter of DELIMITERS)
    for (const columns of USUAL) {
      const names = cellsOf(line, delimiter);
      const layout = layoutOf(
        viewer,
        delimiter,
        columns.map((column) => ({ column, rank: 0 })),
        null,
      );
      const cells = rowCells(row, layout);
      const isWide = cells.length === names.length || cells.length === names.length + 1;
      if (names.length >= columns.length && isWide && mayBeOfViewer(names, cells, layout) && fits(row, layout))
        return layout;
    }
  return null;
}

/** Names that are known, with none for an id, are of orders, payments, or patients, unless the type is one of the viewer. */
const mayBeOfViewer = (names: readonly string[], cells: readonly string[], layout: Layout): boolean =>
  isNamed(cells, layout) &&
  (hasType(cells, layout) ||
    (/\p{L}/u.test(cells[0] ?? '') && names.every((name) => namedColumn(name.trim(), null) === null)));

/** The layout of a table that begins in this line. @param next the line behind, which seldom matters */
export function layoutAt(line: string, next: () => string): Layout | null {
  const named = headerLayout(line);
  if (named === null) return headlessLayout(line) ?? unknownHeaderLayout(line, next);
  return !OF_WINDOWS.test(line) && (isOfOthers(named, next()) || isOfDatabase(line, named, next())) ? null : named;
}

/** Nothing else calls its time so. */
const OF_WINDOWS = /(?:^|[^a-z])Time(?:Created|Generated)(?![a-z])/i;

/** What a shop counts has ids, times and types too: `add_to_cart`. Windows says whose event it is, or a type that is known. */
function isOfOthers(layout: Layout, row: string): boolean {
  if (OWN.some((column) => layout.places.has(column)) || isRule(row)) return false;
  const type = cellIn(rowCells(row, layout), layout.places.get('eventType'));
  return /\p{L}/u.test(type) && levelOfWord(type) === null;
}

/** Every table of a database has a plain `id` and a time; whose events they were a source that is known would tell, or a column that few have. */
function isOfDatabase(line: string, layout: Layout, row: string): boolean {
  if (!PLAIN_ID.test(line) || WHOSE.some((column) => layout.places.has(column)) || isRule(row)) return false;
  const provider = cellIn(rowCells(row, layout), layout.places.get('provider'));
  return !/^Microsoft-\w/i.test(provider) && !isKnownSource(provider);
}
const PLAIN_ID = /(?:^|[,;|\t"])\s{0,8}_?id\s{0,8}(?:[,;|\t"]|$)/i;
const WHOSE: readonly Column[] = ['channel', 'host', 'level', 'keywords', 'eventXml', 'eventType'];
const OWN: readonly Column[] = ['provider', 'channel', 'host', 'level', 'keywords', 'message', 'eventXml'];

/** Is this line, whatever stands above it, a row of a list, with its quotes closed? */
export const isHeadlessRow = (line: string): boolean =>
  headlessLayout(line) !== null && (line.split('"').length - 1) % 2 === 0;

const MAX_LINES_AHEAD = 12;

/** Is a text a table of events from its beginning on? */
export function isTable(head: string): boolean {
  const lines = head
    .slice(0, 65_536)
    .split('\n', MAX_LINES_AHEAD)
    .filter((line) => line.trim() !== '' && !isPreamble(line));
  const [first, second = ''] = lines;
  return first !== undefined && layoutAt(first, () => second) !== null;
}
