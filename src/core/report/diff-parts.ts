import type { ComparedFinding, ComparedReport, DiffSide, FindingState } from '../model/diff.ts';
import { hasUnknownZone } from '../model/event.ts';
import { groupBy } from '../model/group-by.ts';
import { compareNullable, firstDifference } from '../model/order.ts';
import { grades, type IsoTime, severities } from '../model/report.ts';
import { unreadInputs } from './looked.ts';
import { haveNoZone } from './unknown-zone.ts';

/** The last episode of a finding, and how many there are. */
export interface Episodes {
  readonly last: ComparedFinding;
  readonly count: number;
}

/** Without the `Z`: seven fraction digits stand behind three of the same millisecond. */
const comparable = (time: IsoTime | null): string | null => (time === null ? null : time.slice(0, -1));
export const compareTimes = (a: IsoTime | null, b: IsoTime | null): number =>
  compareNullable(comparable(a), comparable(b));
const isLater = (a: ComparedFinding, b: ComparedFinding): boolean =>
  firstDifference(compareTimes(a.last, b.last), compareTimes(a.first, b.first)) >= 0;

/** Findings that are the same but for their time, by what keeps them apart. */
export function episodesBy(
  findings: readonly ComparedFinding[],
  idOf: (finding: ComparedFinding) => string,
): ReadonlyMap<string, Episodes> {
  const found = new Map<string, Episodes>();
  for (const finding of findings) {
    const known = found.get(idOf(finding));
    const last = known === undefined || isLater(finding, known.last) ? finding : known.last;
    found.set(idOf(finding), { last, count: (known?.count ?? 0) + 1 });
  }
  return found;
}

/** Digits of an unknown zone may stand among the times of a finding; none of them is moved then. */
const basisOf = ({ evidence }: ComparedFinding): FindingState['timeBasis'] =>
  evidence.find(hasUnknownZone)?.timeBasis ?? evidence.at(-1)?.timeBasis ?? 'none';

export const stateOf = ({ last, count: episodes }: Episodes): FindingState => ({
  grade: last.grade,
  severity: last.severity,
  count: last.count,
  first: last.first,
  last: last.last,
  summary: last.summary,
  timeBasis: basisOf(last),
  episodes,
  cause: last.causes.find(({ named }) => named)?.title ?? null,
});

/** By severity, then by grade: below zero when `a` is the weightier one. */
export const compareWeight = (
  a: Pick<FindingState, 'severity' | 'grade'>,
  b: Pick<FindingState, 'severity' | 'grade'>,
): number =>
  firstDifference(
    severities.indexOf(a.severity) - severities.indexOf(b.severity),
    grades.indexOf(a.grade) - grades.indexOf(b.grade),
  );

/** Hosts whose logs were given. */
export const hostsOf = ({ sources }: ComparedReport): ReadonlySet<string | null> =>
  new Set(sources.flatMap(({ coverage }) => coverage.map(({ host }) => host)));

/** A report without a finding: why, where it tells. Not found and not looked for are different things. */
export interface Missing {
  readonly because: string | null;
  readonly checked: boolean;
}
const unchecked = (because: string): Missing => ({ because, checked: false });
export const NOT_MISSING: Missing = { because: null, checked: true };

const byRule = <T extends { readonly ruleId: string | null }>(
  all: readonly T[],
): ReadonlyMap<string | null, readonly T[]> => groupBy(all, ({ ruleId }) => ruleId);

/** Why a report has no finding of a rule on a host. */
export type WhyMissing = (
  ruleId: string,
  host: string | null,
  isRuledOut: (ruledOut: ComparedReport['ruledOut'][number]) => boolean,
) => Missing;

/** What the run was told not to look for. */
function createLeftOut({ selection }: ComparedReport): (ruleId: string) => string | null {
  const [only, skip] = [new Set(selection?.only ?? []), new Set(selection?.skip ?? [])];
  const isOnly = (selection?.only ?? null) !== null;
  return (ruleId) => {
    if (skip.has(ruleId)) return 'its rule was left out by --skip';
    return isOnly && !only.has(ruleId) ? 'its rule was left out by --only' : null;
  };
}
/** Less sure than in the other report, a finding may still be there. */
function untoldOf({ selection }: ComparedReport): Missing | null {
  const minGrade = selection?.minGrade ?? 'possible';
  return minGrade === grades.at(-1) ? null : unchecked(`--min-grade ${minGrade} leaves out what is less sure`);
}

/** Asked for every rule and host, so what a report says of a rule is sorted out once. */
export function createWhyMissing(report: ComparedReport): WhyMissing {
  const [ruledOuts, skips, limits] = [byRule(report.ruledOut), byRule(report.notChecked), byRule(report.limits)];
  const hosts = hostsOf(report);
  const [leftOut, untold] = [createLeftOut(report), untoldOf(report)];
  return (ruleId, host, isRuledOut) => {
    const ruledOut = ruledOuts.get(ruleId)?.find(isRuledOut);
    if (ruledOut !== undefined) return { because: `ruled out: ${ruledOut.because}`, checked: true };
    const told = leftOut(ruleId);
    if (told !== null) return unchecked(told);
    const skipped = skips.get(ruleId)?.find((one) => one.host === null || one.host === host);
    if (skipped !== undefined) return unchecked(`not checked: ${skipped.because}`);
    const [limit] = limits.get(ruleId) ?? [];
    if (limit !== undefined) return unchecked(`a limit was reached: ${limit.detail}`);
    return host !== null && !hosts.has(host) ? unchecked('no log of this host was given') : (untold ?? NOT_MISSING);
  };
}

const isComplete = (report: ComparedReport): boolean => report.limits.length === 0 && unreadInputs(report).length === 0;

export function sideOf(report: ComparedReport): DiffSide {
  const { tool, sources } = report;
  const coverage = sources.flatMap((source) => source.coverage);
  const firsts = coverage.map(({ first }) => first).sort(compareTimes);
  const lasts = coverage.map(({ last }) => last).sort(compareTimes);
  const isDated = sources.some(({ timeBasis }) => timeBasis !== 'none');
  return {
    version: tool.version,
    ruleCount: tool.ruleCount,
    sources: sources.length,
    events: sources.reduce((sum, { events }) => sum + events, 0),
    first: firsts[0] ?? null,
    last: lasts.at(-1) ?? null,
    timeBasis: haveNoZone(sources) ? 'assumed-local' : isDated ? 'utc' : 'none',
    complete: isComplete(report),
    hosts: [...hostsOf(report)].sort(compareNullable),
  };
}
