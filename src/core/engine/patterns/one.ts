import type { RulePattern } from '../../knowledge/rules/schema.ts';
import { listOf } from '../../model/list-of.ts';
import type { RuleRun } from '../rule-run.ts';
import { TRUE } from '../truth.ts';
import type { PatternMatch, PatternResult } from './match.ts';

type OnePattern = Extract<RulePattern, { one: unknown }>;

/** Each event of the classes. */
export function runOne(name: string, pattern: OnePattern, run: RuleRun): PatternResult {
  const classes = listOf(pattern.one);
  const matches = run.group([classes], run.by).flatMap(({ key, entries }) =>
    entries.map(
      ({ event, roles }): PatternMatch => ({
        pattern: name,
        key,
        events: [{ role: classes.find((role) => roles.has(role)) ?? name, event }],
        value: TRUE,
        reasons: [],
        absence: null,
      }),
    ),
  );
  return { matches, misses: [] };
}
