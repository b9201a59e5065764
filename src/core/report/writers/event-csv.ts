import type { EventRecord } from '../../model/event.ts';
import { csvRow } from '../csv-cell.ts';
import { isoOf } from '../iso-or-null.ts';
import type { EventWriter } from './writer.ts';

type Column = (event: EventRecord) => string | number | null;

/** Inserts in one cell: JSON keeps their number and their borders. */
const listed = (values: readonly (string | number)[]): string | null =>
  values.length === 0 ? null : JSON.stringify(values);

const columns: readonly (readonly [string, Column])[] = [
  ['time', isoOf],
  ['timeBasis', ({ timeBasis }) => timeBasis],
  ['host', ({ host }) => host],
  ['channel', ({ channel }) => channel],
  ['provider', ({ provider }) => provider],
  ['eventId', ({ eventId }) => eventId],
  ['level', ({ level }) => level],
  ['category', ({ category }) => category],
  ['user', ({ user }) => user],
  ['recordId', ({ recordId }) => recordId],
  ['message', ({ message }) => message],
  ['strings', ({ strings }) => listed(strings)],
  ['codes', ({ codes }) => listed(codes)],
  ['source', ({ source }) => source],
  ['position', ({ position }) => position],
];

/** One event a row, for spreadsheets. */
export const eventCsv: EventWriter = {
  head: csvRow(columns.map(([name]) => name)),
  separator: '',
  foot: '',
  write: (event) => csvRow(columns.map(([, toCell]) => toCell(event))),
};
