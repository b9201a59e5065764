import { flattenClass, isFindingClass } from '../../src/core/knowledge/rules/classes.ts';
import { durationMs } from '../../src/core/knowledge/rules/duration.ts';
import type { RuleFile, RulePattern } from '../../src/core/knowledge/rules/schema.ts';
import { parseCovers, parseTestLog } from '../../src/core/knowledge/rules/test-log.ts';
import type { Report } from '../../src/core/model/report.ts';
import { concludeTest, createTestBench, scanTestEvents } from '../../src/core/pipeline/rule-test.ts';

/** Everything a rule can say, as words: its grades, causes, reasons, rule-outs, impacts, and why its patterns do not match. */
function branchesOf(rule: RuleFile): readonly string[] {
  return [
    ...(rule.grade ?? [{ confirmed: 'anchor' }]).flatMap((grade) => Object.keys(grade).map((word) => `grade ${word}`)),
    ...rule.causes.map(({ id }) => `cause ${id}`),
    ...rule.causes.flatMap(({ id, evidence }) => evidence.map(({ because }) => `${id}: ${because}`)),
    ...(rule.rule_out ?? []).map(({ because }) => `ruled out: ${because}`),
    ...(rule.impact ?? []).map(({ text }) => `impact: ${text}`),
    ...Object.entries(rule.find).flatMap(([name, pattern]) => stopsOf(pattern).map((stop) => `${name}: ${stop}`)),
    ...Object.keys(rule.events).flatMap((name) => clausesOf(rule, name).map((clause) => `${name} without ${clause}`)),
  ];
}

function stopsOf(pattern: RulePattern): readonly string[] {
  if ('absent' in pattern) return ['seen', 'coverage'];
  if ('near' in pattern) return ['window', 'coverage'];
  if ('all' in pattern || 'count' in pattern) return ['window'];
  if (!('seq' in pattern)) return [];
  const steps = pattern.seq.map((step) => (typeof step === 'string' ? { event: step } : step));
  const gaps = steps.slice(1).map(({ gap }) => (gap === undefined ? Number.POSITIVE_INFINITY : durationMs(gap)));
  return [
    ...(steps.some(({ gap }) => gap !== undefined) ? ['gap'] : []),
    // Gaps that fill the window leave it nothing to decide.
    ...(gaps.reduce((sum, gap) => sum + gap, 0) > durationMs(pattern.within) ? ['window'] : []),
    ...(steps.some(({ forbid }) => forbid !== undefined) ? ['forbid'] : []),
    ...(steps.some(({ when }) => when !== undefined) ? ['guard'] : []),
    'key',
  ];
}

/** Clauses that make an event of the right provider and id a near miss. */
function clausesOf(rule: RuleFile, name: string): readonly string[] {
  const definition = flattenClass(rule.events, name);
  if (definition === null || isFindingClass(definition)) return [];
  const identified = [definition, ...(definition.any ?? [])].some((part) => part.id !== undefined);
  const clauses = [definition, ...(definition.any ?? [])].flatMap((part) => Object.keys(part));
  return identified
    ? ['code', 'text', 'data', 'strings', 'fields', 'level'].filter((clause) => clauses.includes(clause))
    : [];
}

function reachedIn(report: Report): readonly string[] {
  return [
    ...report.findings.flatMap(({ grade, causes, impact }) => [
      `grade ${grade}`,
      ...causes.filter(({ named }) => named).map(({ id }) => `cause ${id}`),
      ...causes.flatMap((cause) => [...cause.for, ...cause.against].map((because) => `${cause.id}: ${because}`)),
      ...impact.map((text) => `impact: ${text}`),
    ]),
    ...report.ruledOut.map(({ because }) => `ruled out: ${because}`),
    ...report.nearMisses.flatMap(({ name, stoppedBy, failed }) => [
      `${name}: ${stoppedBy}`,
      ...failed.map((clause) => `${name} without ${clause}`),
    ]),
  ];
}

/** What no test of a rule makes it say. */
export async function unreached(
  rule: RuleFile,
  beside: Parameters<typeof createTestBench>[1],
): Promise<readonly string[]> {
  const bench = await createTestBench(rule, beside);
  const reached = new Set<string>();
  for (const test of typeof rule.tests === 'string' ? [] : rule.tests) {
    if (!('log' in test)) continue;
    const covers = test.covers === undefined ? null : parseCovers(test.covers);
    const scan = scanTestEvents('test', parseTestLog(test.log).events, covers, bench);
    for (const branch of reachedIn(concludeTest([scan], test, bench).report)) reached.add(branch);
  }
  return branchesOf(rule).filter((branch) => !reached.has(branch));
}
