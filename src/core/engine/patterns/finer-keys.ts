import { MAX_KEYS } from '../keyed-events.ts';
import type { RuleRun } from '../rule-run.ts';
import type { PatternMatch } from './match.ts';

/**
 * Matches as what is looked for around them sees them: one of a coarser key (a restart of the host) stands at every key that the classes
 * tell apart (each of its disks), and says of each what was there.
 */
export function* atFinerKeys(
  matches: readonly PatternMatch[],
  classNames: readonly string[],
  run: RuleRun,
): Generator<PatternMatch> {
  let room = MAX_KEYS;
  for (const match of matches) {
    const keys = run.keysBelow(match.key, classNames);
    if (keys.length > 1) room -= keys.length;
    if (room < 0) run.keysGivenUp += keys.length;
    else for (const key of keys) yield { ...match, key };
  }
}
