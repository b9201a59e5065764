import type { RawEvent } from '../../model/event.ts';
import {
  type CreateTextParser,
  type FreeText,
  joinedBatches,
  type ParsedBatch,
  type ParserContext,
  type ParserFindings,
  type TextParser,
} from '../../model/parser.ts';
import { isFrame } from '../blocks/fence.ts';
import type { SegmentFormat, SegmentStart } from '../parsers/segment-format.ts';
import { type Place, placedBatch, placedContext, placedFindings } from '../placed.ts';

/** What a segment is read by. */
export interface SegmentReader {
  /** null: the rest, which no format claims. */
  readonly format: SegmentFormat | null;
  readonly start: SegmentStart | null;
  readonly create: CreateTextParser;
  readonly context: ParserContext;
  /** The context asks for what the rules ask for, not for everything. */
  readonly isChecked: boolean;
}

/** A segment while it is read; its places become those of the whole text. */
export class OpenSegment {
  readonly format: SegmentFormat | null;
  readonly start: SegmentStart | null;
  /** Of its first character, 1-based. */
  readonly line: number;
  /** Its parser hands over only what some rule asks for. */
  readonly isChecked: boolean;
  readonly #parser: TextParser;
  readonly #place: Place;
  #pieces: string[] = [];
  /** The places of its first and last event. */
  #first: number | null = null;
  #last = 0;

  constructor({ format, start, create, context, isChecked }: SegmentReader, line: number) {
    [this.format, this.start, this.isChecked] = [format, start, isChecked];
    this.line = line;
    const linesBefore = line - 1;
    this.#place = (inSegment) => inSegment + linesBefore;
    this.#parser = create(linesBefore === 0 ? context : placedContext(context, this.#place));
  }

  add(text: string): void {
    this.#pieces.push(text);
  }

  /** Has its parser read what was added. */
  read(): ParsedBatch {
    const text = this.#pieces.join('');
    this.#pieces = [];
    return placedBatch(this.#parser.push(text), this.#place);
  }

  end(): ParsedBatch {
    const last = this.read();
    return joinedBatches(last, placedBatch(this.#parser.end(), this.#place));
  }

  /** Asked after the end. */
  findings(): ParserFindings {
    return placedFindings(this.#parser.findings(), this.#place);
  }

  /** Do words stand between the beginning of the segment and this event? */
  hasWordsBefore({ position }: RawEvent): boolean {
    return this.#words().some(({ line }) => line <= position);
  }
  /** Do words stand behind its last event? Without an event, any words. */
  hasWordsAtEnd(): boolean {
    return this.#words().some((words) => this.#first === null || lastLineOf(words) > this.#last);
  }
  /** Its free text, without what is nothing but a frame around a log. */
  #words(): readonly FreeText[] {
    return this.findings().freeText.filter(({ text }) => !text.split('\n').every(isFrame));
  }
  get isFirstEvent(): boolean {
    return this.#first === null;
  }

  /** Notes that an event was handed over. */
  note({ position }: RawEvent): void {
    this.#first ??= position;
    this.#last = position;
  }
}

const lastLineOf = ({ text, line }: FreeText): number => line + text.split('\n').length - 1;
