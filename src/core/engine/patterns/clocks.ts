import type { Entry } from '../entry.ts';

/**
 * Windows measure times, not order: what a jittering clock wrote stands by time here. An event without a time stays behind those it
 * followed.
 */
export function inTimeOrder(entries: readonly Entry[]): readonly Entry[] {
  let highestMs = Number.NEGATIVE_INFINITY;
  const timed = entries.map((entry) => {
    const { timeMs, ticks } = entry.event;
    if (timeMs !== null) highestMs = Math.max(highestMs, timeMs);
    return { entry, atMs: timeMs ?? highestMs, ticks };
  });
  // Infinity minus itself is no number; both stand at the beginning then.
  return timed.sort((a, b) => (a.atMs === b.atMs ? a.ticks - b.ticks : a.atMs - b.atMs)).map(({ entry }) => entry);
}
