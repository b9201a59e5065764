import type { RawEvent, RawTime } from '../../../model/event.ts';
import { LOCAL, localDigits } from '../../../model/own-times.ts';
import type { ParserContext } from '../../../model/parser.ts';
import type { DecidedKind } from '../../event-schema/decided-kind.ts';
import { parseSystemTime } from '../../event-schema/system-time.ts';
import { JsonKinds } from './kinds.ts';
import type { RecordLayout } from './layout.ts';
import { decidingFields, type JsonProducer } from './producer.ts';
import { eventIdFrom, toRawEvent, wholeNumber } from './raw-event.ts';
import { Skimmer } from './skim.ts';
import { readTime } from './time.ts';

/** What decides over a record. */
export interface ReadRecord {
  readonly kind: DecidedKind;
  readonly time: RawTime | null;
  readonly recordId: number | null;
  /** The text that is no time. */
  readonly unreadableTime: string | null;
  /** The text that is no event id. */
  readonly badId: string | null;
}

/** Reads the records of one layout. */
export class RecordReader {
  readonly #producer: JsonProducer;
  readonly #everything: boolean;
  readonly #kinds: JsonKinds;
  readonly #quick: Skimmer;
  /** Made for the first event that is kept. */
  #full: Skimmer | null = null;
  readonly #prefix: string;

  constructor({ producer, prefix }: RecordLayout, context: ParserContext) {
    this.#producer = producer;
    this.#prefix = prefix ?? '';
    this.#everything = context.interest.everything;
    this.#kinds = new JsonKinds(context, producer);
    this.#quick = new Skimmer(producer.places, this.#prefix, decidingFields);
  }

  /** @returns null when it is no record of this layout. */
  read(text: string, at: number): ReadRecord | null {
    const skimmer = this.#quick;
    const { mayLackId = false } = this.#producer;
    if (!skimmer.read(text, at) || (skimmer.cellOf('eventId') === -1 && !mayLackId)) return null;
    const kind = this.#kinds.of(skimmer, at, eventIdFrom);
    const timeCell = skimmer.cellOf('time');
    const time = timeCell === -1 ? null : this.#timeIn(timeCell);
    const recordCell = skimmer.cellOf('recordId');
    return {
      kind,
      time,
      recordId: recordCell === -1 ? null : numberAt(text, skimmer.startOf(recordCell), skimmer.endOf(recordCell)),
      unreadableTime:
        time === null && timeCell !== -1 && isText(skimmer.textIn(timeCell))
          ? skimmer.textIn(timeCell).slice(0, 60)
          : null,
      badId: kind.kind.eventId === null && !mayLackId ? (skimmer.textOf('eventId') ?? '').slice(0, 60) : null,
    };
  }

  /** @param at of the record that was read, in `text` */
  toEvent(text: string, at: number, read: ReadRecord, layout: RecordLayout, position: number): RawEvent {
    this.#full ??= new Skimmer(this.#producer.places, this.#prefix);
    const full = this.#full;
    full.read(text, at);
    const { kind, time, recordId } = read;
    return toRawEvent(layout, kind, (field) => full.textOf(field), { position, time, recordId }, this.#everything);
  }

  #timeIn(cell: number): RawTime | null {
    const { text } = this.#quick;
    if (this.#quick.textOf('timeBasis') === LOCAL) return readTime(localDigits(this.#quick.textIn(cell)), true);
    const exact = this.#producer.isLocal
      ? null
      : parseSystemTime(text, this.#quick.startOf(cell), this.#quick.endOf(cell));
    // What is before 1980 is a placeholder.
    return exact !== null && exact.timeMs >= 0 ? exact : readTime(this.#quick.textIn(cell), this.#producer.isLocal);
  }
}

/** Of placeholders no time is said to be unreadable. */
const isText = (text: string): boolean =>
  !/^(?:0001|1601|-|n\/a|0+$|\\?\/Date\(-)/i.test(text.trim()) && text.trim() !== '';

const MAX_DIGITS = 15;
const ZERO = 0x30;

/** A whole number without a string of its own. */
function numberAt(text: string, start: number, end: number): number | null {
  if (end - start > MAX_DIGITS) return wholeNumber(text.slice(start, end));
  let value = 0;
  for (let index = start; index < end; index += 1) {
    const digit = text.charCodeAt(index) - ZERO;
    if (digit < 0 || digit > 9) return wholeNumber(text.slice(start, end));
    value = value * 10 + digit;
  }
  return end === start ? null : value;
}
