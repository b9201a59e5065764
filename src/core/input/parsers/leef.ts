import { namedColumn } from '../../knowledge/words/table-columns.ts';
import { createBlockParser, type ReadBlock } from '../blocks/block-parser.ts';
import { KeyValues } from '../blocks/key-lines.ts';
import { lineSegment } from '../lines/line-segment.ts';
import { syslogPrefix } from '../lines/syslog-prefix.ts';
import { levelOfWord } from '../table/values.ts';
import type { SegmentFormat } from './segment-format.ts';

const TAG = 'LEEF:';
/** Version, vendor, product, version of the product, id; from 2.0 on what parts the attributes may follow. */
const HEADER =
  /LEEF:([12])\.0\|([^|]{0,256})\|([^|]{0,256})\|([^|]{0,256})\|([^|]{0,256})\|(?:(0?x[\da-f]{1,4}|.)?\|)?/i;
const MAX_FRONT = 1024;
const MAX_ATTRIBUTES = 256;
const KEY = /^[\w.-]{1,64}$/;
const ID = /^\d{1,10}$/;
const ID_KEY = /^(?:EventID|EventCode)$/i;
const WINDOWS = /^Windows\b/i;
/** Of the format itself, beside the names of the program that wrote the event. */
const PREDEFINED = [
  ['devTime', 'dateTime'],
  ['identHostName', 'host'],
  ['usrName', 'user'],
] as const;
/** A rank behind that of any name of an event. */
const LAST = 100;

const isLine = (line: string): boolean => line.includes(TAG) && read([line]) !== null;

/**
 * Events of Windows in the Log Event Extended Format of QRadar, one a line. Every product writes it: this has to be Windows, or the
 * attributes have to be those of an event log. Unconfirmed: by the description of the format only.
 * @see https://ibm.com/support/knowledgecenter/SS42VS_DSM/com.ibm.dsm.doc/c_LEEF_Format_Guide_LEEFeventcomps.html
 */
export const leefSegment: SegmentFormat = {
  ...lineSegment('leef', isLine, createBlockParser({ isUtc: false, startsBlock: isLine, read })),
  needs: { holds: [TAG] },
  isTagged: true,
};

function read([line = '']: readonly string[]): ReadBlock | null {
  const header = HEADER.exec(line.slice(0, MAX_FRONT));
  if (header === null) return null;
  const [whole, version, vendor = '', product = '', , classId = '', written] = header;
  // A line of 1.0 whose attributes begin with one character and a bar has none.
  const delimiter = version === '2' ? delimiterOf(written) : '\t';
  const attributes = attributesIn(line.slice(header.index + whole.length), delimiter);
  const idKey = [...attributes.keys()].find((key) => ID_KEY.test(key));
  const id = [attributes.get(idKey ?? ''), classId].find((text) => text !== undefined && ID.test(text));
  const found = new KeyValues();
  for (const [key, value] of attributes) {
    const named = namedColumn(key, null);
    if (named !== null && key !== idKey) found.set(named.column, value, named.rank);
  }
  const isWindows = vendor === 'Microsoft' && WINDOWS.test(product);
  const isOfLog = idKey !== undefined && found.values.has('provider');
  if (id === undefined || !(isWindows || isOfLog)) return null;
  found.set('eventId', id);
  for (const [key, column] of PREDEFINED) {
    const value = attributes.get(key);
    if (value !== undefined) found.set(column, value, LAST);
  }
  const category = attributes.get('cat') ?? '';
  if (levelOfWord(category) !== null) found.set('eventType', category, LAST);
  const { host } = syslogPrefix(line.slice(0, header.index));
  if (host !== null) found.set('host', host, LAST + 1);
  return { values: found.values };
}

/** `^`, or `x5E` or `0x5E` for it; a tab without one. */
function delimiterOf(written = '\t'): string {
  const [, hex] = /^0?x([\da-f]{1,4})$/i.exec(written) ?? [];
  return hex === undefined ? written : String.fromCharCode(Number.parseInt(hex, 16));
}

function attributesIn(text: string, delimiter: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let last: string | null = null;
  for (const part of text.split(delimiter, MAX_ATTRIBUTES * 4)) {
    const equals = part.indexOf('=');
    const key = equals < 0 ? '' : part.slice(0, equals).trim();
    // A message may hold what parts attributes.
    if (!KEY.test(key) || found.size >= MAX_ATTRIBUTES) {
      if (last !== null) found.set(last, `${found.get(last)}${delimiter}${part}`);
      continue;
    }
    if (!found.has(key)) found.set(key, part.slice(equals + 1).trim());
    last = key;
  }
  return found;
}
