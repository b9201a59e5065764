import { articlesOf } from '../knowledge/rules/articles-of.ts';
import type { RuleSource } from '../knowledge/rules/rule-source.ts';
import { EvdxError } from '../model/errors.ts';
import { compareText } from '../model/order.ts';
import type { ReportSelection } from '../model/report.ts';

export interface RuleSelection {
  /** Rules to run, those pulled in for their findings included. */
  readonly rules: readonly RuleSource[];
  /** Ids of rules that run unseen. */
  readonly unseen: ReadonlySet<string>;
}

/** What the run was told, by id. */
export type ToldSelection = Pick<ReportSelection, 'only' | 'skip'>;

/** An id, an area (`exchange`), or a KB number (`KB910250`). */
function matchesName(rule: RuleSource, name: string): boolean {
  const article = /^KB(\d+)$/i.exec(name);
  if (article !== null) return articlesOf(rule.definition).includes(Number(article[1]));
  const wanted = name.toLowerCase().replace(/\/$/, '');
  return rule.head.id === wanted || rule.head.id.startsWith(`${wanted}/`);
}

function picked(rules: readonly RuleSource[], names: readonly string[], option: string): ReadonlySet<RuleSource> {
  for (const name of names) {
    if (!rules.some((rule) => matchesName(rule, name)))
      throw new EvdxError('EVDX_RULE_UNKNOWN', `no rule, area or article is called ${name}`, { option });
  }
  return new Set(rules.filter((rule) => names.some((name) => matchesName(rule, name))));
}

const idsOf = (rules: ReadonlySet<RuleSource>): readonly string[] =>
  [...rules].map(({ head }) => head.id).sort(compareText);

/** @throws EvdxError EVDX_RULE_UNKNOWN for a name that no rule answers to, EVDX_OPTION_INVALID where no rule is left: that nothing was found would say nothing. */
export function selectRules(
  rules: readonly RuleSource[],
  only: readonly string[] = [],
  skip: readonly string[] = [],
): RuleSelection & { readonly told: ToldSelection } {
  const named = picked(rules, only, 'only');
  const skipped = picked(rules, skip, 'skip');
  const isWanted = (rule: RuleSource): boolean =>
    !skipped.has(rule) && (only.length > 0 ? named.has(rule) : !rule.head.isDeprecated);
  const byId = new Map(rules.flatMap((rule) => (skipped.has(rule) ? [] : [[rule.head.id, rule] as const])));
  const wanted = rules.filter(isWanted);
  if (wanted.length === 0 && skipped.size > 0)
    throw new EvdxError('EVDX_OPTION_INVALID', 'no rule is left to run: "skip" takes them all', { option: 'skip' });
  const told = { only: only.length > 0 ? idsOf(named) : null, skip: idsOf(skipped) };
  return { ...withUsed(wanted, (id) => byId.get(id)), told };
}

/**
 * These rules, and unseen those whose findings they use, and theirs.
 * @param find a rule by its id, the same whenever it is asked for
 */
export function withUsed(rules: readonly RuleSource[], find: (id: string) => RuleSource | undefined): RuleSelection {
  const chosen = new Set(rules);
  const unseen = new Set<string>();
  for (const rule of chosen) {
    for (const [, id] of rule.head.findings) {
      const other = find(id);
      if (other === undefined || chosen.has(other)) continue;
      chosen.add(other);
      unseen.add(id);
    }
  }
  return { rules: [...chosen], unseen };
}

/** Rules added to others; the same id replaces. */
export const mergeRules = (base: readonly RuleSource[], added: readonly RuleSource[]): readonly RuleSource[] => [
  ...new Map([...base, ...added].map((rule) => [rule.head.id, rule])).values(),
];
