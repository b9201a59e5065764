import type { RulePattern } from '../../knowledge/rules/schema.ts';
import { stepOf } from '../../knowledge/rules/steps.ts';
import { listOf } from '../../model/list-of.ts';
import type { RuleRun } from '../rule-run.ts';
import type { Flags } from '../state.ts';
import { runAbsent } from './absent.ts';
import { runAll } from './all.ts';
import { runAny } from './any.ts';
import { runCount } from './count.ts';
import type { PatternMatch, PatternResult } from './match.ts';
import { runNear } from './near.ts';
import { runOne } from './one.ts';
import { runSeq } from './seq.ts';

/** Every kind of pattern, one file each. `matchesOf` gives the matches of a pattern or class of the same rule. */
export function runPattern(
  name: string,
  pattern: RulePattern,
  run: RuleRun,
  flags: Flags,
  matchesOf: (name: string) => readonly PatternMatch[],
): PatternResult {
  if ('one' in pattern) return runOne(name, pattern, run);
  if ('seq' in pattern) return runSeq(name, pattern, run, flags);
  if ('all' in pattern) return runAll(name, pattern, run);
  if ('count' in pattern) return runCount(name, pattern, run);
  if ('absent' in pattern) return runAbsent(name, pattern, run, matchesOf);
  if ('near' in pattern) return runNear(name, pattern, run, matchesOf);
  return runAny(name, pattern, matchesOf);
}

/** The classes a pattern names itself; those of the patterns it refers to come through `patternsOf`. */
export function classesOf(pattern: RulePattern): readonly string[] {
  if ('one' in pattern) return listOf(pattern.one);
  if ('seq' in pattern) return pattern.seq.flatMap((step) => listOf(stepOf(step).event));
  if ('all' in pattern) return pattern.all.flat();
  if ('count' in pattern) return listOf(pattern.count.of);
  if ('absent' in pattern) return listOf(pattern.absent.of);
  return 'near' in pattern ? listOf(pattern.near.of) : [];
}

/** The patterns (or classes) a pattern refers to. */
export function patternsOf(pattern: RulePattern): readonly string[] {
  if ('absent' in pattern)
    return [pattern.absent.after, pattern.absent.before].flatMap((name) => (name === undefined ? [] : [name]));
  if ('near' in pattern) return [pattern.near.around];
  return 'any' in pattern ? pattern.any : [];
}

/** How far around the anchor a pattern looks, in the writing of the rule; null: the scope. */
export const windowOf = (pattern: RulePattern): string | null => ('within' in pattern ? pattern.within : null);
