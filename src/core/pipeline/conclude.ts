import type { CompiledRules } from '../engine/compile.ts';
import { type HostJoin, type HostNames, joinHosts } from '../engine/hosts.ts';
import { joinCoverage } from '../engine/joined-coverage.ts';
import type { HostGroups } from '../engine/keys.ts';
import { runRules, runRulesInDetail, type VerdictById } from '../engine/run-rules.ts';
import type { ToldSelection } from '../engine/select.ts';
import { tieZones } from '../engine/tied-zones.ts';
import { EARLIER_NAME } from '../model/facts.ts';
import { compareNullable, compareText, firstDifference } from '../model/order.ts';
import type { RelatedTo, Report } from '../model/report.ts';
import type { Fact, Scan } from '../model/scan.ts';
import { assemble } from '../report/assemble.ts';
import { VERSION } from '../version.ts';
import { createChangesOf } from './fact-changes.ts';
import { hostsNotSeen } from './seen-hosts.ts';

export interface ConcludeOptions {
  /** Answers and facts from outside. */
  readonly facts?: readonly Fact[] | undefined;
  /** By host name: `{ex1: {cluster: 'c1', site: 'muc'}}`. */
  readonly groups?: HostGroups | undefined;
  readonly hostNames?: HostNames | undefined;
  /** Ids of rules that run only because another one uses their findings. */
  readonly unseen?: ReadonlySet<string> | undefined;
  /** What the run was told to look for; all rules by default. */
  readonly selection?: ToldSelection | undefined;
  /** The hosts asked for; none: all. */
  readonly hosts?: readonly string[] | undefined;
  /** Articles that name an error which no rule explains. */
  readonly relatedTo?: RelatedTo | undefined;
}

/** A report, and what each rule's part of it rests on. */
export interface DetailedReport {
  readonly report: Report;
  readonly ruleById: VerdictById;
}

const earlierNameFacts = ({ earlierNames }: HostJoin): readonly Fact[] =>
  [...earlierNames].flatMap(([host, names]) =>
    names.map((value): Fact => ({ name: EARLIER_NAME, value, host, from: 'event', at: null })),
  );

/** What is known of all hosts, under their joined names. @param given answers and facts from outside */
function joinFacts(scans: readonly Scan[], given: readonly Fact[], hosts: HostJoin): readonly Fact[] {
  const told = scans.flatMap(({ source, facts }) =>
    facts.map((fact) => ({ ...fact, host: hosts.nameOf(source, fact.host) })),
  );
  const said = given.map((fact) => ({
    ...fact,
    host: fact.host === null ? null : hosts.nameOf('', fact.host.toLowerCase()),
  }));
  return [...told, ...said, ...earlierNameFacts(hosts)].sort((a, b) =>
    firstDifference(compareNullable(a.host, b.host), compareText(a.name, b.name), compareText(a.from, b.from)),
  );
}

/** All sources together. Synchronous and pure: the same scans give the same report, whatever their order. */
export const conclude = (scans: readonly Scan[], rules: CompiledRules, options: ConcludeOptions = {}): Report =>
  concludeInDetail(scans, rules, options).report;

export function concludeInDetail(
  scans: readonly Scan[],
  rules: CompiledRules,
  options: ConcludeOptions = {},
): DetailedReport {
  const read = [...scans].sort((a, b) => compareText(a.source, b.source));
  const hosts = joinHosts(read, options.hostNames ?? 'auto');
  const sorted = tieZones(read, hosts);
  const unseen = options.unseen ?? new Set<string>();
  const facts = joinFacts(sorted, options.facts ?? [], hosts);
  // The inventory may write a host in another case, or by its full name.
  const groups = new Map(
    [...(options.groups ?? [])].map(([host, own]) => [hosts.nameOf('', host.toLowerCase()) ?? host, own]),
  );
  const { verdict, ruleById } = runRulesInDetail(sorted, rules, hosts, { facts, groups, unseen });
  const runAgain = (some: CompiledRules, others: readonly Fact[]) =>
    runRules(sorted, some, hosts, { facts: others, groups, unseen });
  const report = assemble({
    scans: sorted.map((scan) => ({ ...scan, coverage: joinCoverage(scan, hosts) })),
    verdict,
    version: VERSION,
    ruleCount: rules.rules.length - unseen.size,
    facts,
    changesOf: createChangesOf(rules, facts, unseen, verdict, runAgain),
    hostName: (source, logged) => hosts.nameOf(source, logged),
    ambiguousHosts: hosts.ambiguous,
    missingHosts: hostsNotSeen(
      options.hosts ?? [],
      read.flatMap(({ hostsSeen }) => hostsSeen),
    ),
    relatedTo: options.relatedTo,
    selection: { only: null, skip: [], ...options.selection, minGrade: 'possible' },
  });
  return { report, ruleById };
}
