import { DAY_MS, MAX_ZONE_OFFSET_MS, MINUTE_MS } from '../../model/time-units.ts';
import { zoneOfWindows } from '../../model/windows-zones.ts';

/** How far a zone is ahead of UTC, in ms, at a moment in UTC ms. */
export type Zone = (utcMs: number) => number;

const OFFSET = /^(?:utc|gmt)?([+-])(\d{1,2})(?::?([0-5]\d))?$/i;

/** An IANA name (`Europe/Berlin`), what Windows calls a zone (`W. Europe Standard Time`), an offset (`+02:00`, `-0530`, `+2`), `Z` or `UTC`; null for anything else. */
export function parseZone(text: string): Zone | null {
  const name = text.trim();
  if (/^(z|utc|gmt)$/i.test(name)) return () => 0;
  const [, sign, hours, minutes] = OFFSET.exec(name) ?? [];
  if (hours !== undefined) return fixedZone((sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0)));
  return namedZone(zoneOfWindows(name) ?? name);
}

const fixedZone = (minutes: number): Zone | null =>
  Math.abs(minutes) * MINUTE_MS <= MAX_ZONE_OFFSET_MS ? () => minutes * MINUTE_MS : null;

function namedZone(name: string): Zone | null {
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
    return cachedByDay((utcMs) => offsetFrom(format.format(utcMs)));
  } catch {
    return null; // RangeError: no such zone
  }
}

/** `6/1/2006, GMT+02:00`; local mean times have seconds. */
function offsetFrom(formatted: string): number {
  const [, sign, hours, minutes, seconds] = /GMT([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(formatted) ?? [];
  const size = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * MINUTE_MS + Number(seconds ?? 0) * 1000;
  return sign === '-' ? -size : size;
}

/** Clocks change at most once a day: an offset that a day has at both ends holds within it. */
function cachedByDay(offsetAt: Zone): Zone {
  const byDay = new Map<number, number>();
  const atStartOf = (day: number): number => {
    const known = byDay.get(day);
    if (known !== undefined) return known;
    if (byDay.size >= MAX_CACHED_DAYS) byDay.clear();
    const offset = offsetAt(day * DAY_MS);
    byDay.set(day, offset);
    return offset;
  };
  return (utcMs) => {
    const day = Math.floor(utcMs / DAY_MS);
    const offset = atStartOf(day);
    return atStartOf(day + 1) === offset ? offset : offsetAt(utcMs);
  };
}
const MAX_CACHED_DAYS = 100_000;

/**
 * UTC ms of the digits of a local clock, given as if they were UTC.
 * A time that the clock shows twice in autumn is the first of the two; one that it skips in spring counts with the offset before the
 * change, and so lies after it.
 */
export function utcFromLocal(localMs: number, zone: Zone): number {
  // No offset is larger than a day, so the changes that matter lie between these two.
  const before = zone(localMs - DAY_MS);
  const after = zone(localMs + DAY_MS);
  const early = localMs - before;
  if (before === after || zone(early) === before) return early;
  return zone(localMs - after) === after ? localMs - after : early;
}
