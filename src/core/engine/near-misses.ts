import type { RuleDefinition } from '../knowledge/rules/schema.ts';
import type { NearMissVerdict } from '../model/verdict.ts';
import { reportKey } from './keys.ts';
import type { PatternMiss } from './patterns/match.ts';
import type { RuleMatches } from './rule-matches.ts';

const MAX_MISSES_PER_PATTERN = 20;

/** Every step was seen, but under different keys: that is what stopped the pattern. */
function explainKeys(misses: readonly PatternMiss[]): readonly PatternMiss[] {
  const seenSteps = new Set(
    misses.flatMap(({ pattern, steps }) =>
      steps.filter(({ seen }) => seen > 0).map(({ role }) => `${pattern} ${role}`),
    ),
  );
  return misses.map((miss) => {
    const { pattern, steps, stoppedBy } = miss;
    const lacks = steps.some(({ seen }) => seen === 0);
    const isElsewhere = lacks && stoppedBy === null && steps.every(({ role }) => seenSteps.has(`${pattern} ${role}`));
    return isElsewhere ? { ...miss, stoppedBy: 'key' } : miss;
  });
}

/** The patterns of a rule that came close, and what stopped them. */
export function nearMissesOf(rule: RuleDefinition, matches: RuleMatches): readonly NearMissVerdict[] {
  const countByPattern = new Map<string, number>();
  return explainKeys(matches.misses()).flatMap(({ pattern, key, events, ...rest }) => {
    const known = countByPattern.get(pattern) ?? 0;
    countByPattern.set(pattern, known + 1);
    if (known >= MAX_MISSES_PER_PATTERN) return [];
    const samples = events.slice(0, 3).map(({ event }) => event);
    return [
      { ruleId: rule.id, host: key.host, key: reportKey(key), name: pattern, count: 1, failed: [], samples, ...rest },
    ];
  });
}
