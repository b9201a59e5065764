import type { EventRecord } from '../model/event.ts';
import { formatIsoTime, isoFromMs } from '../model/iso-time.ts';
import type { IsoTime } from '../model/report.ts';
import { timeOf } from '../model/verdict.ts';

/** The time of an event; null without an event, or without a time of it. */
export const isoOf = (event: EventRecord | null): IsoTime | null => {
  const time = event === null ? null : timeOf(event);
  return time === null ? null : formatIsoTime(time);
};
export const isoOrNull = (ms: number | null): IsoTime | null => (ms === null ? null : isoFromMs(ms));
