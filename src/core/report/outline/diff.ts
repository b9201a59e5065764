import {
  type Diff,
  type DiffSide,
  type FindingChange,
  type FindingState,
  type HostChange,
  type HostComparison,
  type HostDiff,
  type HostState,
  hostChanges,
  type RunChange,
  type RunDiff,
  runChanges,
} from '../../model/diff.ts';
import type { TimeBasis } from '../../model/event.ts';
import type { IsoTime } from '../../model/report.ts';
import { createTimeFormat, type DisplayZone, type FormatTime } from '../display-time.ts';
import {
  bullets,
  type Document,
  type Inline,
  joined,
  listOf,
  log,
  quiet,
  section,
  strong,
  text,
  warn,
} from './document.ts';
import { capitalised, counted, ended, enumerated } from './words.ts';

const formatPeriod = (time: FormatTime, first: IsoTime | null, last: IsoTime | null, basis: TimeBasis): string => {
  const ends = [first, last].flatMap((end) => (end === null ? [] : [time(end, basis)]));
  return ends.length === 0 ? time(null) : [...new Set(ends)].join(' to ');
};

const describeSide = (time: FormatTime, name: string, side: DiffSide): Inline => [
  strong(`${name}: `),
  ...joined([
    [`${counted(side.events, 'event')} in ${counted(side.sources, 'source')}`],
    side.first === null ? null : [formatPeriod(time, side.first, side.last, side.timeBasis)],
    [`evdx ${side.version} with ${counted(side.ruleCount, 'rule')}`],
    side.complete ? null : [warn('incomplete')],
  ]),
];
const describeNotes = (notes: readonly string[]): Document => notes.map((note) => text(warn('Mind: '), note));

const describeKey = (key: FindingChange['key']): Inline | null => {
  const pairs = Object.entries(key).filter(([name, value]) => name !== 'host' && value !== null);
  return pairs.length === 0
    ? null
    : pairs.flatMap(([name, value], index) => [index > 0 ? ', ' : '', `${name} `, log(value ?? '')]);
};

const hostName = (host: string | null): Inline => [host === null ? 'host not named' : log(host)];

const formatWeight = ({ severity, grade }: FindingState): Inline => [
  { text: severity, tone: severity },
  ', ',
  { text: grade, tone: grade },
];

/** `medium, likely → high, confirmed`, or what both sides say. */
const formatChange = ({ old, new: now }: FindingChange): Inline => {
  const state = now ?? old;
  if (state === null) return [];
  if (old === null || now === null || (old.severity === now.severity && old.grade === now.grade))
    return formatWeight(state);
  return [...formatWeight(old), ' → ', ...formatWeight(now)];
};

/** `3 times`, or how often then and now. */
const formatCount = ({ old, new: now }: FindingChange): Inline => {
  const counts = [...new Set([old, now].flatMap((state) => state?.count ?? []))];
  return [counts.length > 1 ? `${counts.join(' → ')} times` : counted(counts[0] ?? 0, 'time')];
};

/** Of the last episode; what the others were stands in their own reports. */
const formatState = (time: FormatTime, { first, last, timeBasis, episodes }: FindingState): Inline =>
  joined([
    [formatPeriod(time, first, last, timeBasis)],
    episodes > 1 ? [`the last of ${counted(episodes, 'episode')}`] : null,
  ]);

const describeFinding = (time: FormatTime, finding: FindingChange): Document => {
  const state = finding.new ?? finding.old;
  return [
    text(strong(finding.title)),
    text(
      ...joined([
        formatChange(finding),
        hostName(finding.host),
        describeKey(finding.key),
        formatCount(finding),
        state === null ? null : formatState(time, state),
        [quiet(finding.ruleId)],
      ]),
    ),
    ...(finding.because === null
      ? []
      : [text(warn(`${capitalised(sideWords[finding.change])}: `), ended(finding.because))]),
    ...(finding.new?.cause == null || finding.new.cause === finding.old?.cause
      ? []
      : [text(quiet('Cause: '), finding.new.cause)]),
  ];
};
/** Which report has no such finding, where it says why. */
const sideWords: Readonly<Record<RunChange, string>> = {
  new: 'before',
  gone: 'now',
  worse: '',
  better: '',
  unchanged: '',
};

const headings: Readonly<Record<RunChange, string>> = {
  new: 'New',
  worse: 'Worse',
  better: 'Better',
  gone: 'Gone',
  unchanged: 'Unchanged',
};
const runVerdict = ({ counts }: RunDiff): string => {
  const words = runChanges.filter((change) => counts[change] > 0).map((change) => `${counts[change]} ${change}`);
  return words.length === 0 ? 'Neither report has a finding.' : `${enumerated(words)}.`;
};

const outlineRuns = (time: FormatTime, diff: RunDiff): Document => [
  text(...describeSide(time, 'Old', diff.old)),
  text(...describeSide(time, 'New', diff.new)),
  ...describeNotes(diff.notes),
  { kind: 'verdict', text: [strong(capitalised(runVerdict(diff)))] },
  ...runChanges.flatMap((change) =>
    section(
      headings[change],
      listOf(
        'bullet',
        diff.findings.filter((finding) => finding.change === change).map((finding) => describeFinding(time, finding)),
      ),
    ),
  ),
];

const describeHost = (time: FormatTime, host: string | null, state: FindingState): Inline => [
  ...hostName(host),
  ': ',
  ...joined([formatWeight(state), [counted(state.count, 'time')], formatState(time, state)]),
];

/** Hosts without the finding stand together by the reason: there may be fifty. */
const describeOthers = (hosts: readonly HostState[]): readonly Inline[] => {
  const hostsByReason = new Map<string, Inline[]>();
  for (const { host, state, because } of hosts) {
    const reason = because ?? 'not found';
    if (state === null) hostsByReason.set(reason, [...(hostsByReason.get(reason) ?? []), hostName(host)]);
  }
  return [...hostsByReason].map(([reason, names]) => [...joined(names, ', '), ': ', quiet(reason)]);
};

const describeComparison = (time: FormatTime, { title, ruleId, key, hosts }: HostComparison): Document => [
  text(strong(title)),
  text(...joined([describeKey(key), [quiet(ruleId)]])),
  ...bullets([
    ...hosts.flatMap(({ host, state }) => (state === null ? [] : [describeHost(time, host, state)])),
    ...describeOthers(hosts),
  ]),
];

const hostHeadings: Readonly<Record<HostChange, string>> = {
  differs: 'Different',
  unclear: 'Perhaps different: not looked for on every host',
  same: 'The same on all hosts',
};
const hostWords: Readonly<Record<HostChange, (count: number) => string>> = {
  differs: (count) => `${count} ${count === 1 ? 'differs' : 'differ'}`,
  unclear: (count) => `${count} ${count === 1 ? 'is' : 'are'} unclear`,
  same: (count) => `${count} ${count === 1 ? 'is' : 'are'} the same`,
};

const hostVerdict = ({ counts, hosts, findings }: HostDiff): string => {
  const words = hostChanges.filter((change) => counts[change] > 0).map((change) => hostWords[change](counts[change]));
  const on = `on ${counted(hosts.length, 'host')}`;
  return findings.length === 0
    ? `No finding ${on}.`
    : `${counted(findings.length, 'finding')} ${on}: ${enumerated(words)}.`;
};

const outlineHosts = (time: FormatTime, diff: HostDiff): Document => [
  text(...describeSide(time, 'Report', diff.report)),
  ...describeNotes(diff.notes),
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

/** A comparison as a person reads it: what was compared, what may mislead, then the changes, the worst first. */
export function outlineDiff(diff: Diff, zone: DisplayZone): Document {
  const time = createTimeFormat(zone);
  return diff.by === 'run' ? outlineRuns(time, diff) : outlineHosts(time, diff);
}
