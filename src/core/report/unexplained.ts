import type { Finding, RelatedTo, Unexplained } from '../model/report.ts';
import type { Fact, StatisticsCell } from '../model/scan.ts';
import { isoOrNull } from './iso-or-null.ts';

/** Errors of a kind that stands in no finding's evidence, the most frequent first. */
export function unexplained(
  cells: readonly StatisticsCell[],
  findings: readonly Finding[],
  { relatedTo = () => [], facts }: { readonly relatedTo?: RelatedTo | undefined; readonly facts: readonly Fact[] },
): readonly Unexplained[] {
  const productsOf = (host: string | null): readonly string[] =>
    facts.flatMap((fact) =>
      (fact.name === 'os' || fact.name === 'product') && fact.host === host ? [String(fact.value)] : [],
    );
  const keyOf = (host: string | null, provider: string | null, eventId: number | null): string =>
    JSON.stringify([host, provider?.toLowerCase() ?? null, eventId]);
  const explained = new Set(
    findings.flatMap(({ evidence }) => evidence.map(({ host, provider, eventId }) => keyOf(host, provider, eventId))),
  );
  return cells
    .filter(
      ({ level, host, provider, eventId }) =>
        (level === 'critical' || level === 'error') && !explained.has(keyOf(host, provider, eventId)),
    )
    .sort((a, b) => b.count - a.count)
    .map(({ provider, eventId, level, count, firstMs, lastMs, sample, host, channel }) => ({
      provider,
      eventId,
      level,
      count,
      first: isoOrNull(firstMs),
      last: isoOrNull(lastMs),
      sample,
      host,
      channel,
      related: relatedTo({ provider, eventId, sample, products: productsOf(host) }),
    }));
}
