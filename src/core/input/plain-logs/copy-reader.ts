import type { DateOrder, RawTime } from '../../model/event.ts';
import type { ParsedBatch, ParserContext, ParserFindings } from '../../model/parser.ts';
import { NO_FINDINGS } from '../../model/parser.ts';
import { deliver } from '../deliver.ts';
import { sampleOf } from '../event-schema/wanted.ts';
import { insertsIn } from '../normalise/inserts.ts';
import { suggestedOrder } from '../normalise/suggested-order.ts';
import { TableTimes } from '../table/times.ts';
import { ownText } from '../text/copy-text.ts';
import { Finder } from '../text/finder.ts';
import { Votes } from '../votes.ts';
import { type CopyKind, CopyKinds, type CopyText } from './copy-kinds.ts';
import { type CopyLayout, copiedLayout, wevtutilLayout } from './copy-layout.ts';
import { InertLines } from './inert-lines.ts';
import type { CreatePlainReader, PlainReader } from './plain-reader.ts';

const LINE_END = 0x0a;
/** No event is longer. */
const MAX_CHARACTERS = 1 << 16;

/** An event of headings and a description, and of nothing else, where it stands in a text. */
export interface Copy extends CopyText {
  /** 1-based. */
  readonly line: number;
  readonly lines: number;
  readonly kind: CopyKind;
  readonly time: RawTime;
}

const createWith =
  (layoutOf: (head: string) => CopyLayout | null): CreatePlainReader =>
  (head, context) => {
    const layout = layoutOf(head);
    return layout === null ? null : new CopyReader(layout, context);
  };
/** For events as the Event Viewer copies them. */
export const createCopyReader = createWith(copiedLayout);
/** For the text of `wevtutil`. */
export const createWevtutilReader = createWith(wevtutilLayout);

/** Reads plain events of one layout: their headings by what those before had, their descriptions by the lines that came before. */
class CopyReader implements PlainReader {
  readonly #layout: CopyLayout;
  readonly #context: ParserContext;
  readonly #kinds: CopyKinds;
  readonly #inert = new InertLines();
  readonly #timesByLanguage = new Map<string | null, TableTimes>();
  readonly #languages = new Votes<string>();
  readonly #orders = new Votes<DateOrder>();
  #records = 0;
  #dates = new Finder('', '');
  #descriptions = new Finder('', '');
  /** In hand: made once, not for each. */
  #copy: Copy | null = null;
  readonly #sample = (): string | null =>
    this.#copy === null ? null : sampleOf({ message: this.#messageOf(this.#copy), strings: [] });

  constructor(layout: CopyLayout, context: ParserContext) {
    [this.#layout, this.#context, this.#kinds] = [layout, context, new CopyKinds(layout, context)];
  }

  get format(): string {
    return this.#layout.format;
  }
  get mark(): string {
    return this.#layout.start;
  }

  findings(): ParserFindings {
    return {
      ...NO_FINDINGS,
      language: this.#layout.hasLanguage ? this.#languages.winner('en') : null,
      likelyOrder: this.#orders.winner(null),
      timeBasis: 'local',
      records: this.#records,
    };
  }

  enter(text: string): void {
    this.#dates = new Finder(text, this.#layout.date);
    this.#descriptions = new Finder(text, this.#layout.description);
  }

  eventAt(text: string, start: number, end: number, line: number): Copy | null {
    if (end - start > MAX_CHARACTERS) return null;
    const { date, time: clock, numbered } = this.#layout;
    const dateAt = this.#dates.next(start);
    const dateEnd = dateAt < 0 || dateAt > end ? -1 : text.indexOf('\n', dateAt + 1);
    if (dateEnd < 0 || dateEnd >= end || (clock !== null && !text.startsWith(clock, dateEnd))) return null;
    const timeEnd = clock === null ? dateEnd : text.indexOf('\n', dateEnd + 1);
    const headingAt = this.#descriptions.next(timeEnd);
    const headingEnd = headingAt < 0 || headingAt > end ? -1 : text.indexOf('\n', headingAt + 1);
    if (headingEnd < 0 || headingEnd >= end) return null;
    const from = headingEnd + 1;
    const headStart = numbered === null ? start : text.indexOf('\n', start);
    if (numbered !== null && !numbered.test(text.slice(start, headStart))) return null;
    const inertLines = this.#inertLines(text, from, end);
    if (inertLines < 0) return null;
    const head = text.slice(headStart, dateAt + date.length);
    const kind = this.#kinds.find(head, text.slice(timeEnd, from), { text, start, from, end });
    if (kind === null) return null;
    const written = text.slice(dateAt + date.length, dateEnd).trim();
    const ofDay = clock === null ? '' : ` ${text.slice(dateEnd + clock.length, timeEnd).trim()}`;
    const time = this.#timeOf(`${written}${ofDay}`, kind.language);
    return time === null ? null : { text, start, from, end, line, lines: kind.headLines + inertLines, kind, time };
  }

  deliver(copy: Copy, batch: ParsedBatch): void {
    const { kind, line, time } = copy;
    this.#vote(copy);
    if (kind.isCounted) {
      this.#copy = copy;
      kind.counted.count(line, null, time, this.#sample);
      this.#copy = null;
      return;
    }
    const found = this.#messageOf(copy);
    const message = found === null ? null : ownText(found);
    const { eventId, provider } = kind.event;
    const strings = eventId === null ? [] : insertsIn(message ?? '', { eventId, provider, language: kind.language });
    deliver({ ...kind.event, position: line, time, message, strings }, this.#context, batch);
  }

  #vote({ kind: { language }, time }: Copy): void {
    this.#records += 1;
    if (language !== null) this.#languages.add(language);
    // Only a date in doubt has something to say about the region.
    const order = this.#layout.hasLanguage ? suggestedOrder(time) : null;
    if (order !== null) this.#orders.add(order);
  }

  #messageOf({ text, from, end }: CopyText): string | null {
    return this.#layout.messageOf(text.slice(from, end));
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
    const text = this.#layout.timeText(written);
    return text === null ? null : (times.readAt(text, 0, text.length) ?? times.read(text));
  }
}
