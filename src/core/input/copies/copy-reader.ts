import type { RawTime } from '../../model/event.ts';
import type { ParsedBatch, ParserContext } from '../../model/parser.ts';
import { deliver } from '../deliver.ts';
import { sampleOf } from '../event-schema/wanted.ts';
import { insertsIn } from '../normalise/inserts.ts';
import { TableTimes } from '../table/times.ts';
import { ownText } from '../text/copy-text.ts';
import type { CopyFrame } from './copy-frame.ts';
import { type CopyKind, CopyKinds, type CopyText } from './copy-kinds.ts';
import { InertLines } from './inert-lines.ts';

const LINE_END = 0x0a;
/** No event is longer. */
const MAX_CHARACTERS = 1 << 16;
/** Digits, what stands between them, and the half of the day: no zone and no weekday. */
const PLAIN_TIME = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4} \d{1,2}:\d{2}:\d{2}(?: [AP]M)?$/;

/** A copied event that holds nothing but headings and a description, where it stands in a text. */
export interface Copy extends CopyText {
  /** 1-based. */
  readonly line: number;
  readonly lines: number;
  readonly kind: CopyKind;
  readonly time: RawTime;
}

const messageOf = ({ text, from, end }: CopyText): string => text.slice(from, end).trim();

/** Reads plain copies of one layout: their headings by what those before had, their descriptions by the lines that came before. */
export class CopyReader {
  readonly #frame: CopyFrame;
  readonly #context: ParserContext;
  readonly #kinds: CopyKinds;
  readonly #inert = new InertLines();
  readonly #timesByLanguage = new Map<string | null, TableTimes>();
  /** In hand: made once, not for each. */
  #copy: Copy | null = null;
  readonly #sample = (): string | null =>
    this.#copy === null ? null : sampleOf({ message: messageOf(this.#copy) || null, strings: [] });

  constructor(frame: CopyFrame, context: ParserContext) {
    [this.#frame, this.#context, this.#kinds] = [frame, context, new CopyKinds(context)];
  }

  /** @returns null where more may stand than a plain copy. */
  copyAt(text: string, start: number, end: number, line: number): Copy | null {
    if (end - start > MAX_CHARACTERS) return null;
    const { date, time: clock, description } = this.#frame;
    const dateAt = text.indexOf(date, start);
    const dateEnd = dateAt < 0 ? -1 : text.indexOf('\n', dateAt + 1);
    if (dateEnd < 0 || dateEnd >= end || (clock !== null && !text.startsWith(clock, dateEnd))) return null;
    const timeEnd = clock === null ? dateEnd : text.indexOf('\n', dateEnd + 1);
    const headingAt = text.indexOf(description, timeEnd);
    const headingEnd = headingAt < 0 ? -1 : text.indexOf('\n', headingAt + 1);
    if (headingEnd < 0 || headingEnd >= end) return null;
    const from = headingEnd + 1;
    const inertLines = this.#inertLines(text, from, end);
    if (inertLines < 0) return null;
    const head = text.slice(start, dateAt + date.length);
    const kind = this.#kinds.find(head, text.slice(timeEnd, from), { text, start, from, end });
    if (kind === null) return null;
    const written = text.slice(dateAt + date.length, dateEnd).trim();
    const ofDay = clock === null ? '' : ` ${text.slice(dateEnd + clock.length, timeEnd).trim()}`;
    const time = this.#timeOf(`${written}${ofDay}`, kind.language);
    return time === null ? null : { text, start, from, end, line, lines: kind.headLines + inertLines, kind, time };
  }

  deliver(copy: Copy, batch: ParsedBatch): void {
    const { kind, line, time } = copy;
    if (kind.isCounted) {
      this.#copy = copy;
      kind.counted.count(line, null, time, this.#sample);
      this.#copy = null;
      return;
    }
    const message = ownText(messageOf(copy)) || null;
    const { eventId, provider } = kind.event;
    const strings = eventId === null ? [] : insertsIn(message ?? '', { eventId, provider, language: kind.language });
    deliver({ ...kind.event, position: line, time, message, strings }, this.#context, batch);
  }

  /** -1: one of them may be more. */
  #inertLines(text: string, from: number, end: number): number {
    let count = 0;
    for (let at = from; at < end; count += 1) {
      const lineEnd = text.indexOf('\n', at);
      if (text.charCodeAt(at) !== LINE_END && !this.#inert.has(text.slice(at, lineEnd))) return -1;
      at = lineEnd + 1;
    }
    return count;
  }

  #timeOf(written: string, language: string | null): RawTime | null {
    const known = this.#timesByLanguage.get(language);
    const times = known ?? new TableTimes(language, false);
    if (known === undefined) this.#timesByLanguage.set(language, times);
    return times.readAt(written, 0, written.length) ?? (PLAIN_TIME.test(written) ? times.read(written) : null);
  }
}
