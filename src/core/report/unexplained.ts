import type { EventRecord } from '../model/event.ts';
import type { RelatedTo, Unexplained } from '../model/report.ts';
import type { Fact, StatisticsCell } from '../model/scan.ts';
import type { FindingVerdict, RuledOutVerdict } from '../model/verdict.ts';
import { isoOrNull } from './iso-or-null.ts';

export interface Explaining {
  readonly findings: readonly FindingVerdict[];
  /** Told with its reason, so it is not left open. */
  readonly ruledOut: readonly RuledOutVerdict[];
  readonly facts: readonly Fact[];
  readonly relatedTo?: RelatedTo | undefined;
  /** The joined name of a logged host. */
  hostName(source: string, logged: string | null): string | null;
}

/** Errors of a kind that stands in no finding, shown or counted, and was not ruled out as a whole, the most frequent first. */
export function unexplained(cells: readonly StatisticsCell[], by: Explaining): readonly Unexplained[] {
  const productsOf = (host: string | null): readonly string[] =>
    by.facts.flatMap((fact) =>
      (fact.name === 'os' || fact.name === 'product') && fact.host === host ? [String(fact.value)] : [],
    );
  const isExplained = explains(by);
  return cells
    .filter((cell) => (cell.level === 'critical' || cell.level === 'error') && !isExplained(cell))
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
      related: by.relatedTo?.({ provider, eventId, sample, products: productsOf(host) }) ?? [],
    }));
}

type Kind = Pick<StatisticsCell, 'host' | 'provider' | 'eventId'>;
const kindOf = ({ host, provider, eventId }: Kind): string =>
  JSON.stringify([host, provider?.toLowerCase() ?? null, eventId]);
const cellKeyOf = (cell: Kind & Pick<StatisticsCell, 'channel' | 'level'>): string =>
  JSON.stringify([kindOf(cell), cell.channel, cell.level]);

function explains({ findings, ruledOut, hostName }: Explaining): (cell: StatisticsCell) => boolean {
  const hostOf = ({ source, host }: EventRecord): string | null => hostName(source, host);
  const inFindings = new Set(
    findings
      .flatMap(({ evidence, events }) => [...evidence.map(({ event }) => event), ...events])
      .map((event) => kindOf({ host: hostOf(event), provider: event.provider, eventId: event.eventId })),
  );
  const ruledOutByCell = new Map<string, number>();
  for (const event of new Set(ruledOut.flatMap(({ events }) => events))) {
    const cell = cellKeyOf({ ...event, host: hostOf(event) });
    // Each source counts its own copy; other forms of an event in one source are counted once.
    const copies = new Set([event.source, ...event.places.map(({ source }) => source)]).size;
    ruledOutByCell.set(cell, (ruledOutByCell.get(cell) ?? 0) + copies);
  }
  return (cell) => inFindings.has(kindOf(cell)) || (ruledOutByCell.get(cellKeyOf(cell)) ?? 0) >= cell.count;
}
