import type { Entry } from '../entry.ts';
import { before } from '../relations.ts';
import { TRUE } from '../truth.ts';
import type { Level } from './levels.ts';

/** So far back an event may stand before one that the merged order puts ahead of it: events of one second, clocks of two hosts. */
export const LOOK_BACK = 64;
/** Larger groups are taken in pieces, in order: what is offered to every step must stay small. */
const MAX_GROUP = 128;

/**
 * Entries in order, in groups that no order decides among themselves (rule-language.md, section 6.1). One log is always in order, and
 * where sureness is asked for nothing undecided counts: then each entry is a group.
 */
export function* undecidedGroups(entries: readonly Entry[], level: Level): Generator<readonly Entry[]> {
  const isInOrder = level === TRUE || entries.every(({ event }) => event.list === entries[0]?.event.list);
  if (isInOrder) for (const entry of entries) yield [entry];
  else {
    const firstOf = earliestPeers(entries, level);
    let start = 0;
    for (let end = 1; end <= entries.length; end++) {
      if (end < entries.length && (firstOf[end] ?? end) < end && end - start < MAX_GROUP) continue;
      yield entries.slice(start, end);
      start = end;
    }
  }
}

/** For each index the earliest entry that this one, or one after it, may stand before. */
function earliestPeers(entries: readonly Entry[], level: Level): readonly number[] {
  const earliest = entries.map(({ event }, index) => {
    for (let other = Math.max(0, index - LOOK_BACK); other < index; other++) {
      const peer = entries[other];
      if (peer !== undefined && before(event, peer.event) >= level) return other;
    }
    return index;
  });
  for (let index = earliest.length - 2; index >= 0; index--)
    earliest[index] = Math.min(earliest[index] ?? index, earliest[index + 1] ?? index);
  return earliest;
}
