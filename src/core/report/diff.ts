import type { ComparedReport, DiffSide, FindingChange, FindingState, RunChange, RunDiff } from '../model/diff.ts';
import { runChanges } from '../model/diff.ts';
import { EvdxError } from '../model/errors.ts';
import { compareText, firstDifference } from '../model/order.ts';
import {
  compareTimes,
  compareWeight,
  createWhyMissing,
  type Episodes,
  episodesBy,
  hostsOf,
  NOT_MISSING,
  sideOf,
  stateOf,
  type WhyMissing,
} from './diff-parts.ts';

function changeOf(old: FindingState | null, now: FindingState | null): RunChange {
  if (old === null) return 'new';
  if (now === null) return 'gone';
  const weight = compareWeight(now, old);
  return weight < 0 ? 'worse' : weight > 0 ? 'better' : 'unchanged';
}

function compareFinding(
  before: Episodes | undefined,
  after: Episodes | undefined,
  why: { readonly old: WhyMissing; readonly new: WhyMissing },
): FindingChange | null {
  const described = after?.last ?? before?.last;
  if (described === undefined) return null;
  const { ruleId, kb, title, host, key, fingerprint } = described;
  const old = before === undefined ? null : stateOf(before);
  const now = after === undefined ? null : stateOf(after);
  const whyMissing = old === null ? why.old : why.new;
  const missing =
    old !== null && now !== null
      ? NOT_MISSING
      : whyMissing(ruleId, host, (ruledOut) => ruledOut.fingerprint === fingerprint);
  return { change: changeOf(old, now), ruleId, kb, title, host, key, fingerprint, old, new: now, ...missing };
}

const weightOf = ({ old, new: now }: FindingChange): FindingState | null => now ?? old;
function byChange(a: FindingChange, b: FindingChange): number {
  const [weightA, weightB] = [weightOf(a), weightOf(b)];
  return firstDifference(
    runChanges.indexOf(a.change) - runChanges.indexOf(b.change),
    weightA === null || weightB === null ? 0 : compareWeight(weightA, weightB),
    compareText(a.ruleId, b.ruleId),
    compareText(JSON.stringify(a.key), JSON.stringify(b.key)),
    compareText(a.fingerprint, b.fingerprint),
  );
}

/** @throws EvdxError EVDX_DIFF_MISMATCH: fingerprints of pseudonyms compare with those of the same map alone. */
function refuseOtherNames(old: ComparedReport, now: ComparedReport): void {
  if (old.redacted === now.redacted) return;
  const message =
    old.redacted !== null && now.redacted !== null
      ? 'The reports are redacted with different maps, so the same host has two names.'
      : `The ${old.redacted === null ? 'new' : 'old'} report is redacted and the other is not, so no finding of one is found in the other.`;
  throw new EvdxError('EVDX_DIFF_MISMATCH', message);
}

const isDisjoint = (old: ComparedReport, now: ComparedReport): boolean => {
  const [before, after] = [hostsOf(old), hostsOf(now)];
  return before.size > 0 && after.size > 0 && ![...before].some((host) => after.has(host));
};

function notesOf(old: ComparedReport, now: ComparedReport, before: DiffSide, after: DiffSide): readonly string[] {
  const isSameTool = before.version === after.version && before.ruleCount === after.ruleCount;
  const tools = [before, after].map(({ version, ruleCount }) => `${version} with ${ruleCount} rules`).join(', then ');
  const notes: readonly (readonly [boolean, string])[] = [
    [!before.complete, 'The old report is incomplete: what is new may have been there before.'],
    [!after.complete, 'The new report is incomplete: what is gone may still be there.'],
    [isDisjoint(old, now), 'The reports have no host in common.'],
    [
      before.last !== null && after.last !== null && compareTimes(after.last, before.last) < 0,
      'The new report ends before the old one: perhaps they were given in the wrong order.',
    ],
    [!isSameTool, `The reports come from different rules (${tools}): what is new may be new to evdx alone.`],
  ];
  return notes.filter(([holds]) => holds).map(([, note]) => note);
}

/**
 * What changed from one run to the next, by fingerprint; of several episodes the last one counts.
 * Weightier in severity, or as severe and surer, is worse.
 * @throws EvdxError EVDX_DIFF_MISMATCH for a redacted report beside a plain one, or one of another map.
 */
export function diffReports(old: ComparedReport, now: ComparedReport): RunDiff {
  refuseOtherNames(old, now);
  const before = episodesBy(old.findings, ({ fingerprint }) => fingerprint);
  const after = episodesBy(now.findings, ({ fingerprint }) => fingerprint);
  const why = { old: createWhyMissing(old), new: createWhyMissing(now) };
  const findings = [...new Set([...before.keys(), ...after.keys()])]
    .flatMap((id) => compareFinding(before.get(id), after.get(id), why) ?? [])
    .sort(byChange);
  const countOf = (wanted: RunChange): number => findings.filter(({ change }) => change === wanted).length;
  const [oldSide, newSide] = [sideOf(old), sideOf(now)];
  return {
    schemaVersion: 1,
    by: 'run',
    old: oldSide,
    new: newSide,
    counts: {
      new: countOf('new'),
      worse: countOf('worse'),
      better: countOf('better'),
      gone: countOf('gone'),
      unchanged: countOf('unchanged'),
    },
    findings,
    notes: notesOf(old, now, oldSide, newSide),
    redacted: now.redacted,
  };
}
