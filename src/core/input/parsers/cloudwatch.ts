import { levelFromWord } from '../../knowledge/words/levels.ts';
import type { RawTime } from '../../model/event.ts';
import { createLineParser, type LineEvent, type LineReader } from '../lines/line-parser.ts';
import { lineSegment } from '../lines/line-segment.ts';
import { Names } from '../lines/names.ts';
import { parseEpoch } from '../normalise/epoch.ts';
import { parseLocalTime } from '../normalise/parse-local-time.ts';
import type { SegmentFormat } from './segment-format.ts';

/** `[System] [ERROR] [7031] [Service Control Manager] [HOST] [text]` */
const EVENT = /\[([^[\]]{1,256})\] \[([A-Za-z]{4,12})\] \[(\d{1,5})\] \[([^[\]]{1,256})\] \[([^\s[\]]{1,256})\] \[/;
/** Of the line in front of the event: the milliseconds of an export, or the time that `aws logs tail` writes. */
const EPOCH = /^(?:EVENTS[\t ]+)?"?(\d{13})[,"\t ]/;
const ISO = /^"?(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d{1,9})?)/;

/** A time and the name of a stream; what else stands in front is a value that holds the event. */
const PREFIX = /^(?:EVENTS[\t ]+)?[\d"T:Z.,+\-\t ]{0,60}(?:[\w./-]{1,128}[\t ])?"?$/;

/** The end of the text, and the cells of an export of Logs Insights behind it. */
const BEHIND = /\]"?(?:,[^[\]]{0,400})?["\s]*$/;

function eventIn(line: string): RegExpExecArray | null {
  const found = line.includes('] [') ? EVENT.exec(line) : null;
  const isOne = found !== null && levelFromWord(found[2] ?? '') !== undefined;
  return isOne && PREFIX.test(line.slice(0, found.index)) ? found : null;
}

/** The text format of the agents of CloudWatch and Systems Manager. @see wineventlogrecord.go of amazon-cloudwatch-agent */
export const cloudwatchSegment: SegmentFormat = {
  ...lineSegment(
    'cloudwatch',
    (line) => eventIn(line) !== null,
    createLineParser(() => new CloudwatchReader()),
  ),
  needs: { holds: ['] ['] },
};

class CloudwatchReader implements LineReader {
  readonly #names = new Names();

  read(line: string, position: number): LineEvent | null {
    const found = eventIn(line);
    if (found === null) return null;
    const [whole, channel, word = '', id, provider, host] = found;
    return {
      position,
      recordId: null,
      time: timeIn(line.slice(0, found.index)),
      host: this.#names.ownOrNull(host),
      channel: this.#names.ownOrNull(channel),
      provider: this.#names.ownOrNull(provider),
      eventId: Number(id),
      level: this.#names.levelOf(word),
      category: null,
      user: null,
      message: () =>
        line
          .slice(found.index + whole.length)
          .replace(BEHIND, '')
          .trim() || null,
    };
  }
}

/** CloudWatch knows UTC only. */
function timeIn(before: string): RawTime | null {
  const epoch = EPOCH.exec(before)?.[1];
  if (epoch !== undefined) return parseEpoch(epoch);
  const [, date, clock] = ISO.exec(before) ?? [];
  return date === undefined || clock === undefined ? null : parseLocalTime(`${date} ${clock} UTC`, null, null);
}
