import type {
  CreateTextParser,
  ParsedBatch,
  ParserContext,
  ParserFindings,
  TextParser,
} from '../../../model/parser.ts';
import { emptyBatch, NO_FINDINGS } from '../../../model/parser.ts';
import { deliver } from '../../deliver.ts';
import { GrowingWindow } from '../../text/growing-window.ts';
import { LineNumbers } from '../../text/line-numbers.ts';
import { EventBoundaries } from './boundaries.ts';
import { EscapedOnce } from './escaped-once.ts';
import { EventReader } from './event-reader.ts';
import { FreeTextBetween } from './free-text.ts';
import { type QuickLook, QuickLooker } from './quick-look.ts';
import { cutAtBrokenEnd, upToLastPart, upToLastValue } from './repair.ts';

const UNCLOSED = { reopened: 'xml/malformed', open: 'xml/cut', 'too-large': 'xml/too-large' } as const;

/**
 * Reads event XML in every wrapper: a root or none, a declaration before each event, lines of tools between them. Splits at the event tags,
 * drops what no rule asks for after a look at `System`, and parses the rest.
 * @throws Error when `loadXmlParser` was not awaited before.
 */
export const createEventXmlParser: CreateTextParser = (context) => new EventXmlParser(context);

class EventXmlParser implements TextParser {
  readonly #context: ParserContext;
  readonly #reader = new EventReader();
  readonly #looker: QuickLooker | null;
  readonly #escapedOnce = new EscapedOnce();
  readonly #freeText = new FreeTextBetween();
  readonly #lines = new LineNumbers();
  readonly #arrived = new GrowingWindow();
  /** The beginning of an event that is not whole yet. */
  #unfinished = '';
  #records = 0;

  constructor(context: ParserContext) {
    this.#context = context;
    this.#looker = context.interest.everything ? null : new QuickLooker(context);
  }

  push(text: string): ParsedBatch {
    this.#arrived.add(this.#escapedOnce.push(text));
    return this.#arrived.isDue(this.#unfinished.length) ? this.#readArrived(false) : emptyBatch();
  }

  end(): ParsedBatch {
    this.#arrived.add(this.#escapedOnce.end());
    const batch = this.#readArrived(true);
    const { removed } = this.#reader;
    if (removed > 0) batch.problems.push({ code: 'xml/forbidden-characters', position: null, detail: `${removed}` });
    return batch;
  }

  findings(): ParserFindings {
    return { ...NO_FINDINGS, timeBasis: 'utc', freeText: this.#freeText.found, records: this.#records };
  }

  #readArrived(complete: boolean): ParsedBatch {
    const batch = emptyBatch();
    const text = this.#arrived.take();
    const from = this.#unfinished === '' ? 0 : this.#finishEvent(text, complete, batch);
    if (this.#unfinished === '') this.#readWindow(text, from, complete, batch);
    else if (from < text.length) this.#readWindow(this.#unfinished + text.slice(from), 0, complete, batch);
    if (complete) this.#freeText.close();
    return batch;
  }

  /**
   * Most pieces end inside an event. Joining it to the next piece up to the event that follows spares a copy of the whole.
   * @returns where reading goes on in `text`.
   */
  #finishEvent(text: string, complete: boolean, batch: ParsedBatch): number {
    const next = new EventBoundaries(text, false).nextStart(0);
    const from = next === null || typeof next === 'number' ? text.length : next.index;
    this.#readWindow(this.#unfinished + text.slice(0, from), 0, complete && from === text.length, batch);
    return from;
  }

  #readWindow(window: string, from: number, complete: boolean, batch: ParsedBatch): void {
    this.#lines.enter(window, from);
    const rest = this.#readEvents(window, from, complete, batch);
    this.#lines.at(window, rest);
    this.#unfinished = window.slice(rest);
  }

  /** @returns where the unfinished rest begins. */
  #readEvents(window: string, from: number, complete: boolean, batch: ParsedBatch): number {
    const boundaries = new EventBoundaries(window, complete);
    let at = from;
    for (;;) {
      const start = boundaries.nextStart(at);
      const index = typeof start === 'number' ? start : (start?.index ?? window.length);
      this.#freeText.add(window.slice(at, index), this.#lines.at(window, at));
      const line = this.#lines.at(window, index);
      if (start === null) return index;
      if (typeof start === 'number') {
        if (complete) this.#addDamaged(batch, 'open', line);
        return complete ? window.length : index;
      }
      this.#freeText.close();
      const look = this.#looker?.at(window, start) ?? null;
      const { kind, end } = boundaries.endOf(start, look?.end ?? start.contentIndex);
      if (kind === 'open' && !complete) return index;
      at = kind === 'open' ? window.length : end;
      const xml = window.slice(index, at);
      if (kind === 'closed') {
        if (look === null || !this.#drop(look, xml, line)) this.#addEvent(batch, xml, line);
      } else at = index + this.#addUnclosed(batch, xml, line, kind);
      if (kind === 'too-large') this.#freeText.skip();
    }
  }

  /** @returns how much of the text is behind. */
  #addUnclosed(batch: ParsedBatch, xml: string, line: number, kind: keyof typeof UNCLOSED): number {
    const broken = cutAtBrokenEnd(xml);
    const { length, closed } = (broken === null && kind !== 'too-large' ? upToLastPart(xml) : null) ?? {
      length: xml.length,
      closed: broken,
    };
    const rest = closed === null && kind === 'open' ? upToLastValue(xml) : null;
    if (rest !== null) batch.problems.push({ code: 'xml/cut-values', position: line, detail: null });
    const readable = closed ?? rest;
    if (readable === null) this.#addDamaged(batch, kind, line);
    else this.#addEvent(batch, readable, line);
    return length;
  }

  #addDamaged(batch: ParsedBatch, kind: keyof typeof UNCLOSED, line: number): void {
    this.#records += 1;
    batch.problems.push({ code: UNCLOSED[kind], position: line, detail: null });
  }

  #addEvent(batch: ParsedBatch, xml: string, line: number): void {
    this.#records += 1;
    const read = this.#reader.read(xml, line, this.#context.interest.everything);
    const notes = 'event' in read ? read.notes : [read];
    for (const { code, detail } of notes) batch.problems.push({ code, detail, position: line });
    if ('event' in read) deliver(read.event, this.#context, batch);
  }

  /** @returns whether no rule can ask for the event. */
  #drop({ kind, time, recordId }: QuickLook, xml: string, position: number): boolean {
    const { interest, tally } = this.#context;
    // References may spell a code.
    if (kind.isAskedFor || (kind.mayNameCodes && (xml.includes('&#') || interest.mayHoldCode(xml)))) return false;
    this.#records += 1;
    const sample = (): string | null => this.#reader.sample(xml);
    if (kind.cell !== null) {
      kind.cell.add(time.timeMs, recordId, sample);
      return true;
    }
    const { host, channel, provider, eventId, level } = kind.kind;
    tally.count({ position, recordId, time, host, channel, provider, eventId, level }, sample);
    return true;
  }
}
