import { DURATION_UNITS } from '../../model/time-units.ts';

const UNIT_MS: ReadonlyMap<string, number> = new Map(DURATION_UNITS);

/** `90s`, `10m`, `24h` in milliseconds; NaN for anything else. */
export function durationMs(text: string): number {
  const [, digits, unit = ''] = /^(\d{1,9})([a-z]{1,2})$/.exec(text) ?? [];
  return Number(digits) * (UNIT_MS.get(unit) ?? Number.NaN);
}
