import type { Level, RawEvent, RawTime } from './event.ts';

/**
 * What the rules ask for, so that a parser can drop a record before it renders it. Asking too much costs time, never a result.
 * Always in it: what coverage needs, such as starts, stops and changes of the time (engine/interest.ts).
 */
export interface Interest {
  /** Whatever is unknown is wanted. */
  wants(provider: string | null, eventId: number | null, level?: Level | null, channel?: string | null): boolean;
  /** For an event of level warning or worse, or unknown, that `wants` did not take: may this text hold a code some class looks for? */
  mayHoldCode(text: string): boolean;
  /** The same for bytes that are not decoded yet; it may say yes too often. Where it is missing the text has to be asked. */
  mayHoldCodeIn?(bytes: Uint8Array, from: number, to: number): boolean;
  /** True for full parsing: everything is wanted and rendered (evdx events). */
  readonly everything: boolean;
  /** With `everything`: no payload is wanted as elements; making them takes longer than all the rest. */
  readonly withoutElements?: boolean;
}

/** The part of an event that statistics and coverage need. */
export type SeenEvent = Pick<
  RawEvent,
  'position' | 'recordId' | 'time' | 'host' | 'channel' | 'provider' | 'eventId' | 'level'
>;

/** What makes events equal for statistics. */
export type EventKind = Pick<SeenEvent, 'host' | 'channel' | 'provider' | 'eventId' | 'level'>;

/** Where a parser counts the dropped events of one kind that it has looked up once; `Tally.count` looks it up each time. */
export interface TallyCell {
  /** @param timeMs null without a time; @param sample as for `Tally.count`, of the event counted. */
  add(timeMs: number | null, recordId: number | null, sample?: () => string | null): void;
}

/** The same for times that may be local: which event stands where is evidence for how the times of the source read. */
export interface PlacedCell {
  count(position: number, recordId: number | null, time: RawTime | null, sample?: () => string | null): void;
}

/** Told about every event a parser drops; the events it hands over are counted by the scan. */
export interface Tally {
  /** @param sample renders a line of text; asked at most once per kind of event, for errors. */
  count(event: SeenEvent, sample?: () => string | null): void;
  /** The cell of one kind of event, for parsers that drop millions; where it is missing they use `count`. */
  cell?(kind: EventKind): TallyCell;
  placedCell?(kind: EventKind): PlacedCell;
}
