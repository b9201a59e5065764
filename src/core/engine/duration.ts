const UNITS_FALLING: readonly (readonly [string, number])[] = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
];

/** Milliseconds as an author would write them, the two largest units: `11m`, `3m 12s`, `24h`, `2d 4h`. */
export function formatDuration(ms: number): string {
  const parts: string[] = [];
  let rest = Math.round(Math.abs(ms));
  for (const [unit, size] of UNITS_FALLING) {
    // A day is said in hours: "24h are needed".
    const amount = unit === 'd' && rest < 2 * size ? 0 : Math.floor(rest / size);
    if (amount > 0) parts.push(`${amount}${unit}`);
    rest -= amount * size;
  }
  return parts.slice(0, 2).join(' ') || '0s';
}
