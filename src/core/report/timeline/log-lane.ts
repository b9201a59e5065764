import { groupBy } from '../../model/group-by.ts';
import type { ReportCoverage, ReportSource } from '../../model/report.ts';
import { msOf } from '../display-time.ts';
import { completenessWords, gapWords } from '../outline/coverage-words.ts';
import { formatSpan, type View } from '../outline/view.ts';
import { clipped, type LogLane, shortLabel } from './picture.ts';

/** A log of a host. */
export interface LogName {
  readonly host: string | null;
  readonly channel: string | null;
}
export const keyOfLog = ({ host, channel }: LogName): string => JSON.stringify([host, channel]);
export const labelOfLog = ({ host, channel }: LogName): string =>
  shortLabel([host, channel].filter((word) => word !== null).join(' ') || 'log not named');

interface CoveredLog {
  readonly source: ReportSource;
  readonly coverage: ReportCoverage;
}
/** What the sources cover, by log: several files may hold parts of one. */
export const coverageByLog = ({ sources }: View['report']): ReadonlyMap<string, readonly CoveredLog[]> =>
  groupBy(
    sources.flatMap((source) => source.coverage.map((coverage) => ({ source, coverage }))),
    ({ coverage }) => keyOfLog(coverage),
  );

/** What stands behind the events of a log: the time it covers, and the gaps in it. */
export function background(
  view: View,
  logs: readonly CoveredLog[],
  fromMs: number,
  toMs: number,
): Pick<LogLane, 'covered' | 'gaps'> {
  const onAxis = logs.flatMap(({ source, coverage: { first, last, gaps, completeness } }) => {
    const span = (from: string, to: string, words: string) => ({
      fromMs: msOf(from),
      toMs: msOf(to),
      title: `${formatSpan(view, from, to, source.timeBasis)}: ${words}`,
    });
    const covered = clipped({ ...span(first, last, completenessWords[completeness]), completeness }, fromMs, toMs);
    const holes = gaps.flatMap(({ from, to, why }) => clipped(span(from, to, gapWords[why]), fromMs, toMs) ?? []);
    return { covered, holes };
  });
  return {
    covered: onAxis.flatMap(({ covered }) => covered ?? []),
    gaps: onAxis.flatMap(({ holes }) => holes),
  };
}
