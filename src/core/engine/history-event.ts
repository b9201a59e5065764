import { type EventRecord, hasUnknownZone, type TimeBasis } from '../model/event.ts';
import type { ClassHit } from '../model/scan.ts';
import type { FindingVerdict } from '../model/verdict.ts';

/** Times compare within one class only: all that rest on UTC, or the local digits of one host. */
export type TimeClass = 'utc' | `local:${string}`;
/** @param of what has times */
export const timeClassOf = (of: { readonly timeBasis: TimeBasis }, hostKey: string): TimeClass =>
  hasUnknownZone(of) ? `local:${hostKey}` : 'utc';

/** One event of the joined history, or a finding of another rule that acts as one. */
export interface HistoryEvent {
  /** Place in the joined history, ascending. */
  readonly order: number;
  /** Of a finding: its last event. */
  readonly event: EventRecord;
  /** The classes that took it, each once. */
  readonly hits: readonly ClassHit[];
  /** null: a host without a name. */
  readonly host: string | null;
  readonly hostKey: string;
  /** Lower case; null: unknown. */
  readonly log: string | null;
  /** Events of one list are in a sure order: one log of one host by record number, or one log of one source by place. */
  readonly list: string;
  /** A clock that stepped back more than jitter begins a new one. */
  readonly segment: number;
  /** The clock of its list stepped back somewhere, be it later: not every event of the list can be measured against this one. */
  readonly isStepped: boolean;
  readonly timeMs: number | null;
  readonly ticks: number;
  /** The highest time of its list so far: a clock that jitters does not turn the order, so other lists stand before or behind this. */
  readonly orderMs: number;
  readonly orderTicks: number;
  /** Where a finding begins; `timeMs` for events. */
  readonly firstMs: number | null;
  readonly precisionMs: number;
  /** null: no time. */
  readonly timeClass: TimeClass | null;
  /** The finding of another rule that acts as this event; null: a real event. */
  readonly finding: FindingVerdict | null;
}
