import { epochMs } from '../../model/brand.ts';
import type { ExactTime } from '../../model/event.ts';
import { FILETIME_EPOCH_MS } from './filetime.ts';

const NUMBER = /^(\d{9,19})(?:\.(\d{1,9})\d*)?$/;
/** What is older is a placeholder: FILETIME 0, DateTime.MinValue. */
export const FIRST_MS = Date.UTC(1980, 0, 1);

export const utcTime = (ms: number, ticks: number, precisionMs: number): ExactTime | null =>
  Number.isSafeInteger(ms) && ms >= FIRST_MS
    ? { kind: 'exact', basis: 'utc', timeMs: epochMs(ms), ticks, precisionMs }
    : null;

const UNITS = [
  { from: 1e17, perMs: 1e6 },
  { from: 1e14, perMs: 1e3 },
  { from: 1e11, perMs: 1 },
] as const;

/** FILETIMEs from 1978 to 2076; so many nanoseconds since 1970 were over in 1974. */
const FILETIMES = { from: 119_000_000_000_000_000n, to: 150_000_000_000_000_000n } as const;
const readFiletime = (ticks: bigint): ExactTime | null =>
  utcTime(Number(ticks / 10_000n) - FILETIME_EPOCH_MS, Number(ticks % 10_000n), 0.0001);

/** Seconds, milliseconds, microseconds or nanoseconds since 1970, told by how many there are, or a FILETIME; null for any other text. */
export function parseEpoch(text: string): ExactTime | null {
  const [, digits, fraction = ''] = NUMBER.exec(text) ?? [];
  if (digits === undefined) return null;
  const unit = UNITS.find(({ from }) => Number(digits) >= from);
  if (unit === undefined) {
    const ticks = Number(fraction.slice(3, 7).padEnd(4, '0'));
    return utcTime(
      Number(digits) * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0')),
      ticks,
      fraction === '' ? 1000 : 1,
    );
  }
  const value = BigInt(digits);
  if (value >= FILETIMES.from && value < FILETIMES.to) return readFiletime(value);
  const perMs = BigInt(unit.perMs);
  const ticks = unit.perMs === 1 ? 0 : Number(((value % perMs) * 10_000n) / perMs);
  return utcTime(Number(value / perMs), ticks, unit.perMs === 1 ? 1 : Math.max(0.0001, 1 / unit.perMs));
}
