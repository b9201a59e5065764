import type { Column } from '../../../knowledge/words/table-columns.ts';
import type { RawEvent, RawTime } from '../../../model/event.ts';
import type { ParsedBatch, ParserContext } from '../../../model/parser.ts';
import { deliver } from '../../deliver.ts';
import { isAskedFor, mayNameCodes, sampleOf } from '../../event-schema/wanted.ts';
import { cellEnd, cellText } from '../../table/cells.ts';
import { rawEventOf } from '../../table/raw-event.ts';
import { TableTimes } from '../../table/times.ts';
import { parseRecordId, saidText } from '../../table/values.ts';
import { ownText } from '../../text/copy-text.ts';
import { type Layout, rowCells, valuesOf } from './layout.ts';

/** What decides whether an event is read: rows that agree in these cells are decided together. */
const KIND: readonly Column[] = [
  ...(['level', 'eventType', 'keywords', 'provider', 'eventId', 'instanceId', 'channel', 'host'] as const),
];
const MAX_KINDS = 4096;

/** A row at first sight. */
export interface Look {
  readonly kind: Kind;
  readonly time: RawTime | null;
  readonly isUnreadable: boolean;
  readonly recordId: number | null;
}

interface Kind {
  /** As they stand in the row. */
  readonly cells: readonly string[];
  readonly seen: Pick<RawEvent, 'host' | 'channel' | 'provider' | 'eventId' | 'level'>;
  readonly isAskedFor: boolean;
  readonly mayNameCodes: boolean;
}

/** Reads the rows of one layout that some rule asks for, and counts the others by a look at a few of their cells. */
export class RowReader {
  readonly layout: Layout;
  readonly times: TableTimes;
  readonly #context: ParserContext;
  readonly #kindCells: readonly number[];
  readonly #wholeTimes: readonly number[];
  readonly #dates: readonly number[];
  readonly #clocks: readonly number[];
  readonly #recordIds: readonly number[];
  /** By the text of the id. */
  readonly #kinds = new Map<string, Kind[]>();
  readonly #idCell: number;
  readonly #isLookedAt: readonly boolean[];
  readonly #lastCell: number;
  readonly #cells: string[];
  #kindCount = 0;

  constructor(layout: Layout, context: ParserContext) {
    this.layout = layout;
    this.#context = context;
    this.times = new TableTimes(layout.language, layout.producer.isUtc);
    const placesOf = (column: Column): readonly number[] => layout.places.get(column) ?? [];
    this.#kindCells = KIND.flatMap(placesOf);
    this.#wholeTimes = placesOf('dateTime');
    this.#dates = placesOf('date');
    this.#clocks = placesOf('clock');
    this.#recordIds = placesOf('recordId');
    this.#idCell = layout.places.get('eventId')?.[0] ?? layout.places.get('instanceId')?.[0] ?? 0;
    const looked = [...this.#kindCells, ...this.#wholeTimes, ...this.#dates, ...this.#clocks, ...this.#recordIds];
    this.#isLookedAt = layout.cells.map((_, index) => looked.includes(index));
    this.#lastCell = Math.max(...looked);
    this.#cells = layout.cells.map(() => '');
  }

  /** What a row is at first sight; null for a line that is no row: it has no id in its place. */
  look(row: string): Look | null {
    this.#take(row);
    const kind = this.#kindOf(row);
    if (kind === null) return null;
    const written = this.#timeText();
    const time = written === '' ? null : this.times.read(written);
    return { kind, time, isUnreadable: time === null && written !== '', recordId: this.#recordId() };
  }

  /** @param row as it was looked at, perhaps with more of its description */
  read(row: string, position: number, look: Look, batch: ParsedBatch): void {
    const { interest, tally } = this.#context;
    const { kind, time, recordId } = look;
    // A payload in JSON or XML may write a code in other characters.
    const mayHoldCode = (): boolean => this.layout.places.has('payload') || interest.mayHoldCode(row);
    if (kind.isAskedFor || look.isUnreadable || (kind.mayNameCodes && mayHoldCode())) {
      this.#readWhole(row, position, batch);
      return;
    }
    const { host, channel, provider, eventId, level } = kind.seen;
    tally.count({ position, recordId, time, host, channel, provider, eventId, level }, () => {
      const event = this.#eventOf(row, position)?.event;
      return event === undefined ? null : sampleOf(event);
    });
  }

  #readWhole(row: string, position: number, batch: ParsedBatch): void {
    const read = this.#eventOf(ownText(row), position);
    if (read === null) return;
    if (read.problem !== null) batch.problems.push(read.problem);
    deliver(read.event, this.#context, batch);
  }

  #eventOf(row: string, position: number): ReturnType<typeof rawEventOf> {
    const { producer, language } = this.layout;
    return rawEventOf(valuesOf(rowCells(row, this.layout), this.layout), {
      position,
      times: this.times,
      language,
      everything: this.#context.interest.everything,
      stringsOf: producer.stringsOf,
    });
  }

  /** Takes the cells up to the last one that is looked at. */
  #take(row: string): void {
    const { delimiter, producer, split } = this.layout;
    if (split !== undefined) {
      const cells = rowCells(row, this.layout);
      for (let index = 0; index < this.#cells.length; index += 1) this.#cells[index] = cells[index] ?? '';
      return;
    }
    let from = 0;
    for (let index = 0; index <= this.#lastCell; index += 1) {
      if (from > row.length) {
        this.#cells[index] = '';
        continue;
      }
      const end = cellEnd(row, from, delimiter);
      if (this.#isLookedAt[index] === true) {
        const text = cellText(row, from, end);
        this.#cells[index] = producer.decode === undefined ? text : producer.decode(text);
      }
      from = end + 1;
    }
  }

  /** As `timeText` has it. */
  #timeText(): string {
    const whole = this.#first(this.#wholeTimes);
    if (whole !== null) return whole;
    const [date, clock] = [this.#first(this.#dates), this.#first(this.#clocks)];
    return date === null || clock === null ? (date ?? clock ?? '') : `${date} ${clock}`;
  }

  #recordId(): number | null {
    const text = this.#recordIds.length === 0 ? null : this.#first(this.#recordIds);
    return text === null ? null : parseRecordId(text);
  }

  #first(places: readonly number[]): string | null {
    for (const place of places) {
      const text = saidText(this.#cells[place] ?? '');
      if (text !== null) return text;
    }
    return null;
  }

  #kindOf(row: string): Kind | null {
    const id = this.#cells[this.#idCell] ?? '';
    const kinds = this.#kinds.get(id);
    if (kinds !== undefined) for (const kind of kinds) if (this.#agrees(kind)) return kind;
    const event = this.#eventOf(row, 0)?.event;
    if (event === undefined) return null;
    const { host, channel, provider, eventId, level } = event;
    const own = (text: string | null): string | null => (text === null ? null : ownText(text));
    const kind: Kind = {
      cells: this.#kindCells.map((cell) => ownText(this.#cells[cell] ?? '')),
      seen: { host: own(host), channel: own(channel), provider: own(provider), eventId, level },
      isAskedFor: isAskedFor(this.#context.interest, event),
      mayNameCodes: mayNameCodes(event),
    };
    if (this.#kindCount < MAX_KINDS) {
      this.#kindCount += 1;
      if (kinds === undefined) this.#kinds.set(ownText(id), [kind]);
      else kinds.push(kind);
    }
    return kind;
  }

  #agrees({ cells }: Kind): boolean {
    for (let at = 0; at < cells.length; at += 1) if (cells[at] !== this.#cells[this.#kindCells[at] ?? 0]) return false;
    return true;
  }
}
