import { anchorClasses } from './anchor-classes.ts';
import type { CompiledRule } from './compile.ts';
import type { CoverageNeed } from './coverage-index.ts';
import type { ClassEvent } from './entry.ts';
import type { FoundIncident } from './finding.ts';
import type { HistoryEvent } from './history-event.ts';
import type { RuleRun } from './rule-run.ts';

export const NO_FINDINGS: readonly ClassEvent[] = [];

/** The episodes of a rule's findings that are graded likely or better, as events: each reaches from its first event to its last, in whose place it stands. */
export const findingEvents = (findings: readonly FoundIncident[]): readonly ClassEvent[] =>
  findings
    .flatMap(({ verdict, key, episodes }) => episodes.map((episode) => ({ verdict, key, ...episode })))
    .filter(({ grade }) => grade !== 'possible')
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

/** A log of this name cannot exist: the classes of a rule that was left out are never covered. */
const neverCovered = (leftOut: string): CoverageNeed => ({
  logs: ['\u0000'],
  levels: null,
  sinceVista: false,
  leftOut,
});

/** What has to be covered for an absence of such findings to mean something, by the classes of the rule that uses them. */
export function findingNeeds(
  { head }: CompiledRule,
  judgedById: ReadonlyMap<string, { readonly run: RuleRun }>,
): ReadonlyMap<string, readonly CoverageNeed[]> {
  return new Map(
    head.findings.map(([name, id]) => {
      const other = judgedById.get(id)?.run;
      return [name, other === undefined ? [neverCovered(id)] : other.needsOf(anchorClasses(other.rule))] as const;
    }),
  );
}
