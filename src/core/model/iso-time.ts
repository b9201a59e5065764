import type { EpochMs } from './brand.ts';
import type { EventTime } from './event.ts';
import type { IsoTime } from './report.ts';

const LAST_DATE_MS = 8.64e15; // ECMA-262 time value range

/** The one formatter of times: three fraction digits, seven where there are ticks of 100 ns. */
export function formatIsoTime({ timeMs, ticks }: EventTime): IsoTime {
  const whole = isoFromMs(timeMs);
  return ticks === 0 ? whole : `${whole.slice(0, -1)}${String(ticks).padStart(4, '0')}Z`;
}

/** Times outside the range of ECMAScript dates, which damaged records carry, stand at its border. */
export const isoFromMs = (timeMs: EpochMs | number): IsoTime =>
  new Date(Math.max(-LAST_DATE_MS, Math.min(LAST_DATE_MS, timeMs))).toISOString();
