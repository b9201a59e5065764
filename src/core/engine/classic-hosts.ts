import { isAbout } from '../model/facts.ts';
import type { Fact, Scan } from '../model/scan.ts';
import { isBeforeVista } from '../model/windows-version.ts';
import type { HostJoin } from './hosts.ts';

/** The keys of hosts of which something says that a Windows before Vista wrote their logs: an EVT file, or a fact that names the version. */
export function classicHosts(scans: readonly Scan[], hosts: HostJoin, facts: readonly Fact[]): ReadonlySet<string> {
  const older = facts.filter(({ name, value }) => name === 'os' && isBeforeVista(String(value)) === true);
  const keys = new Set<string>();
  for (const { source, format, statistics } of scans)
    for (const { host } of statistics) {
      const name = hosts.nameOf(source, host);
      if (format === 'evt' || older.some((fact) => isAbout(fact, name))) keys.add(hosts.keyOf(source, host));
    }
  return keys;
}
