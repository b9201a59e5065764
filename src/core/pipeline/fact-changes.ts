import type { CompiledRule, CompiledRules } from '../engine/compile.ts';
import { factNameOf } from '../engine/context.ts';
import type { RuleDefinition } from '../knowledge/rules/schema.ts';
import { isSaid } from '../model/facts.ts';
import { compareText, firstDifference } from '../model/order.ts';
import type { ReportFact } from '../model/report.ts';
import type { Fact } from '../model/scan.ts';
import type { Verdict } from '../model/verdict.ts';

/** The name a rule asks for a fact by, or what its probe looks for. */
function asksFor({ id, context }: RuleDefinition, fact: string): boolean {
  return Object.entries(context ?? {}).some(([name, probe]) => {
    const names = [`${id}.${name}`, name, ...('ask' in probe ? [] : [factNameOf(probe)])];
    return names.some((one) => one.toLowerCase() === fact.toLowerCase());
  });
}

/** Rules whose findings it uses. */
const usedBy = ({ head }: CompiledRule): readonly string[] => head.findings.map(([, id]) => id);

/** Rules that ask for the fact, those that use their findings, and those that these need. */
function concerned(rules: readonly CompiledRule[], fact: string): readonly CompiledRule[] {
  const ids = new Set(rules.filter(({ definition }) => asksFor(definition, fact)).map(({ head }) => head.id));
  if (ids.size === 0) return [];
  /** Until a round adds none. */
  const grow = (isWanted: (rule: CompiledRule) => boolean, idsOf: (rule: CompiledRule) => readonly string[]): void => {
    for (let before = -1; before < ids.size; ) {
      before = ids.size;
      for (const rule of rules) if (isWanted(rule)) for (const id of idsOf(rule)) ids.add(id);
    }
  };
  grow(
    (rule) => usedBy(rule).some((id) => ids.has(id)),
    ({ head }) => [head.id],
  );
  grow(({ head }) => ids.has(head.id), usedBy);
  return rules.filter(({ head }) => ids.has(head.id));
}

interface Outcome {
  readonly ruleId: string;
  readonly grade: string;
  readonly cause: string | null;
}
const NOTHING = 'not_found';

/** Of several episodes the last one. */
function outcomes({ findings, ruledOut }: Pick<Verdict, 'findings' | 'ruledOut'>): ReadonlyMap<string, Outcome> {
  const keyOf = ({ ruleId, key }: { readonly ruleId: string; readonly key: object }) => JSON.stringify([ruleId, key]);
  return new Map<string, Outcome>([
    ...ruledOut.map((one) => [keyOf(one), { ruleId: one.ruleId, grade: 'ruled_out', cause: null }] as const),
    ...findings.map((one) => {
      const cause = one.causes.find(({ named }) => named)?.id ?? null;
      return [keyOf(one), { ruleId: one.ruleId, grade: one.grade, cause }] as const;
    }),
  ]);
}

/** The grade, and where that alone did not change the cause. */
const described = ({ grade, cause }: Outcome, other: Outcome): string =>
  grade === other.grade ? `${grade}, ${cause === null ? 'no cause named' : `cause ${cause}`}` : grade;

function differences(
  before: ReadonlyMap<string, Outcome>,
  after: ReadonlyMap<string, Outcome>,
  ids: ReadonlySet<string>,
): ReportFact['changed'] {
  const changes = new Map<string, ReportFact['changed'][number]>();
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(key), after.get(key)];
    const ruleId = (now ?? old)?.ruleId ?? '';
    const nothing = { ruleId, grade: NOTHING, cause: null };
    const [was, is] = [old ?? nothing, now ?? nothing];
    if (!ids.has(ruleId) || (was.grade === is.grade && was.cause === is.cause)) continue;
    const change = { ruleId, was: described(was, is), is: described(is, was) };
    changes.set(JSON.stringify(change), change);
  }
  return [...changes.values()].sort((a, b) =>
    firstDifference(compareText(a.ruleId, b.ruleId), compareText(a.was, b.was), compareText(a.is, b.is)),
  );
}

/**
 * What each answer changed: the rules that it concerns are run again without it.
 * @param run of some rules with some facts
 */
export const createChangesOf =
  (
    rules: CompiledRules,
    facts: readonly Fact[],
    unseen: ReadonlySet<string>,
    verdict: Verdict,
    run: (rules: CompiledRules, facts: readonly Fact[]) => Verdict,
  ): ((fact: Fact) => ReportFact['changed']) =>
  (fact) => {
    if (!isSaid(fact)) return [];
    const some = concerned(rules.rules, fact.name);
    if (some.length === 0) return [];
    const without = run(
      { ...rules, rules: some },
      facts.filter((other) => other !== fact),
    );
    const ids = new Set(some.map(({ head }) => head.id).filter((id) => !unseen.has(id)));
    return differences(outcomes(without), outcomes(verdict), ids);
  };
