import type { RuleDefinition } from '../knowledge/rules/schema.ts';
import { isWholeMiss } from '../model/near-miss.ts';
import type { NearMissVerdict } from '../model/verdict.ts';
import { classNearMiss, MAX_SAMPLES } from './class-near-miss.ts';
import type { HistoryEvent } from './history-event.ts';
import { reportKey } from './keys.ts';
import type { PatternMiss } from './patterns/match.ts';
import type { RuleMatches } from './rule-matches.ts';
import { holds, strictly, type Truth } from './truth.ts';

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

/** Every step is there, in order and in time, but the rule takes none of these matches: whether they are some is not decidable for it. */
function explainDoubts(
  misses: readonly PatternMiss[],
  { order }: RuleDefinition,
  matches: RuleMatches,
): readonly PatternMiss[] {
  const isTaken = (value: Truth): boolean => holds(order === 'strict' ? strictly(value) : value);
  return misses.map((miss) => {
    if (miss.stoppedBy !== null || !isWholeMiss(miss)) return miss;
    const own = matches.matchesOf(miss.pattern).filter(({ key }) => key.id === miss.key.id);
    return own.length > 0 && !own.some(({ value }) => isTaken(value)) ? { ...miss, stoppedBy: 'undecided' } : miss;
  });
}

/** The patterns of a rule that came close, and what stopped them; then events that lack what tells them apart. */
export function nearMissesOf(rule: RuleDefinition, matches: RuleMatches): readonly NearMissVerdict[] {
  const { id: ruleId, title } = rule;
  const anchors = membersOf(matches.anchor, rule.find);
  const countByPattern = new Map<string, number>();
  const patterns = explainDoubts(explainKeys(matches.misses()), rule, matches).flatMap(
    ({ pattern, key, events, ...rest }) => {
      const known = countByPattern.get(pattern) ?? 0;
      countByPattern.set(pattern, known + 1);
      if (known >= MAX_MISSES_PER_PATTERN) return [];
      const samples = events.slice(0, MAX_SAMPLES).map(({ event }) => event);
      return [
        {
          ruleId,
          host: key.host,
          key: reportKey(key),
          name: pattern,
          count: 1,
          failed: [],
          samples,
          ...rest,
          title,
          isAnchor: anchors.has(pattern),
        },
      ];
    },
  );
  const classes = [...matches.keyless()].flatMap(([name, events]) => keylessMisses(rule, name, events));
  return [...patterns, ...classes];
}

/** A pattern, and those that it lists. */
function membersOf(pattern: string, find: RuleDefinition['find']): ReadonlySet<string> {
  const members = new Set([pattern]);
  for (const name of members) {
    const definition = find[name];
    if (definition !== undefined && 'any' in definition) for (const member of definition.any) members.add(member);
  }
  return members;
}

/** An event of the class that lacks a field of the key takes no part: counted by host and by what is lacking. */
function keylessMisses(
  rule: RuleDefinition,
  name: string,
  fieldsByEvent: ReadonlyMap<HistoryEvent, readonly string[]>,
): readonly NearMissVerdict[] {
  const kinds = new Map<string, { readonly failed: readonly string[]; readonly events: HistoryEvent[] }>();
  for (const [event, failed] of fieldsByEvent) {
    const kind = JSON.stringify([event.host, failed]);
    const known = kinds.get(kind);
    if (known !== undefined) known.events.push(event);
    else if (kinds.size < MAX_MISSES_PER_PATTERN) kinds.set(kind, { failed, events: [event] });
  }
  return [...kinds.values()].map(({ failed, events }) => {
    const samples = events.map(({ event }) => event);
    return classNearMiss(rule, name, { host: events[0]?.host ?? null, count: events.length, failed, samples }, 'key');
  });
}
