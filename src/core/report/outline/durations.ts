import { formatDuration } from '../../model/duration.ts';
import { DURATION_UNITS } from '../../model/time-units.ts';

const unitMs: ReadonlyMap<string, number> = new Map(DURATION_UNITS);

/** `3m 12s` as the engine writes durations; null for anything else. */
function parseDuration(text: string): number | null {
  const parts = text.split(' ').map((part) => /^(\d{1,9})([a-z]{1,2})$/.exec(part));
  const ms = parts.map((part) => Number(part?.[1]) * (unitMs.get(part?.[2] ?? '') ?? Number.NaN));
  const sum = ms.reduce((total, one) => total + one, 0);
  return Number.isNaN(sum) ? null : sum;
}

/** `, 10m allowed, 1m too long` where both are durations. */
export function limitWords(had: string | null, needed: string | null): string {
  if (needed === null) return '';
  const [hadMs, neededMs] = [parseDuration(had ?? ''), parseDuration(needed)];
  const excess =
    hadMs === null || neededMs === null || hadMs <= neededMs ? '' : `, ${formatDuration(hadMs - neededMs)} too long`;
  return `, ${needed} allowed${excess}`;
}
