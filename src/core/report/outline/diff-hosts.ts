import {
  type FindingState,
  type HostChange,
  type HostComparison,
  type HostDiff,
  type HostState,
  hostChanges,
} from '../../model/diff.ts';
import { groupBy } from '../../model/group-by.ts';
import type { DisplayZone, FormatTime } from '../display-time.ts';
import { describeRemarks, describeSide, formatState, formatWeight, hostName } from './diff-words.ts';
import { bullets, type Document, type Inline, joined, listOf, quiet, section, strong, text } from './document.ts';
import { describeKey } from './key.ts';
import { counted, enumerated } from './words.ts';

const describeHost = (time: FormatTime, host: string | null, state: FindingState): Inline => [
  ...hostName(host),
  ': ',
  ...joined([formatWeight(state), [counted(state.count, 'time')], formatState(time, state)]),
];

/** Hosts that have no such finding, for one reason. */
export interface HostsWithout {
  readonly hosts: readonly HostState['host'][];
  readonly because: string | null;
  readonly checked: boolean;
}
/** They stand together by the reason: there may be fifty. */
export function groupOthers(hosts: readonly HostState[]): readonly HostsWithout[] {
  const others = hosts.filter(({ state }) => state === null);
  const byReason = groupBy(others, ({ because, checked }) => JSON.stringify([because, checked]));
  return [...byReason.values()].map((own) => ({
    hosts: own.map(({ host }) => host),
    because: own[0].because,
    checked: own[0].checked,
  }));
}
const describeOthers = (hosts: readonly HostState[]): readonly Inline[] =>
  groupOthers(hosts).map(({ hosts: names, because }) => [
    ...joined(names.map(hostName), ', '),
    ': ',
    quiet(because ?? 'not found'),
  ]);

const describeComparison = (time: FormatTime, { title, ruleId, key, hosts }: HostComparison): Document => [
  text(strong(title)),
  text(...joined([describeKey(key), [quiet(ruleId)]])),
  ...bullets([
    ...hosts.flatMap(({ host, state }) => (state === null ? [] : [describeHost(time, host, state)])),
    ...describeOthers(hosts),
  ]),
];

export const hostHeadings: Readonly<Record<HostChange, string>> = {
  differs: 'Different',
  unclear: 'Perhaps different: not looked for on every host',
  same: 'The same on all hosts',
};
const hostWords: Readonly<Record<HostChange, (count: number) => string>> = {
  differs: (count) => `${count} ${count === 1 ? 'differs' : 'differ'}`,
  unclear: (count) => `${count} ${count === 1 ? 'is' : 'are'} unclear`,
  same: (count) => `${count} ${count === 1 ? 'is' : 'are'} the same`,
};

/** The answer in one line. */
export const hostVerdict = ({ counts, hosts, findings }: HostDiff): string => {
  const words = hostChanges.filter((change) => counts[change] > 0).map((change) => hostWords[change](counts[change]));
  const on = `on ${counted(hosts.length, 'host')}`;
  return findings.length === 0
    ? `No finding ${on}.`
    : `${counted(findings.length, 'finding')} ${on}: ${enumerated(words)}.`;
};

export const outlineHosts = (diff: HostDiff, time: FormatTime, zone: DisplayZone): Document => [
  ...describeSide(time, 'Report', diff.report),
  ...describeRemarks(diff, zone),
  { kind: 'verdict', text: [strong(hostVerdict(diff))] },
  ...hostChanges.flatMap((change) =>
    section(
      hostHeadings[change],
      listOf(
        'bullet',
        diff.findings.filter((one) => one.change === change).map((one) => describeComparison(time, one)),
      ),
    ),
  ),
];
