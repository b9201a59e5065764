import { DURATION_UNITS } from './time-units.ts';

/** Milliseconds as an author would write them, the two largest units: `11m`, `3m 12s`, `24h`, `2d 4h`. */
export function formatDuration(ms: number): string {
  const parts: string[] = [];
  let rest = Math.round(Math.abs(ms));
  for (const [unit, size] of DURATION_UNITS) {
    // A day is said in hours: "24h are needed".
    const amount = unit === 'd' && rest < 2 * size ? 0 : Math.floor(rest / size);
    if (amount > 0) parts.push(`${amount}${unit}`);
    rest -= amount * size;
  }
  return parts.slice(0, 2).join(' ') || '0s';
}
