import { beginsOther } from '../../blocks/other-text.ts';
import type { LinesAhead, SegmentFormat } from '../segment-format.ts';
import { isOneLine, type Key, keyLine } from './keys.ts';
import { createSplunkParser } from './parser.ts';
import { isTimeLine } from './times.ts';

const LOOKAHEAD = 8;
const MIN_KEYS = 3;
const MAX_LINES_TO_LOG = 2;
/** They begin an event, in some order. */
const FIRST_KEYS: ReadonlySet<Key> = new Set<Key>([
  'LogName',
  'SourceName',
  'EventCode',
  'EventType',
  'Type',
  'ComputerName',
  'Date',
  'Category',
]);

/** `WinEventLog` of Splunk between other text. */
export const splunkSegment: SegmentFormat = {
  name: 'splunk',
  isDetail: false,
  fillsFiles: true,
  isOpenEnded: true,
  begins: (lines) => (beginsEvent(lines) ? { column: 0, ends: (now) => (beginsOther(now(0) ?? '') ? 0 : -1) } : null),
  create: createSplunkParser,
};

function beginsEvent(lines: LinesAhead): boolean {
  const first = lines(0) ?? '';
  if (isTimeLine(first)) {
    for (let index = 1; index <= MAX_LINES_TO_LOG; index += 1) if (beginsHeader(lines, index)) return true;
    return false;
  }
  return first.includes('=') && (isOneLine(first) || beginsHeader(lines, 0));
}

/** Several keys in a row, the id among them, or the log and the source. */
function beginsHeader(lines: LinesAhead, from: number): boolean {
  const keys = new Set<Key>();
  const first = lines(from) ?? '';
  const start = keyLine(first)?.key;
  if (start === undefined || !FIRST_KEYS.has(start)) return false;
  for (let index = from; index < LOOKAHEAD; index += 1) {
    const line = lines(index) ?? '';
    const key = keyLine(line)?.key;
    if (key !== undefined) keys.add(key);
    else if (line.trim() !== '') break;
  }
  return keys.size >= MIN_KEYS && keys.has('LogName') && (keys.has('EventCode') || keys.has('SourceName'));
}
