import type { EventRecord, Level } from '../model/event.ts';
import { isAbout } from '../model/facts.ts';
import type { RelatedArticle, RelatedTo, Unexplained } from '../model/report.ts';
import type { StatisticsCell } from '../model/scan.ts';
import type { FindingVerdict, RuledOutVerdict } from '../model/verdict.ts';
import { isoOrNull } from './iso-or-null.ts';
import { createIsVistaOrLater, type KnownOfHosts } from './windows-generation.ts';

export interface Explaining extends KnownOfHosts {
  readonly findings: readonly FindingVerdict[];
  /** Told with its reason, so it is not left open. */
  readonly ruledOut: readonly RuledOutVerdict[];
  readonly relatedTo?: RelatedTo | undefined;
}

/** So few events somebody picked because they look wrong; a table of more may lack its levels. */
const MAX_PICKED = 20;
const ERRORS: ReadonlySet<Level | null> = new Set(['critical', 'error'] as const);
const ERRORS_OF_PICKED: ReadonlySet<Level | null> = new Set([...ERRORS, 'warning', null]);

/**
 * Logs for tools and for developers, by the end of their names, behind those for administrators: errors by the hundred are usual there
 * on healthy machines. @see https://learn.microsoft.com/dotnet/api/system.diagnostics.eventing.reader.eventlogtype
 */
const CHANNEL_RANKS: readonly (readonly [end: RegExp, rank: number])[] = [
  [/\/(?:debug|analytic|diagnostic|trace)$/i, 2],
  [/\/operational$/i, 1],
];
const rankOf = ({ channel }: StatisticsCell): number =>
  CHANNEL_RANKS.find(([end]) => channel !== null && end.test(channel))?.[1] ?? 0;

/**
 * Errors of a kind that stands in no finding, shown or counted, and was not ruled out as a whole, those of logs for administrators and then the
 * most frequent first. Of a few picked events also warnings, and those whose level nobody wrote down.
 */
export function unexplained(cells: readonly StatisticsCell[], by: Explaining): readonly Unexplained[] {
  const isExplained = explains(by);
  const related = relates(cells, by);
  const total = cells.reduce((sum, { count }) => sum + count, 0);
  const levels = total > MAX_PICKED ? ERRORS : ERRORS_OF_PICKED;
  return cells
    .filter((cell) => levels.has(cell.level) && !isExplained(cell))
    .sort((a, b) => rankOf(a) - rankOf(b) || b.count - a.count)
    .map((cell) => ({
      provider: cell.provider,
      eventId: cell.eventId,
      level: cell.level,
      count: cell.count,
      first: isoOrNull(cell.firstMs),
      last: isoOrNull(cell.lastMs),
      sample: cell.sample,
      host: cell.host,
      channel: cell.channel,
      related: related(cell),
    }));
}

function relates(
  cells: readonly StatisticsCell[],
  by: Explaining,
): (cell: StatisticsCell) => readonly RelatedArticle[] {
  const { relatedTo } = by;
  if (relatedTo === undefined) return () => [];
  const isVistaOrLater = createIsVistaOrLater(cells, by);
  const productsOf = (host: string | null): readonly string[] =>
    by.facts.flatMap((fact) =>
      (fact.name === 'os' || fact.name === 'product') && isAbout(fact, host) ? [String(fact.value)] : [],
    );
  return (cell) =>
    relatedTo({
      provider: cell.provider,
      eventId: cell.eventId,
      sample: cell.sample,
      products: productsOf(cell.host),
      isVistaOrLater: isVistaOrLater(cell),
    });
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
