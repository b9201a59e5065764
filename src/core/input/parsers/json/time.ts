import type { ExactTime, RawTime } from '../../../model/event.ts';
import { MINUTE_MS } from '../../../model/time-units.ts';
import { parseSystemTime } from '../../event-schema/system-time.ts';
import { FIRST_MS, parseEpoch, utcTime } from '../../normalise/epoch.ts';
import { parseLocalTime } from '../../normalise/parse-local-time.ts';

/** ConvertTo-Json of PowerShell 5.1 and .NET: UTC milliseconds, whatever offset follows. */
const DOT_NET = /^\\?\/Date\((-?\d{1,15})(?:[+-]\d{4})?\)\\?\/$/;
/** WMI, with the minutes to UTC. @see https://learn.microsoft.com/windows/win32/wmisdk/cim-datetime */
const DMTF = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\.(\d{6})([+-]\d{3})$/;
const HAS_ZONE = /(?:z|utc|gmt|[+-]\d\d:?\d\d)\s*$/i;
/** DateTime.MinValue and FILETIME 0. */
const PLACEHOLDER = /^(?:0001|1601)-/;

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
  if (ms !== undefined) return utcTime(Number(ms), 0, 1);
  return parseEpoch(whole) ?? readDmtf(whole) ?? parseLocalTime(whole, null, 'en');
}

function readDmtf(text: string): ExactTime | null {
  const [, year, month, day, hour, minute, second, micro = '', offset] = DMTF.exec(text) ?? [];
  if (year === undefined) return null;
  const local = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  return utcTime(local + Number(micro.slice(0, 3)) - Number(offset) * MINUTE_MS, Number(micro.slice(3)) * 10, 0.001);
}
