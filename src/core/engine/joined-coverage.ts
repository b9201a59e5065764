import { epochMs } from '../model/brand.ts';
import type { Level } from '../model/event.ts';
import { groupBy } from '../model/group-by.ts';
import type { Completeness, LogCoverage, Scan } from '../model/scan.ts';
import { sortGaps } from './counted-log.ts';
import type { HostJoin } from './hosts.ts';
import { joinRecordRuns, jumpsBetween } from './record-runs.ts';

/** From the surest on. */
const COMPLETENESS: readonly Completeness[] = ['proven', 'assumed', 'selected'];

/**
 * What a source covers of each log, as a report shows it. A machine that starts writes under its short name until it knows its domain, and one that was
 * renamed under another: each of the names lacks the records of the other, and the log lacks none.
 */
export const joinCoverage = ({ source, coverage }: Scan, hosts: HostJoin): readonly LogCoverage[] =>
  [...groupBy(coverage, ({ host, channel }) => JSON.stringify([hosts.keyOf(source, host), channel])).values()].map(
    ([one, ...others]) => (others.length === 0 ? one : joinLog([one, ...others])),
  );

function joinLog(logs: readonly [LogCoverage, ...LogCoverage[]]): LogCoverage {
  const isProven = logs.every(({ completeness }) => completeness === 'proven');
  const runs = isProven ? joinRecordRuns(logs.flatMap((log) => log.runs)) : [];
  const gaps = logs.flatMap((log) => log.gaps).filter(({ why }) => !isProven || why !== 'jump');
  return {
    ...logs[0],
    firstMs: epochMs(Math.min(...logs.map(({ firstMs }) => firstMs))),
    lastMs: epochMs(Math.max(...logs.map(({ lastMs }) => lastMs))),
    events: logs.reduce((sum, { events }) => sum + events, 0),
    gaps: sortGaps([...jumpsBetween(runs), ...gaps]),
    levels: joinLevels(logs),
    completeness: COMPLETENESS.findLast((one) => logs.some(({ completeness }) => completeness === one)) ?? 'selected',
    runs,
    numbers: joinNumbers(logs),
    marks: logs.flatMap(({ marks }) => marks).sort((a, b) => a.record - b.record),
  };
}

export function joinNumbers(logs: readonly LogCoverage[]): LogCoverage['numbers'] {
  const all = logs.flatMap(({ numbers }) => numbers ?? []);
  if (all.length < logs.length) return null;
  return { first: Math.min(...all.map(({ first }) => first)), last: Math.max(...all.map(({ last }) => last)) };
}

function joinLevels(logs: readonly LogCoverage[]): LogCoverage['levels'] {
  const levels = new Set<Level>();
  for (const log of logs) {
    if (log.levels === 'all') return 'all';
    for (const level of log.levels) levels.add(level);
  }
  return [...levels].sort();
}
