import { isFindingClass } from '../knowledge/rules/classes.ts';
import type { RuleDefinition } from '../knowledge/rules/schema.ts';
import { compareText } from '../model/order.ts';
import type { NotChecked } from '../model/report.ts';
import type { Fact, Scan } from '../model/scan.ts';
import type { Verdict } from '../model/verdict.ts';
import { classMissVerdicts } from './class-misses.ts';
import type { CompiledRule, CompiledRules } from './compile.ts';
import { FactBook } from './context.ts';
import { CoverageIndex, type CoverageNeed } from './coverage-index.ts';
import type { ClassEvent } from './entry.ts';
import { buildHistory, type History } from './history.ts';
import type { HistoryEvent } from './history-event.ts';
import type { HostJoin } from './hosts.ts';
import { type FoundIncident, judgeRule, type RuleVerdict } from './judge.ts';
import type { HostGroups } from './keys.ts';
import { classesOf, patternsOf } from './patterns/index.ts';
import { RuleRun } from './rule-run.ts';

export interface RunOptions {
  readonly facts: readonly Fact[];
  readonly groups: HostGroups;
  /** Rules that run only because another one asks for their findings. */
  readonly unseen: ReadonlySet<string>;
}
interface Done {
  readonly run: RuleRun;
  readonly verdict: RuleVerdict;
}
/** A verdict, and what each rule's part of it rests on. */
export interface DetailedVerdict {
  readonly verdict: Verdict;
  readonly ruleById: ReadonlyMap<string, RuleVerdict>;
}
/** A log of this name cannot exist: the classes of a rule that was left out are never covered. */
const NEVER_COVERED: CoverageNeed = { logs: ['\u0000'], levels: null };

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
  const history = buildHistory(scans, hosts);
  const coverage = new CoverageIndex(scans, hosts, history);
  const facts = new FactBook(options.facts);
  const eventsByClass = groupByClass(history);
  const done = new Map<string, Done>();
  for (const rule of inOrder(rules.rules)) {
    const run = new RuleRun(
      rule,
      classEvents(rule, eventsByClass, done),
      coverage,
      options.groups,
      findingNeeds(rule.definition, done),
    );
    done.set(rule.definition.id, { run, verdict: judgeRule(run, facts) });
  }
  const seen = [...done].filter(([id]) => !options.unseen.has(id)).map(([, one]) => one);
  const verdict: Verdict = {
    findings: seen.flatMap(({ verdict }) => verdict.findings.map((found) => found.verdict)),
    ruledOut: seen.flatMap(({ verdict }) => verdict.ruledOut),
    questions: seen.flatMap(({ verdict }) => verdict.questions),
    notChecked: seen.flatMap(({ run }) => notChecked(run, coverage, hosts)),
    nearMisses: [...seen.flatMap(({ verdict }) => verdict.nearMisses), ...classMissVerdicts(scans, rules, hosts)],
    limits: seen.flatMap(limitsOf),
  };
  return { verdict, ruleById: new Map([...done].map(([id, one]) => [id, one.verdict])) };
}

function limitsOf({ run, verdict }: Done): Verdict['limits'] {
  const ruleId = run.rule.id;
  return [
    ...(run.keysGivenUp > 0
      ? [{ ruleId, limit: 'keys' as const, detail: `incomplete: ${run.keysGivenUp} events of further keys given up` }]
      : []),
    ...(verdict.findingsGivenUp > 0
      ? [{ ruleId, limit: 'findings' as const, detail: `incomplete: ${verdict.findingsGivenUp} findings given up` }]
      : []),
  ];
}

function groupByClass(history: History): ReadonlyMap<number, readonly ClassEvent[]> {
  const byClass = new Map<number, ClassEvent[]>();
  for (const event of history.events) {
    for (const [classIndex, captured] of event.capturedByClass) {
      const list = byClass.get(classIndex);
      if (list === undefined) byClass.set(classIndex, [{ event, captured }]);
      else list.push({ event, captured });
    }
  }
  return byClass;
}

const findingClassesOf = (rule: RuleDefinition): readonly (readonly [string, string])[] =>
  Object.entries(rule.events).flatMap(([name, definition]) =>
    isFindingClass(definition) ? [[name, definition.finding] as const] : [],
  );

/** Rules after those whose findings they use. The loader has checked that there is no circle; one that slips through stops the descent. */
function inOrder(rules: readonly CompiledRule[]): readonly CompiledRule[] {
  const byId = new Map(rules.map((rule) => [rule.definition.id, rule]));
  const ordered = new Set<CompiledRule>();
  const visiting = new Set<CompiledRule>();
  const visit = (rule: CompiledRule): void => {
    if (ordered.has(rule) || visiting.has(rule)) return;
    visiting.add(rule);
    for (const [, id] of findingClassesOf(rule.definition)) {
      const other = byId.get(id);
      if (other !== undefined) visit(other);
    }
    ordered.add(rule);
  };
  for (const rule of [...rules].sort((a, b) => compareText(a.definition.id, b.definition.id))) visit(rule);
  return [...ordered];
}

function classEvents(
  rule: CompiledRule,
  eventsByClass: ReadonlyMap<number, readonly ClassEvent[]>,
  done: ReadonlyMap<string, Done>,
): ReadonlyMap<string, readonly ClassEvent[]> {
  const own = [...rule.classIndexByName].map(([name, index]) => [name, eventsByClass.get(index) ?? []] as const);
  const found = findingClassesOf(rule.definition).map(
    ([name, id]) => [name, findingEvents(done.get(id)?.verdict.findings ?? [])] as const,
  );
  return new Map([...own, ...found]);
}

/** The findings of a rule that are graded likely or better, as events from their first to their last. */
const findingEvents = (findings: readonly FoundIncident[]): readonly ClassEvent[] =>
  findings
    .filter(({ verdict }) => verdict.grade !== 'possible')
    .flatMap(({ verdict, key, events }) => {
      const last = latest(events);
      if (last === null) return [];
      const times = events.flatMap(({ firstMs }) => (firstMs === null ? [] : [firstMs]));
      const event: HistoryEvent = {
        ...last,
        order: last.order + 0.5,
        list: JSON.stringify(['finding', verdict.ruleId]),
        capturedByClass: new Map(),
        firstMs: times.length === 0 ? null : times.reduce((a, b) => Math.min(a, b)),
        finding: { ruleId: verdict.ruleId, key: verdict.key },
      };
      return [{ event, captured: Object.fromEntries([...key.valueByField].filter(([field]) => field !== 'host')) }];
    });

function latest(events: readonly HistoryEvent[]): HistoryEvent | null {
  let last: HistoryEvent | null = null;
  for (const event of events) if (last === null || event.order > last.order) last = event;
  return last;
}

function findingNeeds(
  rule: RuleDefinition,
  done: ReadonlyMap<string, Done>,
): ReadonlyMap<string, readonly CoverageNeed[]> {
  return new Map(
    findingClassesOf(rule).map(([name, id]) => {
      const other = done.get(id)?.run;
      return [name, other === undefined ? [NEVER_COVERED] : other.needsOf(anchorClasses(other.rule))] as const;
    }),
  );
}

/** Every class the anchor of a rule rests on. */
function anchorClasses(
  rule: RuleDefinition,
  name = rule.anchor ?? Object.keys(rule.find)[0] ?? '',
  depth = 0,
): readonly string[] {
  const pattern = rule.find[name];
  if (pattern === undefined || depth > 16) return [name];
  return [...classesOf(pattern), ...patternsOf(pattern).flatMap((other) => anchorClasses(rule, other, depth + 1))];
}

/** A rule could not be checked for a host of which none of its anchor's logs was given. */
function notChecked(run: RuleRun, coverage: CoverageIndex, hosts: HostJoin): readonly NotChecked[] {
  const needs = run.needsOf(anchorClasses(run.rule));
  const logs = needs.some((need) => need.logs.length === 0) ? [] : [...new Set(needs.flatMap((need) => need.logs))];
  const given = coverage.hostKeys();
  const lacking = logs.length === 0 ? [] : given.filter((hostKey) => !coverage.wasGiven(hostKey, logs));
  const because = `no ${logs.join(' or ')} log was given`;
  if (lacking.length > 0 && lacking.length === given.length) return [{ ruleId: run.rule.id, because, host: null }];
  return lacking.map((hostKey) => ({ ruleId: run.rule.id, because, host: hosts.labelOf(hostKey) }));
}
