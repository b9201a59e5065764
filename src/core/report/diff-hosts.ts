import type {
  ComparedFinding,
  ComparedReport,
  HostChange,
  HostComparison,
  HostDiff,
  HostState,
} from '../model/diff.ts';
import { hostChanges } from '../model/diff.ts';
import { compareNullable, compareText, firstDifference } from '../model/order.ts';
import {
  compareWeight,
  createWhyMissing,
  type Episodes,
  episodesBy,
  hostsOf,
  type Missing,
  NOT_MISSING,
  sideOf,
  stateOf,
} from './diff-parts.ts';

type Key = ComparedFinding['key'];
const withoutHost = (key: Key): Key => Object.fromEntries(Object.entries(key).filter(([name]) => name !== 'host'));

/** The same on every host. */
const kindOf = ({ ruleId, key }: Pick<ComparedFinding, 'ruleId' | 'key'>): string =>
  JSON.stringify([ruleId, withoutHost(key)]);

function toHostState(host: string | null, found: Episodes | undefined, why: () => Missing): HostState {
  return found === undefined
    ? { host, fingerprint: null, state: null, ...why() }
    : { host, fingerprint: found.last.fingerprint, state: stateOf(found), ...NOT_MISSING };
}

/** What was not looked for makes no difference, but leaves it open. */
function changeOf(hosts: readonly HostState[]): HostChange {
  const looked = hosts.filter(({ checked }) => checked);
  const first = looked[0]?.state ?? null;
  const isSame = looked.every(({ state }) =>
    state === null || first === null ? state === first : compareWeight(state, first) === 0,
  );
  if (!isSame) return 'differs';
  return looked.length === hosts.length ? 'same' : 'unclear';
}

/** What the worst-off host has. */
export const heaviest = ({ hosts }: HostComparison): HostState['state'] =>
  hosts.flatMap(({ state }) => state ?? []).sort(compareWeight)[0] ?? null;
function byDifference(a: HostComparison, b: HostComparison): number {
  const [weightA, weightB] = [heaviest(a), heaviest(b)];
  return firstDifference(
    hostChanges.indexOf(a.change) - hostChanges.indexOf(b.change),
    weightA === null || weightB === null ? 0 : compareWeight(weightA, weightB),
    compareText(a.ruleId, b.ruleId),
    compareText(JSON.stringify(a.key), JSON.stringify(b.key)),
  );
}

/** What some hosts of one report have and others have not. */
export function diffHosts(report: ComparedReport): HostDiff {
  const looked = hostsOf(report);
  const named = report.findings.flatMap(({ host }) => (host === null ? [] : [host]));
  const hosts = [...new Set([...looked, ...named])].sort(compareNullable);
  const compared = report.findings.filter(({ host }) => hosts.includes(host));
  const placeOf = (kind: string, host: string | null): string => JSON.stringify([kind, host]);
  const found = episodesBy(compared, (finding) => placeOf(kindOf(finding), finding.host));
  const whyMissing = createWhyMissing(report);
  const kinds = new Map(compared.map((finding) => [kindOf(finding), finding]));
  const findings = [...kinds]
    .map(([kind, { ruleId, kb, title, key }]): HostComparison => {
      const states = hosts.map((host) =>
        toHostState(host, found.get(placeOf(kind, host)), () =>
          whyMissing(ruleId, host, (one) => one.host === host && kindOf(one) === kind),
        ),
      );
      return { change: changeOf(states), ruleId, kb, title, key: withoutHost(key), hosts: states };
    })
    .sort(byDifference);
  const countOf = (wanted: HostChange): number => findings.filter(({ change }) => change === wanted).length;
  const side = sideOf(report);
  const left = report.findings.length - compared.length;
  return {
    schemaVersion: 1,
    by: 'host',
    report: side,
    hosts,
    counts: { differs: countOf('differs'), unclear: countOf('unclear'), same: countOf('same') },
    findings,
    notes: [
      ...(side.complete ? [] : ['The report is incomplete: what a host seems to lack may still be there.']),
      ...(hosts.length < 2 ? ['There are no two hosts to compare.'] : []),
      ...(left === 0 ? [] : [`Left out, as they belong to no single host: ${left}.`]),
    ],
    redacted: report.redacted,
  };
}
