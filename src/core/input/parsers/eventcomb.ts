import { createLineParser, type LineEvent, type LineReader } from '../lines/line-parser.ts';
import { lineSegment } from '../lines/line-segment.ts';
import { namedMonthTime } from '../lines/named-month-time.ts';
import { Names } from '../lines/names.ts';
import type { SegmentFormat } from './segment-format.ts';

/** `529,AUDIT FAILURE,Security,Fri Jul 06 10:22:33 2001,NT AUTHORITY\SYSTEM,text`; a source may hold no comma. */
const LINE =
  /^\s*(\d{1,10}),([A-Za-z_ ]{4,20}),([^,]{1,256}),([A-Z][a-z]{2} [A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d \d{4}),([^,]{0,256})(?:,|$)/;

/** What EventCombMT collects, an event a line. Unconfirmed: by descriptions of the tool. */
export const eventcombSegment: SegmentFormat = lineSegment(
  'eventcomb',
  (line) => line.includes(',') && LINE.test(line),
  createLineParser(() => new EventcombReader()),
);

class EventcombReader implements LineReader {
  readonly #names = new Names();

  read(line: string, position: number): LineEvent | null {
    const found = LINE.exec(line);
    if (found === null) return null;
    const [whole, id, type = '', source, date = '', user = ''] = found;
    const time = namedMonthTime(date);
    return {
      position,
      recordId: null,
      time,
      host: null,
      channel: null,
      provider: this.#names.ownOrNull(source),
      eventId: Number(id),
      level: this.#names.levelOf(type),
      category: null,
      user: /^no user$/i.test(user.trim()) ? null : this.#names.ownOrNull(user),
      message: () => line.slice(whole.length).trim() || null,
      badTime: time === null ? date : undefined,
    };
  }
}
