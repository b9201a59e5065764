import type { RulePattern } from '../../knowledge/rules/schema.ts';
import type { HistoryEvent } from '../history-event.ts';
import { holds } from '../truth.ts';
import type { PatternMatch, PatternResult } from './match.ts';

type AnyPattern = Extract<RulePattern, { any: unknown }>;

/** The matches of all listed patterns; one that shares an event with a match of an earlier listed pattern is the same incident. */
export function runAny(
  name: string,
  pattern: AnyPattern,
  matchesOf: (name: string) => readonly PatternMatch[],
): PatternResult {
  const matches: PatternMatch[] = [];
  const used = new Set<HistoryEvent>();
  for (const member of pattern.any) {
    const own = matchesOf(member).filter((match) => !match.events.some(({ event }) => used.has(event)));
    matches.push(...own.map((match) => ({ ...match, pattern: name })));
    for (const match of own) if (holds(match.value)) for (const { event } of match.events) used.add(event);
  }
  return { matches, misses: [] };
}
