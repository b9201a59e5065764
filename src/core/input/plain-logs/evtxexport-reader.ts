import { namedColumn } from '../../knowledge/words/table-columns.ts';
import type { RawEvent, RawTime } from '../../model/event.ts';
import type { PlacedCell } from '../../model/interest.ts';
import type { ParsedBatch, ParserContext, ParserFindings } from '../../model/parser.ts';
import { NO_FINDINGS } from '../../model/parser.ts';
import { readBlock } from '../blocks/block-parser.ts';
import { beginsMarkup } from '../blocks/other-text.ts';
import { deliver } from '../deliver.ts';
import { placedCellOf } from '../event-schema/event-kind.ts';
import { isAskedFor, mayNameCodes, sampleOf } from '../event-schema/wanted.ts';
import { Detacher } from '../normalise/detached.ts';
import { evtxexportFormat, isKeyLine } from '../parsers/evtxexport/parser.ts';
import type { RowEvent } from '../table/raw-event.ts';
import { TableTimes } from '../table/times.ts';
import { copyText, ownText } from '../text/copy-text.ts';
import { Finder } from '../text/finder.ts';
import type { CreatePlainReader, PlainEvent, PlainReader } from './plain-reader.ts';
import { readAlone } from './read-alone.ts';

const FORMAT = 'evtxexport';
/** The first lines of an event: its number and two times, in front of what most events share. */
const FIRST = /(?:^|\n)((Event number\s*: ?)\d+\n(Creation time\s*: ?)[^\n]*\n(Written time\s*: ?)[^\n]*\n)/;
const MAX_BANNER = 200;
const STRINGS = '\nNumber of strings';
const STRING_LINE = 'String:';
const LINE_END = 0x0a;
const MAX_CHARACTERS = 1 << 16;
const MAX_KINDS = 4096;

/** What stands in front of the values of the first lines. */
interface Layout {
  readonly number: string;
  readonly created: string;
  readonly written: string;
}
/** All events with the same lines between their times and their strings. */
interface Kind {
  readonly isAskedFor: boolean;
  readonly mayNameCodes: boolean;
  readonly counted: PlacedCell;
  readonly lines: number;
}
interface Export extends PlainEvent {
  readonly text: string;
  readonly end: number;
  readonly line: number;
  readonly recordId: number;
  readonly time: RawTime;
  readonly kind: Kind;
  /** Where it is asked for. */
  readonly event: RawEvent | null;
}

/** For the text of `evtxexport` and `evtexport`. */
export const createEvtxexportReader: CreatePlainReader = (head, context) => {
  const found = FIRST.exec(head.slice(0, 1000));
  const [, , number = '', created = '', written = ''] = found ?? [];
  return found === null || found.index > MAX_BANNER
    ? null
    : new EvtxexportReader({ number, created: `\n${created}`, written: `\n${written}` }, context);
};

class EvtxexportReader implements PlainReader {
  readonly format = FORMAT;
  readonly mark: string;
  readonly #layout: Layout;
  readonly #context: ParserContext;
  readonly #times = new TableTimes(null, true);
  readonly #detacher = new Detacher();
  readonly #kinds = new Map<string, Kind | null>();
  /** The time of creation counts, where the words say so. */
  readonly #isCreated =
    (namedColumn('Creation time', null)?.rank ?? 0) <= (namedColumn('Written time', null)?.rank ?? 0);
  #records = 0;
  #strings = new Finder('', STRINGS);
  /** In hand: made once, not for each. */
  #export: Export | null = null;
  readonly #sample = (): string | null => {
    const { text = '', start = 0, end = 0, line = 0 } = this.#export ?? {};
    const read = this.#read(text, start, end, line);
    return read === null ? null : sampleOf(read.event);
  };

  constructor(layout: Layout, context: ParserContext) {
    [this.#layout, this.#context, this.mark] = [layout, context, layout.number];
  }

  findings(): ParserFindings {
    return { ...NO_FINDINGS, timeBasis: 'utc', records: this.#records };
  }

  enter(text: string): void {
    this.#strings = new Finder(text, STRINGS);
  }

  eventAt(text: string, start: number, end: number, line: number): Export | null {
    const { number, created, written } = this.#layout;
    const numberEnd = text.indexOf('\n', start);
    const createdEnd = text.indexOf('\n', numberEnd + 1);
    const writtenEnd = text.indexOf('\n', createdEnd + 1);
    const stringsAt = this.#strings.next(writtenEnd);
    if (end - start > MAX_CHARACTERS || stringsAt < 0 || stringsAt >= end || !text.startsWith(number, start))
      return null;
    if (!text.startsWith(created, numberEnd) || !text.startsWith(written, createdEnd)) return null;
    const recordId = numberAt(text, start + number.length, numberEnd);
    const timeAt = this.#isCreated ? numberEnd + created.length : createdEnd + written.length;
    const timeEnd = this.#isCreated ? createdEnd : writtenEnd;
    const time = this.#times.readAt(text, timeAt, timeEnd) ?? this.#times.read(text.slice(timeAt, timeEnd));
    const lines = time === null || recordId === null ? -1 : this.#stringLines(text, stringsAt + 1, end);
    if (time === null || recordId === null || lines < 0) return null;
    const kind = this.#kindOf(
      text.slice(writtenEnd, stringsAt),
      () => readAlone(text.slice(start, end), FORMAT)?.event ?? null,
    );
    if (kind === null) return null;
    const isRead = kind.isAskedFor || (kind.mayNameCodes && this.#context.interest.mayHoldCode(text.slice(start, end)));
    const read = isRead ? this.#read(text, start, end, line) : null;
    if (isRead && read?.problem !== null) return null;
    const event = read?.event ?? null;
    return { text, start, end, line, recordId, time, kind, event, lines: kind.lines + lines };
  }

  deliver(plain: Export, batch: ParsedBatch): void {
    const { kind, event, line, recordId, time } = plain;
    this.#records += 1;
    if (event !== null) deliver(event, this.#context, batch);
    else {
      this.#export = plain;
      kind.counted.count(line, recordId, time, this.#sample);
      this.#export = null;
    }
  }

  #read(text: string, start: number, end: number, position: number): RowEvent | null {
    // Of a text of its own: an event that is kept would keep the piece of the file.
    const lines = ownText(text.slice(start, end - 1)).split('\n');
    return readBlock(evtxexportFormat, lines, { position, times: this.#times, language: null, everything: false });
  }

  /** Lines of strings up to an empty one, with which the event ends; -1 where another key stands among them, or something else begins. */
  #stringLines(text: string, from: number, end: number): number {
    let count = 0;
    for (let at = from; at < end; count += 1) {
      const lineEnd = text.indexOf('\n', at);
      if (text.charCodeAt(at) === LINE_END) return lineEnd + 1 === end ? count + 1 : -1;
      if (count > 0 && !text.startsWith(STRING_LINE, at)) {
        const line = text.slice(at, lineEnd);
        if (line.trim() === '' || isKeyLine(line) || beginsMarkup(line)) return -1;
      }
      at = lineEnd + 1;
    }
    return count;
  }

  #kindOf(shared: string, read: () => RawEvent | null): Kind | null {
    const known = this.#kinds.get(shared);
    if (known !== undefined) return known;
    const event = read();
    const kind = event === null ? null : this.#kindFrom(this.#detacher.detach(event), shared);
    if (this.#kinds.size < MAX_KINDS) this.#kinds.set(copyText(shared), kind);
    return kind;
  }

  #kindFrom(event: RawEvent, shared: string): Kind {
    const { host, channel, provider, eventId, level } = event;
    return {
      isAskedFor: isAskedFor(this.#context.interest, event),
      mayNameCodes: mayNameCodes(event),
      counted: placedCellOf(this.#context, { host, channel, provider, eventId, level }),
      // And the three in front.
      lines: shared.split('\n').length - 1 + 3,
    };
  }
}

const MAX_DIGITS = 10;
function numberAt(text: string, from: number, to: number): number | null {
  const digits = text.slice(from, to);
  return digits.length <= MAX_DIGITS && /^\d+$/.test(digits) ? Number(digits) : null;
}
