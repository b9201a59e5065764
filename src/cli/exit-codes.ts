import type { Diff } from '../core/model/diff.ts';
import type { Report, Severity } from '../core/model/report.ts';
import { severities } from '../core/model/report.ts';
import { diffRows, isAlarming } from '../core/report/diff-rows.ts';
import { unreadInputs } from '../core/report/looked.ts';
import { isAtOrAbove } from '../core/report/severity-bar.ts';

/** What a scheduler learns from a run; the README and docs/cli.md say the same. */
export const EXIT = {
  /** Looked at everything; nothing at or above --fail-on. */
  clean: 0,
  /** A finding at or above --fail-on, in a comparison a new or worse one; a failing test of a rule. */
  found: 1,
  /** Wrong usage, or a rule that does not load. */
  usage: 2,
  /** Could not look at everything. */
  incomplete: 3,
} as const;
export type Outcome = keyof typeof EXIT;

/** When several are true the first of these counts. */
const precedence: readonly Outcome[] = ['usage', 'found', 'incomplete', 'clean'];
export const weightiest = (outcomes: readonly Outcome[]): Outcome =>
  precedence.find((outcome) => outcomes.includes(outcome)) ?? 'clean';

/** Information never fails a run. */
export const failingSeverities = severities.filter((severity) => severity !== 'info');

export function outcomeOf(report: Report, failOn: Severity): Outcome {
  return weightiest([
    report.findings.some(({ severity }) => isAtOrAbove(severity, failOn)) ? 'found' : 'clean',
    unreadInputs(report).length > 0 || report.limits.length > 0 ? 'incomplete' : 'clean',
  ]);
}

/** What the reports could not look at, their own runs have said. */
export const outcomeOfDiff = (diff: Diff, failOn: Severity): Outcome =>
  diffRows(diff).some((row) => isAlarming(row, failOn)) ? 'found' : 'clean';
