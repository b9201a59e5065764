import type { Level } from '../../model/event.ts';
import { createLineParser, type LineEvent, type LineReader } from '../lines/line-parser.ts';
import { Names } from '../lines/names.ts';
import { parseLocalTime } from '../normalise/parse-local-time.ts';
import { decodeEntities } from '../text/entities.ts';
import type { LinesAhead, SegmentFormat, SegmentStart } from './segment-format.ts';

/** What the section Windows Error Reporting of msinfo32 shows of the log Application. These names are English everywhere. */
const SHOWN: ReadonlyMap<string, { readonly eventId: number; readonly level: Level }> = new Map([
  ['Application Error', { eventId: 1000, level: 'error' }],
  ['Application Hang', { eventId: 1002, level: 'error' }],
  ['Windows Error Reporting', { eventId: 1001, level: 'information' }],
]);

/** Of a report saved as text: time, type, details. The short date of Windows may begin with the day of the week. */
const ROW = /^(?:\p{L}{1,5}\.?,? )?(\d[^\t]{5,40})\t([A-Z][A-Za-z ]{10,30})\t(\S.*)$/u;
/** Of one saved as .nfo: an element for each cell, with names in the language of Windows. */
const CELL = /^\s{0,40}<([^<>/\s]{1,60})><!\[CDATA\[(.*)\]\]><\/\1>\s*$/;
const BEGIN = '<Data>';
const END = '</Data>';
const CELLS = 3;

const isRow = (line: string): boolean => line.includes('\t') && SHOWN.has(ROW.exec(line)?.[2] ?? '');
const isData = (lines: LinesAhead): boolean =>
  (lines(0) ?? '').trim() === BEGIN && SHOWN.has(CELL.exec(lines(2) ?? '')?.[2] ?? '');

/** Reports of msinfo32 (System Information). */
export const msinfoSegment: SegmentFormat = {
  name: 'msinfo32',
  isDetail: false,
  begins,
  create: createLineParser(() => new MsinfoReader()),
};

function begins(lines: LinesAhead): SegmentStart | null {
  if (isRow(lines(0) ?? '')) return { column: 0, ends: (now) => (isRow(now(0) ?? '') ? -1 : 0) };
  if (!isData(lines)) return null;
  let isInside = false;
  const ends = (now: LinesAhead): number => {
    if (!isInside && !isData(now)) return 0;
    isInside = (now(0) ?? '').trim() !== END;
    return -1;
  };
  return { column: 0, ends };
}

class MsinfoReader implements LineReader {
  readonly #names = new Names();
  #cells: string[] = [];

  read(line: string, position: number): LineEvent | 'skip' | null {
    const [row, time = '', type = '', details = ''] = ROW.exec(line) ?? [];
    if (row !== undefined) return this.#event([time, type, details], position);
    const cell = CELL.exec(line)?.[2];
    const tag = line.trim();
    if (cell !== undefined && this.#cells.length < CELLS) this.#cells.push(cell);
    else if (tag === BEGIN) this.#cells = [];
    else if (tag === END) return this.#event(this.#cells, position);
    return cell === undefined && tag !== BEGIN ? null : 'skip';
  }

  #event([written = '', type = '', details = '']: readonly string[], position: number): LineEvent | null {
    const shown = SHOWN.get(type);
    if (shown === undefined) return null;
    const time = parseLocalTime(written, null, null);
    return {
      ...shown,
      position,
      recordId: null,
      time,
      badTime: time === null ? written : undefined,
      host: null,
      channel: 'Application',
      provider: this.#names.own(type),
      category: null,
      user: null,
      message: () => decodeEntities(details).replaceAll('\r', '').trim() || null,
    };
  }
}
