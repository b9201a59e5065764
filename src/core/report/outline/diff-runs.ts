import { type FindingChange, type RunChange, type RunDiff, runChanges } from '../../model/diff.ts';
import type { DisplayZone, FormatTime } from '../display-time.ts';
import { describeRemarks, describeSide, formatState, formatWeight, hostName } from './diff-words.ts';
import { type Document, type Inline, joined, listOf, quiet, section, strong, text, warn } from './document.ts';
import { describeKey } from './key.ts';
import { counted, ended, enumerated } from './words.ts';

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

/** The cause that is named now and was not before. */
export const newCause = ({ old, new: now }: FindingChange): string | null =>
  now === null || now.cause === old?.cause ? null : now.cause;

/** Why a report has no such finding, where it says so; of what is gone also that it was looked for. */
function describeMissing({ old, new: now, because }: FindingChange): Document {
  if (because !== null) return [text(warn(`${now === null ? 'Now' : 'Before'}: `), ended(because))];
  return old !== null && now === null ? [text(quiet('Now: '), 'looked for, and not found.')] : [];
}

const describeFinding = (time: FormatTime, finding: FindingChange): Document => {
  const state = finding.new ?? finding.old;
  const cause = newCause(finding);
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
    ...describeMissing(finding),
    ...(cause === null ? [] : [text(quiet('Cause: '), cause)]),
  ];
};

export const runHeadings: Readonly<Record<RunChange, string>> = {
  new: 'New',
  worse: 'Worse',
  better: 'Better',
  gone: 'Gone',
  unchanged: 'Unchanged',
};

/** The answer in one line. */
export const runVerdict = ({ counts }: RunDiff): string => {
  const words = runChanges.filter((change) => counts[change] > 0).map((change) => `${counts[change]} ${change}`);
  return words.length === 0 ? 'Neither report has a finding.' : `${enumerated(words)}.`;
};

export const outlineRuns = (diff: RunDiff, time: FormatTime, zone: DisplayZone): Document => [
  ...describeSide(time, 'Old', diff.old),
  ...describeSide(time, 'New', diff.new),
  ...describeRemarks(diff, zone),
  { kind: 'verdict', text: [strong(runVerdict(diff))] },
  ...runChanges.flatMap((change) =>
    section(
      runHeadings[change],
      listOf(
        'bullet',
        diff.findings.filter((finding) => finding.change === change).map((finding) => describeFinding(time, finding)),
      ),
    ),
  ),
];
