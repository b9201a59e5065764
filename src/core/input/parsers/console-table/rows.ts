import { KeyValues } from '../../blocks/key-lines.ts';
import { idIn, timeText } from '../../table/raw-event.ts';
import type { TableTimes } from '../../table/times.ts';
import type { Values } from '../../table/values.ts';
import { cellsOf, type DashedColumn } from './columns.ts';

/**
 * `Feb 10 16:02`: `Get-EventLog` prints no year. Where months are counted it prints `2 10 16:02` or `2月 10 16:02`, and where their names
 * are longer the column of 13 characters cuts them: `févr. 10 1...`.
 */
const NO_YEAR =
  /^(?:(?:\p{L}+\.?|\d{1,2}[月월]?) \d{1,2}|\d{1,2}\.? \p{L}+\.?) (?:\d{1,2}:\d{2}(?:\s?\p{L}+)?|\d{0,2}(?:\.\.\.|…))$/u;

/** What a line says below the columns of a table; null for one that is no row: it has no id or no time in its place. */
export function rowValues(line: string, columns: readonly DashedColumn[], times: TableTimes): Values | null {
  const cells = cellsOf(line, columns);
  const found = new KeyValues();
  for (const [index, { column, rank }] of columns.entries())
    if (column !== null) found.set(column, cells[index] ?? '', rank);
  const { values } = found;
  if (idIn(values) === null) return null;
  return times.read(timeText(values)) !== null || hasNoYear(values) ? values : null;
}

export const hasNoYear = (values: Values): boolean => NO_YEAR.test(timeText(values));
