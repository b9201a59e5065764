import type { Complaint } from '../problem.ts';
import type { RuleDefinition, RuleFile } from '../schema.ts';
import { namesOf } from '../semantics.ts';
import { lintCauses } from './causes.ts';
import { lintEveryday } from './everyday.ts';
import { lintGrades } from './grades.ts';
import { lintLogging } from './logging.ts';
import { lintMessageWords } from './message-words.ts';
import { lintOverlap } from './overlap.ts';
import { lintProviders } from './providers.ts';
import { lintShortValues } from './short-values.ts';
import { lintStable } from './stable.ts';
import { lintUnused } from './unused.ts';
import type { LintView } from './view.ts';

type Lint = (view: LintView) => Iterable<Complaint>;

/** What a rule may say without being wrong, but hardly means (docs/rule-language.md, section 7). */
const LINTS: readonly Lint[] = [
  lintGrades,
  lintCauses,
  lintUnused,
  lintProviders,
  lintMessageWords,
  lintLogging,
  lintEveryday,
  lintShortValues,
  lintStable,
];

/**
 * @param rules that load.
 * @param beside others that run as well; of them nothing is said.
 * @returns complaints by index of the rule.
 */
export function lintRules(
  rules: readonly RuleFile[],
  beside: readonly RuleDefinition[],
): ReadonlyMap<number, readonly Complaint[]> {
  const ruleById = new Map<string, RuleDefinition>([...beside, ...rules].map((rule) => [rule.id, rule]));
  // What runs beside comes first: of two rules that overlap the one under check is told.
  const overlaps = lintOverlap([...beside, ...rules]);
  return new Map(
    rules.map((rule, index) => {
      const view: LintView = { rule, names: namesOf(rule), expectedId: null, isWhole: true, ruleById };
      const own = LINTS.flatMap((lint) => [...lint(view)]);
      return [index, [...own, ...(overlaps.get(beside.length + index) ?? [])]];
    }),
  );
}
