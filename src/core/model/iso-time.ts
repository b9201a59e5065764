import type { EpochMs } from './brand.ts';
import type { EventTime } from './event.ts';
import type { IsoTime } from './report.ts';
import { DAY_MS } from './time-units.ts';

const LAST_DATE_MS = 8.64e15; // ECMA-262 time value range

/** The one formatter of times: three fraction digits, seven where there are ticks of 100 ns. */
export function formatIsoTime({ timeMs, ticks }: EventTime): IsoTime {
  const whole = isoFromMs(timeMs);
  return ticks === 0 ? whole : `${whole.slice(0, -1)}${String(ticks).padStart(4, '0')}Z`;
}

const TWO: readonly string[] = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));
const THREE: readonly string[] = Array.from({ length: 1000 }, (_, number) => String(number).padStart(3, '0'));

/** The day asked for last, since a log has many events of one day: its date takes longer than all the rest. */
let day = { startsMs: Number.NaN, date: '' };
function dayOf(ms: number): typeof day {
  const startsMs = Math.floor(ms / DAY_MS) * DAY_MS;
  if (day.startsMs !== startsMs) {
    const text = new Date(startsMs).toISOString();
    day = { startsMs, date: text.slice(0, text.indexOf('T') + 1) };
  }
  return day;
}

/** Times outside the range of ECMAScript dates, which damaged records carry, stand at its border. */
export function isoFromMs(timeMs: EpochMs | number): IsoTime {
  const ms = Math.trunc(Math.max(-LAST_DATE_MS, Math.min(LAST_DATE_MS, timeMs)));
  const { startsMs, date } = dayOf(ms);
  const rest = ms - startsMs;
  const seconds = Math.floor(rest / 1000);
  const minutes = Math.floor(seconds / 60);
  return `${date}${TWO[Math.floor(minutes / 60)]}:${TWO[minutes % 60]}:${TWO[seconds % 60]}.${THREE[rest % 1000]}Z`;
}
