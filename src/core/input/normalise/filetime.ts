import { epochMs } from '../../model/brand.ts';
import type { EventTime } from '../../model/event.ts';

/** From 1601-01-01 to 1970-01-01, both UTC, in ms. */
const FILETIME_EPOCH_MS = 11_644_473_600_000;

/**
 * @param low lower half of a FILETIME, @param high its upper half, unsigned: 100 ns since 1601-01-01 UTC, as stored in EVTX.
 * @returns whole UTC milliseconds since 1970 and the 0–9999 ticks of 100 ns left over, exactly; null for 0, which means "not set".
 *   One double for both would make 59 % of neighbouring ticks equal.
 * @see MS-DTYP 2.3.3 FILETIME
 */
export function timeFromFiletime(low: number, high: number): EventTime | null {
  if (low === 0 && high === 0) return null;
  // 2^32 = 429_496 · 10_000 + 7_296, so every step stays below 2^53.
  const rest = high * 7_296 + low;
  return { timeMs: epochMs(high * 429_496 + Math.floor(rest / 10_000) - FILETIME_EPOCH_MS), ticks: rest % 10_000 };
}
