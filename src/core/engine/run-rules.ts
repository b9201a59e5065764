import { listAt } from '../model/map-at.ts';
import type { ClassHit, Fact, Scan } from '../model/scan.ts';
import type { Verdict } from '../model/verdict.ts';
import { joinCapturedHosts } from './captured-hosts.ts';
import { classMissVerdicts } from './class-misses.ts';
import { classicHosts } from './classic-hosts.ts';
import type { CompiledRule, CompiledRules } from './compile.ts';
import { FactBook } from './context.ts';
import { CoverageIndex } from './coverage-index.ts';
import type { ClassEvent } from './entry.ts';
import { findingNeeds, NO_FINDINGS } from './finding-events.ts';
import { buildHistory, type History } from './history.ts';
import type { HostJoin } from './hosts.ts';
import type { RuleVerdict } from './judge.ts';
import { JudgedRule } from './judged-rule.ts';
import type { HostGroups } from './keys.ts';
import { takesLackOfValues } from './lacking-values.ts';
import { notChecked } from './not-checked.ts';
import { inOrder } from './rule-order.ts';
import { RuleRun } from './rule-run.ts';

export interface RunOptions {
  readonly facts: readonly Fact[];
  readonly groups: HostGroups;
  /** Rules that run only because another one asks for their findings. */
  readonly unseen: ReadonlySet<string>;
}
export type VerdictById = Pick<ReadonlyMap<string, RuleVerdict>, 'get'>;
/** A verdict, and what each rule's part of it rests on. */
export interface DetailedVerdict {
  readonly verdict: Verdict;
  readonly ruleById: VerdictById;
}

/** Every rule over the joined history. */
export const runRules = (scans: readonly Scan[], rules: CompiledRules, hosts: HostJoin, options: RunOptions): Verdict =>
  runRulesInDetail(scans, rules, hosts, options).verdict;

/** Rules whose findings others use come first. */
export function runRulesInDetail(
  scans: readonly Scan[],
  rules: CompiledRules,
  hosts: HostJoin,
  options: RunOptions,
): DetailedVerdict {
  const takesLack = (index: number): boolean => takesLackOfValues(rules.classes[index]?.definition ?? {});
  const history = buildHistory(scans, hosts, takesLack);
  const coverage = new CoverageIndex(scans, hosts, history, classicHosts(scans, hosts, options.facts));
  const facts = new FactBook(options.facts);
  const eventsByClass = groupByClass(history, joinCapturedHosts(history, rules, hosts));
  const judgedById = new Map<string, JudgedRule>();
  for (const rule of inOrder(rules.rules)) {
    const hasEvents =
      rule.head.classes.some((_, index) => eventsByClass.has(rule.firstClass + index)) ||
      rule.head.findings.some(([, id]) => (judgedById.get(id)?.findingEvents ?? NO_FINDINGS).length > 0);
    const begin = (): RuleRun =>
      new RuleRun(
        rule,
        classEvents(rule, eventsByClass, judgedById),
        coverage,
        options.groups,
        findingNeeds(rule, judgedById),
      );
    judgedById.set(rule.head.id, new JudgedRule(rule, hasEvents, begin, facts));
  }
  const seen = [...judgedById].filter(([id]) => !options.unseen.has(id)).map(([, one]) => one);
  const judged = seen.filter(({ hasEvents }) => hasEvents);
  const verdict: Verdict = {
    findings: judged.flatMap(({ verdict }) => verdict.findings.map((found) => found.verdict)),
    ruledOut: judged.flatMap(({ verdict }) => verdict.ruledOut),
    questions: judged.flatMap(({ verdict }) => verdict.questions),
    notChecked: notChecked(seen, coverage, hosts),
    nearMisses: [...judged.flatMap(({ verdict }) => verdict.nearMisses), ...classMissVerdicts(scans, rules, hosts)],
    limits: judged.flatMap(limitsOf),
  };
  return { verdict, ruleById: { get: (id) => judgedById.get(id)?.verdict } };
}

function limitsOf({ run, verdict }: JudgedRule): Verdict['limits'] {
  const ruleId = run.rule.id;
  return [
    ...(run.keysGivenUp > 0
      ? [{ ruleId, limit: 'keys' as const, detail: `${run.keysGivenUp} events of further keys were given up` }]
      : []),
    ...(verdict.findingsGivenUp > 0
      ? [{ ruleId, limit: 'findings' as const, detail: `${verdict.findingsGivenUp} findings were given up` }]
      : []),
  ];
}

function groupByClass(
  history: History,
  capturedOf: (hit: ClassHit) => ClassEvent['captured'],
): ReadonlyMap<number, readonly ClassEvent[]> {
  const byClass = new Map<number, ClassEvent[]>();
  for (const event of history.events)
    for (const hit of event.hits) listAt(byClass, hit.classIndex).push({ event, captured: capturedOf(hit) });
  return byClass;
}

function classEvents(
  rule: CompiledRule,
  eventsByClass: ReadonlyMap<number, readonly ClassEvent[]>,
  judgedById: ReadonlyMap<string, JudgedRule>,
): ReadonlyMap<string, readonly ClassEvent[]> {
  const { classes, findings } = rule.head;
  const own = classes.map(({ name }, index) => [name, eventsByClass.get(rule.firstClass + index) ?? []] as const);
  const found = findings.map(([name, id]) => [name, judgedById.get(id)?.findingEvents ?? NO_FINDINGS] as const);
  return new Map([...own, ...found]);
}
