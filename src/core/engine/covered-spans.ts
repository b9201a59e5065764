import type { Level } from '../model/event.ts';
import type { LogCoverage } from '../model/scan.ts';
import { type TimeClass, timeClassOf } from './history-event.ts';
import { joinRuns } from './record-runs.ts';
import { type Span, union, without } from './spans.ts';

/** A stretch that a log covers. */
export interface LogSpan extends Span {
  readonly proven: boolean;
  readonly levels: ReadonlySet<Level> | 'all';
  readonly timeClass: TimeClass;
}

/** What a log is cut by: lists of spans, each ascending and apart. */
export interface Cuts {
  /** Nothing is known of these times. */
  readonly unknown: readonly (readonly Span[])[];
  /** Something may be lost in these. */
  readonly doubtful: readonly Span[];
}

export function coveredSpans(coverages: readonly LogCoverage[], hostKey: string, cuts: Cuts): readonly LogSpan[] {
  return wholeSpans(coverages, hostKey)
    .flatMap((span) =>
      cuts.unknown
        .reduce<readonly Span[]>((parts, of) => parts.flatMap((part) => without(part, of)), [span])
        .map((part) => ({ ...span, ...part })),
    )
    .flatMap((span) => [
      ...without(span, cuts.doubtful).map((part) => ({ ...span, ...part })),
      { ...span, proven: false },
    ]);
}

function wholeSpans(coverages: readonly LogCoverage[], hostKey: string): readonly LogSpan[] {
  const usable = coverages.filter(({ completeness, timeBasis }) => completeness !== 'selected' && timeBasis !== 'none');
  const numbered = usable.filter(({ runs, completeness }) => completeness === 'proven' && runs.length > 0);
  const whole: LogSpan[] = [];
  for (const timeClass of new Set(numbered.map((coverage) => timeClassOf(coverage, hostKey)))) {
    const runs = numbered
      .filter((coverage) => timeClassOf(coverage, hostKey) === timeClass)
      .flatMap(({ runs: own }) => own);
    for (const { firstMs, lastMs } of joinRuns(runs))
      whole.push({ fromMs: firstMs, toMs: lastMs, proven: true, levels: 'all', timeClass });
  }
  for (const coverage of usable) {
    if (coverage.completeness === 'proven' && coverage.runs.length > 0) continue;
    const levels = coverage.levels === 'all' ? 'all' : new Set(coverage.levels);
    // Where runs tell what is there, a jump of one source may be filled by another; without runs it is a hole.
    const jumps = union(coverage.gaps.filter(({ why }) => why === 'jump'));
    const proven = coverage.completeness === 'proven';
    // A moment between records that are missing tells of nothing.
    for (const span of without({ fromMs: coverage.firstMs, toMs: coverage.lastMs }, jumps))
      if (span.toMs > span.fromMs || jumps.length === 0)
        whole.push({ ...span, proven, levels, timeClass: timeClassOf(coverage, hostKey) });
  }
  return whole;
}
