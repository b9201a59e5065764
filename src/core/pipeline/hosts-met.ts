import { compareText } from '../model/order.ts';
import { isSameHost } from './period.ts';

/** Which of the hosts asked for a source tells of, in the period or not. A log that names no host may be of any of them. */
export class HostsMet {
  readonly #asked: readonly string[];
  /** As logged: a log has few, and each is looked at once. */
  readonly #known = new Set<string | null>();
  readonly #met = new Set<string>();

  /** @param asked in lower case */
  constructor(asked: readonly string[] = []) {
    this.#asked = asked;
  }

  meet(host: string | null): void {
    if (this.#met.size === this.#asked.length || this.#known.has(host)) return;
    this.#known.add(host);
    const name = host?.trim().toLowerCase();
    for (const asked of this.#asked) if (name === undefined || isSameHost(asked, name)) this.#met.add(asked);
  }

  /** In lower case. */
  all(): readonly string[] {
    return [...this.#met].sort(compareText);
  }
}

/** Hosts asked for that no source tells of were not looked at; each once, as it was written first. */
export function hostsNotMet(asked: readonly string[], met: readonly string[]): readonly string[] {
  const writtenByName = new Map([...asked].reverse().map((host) => [host.toLowerCase(), host]));
  for (const name of met) writtenByName.delete(name);
  return [...writtenByName.values()].sort(compareText);
}
