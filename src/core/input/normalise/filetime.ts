import { epochMs } from '../../model/brand.ts';
import type { EventTime } from '../../model/event.ts';

/** From 1601-01-01 to 1970-01-01, both UTC, in ms. */
export const FILETIME_EPOCH_MS = 11_644_473_600_000;

/** Whole UTC milliseconds of a FILETIME, given as below. For parsers that ask for no more, millions of times. */
export const msOfFiletime = (low: number, high: number): number =>
  // 2^32 = 429_496 · 10_000 + 7_296, so every step stays below 2^53.
  high * 429_496 + Math.floor((high * 7_296 + low) / 10_000) - FILETIME_EPOCH_MS;

/**
 * @param low lower half of a FILETIME, @param high its upper half, unsigned: 100 ns since 1601-01-01 UTC, as stored in EVTX.
 * @returns whole UTC milliseconds since 1970 and the 0–9999 ticks of 100 ns left over, exactly; null for 0, which means "not set".
 *   One double for both would make 59 % of neighbouring ticks equal.
 * @see MS-DTYP 2.3.3 FILETIME
 */
export function timeFromFiletime(low: number, high: number): EventTime | null {
  if (low === 0 && high === 0) return null;
  return { timeMs: epochMs(msOfFiletime(low, high)), ticks: (high * 7_296 + low) % 10_000 };
}
