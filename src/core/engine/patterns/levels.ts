import type { HistoryEvent } from '../history-event.ts';
import { LENIENT, TRUE, type Truth, UNKNOWN } from '../truth.ts';

/** How sure each condition of a match must be. */
export type Level = typeof TRUE | typeof LENIENT | typeof UNKNOWN;
const LEVELS: readonly Level[] = [TRUE, LENIENT, UNKNOWN];

/** What a search at one level found; `refusedAt`: the highest truth of a condition it refused. */
export interface Search<Found> {
  readonly found: readonly Found[];
  readonly refusedAt: Truth;
}

/**
 * A pattern is looked for with sure conditions only, then with reservations, then with what is unknown taken as true. What a lower level adds
 * counts only where it shares no event with a surer match (rule-language.md, section 4, "Four values").
 */
export function bestOfLevels<Found>(search: (level: Level) => Search<Found>, eventsOf: (found: Found) => readonly HistoryEvent[]): readonly Found[] {
  const kept: Found[] = [];
  const used = new Set<HistoryEvent>();
  let refusedAt: Truth = TRUE;
  for (const level of LEVELS) {
    if (refusedAt < level) continue;
    const result = search(level);
    refusedAt = result.refusedAt;
    for (const found of result.found) if (!eventsOf(found).some((event) => used.has(event))) kept.push(found);
    for (const found of kept) for (const event of eventsOf(found)) used.add(event);
  }
  return kept;
}
