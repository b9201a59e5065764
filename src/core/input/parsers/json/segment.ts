import type { LinesAhead, SegmentFormat, SegmentStart } from '../segment-format.ts';
import { createJsonParser } from './parser.ts';
import { BACKSLASH, CLOSE_ARRAY, CLOSE_OBJECT, endOfContainer, OPEN_ARRAY, OPEN_OBJECT, QUOTE } from './syntax.ts';

/** Lines in which a record shows what it is. */
const LOOKAHEAD = 8;
const MAX_LOOK = 1 << 15;
const BEGINS = /^\s*(?:\{\s*(?:"|$)|\[\s*(?:\{|$))/;
/** What a log writes in front of a record that fills the rest of the line: a time, a host, labels. */
const IN_FRONT = /^\s*(?=\S)[^\n]{1,400}?[\t :](?=\{")/;
/** What may close a list that such a line opened, or the row of a table around it. */
const REST_OF_LINE = /^[\])|\s]*$/;
/** Keys of events, whoever wrote them. */
const KEYS =
  /"(Event|System|Event_?Data|Event\.?_?ID|Event_?Code|Id|InstanceId|Event_?RecordID|Record_?Id|Record_?Number|Provider|Provider_?Name|Source_?Name|Source|Log_?Name|Channel|Computer|Computer_?Name|MachineName|Hostname|Level|LevelDisplayName|EntryType|Event_?Type|Qualifiers|Version|Task|Opcode|Keywords|Time_?Created|Time_?Generated|System_?Time|EventTime|@timestamp|ts|winlog|Message)"\s*:/gi;
/** The description of an event may be JSON too, and must not be taken out of it. */
const LEAST_KEYS = 3;

const looksLikeEvent = (text: string): boolean =>
  new Set([...text.matchAll(KEYS)].map(([, key = '']) => key.toLowerCase())).size >= LEAST_KEYS;

/** A JSON record, or a list of them, among words of people. */
export const jsonSegment: SegmentFormat = {
  name: 'json',
  isDetail: false,
  needs: { holds: ['{', '['] },
  begins(lines) {
    const first = lines(0) ?? '';
    if (!BEGINS.test(first)) return beginsBehind(first);
    const ahead = Array.from({ length: LOOKAHEAD }, (_, index) => lines(index) ?? '');
    return looksLikeEvent(ahead.join('\n').slice(0, MAX_LOOK))
      ? { column: first.search(/\S/), ends: createEnd() }
      : null;
  },
  create: createJsonParser,
};

function beginsBehind(line: string): SegmentStart | null {
  const column = line.includes('{"') ? (IN_FRONT.exec(line)?.[0].length ?? -1) : -1;
  const end = column === -1 ? -1 : endOfContainer(line, column);
  const isOne = end !== -1 && REST_OF_LINE.test(line.slice(end)) && looksLikeEvent(line.slice(column, end));
  return isOne ? { column, ends: () => line.length } : null;
}

/** The record is over behind its last bracket, unless another one follows. */
function createEnd(): SegmentStart['ends'] {
  let depth = 0;
  return (lines: LinesAhead) => {
    const line = lines(0) ?? '';
    let end = -1;
    let isString = false;
    for (let at = 0; at < line.length; at += 1) {
      const unit = line.charCodeAt(at);
      if (isString) {
        if (unit === BACKSLASH) at += 1;
        else if (unit === QUOTE) isString = false;
      } else if (unit === QUOTE) isString = true;
      else if (unit === OPEN_OBJECT || unit === OPEN_ARRAY) depth += 1;
      else if (unit === CLOSE_OBJECT || unit === CLOSE_ARRAY) {
        depth -= 1;
        if (depth <= 0) end = at + 1;
      }
    }
    if (depth > 0) return -1;
    const goesOn = line.slice(end).trim() === '' && BEGINS.test(lines(1) ?? '');
    return goesOn ? -1 : Math.max(end, 0);
  };
}
