import type { Column } from '../../../knowledge/words/table-columns.ts';
import type { RawTime } from '../../../model/event.ts';
import { LOCAL, localDigits } from '../../../model/own-times.ts';
import type { ParsedBatch, ParserContext } from '../../../model/parser.ts';
import { deliver } from '../../deliver.ts';
import { orderByNumber } from '../../event-schema/numbered-values.ts';
import { sampleOf } from '../../event-schema/wanted.ts';
import { QUOTE } from '../../table/cells.ts';
import { eventInXml, type RowEvent, rawEventOf } from '../../table/raw-event.ts';
import { TableTimes } from '../../table/times.ts';
import { parseRecordId, saidText } from '../../table/values.ts';
import { ownText } from '../../text/copy-text.ts';
import { CellPlaces } from './cell-places.ts';
import { fieldsOf, type Layout, rowCells, valuesOf } from './layout.ts';
import { type RowKind, RowKinds } from './row-kinds.ts';

/** What decides whether an event is read: rows that agree in these cells are decided together. */
const DECIDING: readonly Column[] = [
  'level',
  'eventType',
  'keywords',
  'provider',
  'eventId',
  'instanceId',
  'channel',
  'host',
];

/** A row at first sight. */
export interface Look {
  readonly kind: RowKind;
  readonly time: RawTime | null;
  readonly isUnreadable: boolean;
  readonly recordId: number | null;
}

/** A row in the text it is part of, and what follows it of its description. */
export interface Row {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly rest: string;
  /** 1-based. */
  readonly line: number;
  readonly look: Look;
}
const textOf = ({ text, start, end, rest }: Row): string => `${text.slice(start, end)}${rest}`.trimEnd();

/** Reads the rows of one layout that some rule asks for, and counts the others by a look at a few of their cells. */
export class RowReader {
  readonly layout: Layout;
  /** A message may go on over lines, and what decides over the row stands behind it, as in the alphabet of WMI. */
  readonly looksBehindMessage: boolean;
  readonly #times: TableTimes;
  readonly #context: ParserContext;
  readonly #wholeTimes: readonly number[];
  readonly #bases: readonly number[];
  readonly #dates: readonly number[];
  readonly #clocks: readonly number[];
  readonly #recordIds: readonly number[];
  /** The only cell of the time, where it can be read off the row. */
  readonly #timeCell: number;
  /** A cell holds the event itself. */
  readonly #hasXml: boolean;
  readonly #kinds: RowKinds;
  readonly #places: CellPlaces;
  readonly #mayHoldCode: (row: string) => boolean;
  /** Of the row in hand: made once, not for each row. */
  #row: Row | null = null;
  readonly #sample = (): string | null => {
    const event = this.#row === null ? undefined : this.#eventOf(textOf(this.#row), this.#row.line)?.event;
    return event === undefined ? null : sampleOf(event);
  };

  constructor(layout: Layout, context: ParserContext) {
    this.layout = layout;
    this.#context = context;
    const { producer, places, split } = layout;
    this.#times = new TableTimes(layout.language, producer.isUtc);
    const placesOf = (column: Column): readonly number[] => places.get(column) ?? [];
    const deciding = DECIDING.flatMap(placesOf);
    this.#wholeTimes = placesOf('dateTime');
    this.#bases = placesOf('timeBasis');
    this.#dates = placesOf('date');
    this.#clocks = placesOf('clock');
    this.#recordIds = placesOf('recordId');
    this.#hasXml = places.has('eventXml');
    const idCell = places.get('eventId')?.[0] ?? places.get('instanceId')?.[0] ?? 0;
    this.#kinds = new RowKinds(deciding, idCell, context);
    const looked = [
      ...deciding,
      ...this.#wholeTimes,
      ...this.#bases,
      ...this.#dates,
      ...this.#clocks,
      ...this.#recordIds,
    ];
    this.#places = new CellPlaces(layout, Math.max(...looked));
    this.looksBehindMessage = placesOf('message').some((cell) => cell < Math.max(...looked));
    const isPlain = producer.decode === undefined && split === undefined && this.#bases.length === 0;
    this.#timeCell = isPlain && this.#wholeTimes.length === 1 ? (this.#wholeTimes[0] ?? -1) : -1;
    // A payload in JSON or XML may write a code in other characters.
    this.#mayHoldCode = places.has('payload') ? () => true : (row) => context.interest.mayHoldCode(row);
  }

  /** Another text begins. */
  enter(): void {
    this.#places.enter();
  }

  /** What a row is at first sight; null for a line that is no row: it has no id in its place. */
  look(text: string, start: number, end: number): Look | null {
    this.#places.take(text, start, end);
    const kind = this.#kinds.find(this.#places) ?? this.#newKind(text.slice(start, end));
    if (kind === null) return null;
    const recordId = this.#recordIds.length === 0 ? null : this.#recordId();
    const quick = this.#timeCell === -1 ? null : this.#quickTime(this.#timeCell);
    if (quick !== null) return { kind, time: quick, isUnreadable: false, recordId };
    const written = this.#timeText();
    const time = written === '' ? null : this.#times.read(written);
    return { kind, time, isUnreadable: time === null && written !== '', recordId };
  }

  read(row: Row, batch: ParsedBatch): void {
    const { look, line } = row;
    const { kind, time, recordId } = look;
    // What the cells of a row with the whole event say beside it decides nothing: they may be somebody's findings.
    if (this.#hasXml || kind.isAskedFor || look.isUnreadable || (kind.mayNameCodes && this.#mayHoldCode(textOf(row)))) {
      this.#readWhole(textOf(row), line, batch);
      return;
    }
    this.#row = row;
    kind.counted.count(line, recordId, time, this.#sample);
    this.#row = null;
  }

  #readWhole(row: string, position: number, batch: ParsedBatch): void {
    const read = this.#eventOf(ownText(row), position);
    if (read === null) return;
    if (read.problem !== null) batch.problems.push(read.problem);
    deliver(read.event, this.#context, batch);
  }

  #eventOf(row: string, position: number): RowEvent | null {
    const { producer, language } = this.layout;
    const { everything } = this.#context.interest;
    const cells = rowCells(row, this.layout);
    const values = valuesOf(cells, this.layout);
    const { stringsOf, channelOf } = producer;
    const context = { position, times: this.#times, language, everything, stringsOf, channelOf };
    const inXml = this.#hasXml ? eventInXml(values, position, everything) : null;
    return inXml ?? withFields(rawEventOf(values, context), fieldsOf(cells, this.layout));
  }

  #newKind(row: string): RowKind | null {
    const event = this.#eventOf(row, 0)?.event;
    return event === undefined ? null : this.#kinds.add(this.#places, event);
  }

  #quickTime(cell: number): RawTime | null {
    const { text, starts, ends } = this.#places;
    const [start, end] = [starts[cell] ?? 0, ends[cell] ?? 0];
    const isQuoted = text.charCodeAt(start) === QUOTE && text.charCodeAt(end - 1) === QUOTE;
    return isQuoted ? this.#times.readAt(text, start + 1, end - 1) : this.#times.readAt(text, start, end);
  }

  /** As `timeText` has it. */
  #timeText(): string {
    const whole = this.#first(this.#wholeTimes);
    if (whole !== null) return this.#first(this.#bases) === LOCAL ? localDigits(whole) : whole;
    const [date, clock] = [this.#first(this.#dates), this.#first(this.#clocks)];
    return date === null || clock === null ? (date ?? clock ?? '') : `${date} ${clock}`;
  }

  #recordId(): number | null {
    const text = this.#first(this.#recordIds);
    return text === null ? null : parseRecordId(text);
  }

  #first(cells: readonly number[]): string | null {
    for (const cell of cells) {
      const text = saidText(this.#places.textOf(cell));
      if (text !== null) return text;
    }
    return null;
  }
}

/** A payload in one cell says more. */
function withFields(read: RowEvent | null, fields: ReadonlyMap<string, string>): RowEvent | null {
  if (read === null || fields.size === 0 || read.event.fields.size > 0) return read;
  const numbered = orderByNumber(fields);
  return { ...read, event: { ...read.event, fields, strings: numbered.length > 0 ? numbered : read.event.strings } };
}
