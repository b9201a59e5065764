import type { Column } from '../../knowledge/words/table-columns.ts';
import { createBlockParser, type ReadBlock } from '../blocks/block-parser.ts';
import { KeyValues } from '../blocks/key-lines.ts';
import type { LinesAhead, SegmentFormat, SegmentStart } from './segment-format.ts';

/** Older versions have the time in front of the entry, and no source. */
const BEGINS = /<Source>EventLog<\/Source>(?:<Time>[^<]{0,40}<\/Time>)?<LogEntry>/;
const ENDS = '</LogEntry>';
/** In the order in which they stand. */
const VALUES: readonly (readonly [value: RegExp, column: Column])[] = [
  [/<EventSource>([^<]*)</, 'provider'],
  [/<Time>([^<]*)</, 'dateTime'],
  [/<Channel>([^<]*)</, 'channel'],
  [/<Level>([^<]*)</, 'level'],
  [/<EventId>([^<]*)</, 'eventId'],
];
/** Nothing in the text of an event is escaped. */
const MESSAGE = /<Message>([\s\S]*)<\/Message>/;

/**
 * What LogMonitor prints of the event log of a container, as `docker logs` and `kubectl logs` show it; its JSON is read as such.
 * @see https://github.com/microsoft/windows-container-tools (LogMonitor, EventMonitor.cpp)
 */
export const logMonitorSegment: SegmentFormat = {
  name: 'log-monitor',
  isDetail: false,
  begins,
  create: createBlockParser({ isUtc: true, startsBlock: (line) => BEGINS.test(line), read }),
};

/** An event has as many lines as its message, which is one where the format says so. */
function begins(lines: LinesAhead): SegmentStart | null {
  if (!BEGINS.test(lines(0) ?? '')) return null;
  let isInside = false;
  const ends = (now: LinesAhead): number => {
    const line = now(0) ?? '';
    if (!isInside && line.trim() !== '' && !BEGINS.test(line)) return 0;
    if (isInside || line.trim() !== '') isInside = !line.includes(ENDS);
    return -1;
  };
  return { column: 0, ends };
}

function read(lines: readonly string[]): ReadBlock {
  const found = new KeyValues();
  const text = lines.join('\n');
  const at = text.indexOf('<Message>');
  const head = at < 0 ? text : text.slice(0, at);
  for (const [pattern, column] of VALUES) {
    const value = pattern.exec(head)?.[1];
    if (value !== undefined) found.set(column, value);
  }
  found.set('message', MESSAGE.exec(text)?.[1] ?? '');
  return { values: found.values };
}
