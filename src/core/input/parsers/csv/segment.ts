import { paragraphKind } from '../../blocks/undescribed.ts';
import { cellsOf } from '../../table/cells.ts';
import { idIn } from '../../table/raw-event.ts';
import type { LinesAhead, SegmentFormat, SegmentStart } from '../segment-format.ts';
import { type Layout, rowCells, valuesOf } from './layout.ts';
import { createCsvParser } from './parser.ts';
import { viewer } from './producers/viewer.ts';
import { adjusted, fits, headlessLayout, isPreamble, isRule, layoutAt, mayBeTable } from './recognise.ts';

const MAX_LINE = 4096;
const MAX_LINES_OF_MESSAGE = 100;
/** A table between other text: its header and a row, or rows without a header. */
export const csvSegment: SegmentFormat = {
  name: 'csv',
  isDetail: false,
  isList: true,
  begins,
  create: createCsvParser,
};

function begins(lines: LinesAhead): SegmentStart | null {
  const first = lines(0) ?? '';
  if (first.length > MAX_LINE || !mayBeTable(first)) return null;
  const found = layoutAt(first, () => lines(1) ?? '');
  if (found === null) return null;
  const headless = headlessLayout(first);
  if (headless !== null) return { column: 0, ends: createEnds(headless, true) };
  const second = rowFrom(lines, isRule(lines(1) ?? '') ? 2 : 1);
  // A description in front may have any number of lines.
  const layout = adjusted(found, second);
  return fits(second, layout) || layout.cells[0] === 'message' || isCut(second, layout)
    ? { column: 0, ends: createEnds(layout) }
    : null;
}

/** A row with the lines that are in its quotes. */
function rowFrom(lines: LinesAhead, first: number): string {
  let row = lines(first) ?? '';
  let isInQuotes = isOdd(row);
  for (let at = first + 1; isInQuotes && at <= first + MAX_LINES_OF_MESSAGE; at += 1) {
    const line = lines(at);
    if (line === undefined) break;
    row += `\n${line}`;
    isInQuotes = !isOdd(line);
  }
  return row;
}

/** Does the message of this row go on in the next line, with the time behind it? Some programs write no quotes. */
function isCut(row: string, layout: Layout): boolean {
  const [message, time] = ['message' as const, 'dateTime' as const].map((name) => layout.places.get(name)?.[0] ?? -1);
  if (message === undefined || time === undefined || message < 1 || time < message) return false;
  return idIn(valuesOf(rowCells(row, layout), layout)) !== null && !fits(row, layout);
}

/**
 * A table ends at a line that is neither a row nor in the quotes of one. Below a row of the viewer's list, which has no header in a copy,
 * people put its message.
 */
function createEnds(layout: Layout, isHeadless = false): SegmentStart['ends'] {
  const isList = isHeadless && layout.split === undefined && layout.producer === viewer;
  const messageCell = layout.cells.indexOf('message');
  let mayHaveText = false;
  let isText = false;
  let isInQuotes = false;
  let isFirst = true;
  let row = '';
  let linesOfMessage = 0;
  const goesOn = (line: string): boolean => {
    if (row === '' || linesOfMessage === MAX_LINES_OF_MESSAGE || !isCut(row, layout)) return false;
    row += `\n${line}`;
    linesOfMessage += 1;
    return true;
  };
  const openRow = (line: string): boolean => {
    [row, linesOfMessage] = [line, 0];
    return opens(line, layout);
  };
  return (lines) => {
    const line = lines(0) ?? '';
    const wasFirst = isFirst;
    isFirst = false;
    layout.rowStart.lastIndex = 0;
    const startsRow = layout.cells[0] !== 'message' && layout.rowStart.exec(line)?.index === 0;
    if (isInQuotes && !startsRow) {
      isInQuotes = !isOdd(line);
      return -1;
    }
    const mayBeText = mayHaveText && line.trim() !== '';
    mayHaveText = false;
    if (isRule(line)) return -1;
    if (wasFirst || startsRow || isPreamble(line)) {
      isInQuotes = openRow(line);
      isText = false;
      mayHaveText = isList && cellsOf(line, layout.delimiter).length <= messageCell;
    } else if (mayBeText && (isText || paragraphKind(line) === 'message')) [isText, mayHaveText] = [true, true];
    else if (layout.cells[0] === 'message' && line.startsWith('"')) isInQuotes = openRow(line);
    else if (goesOn(line)) isInQuotes = opens(line, layout);
    else if (layout.rowStart.source.startsWith('(?<=') && cellsOf(line, layout.delimiter).length > 2)
      isInQuotes = openRow(line);
    else return 0;
    return -1;
  };
}

const isOdd = (line: string): boolean => (line.match(/"/g)?.length ?? 0) % 2 === 1;
const opens = (line: string, layout: Layout): boolean => layout.split === undefined && isOdd(line);
