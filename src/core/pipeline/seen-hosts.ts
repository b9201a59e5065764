import { compareNullable, compareText } from '../model/order.ts';
import { isNarrowed, isSameHost } from './period.ts';
import type { ScanOptions } from './source-scan.ts';

/** More machines than any collector has. */
const MAX_HOSTS = 10_000;

/**
 * The hosts of all events of a narrowed run, those that are left out as well: a host that was asked for may have events of another time alone, and
 * the name of one that was not may stand in the path of its log. Where nothing is left out, statistics know them.
 */
export class SeenHosts {
  readonly #isNeeded: boolean;
  /** As logged; null: an event names none. */
  readonly #seen = new Set<string | null>();

  constructor(options: ScanOptions) {
    this.#isNeeded = isNarrowed(options);
  }

  see(host: string | null): void {
    if (!this.#isNeeded || this.#seen.has(host)) return;
    // Beyond the limit any host may be among them, as where none is named.
    this.#seen.add(this.#seen.size < MAX_HOSTS ? host : null);
  }

  all(): readonly (string | null)[] {
    return [...this.#seen].sort(compareNullable);
  }
}

/** Hosts asked for that no source tells of were not looked at; each once, as it was written first. A log that names no host may be of any of them. */
export function hostsNotSeen(asked: readonly string[], seen: readonly (string | null)[]): readonly string[] {
  if (seen.includes(null)) return [];
  const writtenByName = new Map([...asked].reverse().map((host) => [host.toLowerCase(), host]));
  const names = new Set(seen.map((host) => host?.trim().toLowerCase() ?? ''));
  for (const name of names)
    for (const wanted of writtenByName.keys()) if (isSameHost(wanted, name)) writtenByName.delete(wanted);
  return [...writtenByName.values()].sort(compareText);
}
