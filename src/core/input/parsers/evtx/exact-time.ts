import type { ExactTime } from '../../../model/event.ts';
import type { ByteBlock } from '../../binary/byte-block.ts';
import { msOfFiletime, timeFromFiletime } from '../../normalise/filetime.ts';

/** One tick. */
const PRECISION_MS = 0.0001;
/** FILETIME 0; what lies less than a millisecond behind it is no time of any log either. */
const NOT_SET_MS = msOfFiletime(0, 0);
/** The last millisecond of the year 9999: the text form has four digits, and only damaged records have later times. */
const LAST_MS = 253_402_300_799_999;

/** The FILETIME that stands at `at`; null when it is not set or is no time of any log. */
export function exactTimeAt(block: ByteBlock, at: number): ExactTime | null {
  const time = timeFromFiletime(block.u32(at), block.u32(at + 4));
  if (time === null || time.timeMs <= NOT_SET_MS || time.timeMs > LAST_MS) return null;
  return { kind: 'exact', basis: 'utc', timeMs: time.timeMs, ticks: time.ticks, precisionMs: PRECISION_MS };
}

/** Its whole milliseconds alone; NaN for null. */
export function timeMsAt(block: ByteBlock, at: number): number {
  const timeMs = msOfFiletime(block.u32(at), block.u32(at + 4));
  return timeMs > NOT_SET_MS && timeMs <= LAST_MS ? timeMs : Number.NaN;
}
