import { MAX_ZONE_OFFSET_MS, MINUTE_MS } from './time-units.ts';

/** Zones lie a multiple of this from UTC. @see IANA time zone database */
export const ZONE_STEP_MS = 15 * MINUTE_MS;

/** Local minus UTC, if both stand for one time as far as their precision tells; null when no zone makes them the same. */
export function zoneOffsetBetween(localMs: number, utcMs: number, precisionMs: number): number | null {
  const offsetMs = Math.round((localMs - utcMs) / ZONE_STEP_MS) * ZONE_STEP_MS;
  const isSame = Math.abs(localMs - utcMs - offsetMs) <= Math.max(precisionMs, 1000);
  return isSame && Math.abs(offsetMs) <= MAX_ZONE_OFFSET_MS ? offsetMs : null;
}
