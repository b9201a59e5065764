import { paragraphKind } from '../../blocks/undescribed.ts';
import { cellsOf } from '../../table/cells.ts';
import type { LinesAhead, SegmentFormat, SegmentStart } from '../segment-format.ts';
import type { Layout } from './layout.ts';
import { createCsvParser } from './parser.ts';
import { viewer } from './producers/viewer.ts';
import { adjusted, fits, headlessLayout, isPreamble, isRule, layoutAt, mayBeTable } from './recognise.ts';

const MAX_LINE = 4096;
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
  const second = lines(isRule(lines(1) ?? '') ? 2 : 1) ?? '';
  // A description in front may have any number of lines.
  const layout = adjusted(found, second);
  return fits(second, layout) || layout.cells[0] === 'message' ? { column: 0, ends: createEnds(layout) } : null;
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
      isInQuotes = opens(line, layout);
      isText = false;
      mayHaveText = isList && cellsOf(line, layout.delimiter).length <= messageCell;
    } else if (mayBeText && (isText || paragraphKind(line) === 'message')) [isText, mayHaveText] = [true, true];
    else if (layout.cells[0] === 'message' && line.startsWith('"')) isInQuotes = opens(line, layout);
    else if (layout.rowStart.source.startsWith('(?<=') && cellsOf(line, layout.delimiter).length > 2)
      isInQuotes = opens(line, layout);
    else return 0;
    return -1;
  };
}

const isOdd = (line: string): boolean => (line.match(/"/g)?.length ?? 0) % 2 === 1;
const opens = (line: string, layout: Layout): boolean => layout.split === undefined && isOdd(line);
