import type { EpochMs } from './brand.ts';

export const levels = [
  'critical',
  'error',
  'warning',
  'information',
  'verbose',
  'audit-success',
  'audit-failure',
] as const;
export type Level = (typeof levels)[number];
/** The result of an audit is neither error nor warning. */
export const isErrorOrWorse = (level: Level | null): boolean => level === 'critical' || level === 'error';
export const isWarningOrWorse = (level: Level | null): boolean => level === 'warning' || isErrorOrWorse(level);
/** Of these kinds of events statistics show a sample; what has no level may be an error. */
export const isSampled = (level: Level | null): boolean =>
  level === null || isErrorOrWorse(level) || level === 'audit-failure';

/**
 * How a time came about. `utc`: the source says UTC; `offset`: it says its offset; `given`: --tz; `inferred`: another form of the
 * event, or another event of the host, tells; `assumed-local`: digits of an unknown zone kept as if UTC; `none`: no time.
 */
export const timeBases = ['utc', 'offset', 'given', 'inferred', 'assumed-local', 'none'] as const;
export type TimeBasis = (typeof timeBases)[number];
/** Digits that nobody told the zone of: they cannot be compared with the times of another machine. */
export const hasUnknownZone = ({ timeBasis }: { readonly timeBasis: TimeBasis }): boolean =>
  timeBasis === 'assumed-local';

export interface EventTime {
  readonly timeMs: EpochMs;
  /** 0–9999: the 100 ns left over below the millisecond. */
  readonly ticks: number;
}

export const dateOrders = ['dmy', 'mdy', 'ymd'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** An exact time as the source states it. */
export interface ExactTime extends EventTime {
  readonly kind: 'exact';
  readonly basis: 'utc' | 'offset';
  /** Smallest step the source can express: 0.0001, 1, 1000 or 60000. */
  readonly precisionMs: number;
}

/** A local time as its parts, before anybody chose the order of day and month or a zone. */
export interface LocalTimeText {
  readonly kind: 'local';
  /** The three numbers of the date as they stand. */
  readonly date: readonly [number, number, number];
  /** The readings that are calendar days, the likeliest by language first; never empty. */
  readonly orders: readonly DateOrder[];
  /** Nothing in the text or about it tells which of them it is: `03/11/2016 23:22:06` under English headings. */
  readonly isOpen?: true;
  /** Since midnight. */
  readonly timeOfDayMs: number;
  readonly ticks: number;
  readonly precisionMs: number;
}
export type RawTime = ExactTime | LocalTimeText;

export interface EventSystem {
  readonly version: number | null;
  readonly task: number | null;
  readonly opcode: number | null;
  /** `0x…`, 16 hex digits as the source has them. */
  readonly keywords: string | null;
  readonly processId: number | null;
  readonly threadId: number | null;
  readonly activityId: string | null;
  readonly relatedActivityId: string | null;
  readonly providerGuid: string | null;
  readonly userId: string | null;
}

/** Of an event without `System`, or in a format that has none. */
export const NO_SYSTEM: EventSystem = {
  version: null,
  task: null,
  opcode: null,
  keywords: null,
  processId: null,
  threadId: null,
  activityId: null,
  relatedActivityId: null,
  providerGuid: null,
  userId: null,
};

/** One element of an event as it stood, for XML out. */
export interface PayloadElement {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly children: readonly (PayloadElement | string)[];
}

/** What an event says, before and after it is normalised; what the source lacks is null, never empty. */
interface EventFields {
  /** Byte offset or 1-based line where the event begins. */
  readonly position: number;
  readonly recordId: number | null;
  readonly host: string | null;
  readonly channel: string | null;
  readonly provider: string | null;
  /** EventSourceName. */
  readonly providerAlias: string | null;
  readonly eventId: number | null;
  readonly qualifiers: number | null;
  readonly level: Level | null;
  readonly category: string | null;
  readonly user: string | null;
  /** Inserts by position, empty ones kept, named ones too. */
  readonly strings: readonly string[];
  readonly fields: ReadonlyMap<string, string>;
  readonly message: string | null;
  readonly data: Uint8Array | null;
  readonly recovered: boolean;
  readonly system: EventSystem | null;
  readonly payload: PayloadElement | null;
}

/** What a parser read: fields as found, no doubtful date settled yet. */
export interface RawEvent extends EventFields {
  /** null: the source gives no time, or a placeholder. */
  readonly time: RawTime | null;
  /** As found; more than 16 bits are folded by normalise. */
  readonly eventId: number | null;
  /** Where the other form of this event stands (its text, or its XML). */
  readonly otherForms: readonly number[];
}

/** Where an event stands: the source's name, the position in it, the record number if there is one. */
export interface Place {
  readonly source: string;
  readonly position: number;
  readonly recordId: number | null;
}

/** An event that means the same whatever the format was. */
export interface EventRecord extends EventFields {
  readonly source: string;
  /** null exactly when `timeBasis` is `none`. */
  readonly timeMs: EpochMs | null;
  readonly ticks: number;
  readonly timeBasis: TimeBasis;
  readonly precisionMs: number;
  /** Lower case, as logged. */
  readonly host: string | null;
  /** 0–65535. */
  readonly eventId: number | null;
  /** Signed 32-bit, ascending, each once (rule-language.md, section 2.1). */
  readonly codes: readonly number[];
  readonly places: readonly Place[];
}

/** What an event says and how it is called: all that classes look at. Records that say the same share one. */
export type EventContent = Pick<
  EventRecord,
  | 'channel'
  | 'provider'
  | 'providerAlias'
  | 'eventId'
  | 'qualifiers'
  | 'level'
  | 'category'
  | 'user'
  | 'strings'
  | 'fields'
  | 'message'
  | 'data'
  | 'codes'
>;
