import { type EpochMs, epochMs } from '../../model/brand.ts';
import type { DateOrder, RawTime, TimeBasis } from '../../model/event.ts';
import type { Problem } from '../../model/problems.ts';
import type { DateOrderEvidence } from './date-order.ts';
import { readLocal } from './local-time.ts';
import { utcFromLocal, type Zone } from './zone.ts';

/** A time with nothing left open. */
export interface SettledTime {
  /** null exactly when `basis` is `none`. */
  readonly timeMs: EpochMs | null;
  readonly ticks: number;
  readonly basis: TimeBasis;
  /** 0 without a time. */
  readonly precisionMs: number;
}

export interface SettleOptions {
  /** `--date-order`. */
  readonly dateOrder?: DateOrder | null;
  /** The order that the language of the source suggests. */
  readonly likelyOrder?: DateOrder | null;
  /** `--tz`. */
  readonly zone?: Zone | null;
  /** Local minus UTC, known from an event that stands in both forms. */
  readonly inferredOffsetMs?: number | null;
}

/** What was decided once for all times of a source. */
export interface TimeSettlement {
  /** null where no time leaves it open. */
  readonly order: DateOrder | null;
  readonly newestFirst: boolean;
  readonly problems: readonly Problem[];
  /** What the local times of this source are now. */
  readonly localBasis: TimeBasis;
  /** From the digits of a local clock to UTC. */
  toUtc(localMs: number): number;
  settle(time: RawTime | null): SettledTime;
}

/** @param evidence has seen all times of the source, kept or not, in the order of their places */
export function settleSource(evidence: DateOrderEvidence, options: SettleOptions = {}): TimeSettlement {
  const { dateOrder = null, likelyOrder = null, zone = null, inferredOffsetMs = null } = options;
  const { order, isDoubtful, newestFirst } = evidence.settle(dateOrder, likelyOrder);
  const { localBasis, toUtc } = zoneRule(zone, inferredOffsetMs);
  const settle = (time: RawTime | null): SettledTime => {
    if (time === null) return NO_TIME;
    const { ticks, precisionMs } = time;
    if (time.kind === 'exact') return { timeMs: time.timeMs, ticks, basis: time.basis, precisionMs };
    const localMs = readLocal(time, order);
    return localMs === null ? NO_TIME : { timeMs: epochMs(toUtc(localMs)), ticks, basis: localBasis, precisionMs };
  };
  const doubt: Problem = { code: 'time/ambiguous-order', position: null, detail: `read as ${order}` };
  return { order, newestFirst, problems: isDoubtful ? [doubt] : [], localBasis, toUtc, settle };
}

const NO_TIME: SettledTime = { timeMs: null, ticks: 0, basis: 'none', precisionMs: 0 };

function zoneRule(zone: Zone | null, inferredOffsetMs: number | null): Pick<TimeSettlement, 'localBasis' | 'toUtc'> {
  if (zone !== null) return { localBasis: 'given', toUtc: (localMs) => utcFromLocal(localMs, zone) };
  if (inferredOffsetMs !== null) return { localBasis: 'inferred', toUtc: (localMs) => localMs - inferredOffsetMs };
  return { localBasis: 'assumed-local', toUtc: (localMs) => localMs };
}
