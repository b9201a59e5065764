import type { NotChecked } from '../model/report.ts';
import { anchorClasses } from './anchor-classes.ts';
import type { CoverageIndex } from './coverage-index.ts';
import type { HostJoin } from './hosts.ts';
import type { JudgedRule } from './judged-rule.ts';
import { joinedLogs } from './rule-head.ts';
import type { RuleRun } from './rule-run.ts';

/**
 * A rule could not be checked for a host of which none of its anchor's logs was given; null: for none of them. What names no host (damaged
 * records, words) is no machine of which a log is missing where another has it.
 */
export function notChecked(
  all: readonly JudgedRule[],
  coverage: CoverageIndex,
  hosts: HostJoin,
): readonly NotChecked[] {
  const given = coverage.hostKeys();
  const lackingByLogs = new Map<string, readonly string[]>();
  return all.flatMap((one): readonly NotChecked[] => {
    const { head } = one.rule;
    const leftOut = head.anchorLogs === null ? one.run.leftOut(anchorClasses(one.run.rule)) : null;
    if (leftOut !== null) return [{ ruleId: head.id, because: leftOut, host: null }];
    const logs = head.anchorLogs ?? anchorLogs(one.run);
    const because = `no ${logs.join(' or ')} log was given`;
    const lacking =
      lackingByLogs.get(because) ??
      (logs.length === 0 ? [] : given.filter((hostKey) => !coverage.wasGiven(hostKey, logs)));
    lackingByLogs.set(because, lacking);
    if (lacking.length > 0 && lacking.length === given.length) return [{ ruleId: head.id, because, host: null }];
    return lacking.flatMap((hostKey) => {
      const host = hosts.labelOf(hostKey);
      return host === null ? [] : [{ ruleId: head.id, because, host }];
    });
  });
}

const anchorLogs = (run: RuleRun): readonly string[] =>
  joinedLogs(run.needsOf(anchorClasses(run.rule)).map(({ logs }) => logs));
