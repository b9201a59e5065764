import { epochMs } from '../../../model/brand.ts';
import type { ExactTime, RawTime } from '../../../model/event.ts';
import { parseSystemTime } from '../../event-schema/system-time.ts';
import { parseLocalTime } from '../../normalise/parse-local-time.ts';

/** ConvertTo-Json of PowerShell 5.1 and .NET: UTC milliseconds, whatever offset follows. */
const DOT_NET = /^\\?\/Date\((-?\d{1,15})(?:[+-]\d{4})?\)\\?\/$/;
const NUMBER = /^(\d{9,19})(?:\.(\d{1,9})\d*)?$/;
/** WMI, with the minutes to UTC. @see https://learn.microsoft.com/windows/win32/wmisdk/cim-datetime */
const DMTF = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\.(\d{6})([+-]\d{3})$/;
const HAS_ZONE = /(?:z|utc|gmt|[+-]\d\d:?\d\d)\s*$/i;
/** DateTime.MinValue and FILETIME 0. */
const PLACEHOLDER = /^(?:0001|1601)-/;
/** FILETIME 0 and DateTime.MinValue. */
const FIRST_MS = Date.UTC(1980, 0, 1);

const utc = (ms: number, ticks: number, precisionMs: number): ExactTime | null =>
  Number.isSafeInteger(ms) && ms >= FIRST_MS
    ? { kind: 'exact', basis: 'utc', timeMs: epochMs(ms), ticks, precisionMs }
    : null;

/**
 * A time in any form that JSON holds it in: ISO 8601, .NET, seconds or less since 1970, WMI, or as a region prints it.
 * @param isLocal times without a zone are of a local clock. @returns null when it is no time.
 */
export function readTime(text: string, isLocal: boolean): RawTime | null {
  const whole = text.trim();
  if (PLACEHOLDER.test(whole)) return null;
  if (!isLocal || HAS_ZONE.test(whole)) {
    const exact = parseSystemTime(whole);
    if (exact !== null) return exact.timeMs >= FIRST_MS ? exact : null;
  }
  const [, ms] = DOT_NET.exec(whole) ?? [];
  if (ms !== undefined) return utc(Number(ms), 0, 1);
  return readNumber(whole) ?? readDmtf(whole) ?? parseLocalTime(whole.replace(' @ ', ' '), null, 'en');
}

const UNITS = [
  { from: 1e17, perMs: 1e6 },
  { from: 1e14, perMs: 1e3 },
  { from: 1e11, perMs: 1 },
] as const;

function readNumber(text: string): ExactTime | null {
  const [, digits, fraction = ''] = NUMBER.exec(text) ?? [];
  if (digits === undefined) return null;
  const unit = UNITS.find(({ from }) => Number(digits) >= from);
  if (unit === undefined) {
    const ticks = Number(fraction.slice(3, 7).padEnd(4, '0'));
    return utc(Number(digits) * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0')), ticks, fraction === '' ? 1000 : 1);
  }
  const value = BigInt(digits);
  const perMs = BigInt(unit.perMs);
  const ticks = unit.perMs === 1 ? 0 : Number(((value % perMs) * 10_000n) / perMs);
  return utc(Number(value / perMs), ticks, unit.perMs === 1 ? 1 : Math.max(0.0001, 1 / unit.perMs));
}

function readDmtf(text: string): ExactTime | null {
  const [, year, month, day, hour, minute, second, micro = '', offset] = DMTF.exec(text) ?? [];
  if (year === undefined) return null;
  const local = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  return utc(local + Number(micro.slice(0, 3)) - Number(offset) * 60_000, Number(micro.slice(3)) * 10, 0.001);
}
