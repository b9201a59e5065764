import type { RawTime } from '../../model/event.ts';
import type { SegmentFormat } from '../parsers/segment-format.ts';
import { createLineParser, type LineEvent, type LineReader } from './line-parser.ts';
import { lineSegment } from './line-segment.ts';
import { Names } from './names.ts';

/** A format whose line one expression takes apart. */
export interface LinePattern {
  readonly name: string;
  /** Every line has it and few others have, so it is looked for first. */
  readonly mark: string;
  /** The character that such a line begins with, behind blanks. */
  readonly first: RegExp;
  /** With the groups `type`, `time`, `source` and `id`, and perhaps `user`; the message stands behind all of it. */
  readonly expression: RegExp;
  /** For the times of one source. */
  readonly createTimes: () => { read(text: string): RawTime | null };
}

/** How the lines of such a format are found and read. */
export const patternSegment = (pattern: LinePattern): SegmentFormat => ({
  ...lineSegment(
    pattern.name,
    (line) => line.includes(pattern.mark) && pattern.expression.test(line),
    createLineParser(() => new PatternReader(pattern)),
  ),
  needs: { first: pattern.first, holds: [pattern.mark] },
});

class PatternReader implements LineReader {
  readonly #expression: RegExp;
  readonly #times: ReturnType<LinePattern['createTimes']>;
  readonly #names = new Names();

  constructor({ expression, createTimes }: LinePattern) {
    [this.#expression, this.#times] = [expression, createTimes()];
  }

  read(line: string, position: number): LineEvent | null {
    const found = this.#expression.exec(line);
    if (found === null) return null;
    const { type = '', time: written = '', source, id, user } = found.groups ?? {};
    const time = this.#times.read(written);
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
      user: this.#names.ownOrNull(user),
      message: () => line.slice(found[0].length).trim() || null,
      badTime: time === null ? written : undefined,
    };
  }
}
