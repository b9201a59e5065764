import { durationMs } from '../../knowledge/rules/duration.ts';
import type { RulePattern } from '../../knowledge/rules/schema.ts';
import { stepOf } from '../../knowledge/rules/steps.ts';
import { listOf } from '../../model/list-of.ts';
import type { KeyedEntries } from '../entry.ts';
import type { RuleRun } from '../rule-run.ts';
import type { Flags } from '../state.ts';
import { type Chain, linksOf } from './chain.ts';
import { type PatternMatch, type PatternResult, type RoleEvent, roleEvent } from './match.ts';
import { SequenceOfKey, type SequencePlan, type Step } from './sequence.ts';

type SeqPattern = Extract<RulePattern, { seq: unknown }>;

/** `times` written out; optional steps stand apart, each behind so many of the others. */
function planOf(
  pattern: SeqPattern,
): SequencePlan & { readonly optional: readonly { readonly behind: number; readonly names: readonly string[] }[] } {
  const steps: Step[] = [];
  const optional: { behind: number; names: readonly string[] }[] = [];
  for (const { event, gap, forbid, when = {}, optional: isOptional = false, times = 1 } of pattern.seq.map(stepOf)) {
    if (isOptional) optional.push({ behind: steps.length, names: listOf(event) });
    else {
      const step: Step = {
        classes: listOf(event),
        gapMs: gap === undefined ? null : durationMs(gap),
        forbid: listOf(forbid),
        when: Object.entries(when),
      };
      for (let copy = 0; copy < times; copy++) steps.push(step);
    }
  }
  return { steps, optional, withinMs: durationMs(pattern.within), keepsPrefixes: pattern.skip === 'none' };
}

/** One event per step, in order (rule-language.md, sections 4 and 6.3). */
export function runSeq(name: string, pattern: SeqPattern, run: RuleRun, flags: Flags): PatternResult {
  const plan = planOf(pattern);
  const needed = plan.steps.map(({ classes }) => classes);
  const forbidden = plan.steps.flatMap(({ forbid }) => forbid);
  const results = run.group(needed, pattern.by ?? run.by, forbidden).map((group) => {
    const sequence = new SequenceOfKey(plan, group, run, flags);
    const matches = sequence.chains().map((chain) => toMatch(name, group, chain, plan.optional, run));
    return { matches, miss: { ...sequence.miss(), pattern: name, key: group.key } };
  });
  return { matches: results.flatMap(({ matches }) => matches), misses: results.map(({ miss }) => miss) };
}

/** Optional steps never decide; the nearest such event between its neighbours is shown. */
function toMatch(
  name: string,
  { key }: KeyedEntries,
  chain: Chain,
  optional: ReturnType<typeof planOf>['optional'],
  run: RuleRun,
): PatternMatch {
  const events: RoleEvent[] = linksOf(chain).map(({ role, event }) => ({ role, event }));
  const shown = optional.flatMap(({ behind, names }): readonly RoleEvent[] => {
    const [from, to] = [events[behind - 1]?.event, events[behind]?.event];
    if (from === undefined || to === undefined) return [];
    const entry = run.indexFor(names, key).lastBefore(to.order);
    if (entry === null || entry.event.order <= from.order || events.some(({ event }) => event === entry.event))
      return [];
    return [roleEvent(names, entry)];
  });
  const ordered = shown.length === 0 ? events : [...events, ...shown].sort((a, b) => a.event.order - b.event.order);
  return {
    pattern: name,
    key,
    events: ordered,
    value: chain.value,
    reasons: [...new Set(chain.reasons)],
    absence: null,
  };
}
