import { createLineParser } from '../lines/line-parser.ts';
import type { LinesAhead, SegmentFormat, SegmentStart } from './segment-format.ts';

const OPENING = '@{';
const LOOKAHEAD = 8;
/** No line of code is longer. */
const MAX_LOOK = 1000;
/** No filter is longer. */
const MAX_LINES = 40;
/** What is looked for stands in quotes; an object that PowerShell prints has none: `@{LogName=System; Id=41}`. */
const FILTER = /(?:LogName|ProviderName|Path)\s{0,20}=\s{0,20}["'(@$]/i;

/** What `Get-WinEvent -FilterHashtable` looks for: the names of an event in code, which no reader may take for one. */
export const filterTableSegment: SegmentFormat = {
  name: 'filter-table',
  isDetail: false,
  isQuoted: true,
  needs: { holds: [OPENING] },
  begins,
  // Its lines are words.
  create: createLineParser(() => ({ read: () => null })),
};

function begins(lines: LinesAhead): SegmentStart | null {
  const column = (lines(0) ?? '').indexOf(OPENING);
  if (column < 0) return null;
  const ahead = Array.from({ length: LOOKAHEAD }, (_, index) => lines(index)?.slice(0, MAX_LOOK) ?? '');
  const text = [ahead[0]?.slice(column) ?? '', ...ahead.slice(1)].join('\n');
  const end = text.indexOf('}');
  return FILTER.test(end < 0 ? text : text.slice(0, end)) ? { column, ends: createEnds() } : null;
}

function createEnds(): SegmentStart['ends'] {
  let count = 0;
  return (lines) => {
    const line = lines(0) ?? '';
    count += 1;
    if (count > MAX_LINES || line.trim() === '') return 0;
    const end = line.indexOf('}');
    return end < 0 ? -1 : end + 1;
  };
}
