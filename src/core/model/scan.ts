import type { EpochMs } from './brand.ts';
import type { EventRecord, Level, Place, TimeBasis } from './event.ts';
import type { Problem } from './problems.ts';

/** A class that took an event, and what it cut out of it. */
export interface ClassHit {
  /** Index into the classes of the compiled rules: the same rules give the same indices in every thread. */
  readonly classIndex: number;
  /** Values by capture name; a name without a value is not there. */
  readonly captured: Readonly<Record<string, string>>;
}

/** An event that some class asked for. Beyond the caps its message, inserts and data are gone. */
export interface KeptEvent {
  readonly event: EventRecord;
  readonly hits: readonly ClassHit[];
  /** FNV-1a 64 of message and inserts, hex, where these are gone: tells equal events. null: they are there. */
  readonly textHash: string | null;
}

/** `proven`: record numbers without a jump; `assumed`: an export that looks whole; `selected`: events picked by somebody, which prove no absence. */
export type Completeness = 'proven' | 'assumed' | 'selected';
/**
 * Why a log does not cover a time: `jump`: record numbers are missing; `cleared`: the log was cleared; `off`: the machine was; `clock`: it was set;
 * `unreadable`: records could not be decoded (no reader tells where yet).
 */
export type GapReason = 'jump' | 'cleared' | 'off' | 'clock' | 'unreadable';
export interface CoverageGap {
  readonly fromMs: EpochMs;
  readonly toMs: EpochMs;
  readonly why: GapReason;
  /** Of a machine that was off: nobody shut it down, so that its last records may be lost. */
  readonly isUnexpected?: true;
  /** Of a clock: the machine slept, and took the time of the hardware clock when it woke. */
  readonly isSleep?: true;
}
/** A record says that a log of another source was cleared: its System log stands in a file of its own. */
export interface ClearedLog {
  readonly host: string | null;
  /** Lower case. */
  readonly log: string;
  readonly fromMs: EpochMs;
  readonly toMs: EpochMs;
}
/** Records with consecutive numbers: nothing is missing between them. Two sources that continue each other join by number. */
export interface RecordRun {
  readonly firstRecord: number;
  readonly lastRecord: number;
  readonly firstMs: EpochMs;
  readonly lastMs: EpochMs;
}
/** A record at which a clock that was set shows. */
export interface ClockMark {
  readonly record: number;
  readonly timeMs: number;
  /** It says that the clock was set; else that the machine stopped or started. */
  readonly isSet: boolean;
}
/** The time that one log of one host really covers in one source, and how surely. */
export interface LogCoverage {
  readonly host: string | null;
  readonly channel: string | null;
  readonly firstMs: EpochMs;
  readonly lastMs: EpochMs;
  /** How many there are of them. */
  readonly events: number;
  readonly timeBasis: TimeBasis;
  readonly gaps: readonly CoverageGap[];
  /** `all`, or the levels an export filtered to errors holds; stretches of numbers without a jump hold all. */
  readonly levels: 'all' | readonly Level[];
  readonly completeness: Completeness;
  /** Ascending by number; empty where the source has no record numbers, or so many gaps that they prove nothing. */
  readonly runs: readonly RecordRun[];
  /** The lowest and the highest record number; null where an event has none. */
  readonly numbers: { readonly first: number; readonly last: number } | null;
  /** Ascending by number. */
  readonly marks: readonly ClockMark[];
}

export interface StatisticsCell {
  readonly host: string | null;
  readonly channel: string | null;
  readonly provider: string | null;
  readonly eventId: number | null;
  readonly level: Level | null;
  readonly count: number;
  readonly firstMs: EpochMs | null;
  readonly lastMs: EpochMs | null;
  /** The beginning of the first text seen, for errors. */
  readonly sample: string | null;
}

/** Events with the right provider and id that another clause of a class refused. */
export interface ClassMiss {
  readonly classIndex: number;
  readonly host: string | null;
  readonly count: number;
  /** Clauses that failed, ascending: `code`, `data`, `text`, … */
  readonly failed: readonly string[];
  /** A few, without payload and data. */
  readonly samples: readonly EventRecord[];
}
/** Something known about a host that is not an event: `os`, `product`, `file.ese.dll`, a context name. */
export interface Fact {
  readonly name: string;
  readonly value: string | boolean;
  readonly host: string | null;
  readonly from: 'event' | 'companion' | 'option' | 'answer';
  readonly at: Place | null;
}

export type MentionKind = 'code' | 'event-id' | 'kb' | 'guid';
/** A code or id that stands in free text: reported, never taken for an event. */
export interface Mention {
  readonly kind: MentionKind;
  readonly value: string;
  readonly name: string | null;
  readonly count: number;
  /** 1-based line of the first one. */
  readonly position: number;
}

/** Bounds that hostile or very large input may reach: caps of the engine, of the lists of a report, and of archives. Nothing reports `expression-text` and `places`. */
export type LimitName =
  | 'kept-text'
  | 'kept-events'
  | 'statistics'
  | 'keys'
  | 'findings'
  | 'expression-text'
  | 'mentions'
  | 'problems'
  | 'places'
  | 'archive-entries'
  | 'archive-size'
  | 'archive-ratio'
  | 'archive-depth';
export interface Limit {
  readonly limit: LimitName;
  readonly ruleId: string | null;
  readonly detail: string;
}

/** What one source gave: the only thing that crosses threads. */
export interface Scan {
  readonly source: string;
  readonly format: string;
  readonly encoding: string | null;
  readonly language: string | null;
  readonly timeBasis: TimeBasis;
  /** Found, damaged ones too. */
  readonly records: number;
  readonly events: number;
  readonly recovered: number;
  /** Characters that stayed free text. */
  readonly unclaimed: number;
  readonly kept: readonly KeptEvent[];
  readonly coverage: readonly LogCoverage[];
  readonly clearedElsewhere: readonly ClearedLog[];
  readonly statistics: readonly StatisticsCell[];
  readonly classMisses: readonly ClassMiss[];
  readonly facts: readonly Fact[];
  readonly mentioned: readonly Mention[];
  readonly problems: readonly Problem[];
  readonly limits: readonly Limit[];
  /** Of a narrowed run: the hosts of all events, those that are left out, too, as logged; null: one names none. */
  readonly hostsSeen: readonly (string | null)[];
}
