import { isAbout } from '../model/facts.ts';
import type { Fact, Scan, StatisticsCell } from '../model/scan.ts';
import { isBeforeVista } from '../model/windows-version.ts';

export interface KnownOfHosts {
  readonly scans: readonly Scan[];
  readonly facts: readonly Fact[];
  /** The joined name of a logged host. */
  hostName(source: string, logged: string | null): string | null;
}

/** The extended support of Server 2003, the last before Vista, ended. @see https://petri.com/windows-server-2003-end-of-support/ */
const LAST_CLASSIC_MS = Date.UTC(2015, 6, 14);

/** Providers and logs of manifests, which came with Vista. */
const isOfManifest = ({ provider, channel }: StatisticsCell): boolean =>
  /^Microsoft-Windows-/i.test(provider ?? '') || channel?.includes('/') === true;

/** Tells of a kind of event whether Windows Vista or later surely wrote it. Where anything speaks for an older Windows, it is not sure. */
export function createIsVistaOrLater(
  cells: readonly StatisticsCell[],
  { scans, facts, hostName }: KnownOfHosts,
): (cell: StatisticsCell) => boolean {
  const classic = new Set<string | null>();
  const later = new Set(cells.filter(isOfManifest).map(({ host }) => host));
  for (const { source, format, statistics } of scans) {
    const hosts = format === 'evt' ? classic : format === 'evtx' ? later : null;
    for (const { host } of hosts === null ? [] : statistics) hosts?.add(hostName(source, host));
  }
  for (const fact of facts) {
    const isClassic = fact.name === 'os' ? isBeforeVista(String(fact.value)) : null;
    if (isClassic === null) continue;
    const known = isClassic ? classic : later;
    for (const { host } of cells) if (isAbout(fact, host)) known.add(host);
  }
  return (cell) =>
    isOfManifest(cell) || (!classic.has(cell.host) && (later.has(cell.host) || (cell.lastMs ?? 0) > LAST_CLASSIC_MS));
}
