import type { DateOrder } from '../../model/event.ts';
import type { CreateTextParser, ParsedBatch, ParserContext, ParserFindings } from '../../model/parser.ts';
import { NO_FINDINGS } from '../../model/parser.ts';
import { FreeTextCollector } from '../free-text.ts';
import { suggestedOrder } from '../normalise/suggested-order.ts';
import { ownText } from '../text/copy-text.ts';
import { Votes } from '../votes.ts';
import { parserByLines, type ReadsLines } from './by-lines.ts';
import { deliverSeen, type SeenRecord } from './deliver-seen.ts';

/** What the line of an event says. */
export interface LineEvent extends SeenRecord {
  /** As it stands, where it could not be read. */
  readonly badTime?: string | undefined;
  /** The time has no year. */
  readonly lacksYear?: boolean;
}

/** Reads the lines of one source, in order. */
export interface LineReader {
  /** `null`: no event; `skip`: a line of the format that is no event. */
  read(line: string, position: number): LineEvent | 'skip' | null;
}

/** Makes the parser of a format that writes an event on a line; all other lines are free text. */
export const createLineParser = (createReader: () => LineReader): CreateTextParser =>
  parserByLines((context) => new EventLines(createReader(), context));

const MAX_DETAIL = 60;

class EventLines implements ReadsLines {
  readonly #reader: LineReader;
  readonly #context: ParserContext;
  readonly #freeText = new FreeTextCollector();
  readonly #orders = new Votes<DateOrder>();
  #records = 0;
  #hasToldYear = false;

  constructor(reader: LineReader, context: ParserContext) {
    [this.#reader, this.#context] = [reader, context];
  }

  findings(): ParserFindings {
    return {
      ...NO_FINDINGS,
      likelyOrder: this.#orders.winner(null),
      timeBasis: 'local',
      freeText: this.#freeText.found,
      records: this.#records,
    };
  }

  take(line: string, number: number, batch: ParsedBatch): void {
    const read = this.#reader.read(line, number);
    if (read === null) {
      if (line.trim() !== '') this.#freeText.add(ownText(line), number);
    } else if (read !== 'skip') this.#deliver(read, number, batch);
  }

  #deliver(read: LineEvent, number: number, batch: ParsedBatch): void {
    this.#records += 1;
    const { time, badTime, lacksYear = false } = read;
    if (lacksYear && !this.#hasToldYear) {
      this.#hasToldYear = true;
      batch.problems.push({ code: 'time/no-year', position: number, detail: null });
    }
    if (badTime !== undefined) {
      const detail = badTime.slice(0, MAX_DETAIL);
      batch.problems.push({ code: 'time/unreadable', position: number, detail });
    }
    const order = suggestedOrder(time);
    if (order !== null) this.#orders.add(order);
    deliverSeen(read, this.#context, batch);
  }
}
