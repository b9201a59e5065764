import type { HistoryEvent } from '../history-event.ts';
import { elapsedMs, tied } from '../relations.ts';
import type { Truth } from '../truth.ts';

/** Events for the first steps of a sequence; the tail is shared with other chains. */
export interface Chain {
  readonly event: HistoryEvent;
  readonly role: string;
  readonly previous: Chain | null;
  readonly first: HistoryEvent;
  readonly length: number;
  readonly value: Truth;
  readonly reasons: readonly string[];
}

export function holdsEvent(chain: Chain, event: HistoryEvent): boolean {
  for (let link: Chain | null = chain; link !== null; link = link.previous) if (link.event === event) return true;
  return false;
}

/** From the first step to the last. */
export function linksOf(chain: Chain | null): readonly Chain[] {
  const links: Chain[] = [];
  for (let link = chain; link !== null; link = link.previous) links.push(link);
  return links.reverse();
}

/** Of chains that end at the same event, the newest first, those that none before them replaces. */
export function needed(chains: readonly Chain[]): readonly Chain[] {
  const kept: Chain[] = [];
  for (const chain of chains) if (!kept.some((newer) => replaces(newer, chain))) kept.push(chain);
  return kept;
}

/** With one clock and one log a single chain is enough; each further log, clock and jitter may need one more. */
const MAX_PREFIXES = 64;

/**
 * Chains for one number of steps that some later event may still need, the newest last. A newer one replaces an older one unless that
 * could fit where the newer cannot: its times are later because the clock jittered, its clock is another, or the newer one's last
 * event is of the same second as what follows in another log.
 */
export class Prefixes {
  #chains: readonly Chain[] = [];
  readonly #isOneLog: boolean;

  constructor(isOneLog: boolean) {
    this.#isOneLog = isOneLog;
  }

  get oldestFirst(): readonly Chain[] {
    return this.#chains;
  }

  add(chain: Chain): void {
    const kept: Chain[] = [];
    let hasSpare = this.#isOneLog;
    for (const older of this.#chains.toReversed()) {
      const isSpare = replaces(chain, older) && !hasSpare && !tied(chain.event, older.event);
      if (isSpare) hasSpare = true;
      if (isSpare || !replaces(chain, older)) kept.push(older);
    }
    this.#chains = [...kept.slice(0, MAX_PREFIXES - 1).reverse(), chain];
  }

  /** Nothing that began up to here goes on. */
  dropUpTo(order: number): void {
    this.#chains = this.#chains.filter(({ first }) => first.order > order);
  }
}

const replaces = (newer: Chain, older: Chain): boolean =>
  isNoEarlier(newer.event, older.event) && (newer.first === older.first || isNoEarlier(newer.first, older.first));

const isNoEarlier = (newer: HistoryEvent, older: HistoryEvent): boolean =>
  newer.list === older.list &&
  newer.segment === older.segment &&
  newer.timeClass === older.timeClass &&
  newer.order >= older.order &&
  elapsedMs(older, newer) >= 0;
