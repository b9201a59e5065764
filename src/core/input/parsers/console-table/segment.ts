import { TableTimes } from '../../table/times.ts';
import type { LinesAhead, SegmentFormat, SegmentStart } from '../segment-format.ts';
import { columnsOf, type DashedColumn, isDashes, wmicColumns } from './columns.ts';
import { createConsoleTableParser, isListingLine, isProviderLine } from './parser.ts';
import { rowValues } from './rows.ts';

const MAX_DISTANCE = 6;

/** Tables aligned below dashes. */
export const consoleTableSegment: SegmentFormat = {
  name: 'console-table',
  isDetail: false,
  isOpenEnded: true,
  isMark: isDashes,
  begins,
  create: createConsoleTableParser,
};

/** At the names of its columns, or at the heading of a group or of the log in front of them. */
function begins(lines: LinesAhead): SegmentStart | null {
  const first = lines(0) ?? '';
  if (headOf(lines) !== null) return { column: 0, ends: createEnds() };
  if (!isProviderLine(first) && !isListingLine(first)) return null;
  for (let index = 1; index < MAX_DISTANCE; index += 1)
    if (columnsOf(lines(index) ?? '', lines(index + 1) ?? '') !== null) return { column: 0, ends: createEnds() };
  return null;
}

const headOf = (lines: LinesAhead): readonly DashedColumn[] | null =>
  columnsOf(lines(0) ?? '', lines(1) ?? '') ?? wmicColumns(lines(0) ?? '');

/** A table ends at a line behind it that is neither a row nor the heading of another group. */
function createEnds(): SegmentStart['ends'] {
  let columns: readonly DashedColumn[] | null = null;
  let isAfterRow = false;
  const times = new TableTimes(null, false);
  return (lines) => {
    const line = lines(0) ?? '';
    const names = headOf(lines);
    if (names !== null) [columns, isAfterRow] = [names, false];
    if (names !== null || line.trim() === '' || isDashes(line)) return -1;
    if (isProviderLine(line) || isListingLine(line) || columns === null)
      return columns === null || isAhead(lines) ? -1 : 0;
    // A message goes on below itself.
    const isRow = rowValues(line, columns, times) !== null;
    const goesOn = isAfterRow && line.slice(0, columns.at(-1)?.start ?? 0).trim() === '';
    isAfterRow ||= isRow;
    return isRow || goesOn ? -1 : 0;
  };
}

/** Does a heading stand in front of another table? */
function isAhead(lines: LinesAhead): boolean {
  for (let index = 1; index < MAX_DISTANCE; index += 1)
    if (columnsOf(lines(index) ?? '', lines(index + 1) ?? '') !== null) return true;
  return false;
}
