import type { Level } from '../model/event.ts';
import type { LinesAhead } from './parsers/segment-format.ts';

/** How msinfo32 (System Information) writes a report, for the reader of its inventory and that of its events. */

/** Of a report saved as .nfo: an element for each cell, with names in the language of Windows. */
const CELL = /^\s{0,40}<([^<>/\s]{1,60})><!\[CDATA\[(.*)\]\]><\/\1>\s*$/;
export const cellOf = (line: string): string | undefined =>
  line.includes('<![CDATA[') ? CELL.exec(line)?.[2] : undefined;
/** Around the cells of a row. */
export const ROW_BEGIN = '<Data>';
export const ROW_END = '</Data>';

/** What its section Windows Error Reporting shows of the log Application. These names are English everywhere. */
export const shownEvents: ReadonlyMap<string, { readonly eventId: number; readonly level: Level }> = new Map([
  ['Application Error', { eventId: 1000, level: 'error' }],
  ['Application Hang', { eventId: 1002, level: 'error' }],
  ['Windows Error Reporting', { eventId: 1001, level: 'information' }],
]);

/** Of a report saved as text: time, type, details. The short date of Windows may begin with the day of the week. */
export const EVENT_ROW = /^(?:\p{L}{1,5}\.?,? )?(\d[^\t]{5,40})\t([A-Z][A-Za-z ]{10,30})\t(\S.*)$/u;
export const isEventRow = (line: string): boolean =>
  line.includes('\t') && shownEvents.has(EVENT_ROW.exec(line)?.[2] ?? '');
/** Do the cells of an event begin in the first of these lines? */
export const beginsEventCells = (lines: LinesAhead): boolean =>
  (lines(0) ?? '').trim() === ROW_BEGIN && shownEvents.has(cellOf(lines(2) ?? '') ?? '');
