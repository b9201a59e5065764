import { firstLabel } from '../engine/hosts.ts';
import type { SettledTime } from '../input/normalise/settle-times.ts';
import { epochMs } from '../model/brand.ts';
import type { RawEvent } from '../model/event.ts';
import type { ScanOptions } from './source-scan.ts';

const UNTIMED: SettledTime = { timeMs: null, ticks: 0, basis: 'none', precisionMs: 0 };

/** A log may name the machine without its domain, and so may whoever asks. Both in lower case. */
export const isSameHost = (wanted: string, host: string): boolean =>
  wanted === host || firstLabel(host) === wanted || host === firstLabel(wanted);
const nameOf = (host: string): string => host.trim().toLowerCase();

/** Is there anything that these options leave out? */
export const isNarrowed = ({ sinceMs, untilMs, hosts = [] }: ScanOptions): boolean =>
  sinceMs !== undefined || untilMs !== undefined || hosts.length > 0;

/** What --since, --until and --host leave in; an event without a time lies in no period. */
export function isAskedFor(
  { sinceMs, untilMs, hosts = [] }: ScanOptions,
  timeMs: number | null,
  host: string | null,
): boolean {
  if (timeMs === null && (sinceMs !== undefined || untilMs !== undefined)) return false;
  if (timeMs !== null && (timeMs < (sinceMs ?? timeMs) || timeMs > (untilMs ?? timeMs))) return false;
  return hosts.length === 0 || host === null || hosts.some((wanted) => isSameHost(wanted, nameOf(host)));
}

/** The time of a host whose clock was ahead, set back. */
export function corrected(time: SettledTime, host: string | null, { clockErrorMs }: ScanOptions): SettledTime {
  if (time.timeMs === null || host === null || clockErrorMs === undefined || clockErrorMs.size === 0) return time;
  const [, errorMs = 0] = [...clockErrorMs].find(([wanted]) => isSameHost(wanted, nameOf(host))) ?? [];
  return errorMs === 0 ? time : { ...time, timeMs: epochMs(time.timeMs - errorMs) };
}

/** An exact time needs no settling; any other has none yet. */
export function settledExact({ time }: RawEvent): SettledTime {
  if (time?.kind !== 'exact') return UNTIMED;
  const { timeMs, ticks, basis, precisionMs } = time;
  return { timeMs, ticks, basis, precisionMs };
}
