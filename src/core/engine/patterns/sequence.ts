import { formatDuration } from '../../model/duration.ts';
import { type Entry, type KeyedEntries, serves } from '../entry.ts';
import type { HistoryEvent } from '../history-event.ts';
import type { Key } from '../keys.ts';
import { before } from '../relations.ts';
import type { RuleRun } from '../rule-run.ts';
import type { Flags } from '../state.ts';
import { and, FALSE, LENIENT, not, TRUE, type Truth, UNKNOWN } from '../truth.ts';
import { type Chain, holdsEvent, linksOf, needed, Prefixes } from './chain.ts';
import { type Joined, limit, orderReason, reasonsOf, type Stop, SURE, weaker } from './joined.ts';
import { bestOfLevels, type Level, type Search } from './levels.ts';
import type { PatternMiss } from './match.ts';
import { SpoilersOfKey } from './spoilers.ts';
import { undecidedGroups } from './undecided.ts';

/** A step ready to run. */
export interface Step {
  readonly classes: readonly string[];
  readonly gapMs: number | null;
  readonly forbid: readonly string[];
  readonly when: readonly (readonly [string, boolean])[];
}
export interface SequencePlan {
  readonly steps: readonly Step[];
  readonly withinMs: number;
  /** `skip: none` */
  readonly keepsPrefixes: boolean;
}

/** The events of one key on their way through the steps: for each number of steps the newest chains (rule-language.md, section 6.3). */
export class SequenceOfKey {
  readonly #plan: SequencePlan;
  readonly #key: Key;
  readonly #entries: readonly Entry[];
  readonly #flags: Flags;
  readonly #spoilers: SpoilersOfKey;
  readonly #isOneLog: boolean;
  #nearest: { readonly chain: Chain | null; readonly stop: Stop | null } = { chain: null, stop: null };
  #refused = new Set<Truth>();

  constructor(plan: SequencePlan, { key, entries }: KeyedEntries, run: RuleRun, flags: Flags) {
    this.#plan = plan;
    this.#key = key;
    this.#entries = entries;
    this.#flags = flags;
    this.#spoilers = new SpoilersOfKey(entries, run);
    this.#isOneLog = entries.every(({ event }) => event.list === entries[0]?.event.list);
  }

  chains(): readonly Chain[] {
    return bestOfLevels((level, surer) => this.#search(level, surer));
  }

  #search(level: Level, surer: readonly Chain[]): Search<Chain> {
    const { keepsPrefixes } = this.#plan;
    // Events of undecided order are offered below TRUE only: at TRUE nothing refuses them, though there may be something to find.
    this.#refused = new Set(this.#isOneLog ? [] : [LENIENT, UNKNOWN]);
    const taken = new Set(keepsPrefixes ? [] : surer.flatMap((chain) => linksOf(chain).map(({ event }) => event)));
    const ends = new Set(surer.map(({ event }) => event));
    const found: Chain[] = [];
    let best = this.#noPrefixes();
    for (const group of undecidedGroups(this.#entries, level)) {
      let rest = taken.size === 0 ? group : group.filter(({ event }) => !taken.has(event));
      for (;;) {
        const ended = this.#offer(best, rest, level);
        // Stable: of those that end at one event the newest comes first.
        const complete = (ended.at(-1) ?? []).toReversed().sort((a, b) => a.event.order - b.event.order);
        const [match] = complete;
        if (match === undefined || keepsPrefixes) {
          for (const chain of complete)
            if (!ends.has(chain.event) && found.at(-1)?.event !== chain.event) found.push(chain);
          for (const [index, chains] of ended.entries()) for (const chain of chains) best[index]?.add(chain);
          break;
        }
        found.push(match);
        best = this.#noPrefixes();
        rest = rest.filter(({ event }) => !holdsEvent(match, event) && before(event, match.event) !== TRUE);
      }
      if (!keepsPrefixes && ends.size > 0)
        for (const { event } of group) if (ends.has(event)) for (const prefixes of best) prefixes.dropUpTo(event.order);
    }
    return { found, refused: this.#refused };
  }

  #noPrefixes(): Prefixes[] {
    return this.#plan.steps.map(() => new Prefixes(this.#isOneLog));
  }

  /** One group offered to all steps: chains that end in it at each step, from chains before it or inside it, the newest of an event last. */
  #offer(best: readonly Prefixes[], group: readonly Entry[], level: Level): readonly (readonly Chain[])[] {
    const ended: (readonly Chain[])[] = [];
    const choices = group.length <= SMALL_GROUP ? MAX_CHOICES : 1;
    let inside: readonly Chain[] = [];
    for (const [index, step] of this.#plan.steps.entries()) {
      const ending: Chain[] = [];
      let split = 0;
      for (const { event, roles } of group) {
        const role = step.classes.find((name) => roles.has(name));
        if (role === undefined) continue;
        const guard = this.#guard(step, event);
        if (index === 0) {
          const chain = this.#begin(event, role, guard, level);
          if (chain !== null) ending.push(chain);
          continue;
        }
        while ((inside[split]?.event.order ?? Number.POSITIVE_INFINITY) < event.order) split += 1;
        const extend = (prefix: Chain) => this.#extend(step, prefix, event, role, guard, level);
        const newestFirst = [
          ...newestOf(inside, extend, choices, split),
          ...newestOf(inside, extend, choices, 0, split),
          ...needed(newestOf(best[index - 1]?.oldestFirst ?? [], extend, MAX_CHOICES, 0)),
        ];
        ending.push(...newestFirst.reverse());
      }
      ended.push(ending);
      inside = ending;
    }
    return ended;
  }

  #begin(event: HistoryEvent, role: string, guard: Joined, level: Level): Chain | null {
    if (this.#accepts(guard, level, null))
      return this.#reached({
        event,
        role,
        previous: null,
        first: event,
        length: 1,
        value: guard.value,
        reasons: reasonsOf(guard),
      });
    return null;
  }

  #extend(step: Step, previous: Chain, event: HistoryEvent, role: string, guard: Joined, level: Level): Chain | null {
    if (holdsEvent(previous, event)) return null;
    const joined = this.#join(step, previous, event, guard, level);
    if (joined === null || !this.#accepts(joined, level, previous)) return null;
    const { first, length, value, reasons } = previous;
    return this.#reached({
      event,
      role,
      previous,
      first,
      length: length + 1,
      value: and(value, joined.value),
      reasons: [...reasons, ...reasonsOf(joined)],
    });
  }

  #accepts({ value, stop }: Joined, level: Level, prefix: Chain | null): boolean {
    if (value >= level) return true;
    this.#refused.add(value);
    this.#stopped(prefix, stop);
    return false;
  }

  /** May `event` follow the chain? Order, gap, window, guard, and last, as it costs most, forbidden events between. null: not in this order. */
  #join(step: Step, prefix: Chain, event: HistoryEvent, guard: Joined, level: Level): Joined | null {
    const order = before(prefix.event, event);
    if (order === FALSE || (!this.#isOneLog && linksOf(prefix).some((link) => before(link.event, event) === FALSE)))
      return null;
    let joined: Joined = {
      value: order,
      reason: order === TRUE ? null : orderReason(prefix.event, event, order),
      stop: null,
    };
    if (step.gapMs !== null) joined = weaker(joined, limit('gap', prefix.event, event, step.gapMs));
    joined = weaker(weaker(joined, limit('window', prefix.first, event, this.#plan.withinMs)), guard);
    if (step.forbid.length === 0 || joined.value < level) return joined;
    const { value, reason } = this.#spoilers.between(step.forbid, prefix.event, event);
    return weaker(joined, { value, reason, stop: value === FALSE ? { by: 'forbid', had: null, needed: null } : null });
  }

  #guard(step: Step, event: HistoryEvent): Joined {
    let result = SURE;
    for (const [flag, wanted] of step.when) {
      const reading = this.#flags.readBefore(flag, event, this.#key);
      const value = wanted ? reading.value : not(reading.value);
      if (value !== TRUE)
        result = weaker(result, { value, reason: reading.reason, stop: { by: 'guard', had: null, needed: null } });
    }
    return result;
  }

  #reached(chain: Chain): Chain {
    if (chain.length > (this.#nearest.chain?.length ?? 0)) this.#nearest = { chain, stop: null };
    return chain;
  }

  #stopped(chain: Chain | null, stop: Stop | null): void {
    if (stop === null || (chain?.length ?? 0) < (this.#nearest.chain?.length ?? 0)) return;
    const known = this.#nearest.stop;
    if (known !== null && (known.had ?? 0) <= (stop.had ?? Number.POSITIVE_INFINITY)) return;
    this.#nearest = { chain: chain ?? this.#nearest.chain, stop };
  }

  /** How far the key got, and what stopped it. */
  miss(): Omit<PatternMiss, 'pattern' | 'key'> {
    const { chain, stop } = this.#nearest;
    const reached = linksOf(chain);
    const written = (ms: number | null | undefined): string | null =>
      ms === null || ms === undefined ? null : formatDuration(ms);
    return {
      kind: 'seq',
      steps: this.#plan.steps.map(({ classes }) => ({
        role: classes.join('|'),
        seen: this.#entries.filter((entry) => serves(entry, classes)).length,
      })),
      reached: reached.map(({ role }) => role),
      stoppedBy: stop?.by ?? null,
      had: written(stop?.had),
      needed: written(stop?.needed),
      events: reached.map(({ event }) => event),
    };
  }
}

/** A small group is tried in all ways, of a large one the newest chains have to do. */
const SMALL_GROUP = 16;
const MAX_CHOICES = 8;

/** The first chains that come about, tried from the newest prefix back. */
function newestOf(
  prefixes: readonly Chain[],
  extend: (prefix: Chain) => Chain | null,
  count: number,
  from: number,
  to = prefixes.length,
): readonly Chain[] {
  const chains: Chain[] = [];
  for (let index = to - 1; index >= from && chains.length < count; index--) {
    const prefix = prefixes[index];
    const chain = prefix === undefined ? null : extend(prefix);
    if (chain !== null) chains.push(chain);
  }
  return chains;
}
