const UNIT_MS: ReadonlyMap<string, number> = new Map([
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
]);

/** `90s`, `10m`, `24h` in milliseconds; NaN for anything else. */
export function durationMs(text: string): number {
  const [, digits, unit = ''] = /^(\d{1,9})([a-z]{1,2})$/.exec(text) ?? [];
  return Number(digits) * (UNIT_MS.get(unit) ?? Number.NaN);
}
