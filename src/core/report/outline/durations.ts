import { DURATION_UNITS } from '../../model/time-units.ts';

const unitMs: ReadonlyMap<string, number> = new Map(DURATION_UNITS);

/** `3m 12s` as the engine writes durations; null for anything else. */
function parseDuration(text: string): number | null {
  const parts = text.split(' ').map((part) => /^(\d{1,9})([a-z]{1,2})$/.exec(part));
  const ms = parts.map((part) => Number(part?.[1]) * (unitMs.get(part?.[2] ?? '') ?? Number.NaN));
  const sum = ms.reduce((total, one) => total + one, 0);
  return Number.isNaN(sum) ? null : sum;
}
function formatDuration(ms: number): string {
  let rest = ms;
  const parts = DURATION_UNITS.map(([unit, size]) => {
    const amount = Math.floor(rest / size);
    rest -= amount * size;
    return amount === 0 ? '' : `${amount}${unit}`;
  });
  return parts
    .filter((part) => part !== '')
    .slice(0, 2)
    .join(' ');
}

/** `, 10m allowed, 1m too long` where both are durations. */
export function limitWords(had: string | null, needed: string | null): string {
  if (needed === null) return '';
  const [hadMs, neededMs] = [parseDuration(had ?? ''), parseDuration(needed)];
  const excess =
    hadMs === null || neededMs === null || hadMs <= neededMs ? '' : `, ${formatDuration(hadMs - neededMs)} too long`;
  return `, ${needed} allowed${excess}`;
}
