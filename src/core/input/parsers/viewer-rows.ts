import { fillerKind } from '../../knowledge/words/fillers.ts';
import type { Level } from '../../model/event.ts';
import { createLineParser, type LineEvent, type LineReader } from '../lines/line-parser.ts';
import { lineSegment } from '../lines/line-segment.ts';
import { Names } from '../lines/names.ts';
import { TableTimes } from '../table/times.ts';
import type { SegmentFormat } from './segment-format.ts';

/** `Error 22.01.2020 15:04:05 Service Control Manager 7031 None` */
const ROW =
  /^ {0,40}(\p{L}{3,16}(?: \p{L}{3,16})?) {1,8}(\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[AP]M)?) {1,8}(\S.{0,80}?) {1,8}(\d{1,5}) {1,8}(\S.{0,40}?) {0,40}$/iu;
const MAX_ROW = 300;
const NUMBERED = /^\(\d{1,5}\)$/;
const AUDITS: ReadonlySet<Level> = new Set(['audit-success', 'audit-failure']);

/**
 * Rows of the viewer's list whose tabs became blanks. Lines of other logs have levels, times and numbers, too: here the category has to be
 * none, or a number in brackets. `Audit Success` in two words begins no other line; such rows have a category by name.
 */
export const viewerRowsSegment: SegmentFormat = lineSegment(
  'viewer-rows',
  (line) => line.length <= MAX_ROW && ROW.test(line) && new RowReader().read(line, 0) !== null,
  createLineParser(() => new RowReader()),
);

class RowReader implements LineReader {
  readonly #names = new Names();
  readonly #times = new TableTimes(null, false);

  read(line: string, position: number): LineEvent | null {
    const found = line.length > MAX_ROW ? null : ROW.exec(line);
    if (found === null) return null;
    const [, word = '', date = '', source, id, category = ''] = found;
    const level = this.#names.levelOf(word);
    if (level === null) return null;
    const isNone = fillerKind(category) === 'none';
    const isRow = isNone || NUMBERED.test(category) || (AUDITS.has(level) && word.includes(' '));
    const time = isRow ? this.#times.read(date) : null;
    if (time === null) return null;
    return {
      position,
      recordId: null,
      time,
      host: null,
      channel: null,
      provider: this.#names.ownOrNull(source),
      eventId: Number(id),
      level,
      category: isNone ? null : this.#names.own(category),
      user: null,
      message: () => null,
    };
  }
}
