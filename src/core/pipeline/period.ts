import { firstLabel } from '../engine/hosts.ts';
import type { SettledTime } from '../input/normalise/settle-times.ts';
import { epochMs } from '../model/brand.ts';
import { dateOrders, type LocalTimeText, type RawEvent, type RawTime } from '../model/event.ts';
import { MAX_ZONE_OFFSET_MS } from '../model/time-units.ts';
import type { ScanOptions } from './source-scan.ts';

const UNTIMED: SettledTime = { timeMs: null, ticks: 0, basis: 'none', precisionMs: 0 };

/** A log may name the machine without its domain, and so may whoever asks. Both in lower case. */
export const isSameHost = (wanted: string, host: string): boolean =>
  wanted === host || firstLabel(host) === wanted || host === firstLabel(wanted);
const nameOf = (host: string): string => host.trim().toLowerCase();

/** Is there anything that these options leave out? */
export const isNarrowed = ({ sinceMs, untilMs, hosts = [] }: ScanOptions): boolean =>
  sinceMs !== undefined || untilMs !== undefined || hosts.length > 0;
/** Is there nothing to leave out, and no clock to set back? */
export const isTakenAsItIs = (options: ScanOptions): boolean =>
  !isNarrowed(options) && (options.clockErrorMs?.size ?? 0) === 0;

/** What --since, --until and --host leave in; an event without a time lies in no period. */
export function isAskedFor(options: ScanOptions, timeMs: number | null, host: string | null): boolean {
  const { sinceMs, untilMs } = options;
  if (timeMs === null && (sinceMs !== undefined || untilMs !== undefined)) return false;
  if (timeMs !== null && (timeMs < (sinceMs ?? timeMs) || timeMs > (untilMs ?? timeMs))) return false;
  return isHostAskedFor(options, host);
}
export const isHostAskedFor = ({ hosts = [] }: ScanOptions, host: string | null): boolean =>
  hosts.length === 0 || host === null || hosts.some((wanted) => isSameHost(wanted, nameOf(host)));

/**
 * Does a local time lie in the period, before its source settled what its day is and in which zone?
 * @param startsMs midnight of its day by its place in `dateOrders`
 */
export function placeInPeriod(
  { timeOfDayMs }: LocalTimeText,
  startsMs: readonly number[],
  { sinceMs, untilMs, dateOrder }: ScanOptions,
): 'inside' | 'outside' | 'undecided' {
  const [since, until] = [sinceMs ?? Number.NEGATIVE_INFINITY, untilMs ?? Number.POSITIVE_INFINITY];
  const starts = dateOrder === undefined ? startsMs : [startsMs[dateOrders.indexOf(dateOrder)] ?? Number.NaN];
  const earliestMs = Math.min(...starts) + timeOfDayMs - MAX_ZONE_OFFSET_MS;
  const latestMs = Math.max(...starts) + timeOfDayMs + MAX_ZONE_OFFSET_MS;
  if (latestMs < since || earliestMs > until) return 'outside';
  return earliestMs >= since && latestMs <= until ? 'inside' : 'undecided';
}

/** How far the clock of a host was ahead, in ms. */
export function clockErrorOf(host: string | null, { clockErrorMs }: ScanOptions): number {
  if (host === null || clockErrorMs === undefined || clockErrorMs.size === 0) return 0;
  return [...clockErrorMs].find(([wanted]) => isSameHost(wanted, nameOf(host)))?.[1] ?? 0;
}

/** The time of a host whose clock was ahead, set back. */
export function corrected(time: SettledTime, host: string | null, options: ScanOptions): SettledTime {
  const errorMs = time.timeMs === null ? 0 : clockErrorOf(host, options);
  return time.timeMs === null || errorMs === 0 ? time : { ...time, timeMs: epochMs(time.timeMs - errorMs) };
}

/** The same before it is settled: the clock of a host shows its local time. */
export function setBack(time: RawTime | null, errorMs: number): RawTime | null {
  if (time === null || errorMs === 0) return time;
  return time.kind === 'exact'
    ? { ...time, timeMs: epochMs(time.timeMs - errorMs) }
    : { ...time, timeOfDayMs: time.timeOfDayMs - errorMs };
}

/** An exact time needs no settling; any other has none yet. */
export function settledExact({ time }: RawEvent): SettledTime {
  if (time?.kind !== 'exact') return UNTIMED;
  const { timeMs, ticks, basis, precisionMs } = time;
  return { timeMs, ticks, basis, precisionMs };
}
