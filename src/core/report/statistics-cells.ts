import { compareNullable, firstDifference } from '../model/order.ts';
import type { ReportStatistics } from '../model/report.ts';
import type { Scan, StatisticsCell } from '../model/scan.ts';
import { isoOrNull } from './iso-or-null.ts';

/** The cells of all sources, joined under the joined hosts. */
export function joinStatistics(
  scans: readonly Scan[],
  hostName: (source: string, logged: string | null) => string | null,
): readonly StatisticsCell[] {
  const merged = new Map<string, StatisticsCell>();
  for (const scan of scans) {
    for (const cell of scan.statistics) {
      const host = hostName(scan.source, cell.host);
      const key = JSON.stringify([host, cell.channel, cell.provider, cell.eventId, cell.level]);
      const known = merged.get(key);
      merged.set(key, {
        ...cell,
        host,
        count: cell.count + (known?.count ?? 0),
        firstMs: pick(Math.min, cell.firstMs, known?.firstMs ?? null),
        lastMs: pick(Math.max, cell.lastMs, known?.lastMs ?? null),
        sample: known?.sample ?? cell.sample,
      });
    }
  }
  return [...merged.values()].sort((a, b) =>
    firstDifference(
      compareNullable(a.host, b.host),
      compareNullable(a.channel, b.channel),
      compareNullable(a.provider, b.provider),
      (a.eventId ?? -1) - (b.eventId ?? -1),
      compareNullable(a.level, b.level),
    ),
  );
}

export const toRow = ({
  host,
  channel,
  provider,
  eventId,
  level,
  count,
  firstMs,
  lastMs,
}: StatisticsCell): ReportStatistics => ({
  host,
  channel,
  provider,
  eventId,
  level,
  count,
  first: isoOrNull(firstMs),
  last: isoOrNull(lastMs),
});

const pick = <T extends number>(choose: (a: number, b: number) => number, a: T | null, b: T | null): T | null =>
  a === null ? b : b === null || choose(a, b) === a ? a : b;
