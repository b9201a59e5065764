import type { RulePattern } from '../../knowledge/rules/schema.ts';
import { listOf } from '../../model/list-of.ts';
import type { RuleRun } from '../rule-run.ts';
import { TRUE } from '../truth.ts';
import { type PatternMatch, type PatternResult, roleEvent } from './match.ts';

type OnePattern = Extract<RulePattern, { one: unknown }>;

/** Each event of the classes. */
export function runOne(name: string, pattern: OnePattern, run: RuleRun): PatternResult {
  const classes = listOf(pattern.one);
  const matches = run.group([classes], run.by).flatMap(({ key, entries }) =>
    entries.map(
      (entry): PatternMatch => ({
        pattern: name,
        key,
        events: [roleEvent(classes, entry)],
        value: TRUE,
        reasons: [],
        absence: null,
      }),
    ),
  );
  return { matches, misses: [] };
}
