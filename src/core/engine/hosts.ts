import { compareText } from '../model/order.ts';
import type { Scan } from '../model/scan.ts';
import { hostsOfCopies } from './copied-sources.ts';
import { findRenamedHosts, type RenamedHosts } from './renamed-hosts.ts';

export type HostNames = 'auto' | 'short' | 'full';

/** Two decimal forms of an address: never cut at a dot. */
const isAddress = (name: string): boolean => /^\d{1,3}(\.\d{1,3}){3}$/.test(name) || name.includes(':');
export const firstLabel = (name: string): string => (isAddress(name) ? name : (name.split('.', 1)[0] ?? name));

/** Who a logged name is in this run. */
export interface HostJoin {
  /** @param logged as the source has it, null where it names none. @returns the joined name, null for a host without one. */
  nameOf(source: string, logged: string | null): string | null;
  /** Tells hosts apart: nameless hosts of two sources never combine. */
  keyOf(source: string, logged: string | null): string;
  /** The name behind a key, null for a nameless host. */
  labelOf(hostKey: string): string | null;
  /** Joins names that stand in events, beside those that events are from. */
  joinerWith(names: Iterable<string>): (name: string) => string;
  /** Bare labels that could be any of several full names. */
  readonly ambiguous: readonly string[];
  /** What renamed machines were called before, by joined name. */
  readonly earlierNames: RenamedHosts['earlierNames'];
}

const namesIn = (scan: Scan): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const { host } of scan.statistics) if (host !== null) names.add(host);
  for (const { event } of scan.kept) if (event.host !== null) names.add(event.host);
  for (const { host } of scan.facts) if (host !== null) names.add(host);
  return names;
};

/** The key is the first label; where two full names share one, both keep their full names (rule-language.md, section 2). */
function joinerOf(names: Iterable<string>, mode: HostNames) {
  const fullByLabel = new Map<string, Set<string>>();
  for (const name of names) {
    const label = firstLabel(name);
    if (label !== name) fullByLabel.set(label, (fullByLabel.get(label) ?? new Set()).add(name));
  }
  const isShared = (label: string): boolean => (fullByLabel.get(label)?.size ?? 0) > 1;
  const joined = (name: string): string => {
    if (mode === 'full') return name;
    const label = firstLabel(name);
    return mode === 'short' || !isShared(label) ? label : name;
  };
  return { joined, isShared };
}

const KEPT_NAMES: RenamedHosts = { lastName: (_, name) => name, earlierNames: new Map() };

/** Who is who in these sources. Where names are joined as they are, a machine that was renamed is one host. */
export function joinHosts(scans: readonly Scan[], mode: HostNames = 'auto'): HostJoin {
  const namesBySource = new Map(scans.map((scan) => [scan.source, namesIn(scan)]));
  const all = [...new Set([...namesBySource.values()].flatMap((names) => [...names]))].sort(compareText);
  const { joined, isShared } = joinerOf(all, mode);
  const { lastName, earlierNames } = mode === 'auto' ? findRenamedHosts(scans, joined) : KEPT_NAMES;
  /** Asked for every event, so it is worked out once a name. */
  const joinedBySource = new Map(
    [...namesBySource].map(([source, names]) => [
      source,
      new Map([...names].map((name) => [name, lastName(source, joined(name))])),
    ]),
  );
  const soleName = (source: string): string | null => {
    const names = new Set(joinedBySource.get(source)?.values());
    return names.size === 1 ? ([...names][0] ?? null) : null;
  };
  const everyone = new Set([...joinedBySource.values()].flatMap((names) => [...names.values()]));
  /** An output of a tool that names no host is of the only machine that this run is about. */
  const soleOfRun = everyone.size === 1 ? ([...everyone][0] ?? null) : null;
  const copiedOf = hostsOfCopies(scans, (source, logged) =>
    logged === null ? soleName(source) : (joinedBySource.get(source)?.get(logged) ?? null),
  );
  const soleBySource = new Map(
    scans.map(({ source, events }) => [
      source,
      soleName(source) ?? copiedOf.get(source) ?? (events === 0 ? soleOfRun : null),
    ]),
  );
  const nameOf = (source: string, logged: string | null): string | null =>
    logged === null
      ? (soleBySource.get(source) ?? null)
      : (joinedBySource.get(source)?.get(logged) ?? lastName('', joined(logged)));
  const keyByName = new Map([...everyone].map((name) => [name, `host:${name}`]));
  return {
    nameOf,
    keyOf: (source, logged) => {
      const name = nameOf(source, logged);
      return name === null ? `source:${source}` : (keyByName.get(name) ?? `host:${name}`);
    },
    labelOf: (hostKey) => (hostKey.startsWith('host:') ? hostKey.slice('host:'.length) : null),
    joinerWith: (names) => {
      const joiner = joinerOf([...all, ...names], mode);
      return (name) => lastName('', joiner.joined(name));
    },
    earlierNames,
    ambiguous: mode === 'auto' ? all.filter((name) => firstLabel(name) === name && isShared(name)) : [],
  };
}
