import type { Scan } from '../model/scan.ts';
import { isBeforeVista } from '../model/windows-version.ts';
import type { HostJoin } from './hosts.ts';

/** The keys of hosts of which something says that a Windows before Vista wrote their logs: EVT files, and what names the version. */
export function classicHosts(scans: readonly Scan[], hosts: HostJoin): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { source, format, statistics, facts } of scans) {
    if (format === 'evt') for (const { host } of statistics) keys.add(hosts.keyOf(source, host));
    for (const { name, value, host } of facts)
      if (name === 'os' && isBeforeVista(String(value)) === true) keys.add(hosts.keyOf(source, host));
  }
  return keys;
}
