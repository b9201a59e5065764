import { groupBy } from '../../model/group-by.ts';
import type { IsoTime, ReportCoverage, ReportSource } from '../../model/report.ts';
import type { Completeness } from '../../model/scan.ts';
import { msOf } from '../display-time.ts';
import { completenessWords, gapWords } from '../outline/coverage-words.ts';
import { formatSpan, type View } from '../outline/view.ts';
import { clipped, type LogLane, type Span, shortLabel } from './picture.ts';

/** A log of a host. */
export interface LogName {
  readonly host: string | null;
  readonly channel: string | null;
}
export const keyOfLog = ({ host, channel }: LogName): string => JSON.stringify([host, channel]);
export const labelOfLog = ({ host, channel }: LogName): string =>
  shortLabel([host, channel].filter((word) => word !== null).join(' ') || 'log not named');

/** A span in which a source covers a log, or does not. */
interface LogSpan {
  readonly from: IsoTime;
  readonly to: IsoTime;
  readonly fromMs: number;
  readonly toMs: number;
  readonly words: string;
  readonly source: ReportSource;
}
interface CoveredLog extends LogSpan {
  readonly completeness: Completeness;
  readonly gaps: readonly LogSpan[];
}

function toCoveredLog(source: ReportSource, { first, last, gaps, completeness }: ReportCoverage): CoveredLog {
  const span = (from: IsoTime, to: IsoTime, words: string): LogSpan => ({
    ...{ from, to, words, source },
    fromMs: msOf(from),
    toMs: msOf(to),
  });
  return {
    ...span(first, last, completenessWords[completeness]),
    completeness,
    gaps: gaps.map(({ from, to, why }) => span(from, to, gapWords[why])),
  };
}

type CoverageByLog = ReadonlyMap<string, readonly CoveredLog[]>;
/** Thousands of findings have a picture each, and a log of many years thousands of gaps. */
const known = new WeakMap<View['report'], CoverageByLog>();

/** What the sources cover, by log: several files may hold parts of one. */
export function coverageByLog(report: View['report']): CoverageByLog {
  const byLog = known.get(report) ?? readCoverage(report);
  known.set(report, byLog);
  return byLog;
}

function readCoverage({ sources }: View['report']): CoverageByLog {
  const all = sources.flatMap((source) => source.coverage.map((coverage) => ({ source, coverage })));
  const byLog = groupBy(all, ({ coverage }) => keyOfLog(coverage));
  return new Map(
    [...byLog].map(([key, own]) => [key, own.map(({ source, coverage }) => toCoveredLog(source, coverage))]),
  );
}

/** What stands behind the events of a log: the time it covers, and the gaps in it. */
export function background(
  view: View,
  logs: readonly CoveredLog[],
  fromMs: number,
  toMs: number,
): Pick<LogLane, 'covered' | 'gaps'> {
  const onAxis = <T extends LogSpan>(spans: readonly T[]): readonly T[] =>
    spans.flatMap((span) => clipped(span, fromMs, toMs) ?? []);
  const shown = (span: LogSpan): Span => ({
    fromMs: span.fromMs,
    toMs: span.toMs,
    title: `${formatSpan(view, span.from, span.to, span.source.timeBasis)}: ${span.words}`,
  });
  return {
    covered: onAxis(logs).map((log) => ({ ...shown(log), completeness: log.completeness })),
    gaps: logs.flatMap(({ gaps }) => onAxis(gaps).map(shown)),
  };
}
