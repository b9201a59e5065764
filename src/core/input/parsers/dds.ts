import { createLineParser, type LineEvent, type LineReader } from '../lines/line-parser.ts';
import { lineSegment } from '../lines/line-segment.ts';
import { Names } from '../lines/names.ts';
import { TableTimes } from '../table/times.ts';
import type { SegmentFormat } from './segment-format.ts';

/** `11/22/2011 4:01:14 PM, Error: Service Control Manager [7000]  - The …` */
const LINE =
  /^\s*(\d{1,4}[./-]\d{1,2}[./-]\d{1,4} [\d:. APMapm]{4,14}), (\p{L}{4,20}): (.{1,256}?) \[(\d{1,10})\] {1,4}- ?/u;

/** The events in a report of DDS, a tool of forums. Unconfirmed: by posted reports only. */
export const ddsSegment: SegmentFormat = lineSegment(
  'dds',
  (line) => line.includes(']') && LINE.test(line),
  createLineParser(() => new DdsReader()),
);

class DdsReader implements LineReader {
  readonly #names = new Names();
  readonly #times = new TableTimes(null, false);

  read(line: string, position: number): LineEvent | null {
    const found = LINE.exec(line);
    if (found === null) return null;
    const [whole, date = '', word = '', source, id] = found;
    const time = this.#times.read(date);
    return {
      position,
      recordId: null,
      time,
      host: null,
      channel: null,
      provider: this.#names.ownOrNull(source),
      eventId: Number(id),
      level: this.#names.levelOf(word),
      category: null,
      user: null,
      message: () => line.slice(whole.length).trim() || null,
      badTime: time === null ? date : undefined,
    };
  }
}
