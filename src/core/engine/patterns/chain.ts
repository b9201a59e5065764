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
const MAX_PREFIXES = 16;

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
    const [newest] = this.#chains.slice(-1);
    // The usual case: one log, its clock running forward.
    if (newest === undefined || (this.#isOneLog && this.#chains.length === 1 && replaces(chain, newest)))
      this.#chains = [chain];
    else this.#chains = [...this.#stillNeeded(chain, newest), chain];
  }

  #stillNeeded(chain: Chain, newest: Chain): readonly Chain[] {
    if (this.#isOneLog && newest.event.segment !== chain.event.segment) return newestOfEach(this.#chains);
    const kept: Chain[] = [];
    let hasSpare = this.#isOneLog;
    for (let index = this.#chains.length - 1; index >= 0 && kept.length < MAX_PREFIXES - 1; index--) {
      const older = this.#chains[index];
      if (older === undefined) continue;
      const isTied = !this.#isOneLog && tied(chain.event, older.event);
      if (!replaces(chain, older) || (isTied && older.event.list !== chain.event.list)) kept.push(older);
      else if (!isTied && !hasSpare) {
        kept.push(older);
        hasSpare = true;
      }
    }
    return kept.reverse();
  }

  /** Nothing that began up to here goes on. */
  dropUpTo(order: number): void {
    this.#chains = this.#chains.filter(({ first }) => first.order > order);
  }
}

/**
 * Behind a border of the clock all that is older is equally unknown, so that the newest of it is enough; but what has no time is not measured: there a
 * window or a gap holds leniently.
 */
function newestOfEach(chains: readonly Chain[]): readonly Chain[] {
  const needed = new Set<Chain>();
  for (const [hasFirst, hasLast] of TIMES_TOLD) {
    const chain = chains.findLast(
      ({ first, event }) => (hasFirst || first.timeMs === null) && (hasLast || event.timeMs === null),
    );
    if (chain !== undefined) needed.add(chain);
  }
  return chains.filter((chain) => needed.has(chain));
}
/** Of its first and its last event. */
const TIMES_TOLD = [
  [true, true],
  [true, false],
  [false, true],
  [false, false],
] as const;

/** Whatever may follow the older chain may follow the newer one, as far as window and gap decide. */
const replaces = (newer: Chain, older: Chain): boolean =>
  isNoEarlier(newer.event, older.event) &&
  (newer.first === older.first || isNoEarlier(newer.first, older.first) || (isCutOff(newer) && isCutOff(older)));

/** Both are measured alike by what follows, and the newer stands at least as late. Against a log, what follows a step of its clock is not measured. */
const isNoEarlier = (newer: HistoryEvent, older: HistoryEvent): boolean =>
  newer.timeClass === older.timeClass &&
  newer.order >= older.order &&
  elapsedMs(older, newer) >= 0 &&
  newer.segment === older.segment &&
  (!newer.isStepped || newer.list === older.list);

/** The clock stepped back inside the chain: its window is unknown whatever follows. */
const isCutOff = ({ first, event }: Chain): boolean => first.list === event.list && first.segment !== event.segment;
