import type { RawEvent } from '../../../model/event.ts';
import type {
  CreateTextParser,
  ParsedBatch,
  ParserContext,
  ParserFindings,
  TextParser,
} from '../../../model/parser.ts';
import { emptyBatch, NO_FINDINGS } from '../../../model/parser.ts';
import type { ProblemCode } from '../../../model/problems.ts';
import { deliver } from '../../deliver.ts';
import { readEmbeddedXml } from '../../event-schema/embedded-xml.ts';
import { sampleOf } from '../../event-schema/wanted.ts';
import { type EmbeddedXml, layoutOf, type RecordLayout } from './layout.ts';
import { mayHoldEvents, offerObjects } from './nested.ts';
import { messageOf } from './raw-event.ts';
import { type JsonRecord, RecordCutter, type Taken } from './record-cutter.ts';
import { type ReadRecord, RecordReader } from './record-reader.ts';
import { readJson } from './repair.ts';
import { isList, isObject, type JsonObject, type JsonValue } from './value.ts';

/** Reads events as JSON, whoever wrote them: looks at what decides over a record, drops what no rule asks for, and parses the rest. */
export const createJsonParser: CreateTextParser = (context) => new JsonParser(context);

class JsonParser implements TextParser {
  readonly #context: ParserContext;
  readonly #cutter: RecordCutter;
  readonly #readers = new Map<string, RecordReader>();
  /** Of the record before, whose layout is nearly always that of the next. */
  #reader: RecordReader | null = null;
  #batch = emptyBatch();
  #records = 0;
  #exactTimes = 0;
  #localTimes = 0;

  constructor(context: ParserContext) {
    this.#context = context;
    this.#cutter = new RecordCutter({
      take: (record) => this.#take(record),
      report: (code, line, isLost) => this.#report(code, line, isLost),
    });
  }

  push(text: string): ParsedBatch {
    this.#cutter.push(text);
    return this.#takeBatch();
  }

  end(): ParsedBatch {
    this.#cutter.end();
    return this.#takeBatch();
  }

  findings(): ParserFindings {
    const timeBasis = this.#localTimes === 0 ? 'utc' : this.#exactTimes === 0 ? 'local' : 'mixed';
    const { freeText } = this.#cutter;
    return { ...NO_FINDINGS, timeBasis, freeText, records: this.#records };
  }

  #takeBatch(): ParsedBatch {
    const batch = this.#batch;
    this.#batch = emptyBatch();
    return batch;
  }

  #take(record: JsonRecord): Taken {
    const { text, start, end, line, columns } = record;
    if (this.#reader !== null && columns === null && !this.#context.interest.everything) {
      const read = this.#reader.read(text, start);
      if (read !== null && this.#drop(read, record)) return 'event';
    }
    const value = readJson(text.slice(start, end));
    const object = isList(value ?? undefined) && columns !== null ? rowOf(value, columns) : value;
    if (object === null || typeof object !== 'object') {
      this.#report('json/malformed', line, true);
      return 'malformed';
    }
    return isObject(object) ? this.#takeObject(object, record) : 'other';
  }

  #takeObject(object: JsonObject, record: JsonRecord): Taken {
    const { text, start, line, columns } = record;
    const layout = layoutOf(object);
    if (layout === null) return this.#takeNested(object, record);
    if ('xml' in layout) return this.#takeXml(layout, line);
    const reader = this.#readerOf(layout);
    if (columns === null && layout.prefix !== null) {
      const read = reader.read(text, start);
      if (read !== null) {
        if (isNoEvent(read, layout)) return 'other';
        this.#reader = reader;
        return this.#keep(read, reader.toEvent(text, start, read, layout, line));
      }
    }
    // What stands in a string or in a row is written down as an object of its own, so that one way of reading serves all.
    const own = layout.prefix === null || columns !== null ? layout.view.root : object;
    const inner = layout.prefix === null || columns === null ? reader : this.#readerOf({ ...layout, prefix: '' });
    const written = JSON.stringify(own);
    const read = inner.read(written, 0);
    if (read === null || isNoEvent(read, layout)) return 'other';
    return this.#keep(read, inner.toEvent(written, 0, read, layout, line));
  }

  /** Reports and results have their events in lists under any name. */
  #takeNested(object: JsonObject, { text, start, end, line }: JsonRecord): Taken {
    let taken: Taken = 'other';
    if (mayHoldEvents(text.slice(start, end)))
      offerObjects(object, (inner) => {
        const layout = layoutOf(inner);
        if (layout === null || isWeakGuess(layout)) return false;
        const found = 'xml' in layout ? this.#takeXml(layout, line) : this.#takeAlone(layout, line);
        if (found === 'event') taken = 'event';
        // What only looked like an event may be the report around them.
        return found === 'event';
      });
    return taken;
  }

  #takeAlone(layout: RecordLayout, line: number): Taken {
    const reader = this.#readerOf({ ...layout, prefix: '' });
    const written = JSON.stringify(layout.view.root);
    const read = reader.read(written, 0);
    if (read === null || isNoEvent(read, layout)) return 'other';
    return this.#keep(read, reader.toEvent(written, 0, read, { ...layout, prefix: '' }, line));
  }

  #readerOf(layout: RecordLayout): RecordReader {
    const key = `${layout.producer.name} ${layout.prefix ?? ''}`;
    const reader = this.#readers.get(key) ?? new RecordReader(layout, this.#context);
    this.#readers.set(key, reader);
    return reader;
  }

  #takeXml({ xml, message }: EmbeddedXml, line: number): Taken {
    const read = readEmbeddedXml(xml, line, this.#context.interest.everything);
    if (read === null) return 'other';
    for (const { code, detail } of 'event' in read ? read.notes : [read])
      this.#batch.problems.push({ code, position: line, detail });
    this.#records += 1;
    if ('event' in read) this.#deliver({ ...read.event, message: read.event.message ?? messageOf(message) });
    return 'event';
  }

  #keep({ badId, unreadableTime }: ReadRecord, event: RawEvent): Taken {
    const { position } = event;
    this.#records += 1;
    if (badId !== null) {
      this.#batch.problems.push({ code: 'event/bad-id', position, detail: badId });
      return 'event';
    }
    if (unreadableTime !== null)
      this.#batch.problems.push({ code: 'time/unreadable', position, detail: unreadableTime });
    this.#deliver(event);
    return 'event';
  }

  #deliver(event: RawEvent): void {
    this.#noteTime(event.time);
    deliver(event, this.#context, this.#batch);
  }

  #noteTime(time: RawEvent['time']): void {
    if (time?.kind === 'exact') this.#exactTimes += 1;
    else if (time !== null) this.#localTimes += 1;
  }

  #report(code: ProblemCode, position: number, isLost: boolean): void {
    if (isLost) this.#records += 1;
    this.#batch.problems.push({ code, position, detail: null });
  }

  /** @returns whether no rule can ask for the event. */
  #drop({ kind, time, recordId, badId, unreadableTime }: ReadRecord, record: JsonRecord): boolean {
    if (kind.isAskedFor || badId !== null || unreadableTime !== null) return false;
    if (kind.mayNameCodes && this.#mayHoldCode(record)) return false;
    this.#records += 1;
    this.#noteTime(time);
    const sample = (): string | null => this.#sampleOf(record);
    if (kind.cell !== null && time?.kind !== 'local') kind.cell.add(time?.timeMs ?? null, recordId, sample);
    else {
      const { host, channel, provider, eventId, level } = kind.kind;
      this.#context.tally.count(
        { position: record.line, recordId, time, host, channel, provider, eventId, level },
        sample,
      );
    }
    return true;
  }

  #mayHoldCode({ text, start, end }: JsonRecord): boolean {
    const json = text.slice(start, end);
    // Escapes may spell a code; any other stands where a blank would.
    if (json.includes('\\u00')) return true;
    return this.#context.interest.mayHoldCode(json.includes('\\') ? json.replace(/\\./g, ' ') : json);
  }

  #sampleOf({ text, start, end, line }: JsonRecord): string | null {
    const value = readJson(text.slice(start, end));
    const layout = value !== null && isObject(value) ? layoutOf(value) : null;
    if (layout === null || 'xml' in layout || layout.prefix === null) return null;
    const reader = this.#readerOf(layout);
    const read = reader.read(text, start);
    return read === null ? null : sampleOf(reader.toEvent(text, start, read, layout, line));
  }
}

/** Deep in a record an id with a time is one of anything: of each of these one has to be there. */
const TELLING = [
  ['eventid', 'eventcode', 'eventidentifier', 'instanceid'],
  ['providername', 'provider', 'sourcename', 'eventsource', 'provider/name', 'channel', 'logname'],
];
const isWeakGuess = (layout: RecordLayout | EmbeddedXml): boolean =>
  'producer' in layout &&
  layout.producer.isGuess === true &&
  !TELLING.every((paths) => paths.some((path) => layout.view.has(path)));

/** Of nobody known, with an id that no event has. */
const isNoEvent = ({ badId }: ReadRecord, { producer }: RecordLayout): boolean =>
  badId !== null && producer.isGuess === true;

function rowOf(values: JsonValue, columns: readonly string[]): JsonObject {
  return Object.fromEntries(columns.map((name, index) => [name, isList(values) ? (values[index] ?? null) : null]));
}
