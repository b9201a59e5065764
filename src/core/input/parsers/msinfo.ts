import { createLineParser, type LineEvent, type LineReader } from '../lines/line-parser.ts';
import { Names } from '../lines/names.ts';
import { beginsEventCells, cellOf, EVENT_ROW, isEventRow, ROW_BEGIN, ROW_END, shownEvents } from '../msinfo-report.ts';
import { parseLocalTime } from '../normalise/parse-local-time.ts';
import { decodeEntities } from '../text/entities.ts';
import type { LinesAhead, SegmentFormat, SegmentStart } from './segment-format.ts';

const CELLS = 3;

/** The events in reports of msinfo32 (System Information). */
export const msinfoSegment: SegmentFormat = {
  name: 'msinfo32',
  isDetail: false,
  needs: { holds: ['\t', '<Data>'] },
  begins,
  create: createLineParser(() => new MsinfoReader()),
};

function begins(lines: LinesAhead): SegmentStart | null {
  if (isEventRow(lines(0) ?? '')) return { column: 0, ends: (now) => (isEventRow(now(0) ?? '') ? -1 : 0) };
  if (!beginsEventCells(lines)) return null;
  let isInside = false;
  const ends = (now: LinesAhead): number => {
    if (!isInside && !beginsEventCells(now)) return 0;
    isInside = (now(0) ?? '').trim() !== ROW_END;
    return -1;
  };
  return { column: 0, ends };
}

class MsinfoReader implements LineReader {
  readonly #names = new Names();
  #cells: string[] = [];

  read(line: string, position: number): LineEvent | 'skip' | null {
    const [row, time = '', type = '', details = ''] = EVENT_ROW.exec(line) ?? [];
    if (row !== undefined) return this.#event([time, type, details], position);
    const cell = cellOf(line);
    const tag = line.trim();
    if (cell !== undefined && this.#cells.length < CELLS) this.#cells.push(cell);
    else if (tag === ROW_BEGIN) this.#cells = [];
    else if (tag === ROW_END) return this.#event(this.#cells, position);
    return cell === undefined && tag !== ROW_BEGIN ? null : 'skip';
  }

  #event([written = '', type = '', details = '']: readonly string[], position: number): LineEvent | null {
    const shown = shownEvents.get(type);
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
