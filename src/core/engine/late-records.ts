import { JITTER_MS } from './relations.ts';

/** What a machine writes late it wrote within seconds, and the start, too. Seen: at most 6 s. */
const LATE_MS = 60_000;
/** Seen: three at most. Without a limit hostile numbers would have the same records looked at again and again. */
const MAX_START = 100;

/** A record of a log, as far as its time goes. */
interface Dated {
  readonly timeMs: number | null;
  /** The clock was set there. */
  readonly isSet: boolean;
}

/**
 * Since Vista the last records before a shutdown or sleep (7036, Kernel-Power 109, Kernel-General 13, network adapters) are often written
 * only behind the first ones of the next start (EventLog 6005, 6009, 6013), with their own times. They stand where they happened: the clock
 * did not step back. One that did goes on from there, or a record says that it was set.
 * @param records by number
 */
export function whereTheyHappened<T extends Dated>(records: readonly T[]): readonly T[] {
  const placed: T[] = [];
  let highestMs = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < records.length; ) {
    const record = records[at];
    if (record === undefined) break;
    const { timeMs } = record;
    const isBehind = timeMs !== null && timeMs < highestMs - JITTER_MS;
    const start = isBehind ? startAhead(placed, timeMs, highestMs) : -1;
    const end = start < 0 ? -1 : endOfLate(records, at, highestMs);
    if (end < 0) {
      placed.push(record);
      if (timeMs !== null) highestMs = isBehind ? timeMs : Math.max(highestMs, timeMs);
      at += 1;
    } else {
      const ahead = placed.splice(start);
      for (const late of records.slice(at, end)) placed.push(late);
      for (const one of ahead) placed.push(one);
      at = end;
    }
  }
  return placed;
}

/** Where the records of a start begin that stand in front of late ones; -1: they are no start of a moment. */
function startAhead(placed: readonly Dated[], lateMs: number, startMs: number): number {
  let from = -1;
  for (let at = placed.length - 1; at >= 0; at -= 1) {
    if (placed.length - at > MAX_START) return -1;
    const timeMs = placed[at]?.timeMs ?? null;
    if (timeMs === null) continue;
    if (timeMs < startMs - LATE_MS) return timeMs <= lateMs + JITTER_MS ? from : -1;
    from = at;
  }
  return from;
}

/** Behind the late records, where the time of the start goes on; -1: there are no late ones. */
function endOfLate(records: readonly Dated[], from: number, startMs: number): number {
  const firstMs = records[from]?.timeMs ?? 0;
  for (let at = from; at < records.length; at += 1) {
    const { timeMs = null, isSet = false } = records[at] ?? {};
    if (timeMs === null) continue;
    if (Math.abs(timeMs - startMs) <= LATE_MS) return at;
    if (isSet || Math.abs(timeMs - firstMs) > LATE_MS) return -1;
  }
  return -1;
}
