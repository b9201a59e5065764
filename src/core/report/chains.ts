import { compareNullable, compareText, firstDifference } from '../model/order.ts';
import { type Finding, grades, severities } from '../model/report.ts';

/** A finding with the rule and key of the one that explains it. */
export interface Linked {
  readonly finding: Finding;
  readonly cause: { readonly ruleId: string; readonly key: Readonly<Record<string, string | null>> } | null;
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
  const effectsOf = new Map<Linked, Linked[]>();
  const roots: Linked[] = [];
  for (const one of sorted) {
    const root = rootOf(one, sorted);
    if (root === null) roots.push(one);
    else effectsOf.set(root, [...(effectsOf.get(root) ?? []), one]);
  }
  const ordered: Finding[] = [];
  const place = (one: Linked, explainedBy: number | null): void => {
    const index = ordered.push({ ...one.finding, explainedBy }) - 1;
    for (const effect of effectsOf.get(one) ?? []) place(effect, index);
  };
  for (const root of roots) place(root, null);
  return ordered;
}

/** Of several episodes of the cause, the last that begins before the effect ends. Rules form no circle, so neither do findings. */
function rootOf({ finding, cause }: Linked, all: readonly Linked[]): Linked | null {
  if (cause === null) return null;
  const wanted = JSON.stringify(cause.key);
  const candidates = all.filter(
    (one) => one.finding.ruleId === cause.ruleId && JSON.stringify(one.finding.key) === wanted,
  );
  const earlier = candidates.filter(
    (one) => one.finding.first === null || finding.last === null || one.finding.first <= finding.last,
  );
  return earlier.sort((a, b) => compareNullable(a.finding.first, b.finding.first)).at(-1) ?? candidates[0] ?? null;
}
