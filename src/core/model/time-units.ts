/** Ticks of 100 ns, the step of a FILETIME. @see MS-DTYP 2.3.3 */
export const TICKS_PER_MS = 10_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** UTC+14 is the farthest there is. @see IANA time zone database */
export const MAX_ZONE_OFFSET_MS = 14 * HOUR_MS;

/** As rules and reports write durations, the largest first. */
export const DURATION_UNITS: readonly (readonly [unit: string, ms: number])[] = [
  ['d', DAY_MS],
  ['h', HOUR_MS],
  ['m', MINUTE_MS],
  ['s', 1000],
  ['ms', 1],
];
