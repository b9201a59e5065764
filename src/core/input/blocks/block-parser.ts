import type { DateOrder, RawTime } from '../../model/event.ts';
import type { CreateTextParser, ParsedBatch, ParserContext, ParserFindings } from '../../model/parser.ts';
import { NO_FINDINGS } from '../../model/parser.ts';
import { deliver } from '../deliver.ts';
import { FreeTextCollector } from '../free-text.ts';
import { parserByLines, type ReadsLines } from '../lines/by-lines.ts';
import { type RowContext, type RowEvent, rawEventOf } from '../table/raw-event.ts';
import { TableTimes } from '../table/times.ts';
import type { Values } from '../table/values.ts';

/** What the lines of one event say. */
export interface ReadBlock {
  readonly values: Values;
  /** Where the format gives the inserts, the named values or the bytes themselves. */
  readonly strings?: readonly string[];
  readonly fields?: ReadonlyMap<string, string>;
  readonly data?: Uint8Array | null;
  /** The first of its lines that may be the message or somebody's words; from there on they are free text. */
  readonly unclearFrom?: number;
}
/** What a heading says of all events behind it. */
export interface BlockHeading {
  readonly channel: string | null;
  readonly host: string | null;
}

/** A format that writes an event over several lines. */
export interface BlockFormat {
  readonly isUtc: boolean;
  /** How it prints the date in every region; where that is not sure, the dates of the source may show another order. */
  readonly dateOrder?: { readonly order: DateOrder; readonly isSure: boolean };
  /** Older versions print no id. */
  readonly mayLackId?: boolean;
  /** How it prints a list of inserts. */
  readonly stringsOf?: (text: string) => readonly string[];
  /** @param block the lines of the event in hand */
  startsBlock(line: string, block: readonly string[]): boolean;
  /** Is this the last line of the event in hand? */
  closesBlock?(line: string, block: readonly string[]): boolean;
  /** null: these lines are no event. */
  read(lines: readonly string[]): ReadBlock | null;
  heading?(line: string): BlockHeading | null;
}

/** No event is longer. */
const MAX_CHARACTERS = 1 << 20;

/** Makes the parser of a format of blocks; what stands in front of the first block, and what is no event, is free text. */
export const createBlockParser = (format: BlockFormat): CreateTextParser =>
  parserByLines((context) => new Blocks(format, context));

class Blocks implements ReadsLines {
  readonly #format: BlockFormat;
  readonly #context: ParserContext;
  readonly #freeText = new FreeTextCollector();
  readonly #times: TableTimes;
  #heading: BlockHeading | null = null;
  /** Of the block in hand, which was begun under it. */
  #ownHeading: BlockHeading | null = null;
  #lines: string[] = [];
  #characters = 0;
  #isOpen = false;
  #start = 1;
  #records = 0;

  constructor(format: BlockFormat, context: ParserContext) {
    [this.#format, this.#context] = [format, context];
    this.#times = new TableTimes(null, format.isUtc);
  }

  end(batch: ParsedBatch): void {
    this.#finish(batch);
  }

  findings(): ParserFindings {
    return {
      ...NO_FINDINGS,
      likelyOrder: this.#records === 0 ? null : (this.#format.dateOrder?.order ?? null),
      timeBasis: this.#format.isUtc ? 'utc' : 'local',
      freeText: this.#freeText.found,
      records: this.#records,
    };
  }

  take(line: string, number: number, batch: ParsedBatch): void {
    const heading = this.#format.heading?.(line) ?? null;
    if (heading !== null) {
      this.#finish(batch);
      this.#heading = heading;
    } else if (this.#isOpen && this.#format.closesBlock?.(line, this.#lines) === true) {
      this.#finish(batch);
    } else if (this.#format.startsBlock(line, this.#lines)) {
      this.#finish(batch);
      [this.#isOpen, this.#start, this.#ownHeading] = [true, number, this.#heading];
      this.#push(line);
    } else if (this.#isOpen) this.#push(line);
    else if (line.trim() !== '') this.#freeText.add(line, number);
  }

  #push(line: string): void {
    this.#characters += line.length + 1;
    if (this.#characters <= MAX_CHARACTERS) this.#lines.push(line);
  }

  #finish(batch: ParsedBatch): void {
    if (!this.#isOpen) return;
    const lines = this.#lines;
    [this.#lines, this.#characters, this.#isOpen] = [[], 0, false];
    const read = readBlock(this.#format, lines, {
      position: this.#start,
      times: this.#times,
      language: null,
      everything: this.#context.interest.everything,
      channel: this.#ownHeading?.channel ?? null,
      host: this.#ownHeading?.host ?? null,
    });
    if (read === null) {
      batch.problems.push({ code: 'event/bad-id', position: this.#start, detail: null });
      for (const [index, line] of lines.entries()) this.#freeText.add(line, this.#start + index);
      return;
    }
    this.#records += 1;
    if (read.problem !== null) batch.problems.push(read.problem);
    if (read.unclearFrom !== null) {
      batch.problems.push({ code: 'event/unclear-message', position: this.#start + read.unclearFrom, detail: null });
      for (const [index, line] of lines.entries())
        if (index >= read.unclearFrom && line.trim() !== '') this.#freeText.add(line, this.#start + index);
    }
    deliver(read.event, this.#context, batch);
  }
}

interface ReadEvent extends RowEvent {
  readonly unclearFrom: number | null;
}

/** The event of a block, and what is wrong with it; null: it is none. */
export function readBlock(format: BlockFormat, lines: readonly string[], context: RowContext): ReadEvent | null {
  const block = format.read(lines);
  const { stringsOf, mayLackId, dateOrder } = format;
  const read = block === null ? null : rawEventOf(block.values, { ...context, stringsOf, mayLackId });
  if (block === null || read === null) return null;
  const {
    strings = read.event.strings,
    fields = read.event.fields,
    data = read.event.data,
    unclearFrom = null,
  } = block;
  const event = { ...read.event, time: inOrder(read.event.time, dateOrder), strings, fields, data };
  return { event, problem: read.problem, unclearFrom };
}

function inOrder(time: RawTime | null, printed: BlockFormat['dateOrder']): RawTime | null {
  if (printed === undefined || time?.kind !== 'local' || !time.orders.includes(printed.order)) return time;
  const { order, isSure } = printed;
  const { isOpen: _told, ...rest } = time;
  return { ...rest, orders: isSure ? [order] : [order, ...time.orders.filter((other) => other !== order)] };
}
