import { type Column, namedColumn } from '../knowledge/words/table-columns.ts';
import { cellsOf } from './table/cells.ts';

const DELIMITERS = ',;\t|';
const MAX_HEADER = 1000;
/** Fewer may be what somebody noted of a log. */
const MIN_ROWS = 20;
const MAX_ROWS = 60;
/** Some stand under several headings. */
const MOSTLY_ONCE = 0.8;
/** What tells that something happened, or how often. */
const HAPPENED: ReadonlySet<Column | undefined> = new Set<Column>([
  'dateTime',
  'date',
  'clock',
  'host',
  'recordId',
  'user',
  'eventXml',
]);
const COUNTED = /count|total|number of|occur|times?$|date|seen|anzahl|nombre|hits/i;

/** A table of the events that exist: ids, most of them once, and what they mean, but neither times nor hosts. Their texts are those of events. */
export function isCatalogue(head: string): boolean {
  const [header = '', ...rows] = head.trimStart().split('\n', MAX_ROWS);
  if (header.length > MAX_HEADER || rows.length < MIN_ROWS) return false;
  return [...DELIMITERS].some((delimiter) => header.includes(delimiter) && isListOfIds(header, rows, delimiter));
}

function isListOfIds(header: string, rows: readonly string[], delimiter: string): boolean {
  const names = cellsOf(header.trimEnd(), delimiter).map((name) => name.trim());
  const columns = names.map((name) => namedColumn(name, null)?.column);
  const idCell = columns.indexOf('eventId');
  if (idCell < 0 || columns.some((column) => HAPPENED.has(column)) || names.some((name) => COUNTED.test(name)))
    return false;
  const ids = rows.flatMap((row) => /^\s*(\d{1,5})\s*$/.exec(cellsOf(row, delimiter)[idCell] ?? '')?.[1] ?? []);
  return ids.length >= MIN_ROWS && new Set(ids).size >= ids.length * MOSTLY_ONCE;
}
