import { type Column, namedColumn } from '../../knowledge/words/table-columns.ts';
import { createBlockParser, type ReadBlock } from '../blocks/block-parser.ts';
import { KeyValues } from '../blocks/key-lines.ts';
import { parseAgentText } from '../lines/agent-text.ts';
import { lineSegment } from '../lines/line-segment.ts';
import type { SegmentFormat } from './segment-format.ts';

/** An element with the number of an enterprise, which stands behind a header and the elements of syslog itself. */
const ELEMENT = /\[[\w.-]{1,64}@\d{1,10}(?:\.\d{1,10}){0,8} /;
const FIRST_ELEMENT = /\[[\w.-]{1,64}(?:@| )/;
const MAX_FRONT = 1024;
/** `<134>1 2016-04-15T11:00:06+02:00 host program 3748 - `; relays drop what stands in front of the time. */
const HEADER = /(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S{0,20}) (\S{1,255}) (\S{1,128}) \S{1,128} \S{1,32} $/;
/** A quote, a bracket and a backslash inside a value have a backslash in front; Windows writes paths without. */
const VALUE = /\s*([^\s=\]"]{1,64})="((?:[^"\\]|\\.)*)"/y;
const OPENING = /\s?\[[\w.@-]{1,128}/y;

/** Names of the agent of syslog-ng that no table of columns has. */
const OWN_NAMES: ReadonlyMap<string, Column> = new Map([
  ['EVENT_NAME', 'channel'],
  ['EVENT_REC_NUM', 'recordId'],
  ['EVENT_USERNAME', 'user'],
  ['EVENT_SID', 'userId'],
  ['TaskValue', 'task'],
  ['OpcodeValue', 'opcode'],
  ['ExecutionProcessID', 'processId'],
  ['ExecutionThreadID', 'threadId'],
]);
/** What the agents say of themselves. */
const OF_AGENT =
  /^(?:EventReceivedTime|SourceModule(?:Name|Type)|SeverityValue|AccountType|EVENT_(?:SID_TYPE|FACILITY))$/;

/**
 * Events in structured data of syslog, as NXLog and the agent of syslog-ng send them, one a line.
 * @see RFC 5424, 6.3
 */
export const structuredDataSegment: SegmentFormat = {
  ...lineSegment('structured-data', isLine, createBlockParser({ isUtc: false, startsBlock: isLine, read })),
  needs: { holds: ['EventID="', 'EVENT_ID="'] },
  isTagged: true,
};

function isLine(line: string): boolean {
  const mayBe = line.includes('@') && (line.includes('EventID="') || line.includes('EVENT_ID="'));
  return mayBe && ELEMENT.test(line.slice(0, MAX_FRONT)) && read([line])?.values.has('eventId') === true;
}

function read([line = '']: readonly string[]): ReadBlock | null {
  const from = line.slice(0, MAX_FRONT).search(FIRST_ELEMENT);
  if (from < 0) return null;
  const found = new KeyValues();
  const fields = new Map<string, string>();
  const end = readElements(line, from, (key, value) => {
    const column = OWN_NAMES.get(key) ?? namedColumn(key, null)?.column;
    if (column !== undefined) found.set(column, value, OWN_NAMES.has(key) ? 0 : (namedColumn(key, null)?.rank ?? 0));
    else if (!OF_AGENT.test(key)) fields.set(key, value);
  });
  const [, time, host, program = '-'] = HEADER.exec(line.slice(0, from)) ?? [];
  if (time !== undefined) found.set('dateTime', time, 100);
  if (host !== undefined && host !== '-') found.set('host', host, 100);
  // Blanks of a source would part the fields of the header.
  if (program !== '-') found.set('provider', program.replaceAll('_', ' '), 100);
  const text = line.slice(end).replace('\ufeff', '').trim();
  found.set('message', parseAgentText(text)?.message ?? text);
  return { values: found.values, fields, ...insertsIn(fields) };
}

/** Values without a name of their own are called by their place. */
function insertsIn(fields: ReadonlyMap<string, string>): { readonly strings?: readonly string[] } {
  const strings: string[] = [];
  for (let value = fields.get('param1'); value !== undefined; value = fields.get(`param${strings.length + 1}`))
    strings.push(value);
  return strings.length === 0 ? {} : { strings };
}

/** @returns behind the last element */
function readElements(line: string, from: number, take: (key: string, value: string) => void): number {
  let at = from;
  for (;;) {
    OPENING.lastIndex = at;
    if (!OPENING.test(line)) return at;
    at = OPENING.lastIndex;
    for (;;) {
      VALUE.lastIndex = at;
      const [, key = '', value = ''] = VALUE.exec(line) ?? [];
      if (key === '') break;
      take(key, value.replace(/\\(["\]\\])/g, '$1'));
      at = VALUE.lastIndex;
    }
    if (line[at] !== ']') return at;
    at += 1;
  }
}
