import { groupBy } from '../model/group-by.ts';
import { compareNullable } from '../model/order.ts';
import type { Finding, Question, Report, ReportResolution, Risk } from '../model/report.ts';
import { asks } from './outline/questions.ts';
import { withNames, withoutValues } from './outline/without-values.ts';

/** One thing to do, and the findings it helps against. */
export interface HostAction {
  readonly do: string;
  readonly moreSteps: number;
  readonly risk: Risk;
  /** Indices into the findings. */
  readonly findings: readonly number[];
}
/** The work of one host: what to do, not what was seen. */
export interface HostSummary {
  readonly host: string | null;
  /** Findings that no other explains: their cure cures the rest. */
  readonly roots: readonly { readonly index: number; readonly explains: readonly number[] }[];
  readonly now: readonly HostAction[];
  /** Interrupts somebody, or can lose something. */
  readonly inWindow: readonly HostAction[];
  readonly ask: readonly Question[];
}
export interface HostsSummary {
  /** By their weightiest finding. */
  readonly hosts: readonly HostSummary[];
  /** Looked at, and nothing found. */
  readonly quiet: readonly (string | null)[];
}

const isHarmless = ({ risk, steps }: ReportResolution): boolean =>
  (risk.level === 'none' || risk.level === 'low') &&
  risk.downtime === 'none' &&
  risk.dataLoss === 'none' &&
  !steps.some(({ run }) => run?.effect === 'restarts-service' || run?.effect === 'restarts-machine');

/** Where a cause is named, what is for the others has to wait. */
const isMeant = ({ causes }: Finding, { for: aims }: ReportResolution): boolean => {
  const named = causes.filter((cause) => cause.named).map(({ id }) => id);
  return aims.length === 0 || named.length === 0 || aims.some((id) => named.includes(id));
};

interface Wanted {
  readonly index: number;
  readonly finding: Finding;
  readonly resolution: ReportResolution;
}
/** The same advice for several findings is one action, whatever the things are called that it is about. */
function toActions(wanted: readonly Wanted[]): readonly HostAction[] {
  const actions = new Map<string, HostAction>();
  for (const { index, finding, resolution } of wanted) {
    const [first, ...rest] = resolution.steps;
    if (first === undefined) continue;
    // The host is that of all of them.
    const { host: _, ...things } = finding.key;
    const unnamed = withoutValues(first.do, things);
    const key = JSON.stringify([unnamed.text, resolution.risk]);
    const known = actions.get(key);
    const findings = [...new Set([...(known?.findings ?? []), index])];
    const what = known === undefined || known.do === first.do ? first.do : withNames(unnamed);
    actions.set(key, { do: what, moreSteps: rest.length, risk: resolution.risk, findings });
  }
  return [...actions.values()];
}

interface Indexed {
  readonly index: number;
  readonly finding: Finding;
}
function summarise(host: string | null, own: readonly Indexed[], report: Report): HostSummary {
  const byCause = groupBy(own, ({ finding }) => finding.explainedBy);
  const roots = own.filter(
    ({ finding }) => finding.explainedBy === null || report.findings[finding.explainedBy]?.host !== host,
  );
  const wanted = roots.flatMap(({ index, finding }) =>
    finding.resolution.filter((one) => isMeant(finding, one)).map((resolution) => ({ index, finding, resolution })),
  );
  const asked = report.questions.filter((question) => own.some(({ finding }) => asks(question, finding)));
  return {
    host,
    roots: roots.map(({ index }) => ({ index, explains: (byCause.get(index) ?? []).map((effect) => effect.index) })),
    now: toActions(wanted.filter(({ resolution }) => isHarmless(resolution))),
    inWindow: toActions(wanted.filter(({ resolution }) => !isHarmless(resolution))),
    ask: [...new Map(asked.map((question) => [question.fact, question])).values()],
  };
}

/** What to do on each host, the one with the weightiest finding first. */
export function summariseHosts(report: Report): HostsSummary {
  const byHost = groupBy(
    report.findings.map((finding, index) => ({ index, finding })),
    ({ finding }) => finding.host,
  );
  const looked = new Set(report.sources.flatMap(({ coverage }) => coverage.map(({ host }) => host)));
  return {
    hosts: [...byHost].map(([host, own]) => summarise(host, own, report)),
    quiet: [...looked].filter((host) => !byHost.has(host)).sort(compareNullable),
  };
}
