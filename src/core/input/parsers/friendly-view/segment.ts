import { isStartHeading } from '../../start-heading.ts';
import type { LinesAhead, SegmentFormat, SegmentStart } from '../segment-format.ts';
import { isFirstLine } from './first-line.ts';
import { createFriendlyViewParser } from './parser.ts';

const LOOKAHEAD = 6;
const PROOF = /\[ ?Name\]/;
const PROVIDER = /^[\s>+-]*Provider\s*$/;
const NAME = /^[\s>]*\[ ?Name\]/;
const DATA_HEADING = /(?:^|\s)(?:EventData|UserData)\s*$/;
/** The binary part, behind the data: a rule, its headings, its rows. */
const BINARY = /^\s*(?:-{10,}|Binary data:|In Words|In Bytes|[0-9a-f]{4}:\s.*)\s*$/i;
const FENCE = /^\s*(?:`{3}|~{3})/;
const SYSTEM_PART =
  /\[ ?\w+\]|^[\s>+-]*(?:Provider|EventID|Version|Level|Task|Opcode|Keywords|TimeCreated|EventRecordID|Correlation|Execution|Channel|Computer|Security)\b/;

/** The friendly view of the Details tab between other text. */
export const friendlyViewSegment: SegmentFormat = {
  name: 'friendly-view',
  isDetail: true,
  needs: { first: /[SP>+-]/, holds: ['System', 'Provider'] },
  begins,
  create: createFriendlyViewParser,
};

function begins(lines: LinesAhead): SegmentStart | null {
  if (isProvider(lines)) return { column: 0, ends: createEnds() };
  if (!isFirstLine(lines(0) ?? '')) return null;
  const ahead = Array.from({ length: LOOKAHEAD }, (_, index) => lines(index) ?? '');
  return PROOF.test(ahead.join('\n')) ? { column: 0, ends: createEnds() } : null;
}

/** A copy may begin below its first line, `- System`. */
function isProvider(lines: LinesAhead): boolean {
  if (!PROVIDER.test(lines(0) ?? '')) return false;
  const next = [lines(1), lines(2), lines(3)].find((line = '') => line.trim() !== '');
  return next !== undefined && NAME.test(next);
}

/** The view ends where neither its elements nor indented values go on. */
function createEnds(): SegmentStart['ends'] {
  let inData = false;
  let isIndented = false;
  let isAfterBlank = false;
  let isFirst = true;
  return (lines) => {
    const line = lines(0) ?? '';
    const wasFirst = isFirst;
    isFirst = false;
    if (wasFirst) return -1;
    if (FENCE.test(line) || isStartHeading(line)) return 0;
    // The next copy without its first line.
    if (inData && isProvider(lines)) return 0;
    if (line.trim() === '') {
      isAfterBlank = true;
      return -1;
    }
    const isOver = isOverAt(line);
    isAfterBlank = false;
    return isOver ? 0 : -1;
  };

  function isOverAt(line: string): boolean {
    if (isFirstLine(line)) inData = false;
    else if (DATA_HEADING.test(line)) [inData, isIndented] = [true, false];
    else if (BINARY.test(line)) return false;
    else if (!inData) return isAfterBlank && !SYSTEM_PART.test(line);
    else if (/^\s/.test(line)) isIndented = true;
    else return isIndented || isAfterBlank;
    return false;
  }
}
