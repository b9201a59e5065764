import { groupBy } from '../model/group-by.ts';
import { compareNullable, compareText, firstDifference } from '../model/order.ts';
import { type Finding, grades, severities } from '../model/report.ts';
import type { FindingVerdict } from '../model/verdict.ts';

/** A finding as reports have it, and what it was made of. */
export interface Linked {
  readonly finding: Finding;
  readonly verdict: FindingVerdict;
}

const byWeight = ({ finding: a }: Linked, { finding: b }: Linked): number =>
  firstDifference(
    severities.indexOf(a.severity) - severities.indexOf(b.severity),
    grades.indexOf(a.grade) - grades.indexOf(b.grade),
    compareNullable(a.first, b.first),
    compareText(a.ruleId, b.ruleId),
    compareText(JSON.stringify(a.key), JSON.stringify(b.key)),
    compareNullable(a.last, b.last),
  );

/** By severity, grade, first time, rule and key; what a finding explains follows right after it and names its index. */
export function orderFindings(linked: readonly Linked[]): readonly Finding[] {
  const sorted = [...linked].sort(byWeight);
  const linkedByVerdict = new Map(sorted.map((one) => [one.verdict, one]));
  // One that explains may be of a rule that runs unseen.
  const byRoot = groupBy(sorted, ({ verdict: { explainedBy } }) =>
    explainedBy === null ? null : (linkedByVerdict.get(explainedBy) ?? null),
  );
  const ordered: Finding[] = [];
  const place = (one: Linked, explainedBy: number | null): void => {
    const index = ordered.push({ ...one.finding, explainedBy }) - 1;
    for (const effect of byRoot.get(one) ?? []) place(effect, index);
  };
  for (const root of byRoot.get(null) ?? []) place(root, null);
  return ordered;
}
