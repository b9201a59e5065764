import { compareText } from '../model/order.ts';
import type { NotChecked } from '../model/report.ts';
import type { ClassHit, Fact, Scan } from '../model/scan.ts';
import type { Verdict } from '../model/verdict.ts';
import { anchorClasses } from './anchor-classes.ts';
import { joinCapturedHosts } from './captured-hosts.ts';
import { classMissVerdicts } from './class-misses.ts';
import { classicHosts } from './classic-hosts.ts';
import type { CompiledRule, CompiledRules } from './compile.ts';
import { FactBook } from './context.ts';
import { CoverageIndex, type CoverageNeed } from './coverage-index.ts';
import type { ClassEvent } from './entry.ts';
import type { FoundIncident } from './finding.ts';
import { buildHistory, type History } from './history.ts';
import type { HistoryEvent } from './history-event.ts';
import type { HostJoin } from './hosts.ts';
import { judgeRule, type RuleVerdict } from './judge.ts';
import type { HostGroups } from './keys.ts';
import { RuleRun } from './rule-run.ts';

export interface RunOptions {
  readonly facts: readonly Fact[];
  readonly groups: HostGroups;
  /** Rules that run only because another one asks for their findings. */
  readonly unseen: ReadonlySet<string>;
}
const NO_FINDINGS: readonly ClassEvent[] = [];
/** A rule over the history. Of hundreds of rules a log concerns a few: of the others run and verdict are made when somebody asks. */
class Done {
  readonly rule: CompiledRule;
  /** Without an event of any class nothing can match or come close. */
  readonly hasEvents: boolean;
  readonly #begin: () => RuleRun;
  readonly #facts: FactBook;
  #run: RuleRun | null = null;
  #verdict: RuleVerdict | null = null;
  #findingEvents: readonly ClassEvent[] | null = null;

  constructor(rule: CompiledRule, hasEvents: boolean, begin: () => RuleRun, facts: FactBook) {
    this.rule = rule;
    this.hasEvents = hasEvents;
    this.#begin = begin;
    this.#facts = facts;
  }
  get run(): RuleRun {
    this.#run ??= this.#begin();
    return this.#run;
  }
  get verdict(): RuleVerdict {
    this.#verdict ??= judgeRule(this.run, this.#facts);
    return this.#verdict;
  }
  /** What rules that use its findings see of them. */
  get findingEvents(): readonly ClassEvent[] {
    if (!this.hasEvents) return NO_FINDINGS;
    this.#findingEvents ??= findingEvents(this.verdict.findings);
    return this.#findingEvents;
  }
}
export type VerdictById = Pick<ReadonlyMap<string, RuleVerdict>, 'get'>;
/** A verdict, and what each rule's part of it rests on. */
export interface DetailedVerdict {
  readonly verdict: Verdict;
  readonly ruleById: VerdictById;
}
/** A log of this name cannot exist: the classes of a rule that was left out are never covered. */
const neverCovered = (leftOut: string): CoverageNeed => ({
  logs: ['\u0000'],
  levels: null,
  sinceVista: false,
  leftOut,
});

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
  const coverage = new CoverageIndex(scans, hosts, history, classicHosts(scans, hosts, options.facts));
  const facts = new FactBook(options.facts);
  const eventsByClass = groupByClass(history, joinCapturedHosts(history, rules, hosts));
  const done = new Map<string, Done>();
  for (const rule of inOrder(rules.rules)) {
    const hasEvents =
      rule.head.classes.some((_, index) => eventsByClass.has(rule.firstClass + index)) ||
      rule.head.findings.some(([, id]) => (done.get(id)?.findingEvents ?? NO_FINDINGS).length > 0);
    const begin = (): RuleRun =>
      new RuleRun(rule, classEvents(rule, eventsByClass, done), coverage, options.groups, findingNeeds(rule, done));
    const one = new Done(rule, hasEvents, begin, facts);
    done.set(rule.head.id, one);
  }
  const seen = [...done].filter(([id]) => !options.unseen.has(id)).map(([, one]) => one);
  const judged = seen.filter(({ hasEvents }) => hasEvents);
  const verdict: Verdict = {
    findings: judged.flatMap(({ verdict }) => verdict.findings.map((found) => found.verdict)),
    ruledOut: judged.flatMap(({ verdict }) => verdict.ruledOut),
    questions: judged.flatMap(({ verdict }) => verdict.questions),
    notChecked: notChecked(seen, coverage, hosts),
    nearMisses: [...judged.flatMap(({ verdict }) => verdict.nearMisses), ...classMissVerdicts(scans, rules, hosts)],
    limits: judged.flatMap(limitsOf),
  };
  return { verdict, ruleById: { get: (id) => done.get(id)?.verdict } };
}

function limitsOf({ run, verdict }: Done): Verdict['limits'] {
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
  for (const event of history.events) {
    for (const hit of event.hits) {
      const { classIndex } = hit;
      const captured = capturedOf(hit);
      const list = byClass.get(classIndex);
      if (list === undefined) byClass.set(classIndex, [{ event, captured }]);
      else list.push({ event, captured });
    }
  }
  return byClass;
}

/** Rules after those whose findings they use. The loader has checked that there is no circle; one that slips through stops the descent. */
function inOrder(rules: readonly CompiledRule[]): readonly CompiledRule[] {
  const byId = new Map(rules.map((rule) => [rule.head.id, rule]));
  const ordered = new Set<CompiledRule>();
  const visiting = new Set<CompiledRule>();
  const visit = (rule: CompiledRule): void => {
    if (ordered.has(rule) || visiting.has(rule)) return;
    visiting.add(rule);
    for (const [, id] of rule.head.findings) {
      const other = byId.get(id);
      if (other !== undefined) visit(other);
    }
    ordered.add(rule);
  };
  for (const rule of [...rules].sort((a, b) => compareText(a.head.id, b.head.id))) visit(rule);
  return [...ordered];
}

function classEvents(
  rule: CompiledRule,
  eventsByClass: ReadonlyMap<number, readonly ClassEvent[]>,
  done: ReadonlyMap<string, Done>,
): ReadonlyMap<string, readonly ClassEvent[]> {
  const { classes, findings } = rule.head;
  const own = classes.map(({ name }, index) => [name, eventsByClass.get(rule.firstClass + index) ?? []] as const);
  const found = findings.map(([name, id]) => [name, done.get(id)?.findingEvents ?? NO_FINDINGS] as const);
  return new Map([...own, ...found]);
}

/** The findings of a rule that are graded likely or better, as events from their first to their last, in whose place of its log they stand. */
const findingEvents = (findings: readonly FoundIncident[]): readonly ClassEvent[] =>
  findings
    .filter(({ verdict }) => verdict.grade !== 'possible')
    .flatMap(({ verdict, key, events }) => {
      const last = latest(events);
      if (last === null) return [];
      const times = events.flatMap(({ firstMs }) => (firstMs === null ? [] : [firstMs]));
      const event: HistoryEvent = {
        ...last,
        hits: [],
        firstMs: times.length === 0 ? null : times.reduce((a, b) => Math.min(a, b)),
        finding: verdict,
      };
      return [{ event, captured: Object.fromEntries([...key.valueByField].filter(([field]) => field !== 'host')) }];
    });

function latest(events: readonly HistoryEvent[]): HistoryEvent | null {
  let last: HistoryEvent | null = null;
  for (const event of events) if (last === null || event.order > last.order) last = event;
  return last;
}

function findingNeeds(
  { head }: CompiledRule,
  done: ReadonlyMap<string, Done>,
): ReadonlyMap<string, readonly CoverageNeed[]> {
  return new Map(
    head.findings.map(([name, id]) => {
      const other = done.get(id)?.run;
      return [name, other === undefined ? [neverCovered(id)] : other.needsOf(anchorClasses(other.rule))] as const;
    }),
  );
}

/**
 * A rule could not be checked for a host of which none of its anchor's logs was given; null: for none of them. What names no host (damaged
 * records, words) is no machine of which a log is missing where another has it.
 */
function notChecked(all: readonly Done[], coverage: CoverageIndex, hosts: HostJoin): readonly NotChecked[] {
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

function anchorLogs(run: RuleRun): readonly string[] {
  const needs = run.needsOf(anchorClasses(run.rule));
  return needs.some(({ logs }) => logs.length === 0) ? [] : [...new Set(needs.flatMap(({ logs }) => logs))];
}
