import type { EventRecord } from '../../model/event.ts';
import { isoFromMs } from '../../model/iso-time.ts';

/** Digits of 100 ns, as .NET and Windows print them, without a zone; null without a time. */
export const sevenDigits = ({ timeMs, ticks }: EventRecord): string | null =>
  timeMs === null ? null : `${isoFromMs(timeMs).slice(0, -1)}${String(ticks).padStart(4, '0')}`;
