import type { RulePattern, RuleStep } from '../../knowledge/rules/schema.ts';
import { listOf } from '../clauses.ts';
import { durationMs } from '../../knowledge/rules/duration.ts';
import { formatDuration } from '../duration.ts';
import type { HistoryEvent } from '../history-event.ts';
import type { Key } from '../keys.ts';
import { before, elapsedMs, measurable, within } from '../relations.ts';
import type { Entry, KeyedEntries, RuleRun } from '../rule-run.ts';
import type { Flags } from '../state.ts';
import { and, FALSE, LENIENT, not, TRUE, type Truth, UNKNOWN } from '../truth.ts';
import { NO_TIMES, NOT_COMPARABLE, orderNote, OTHER_CLOCK, type PatternMatch, type PatternMiss, type PatternResult, type RoleEvent } from './match.ts';
import { bestOfLevels, type Level } from './levels.ts';

type SeqPattern = Extract<RulePattern, { seq: unknown }>;

/** A step ready to run; `times` has been written out. */
interface Step {
  readonly classes: readonly string[];
  readonly gapMs: number | null;
  readonly forbid: readonly string[];
  readonly when: readonly (readonly [string, boolean])[];
}
/** A chain for the first steps; the tail is shared with other chains. */
interface Chain {
  readonly event: HistoryEvent;
  readonly role: string;
  readonly previous: Chain | null;
  readonly first: HistoryEvent;
  readonly length: number;
  readonly value: Truth;
  readonly reasons: readonly string[];
}
type Stop = { readonly by: 'window' | 'gap' | 'forbid' | 'guard' | 'order'; readonly had: number | null; readonly needed: number | null };
type Joined = { readonly value: Truth; readonly reason: string | null; readonly stop: Stop | null };

/** Events that no order decides are offered together; larger groups are taken in order (rule-language.md, section 6.1). */
const MAX_TIE_GROUP = 400;

function stepsOf(pattern: SeqPattern): readonly Step[] {
  return pattern.seq.flatMap((written: RuleStep): Step[] => {
    const step = typeof written === 'string' ? { event: written } : written;
    if ('optional' in step && step.optional === true) return [];
    const compiled: Step = {
      classes: listOf(step.event),
      gapMs: 'gap' in step && step.gap !== undefined ? durationMs(step.gap) : null,
      forbid: 'forbid' in step ? listOf(step.forbid) : [],
      when: 'when' in step ? Object.entries(step.when ?? {}) : [],
    };
    return Array.from({ length: ('times' in step ? step.times : undefined) ?? 1 }, () => compiled);
  });
}

export function runSeq(name: string, pattern: SeqPattern, run: RuleRun, flags: Flags): PatternResult {
  const steps = stepsOf(pattern);
  const names = steps.flatMap((step) => [...step.classes, ...step.forbid]);
  const results = run.group(names, pattern.by ?? run.by).map((group) => new SequenceOfKey(name, pattern, steps, group, run, flags).result());
  return { matches: results.flatMap(({ matches }) => matches), misses: results.flatMap(({ misses }) => misses) };
}

/** The events of one key on their way through the steps: `best` holds the chosen chain for each number of steps (section 6.3). */
class SequenceOfKey {
  readonly #name: string;
  readonly #key: Key;
  readonly #steps: readonly Step[];
  readonly #entries: readonly Entry[];
  readonly #withinMs: number;
  readonly #keepsPrefixes: boolean;
  readonly #optional: readonly string[];
  readonly #run: RuleRun;
  readonly #flags: Flags;
  #nearest: { readonly chain: Chain | null; readonly stop: Stop | null } = { chain: null, stop: null };
  /** The highest truth below the level that a refused condition had: whether a lower level can find more. */
  #refusedAt: Truth = FALSE;

  constructor(name: string, pattern: SeqPattern, steps: readonly Step[], { key, entries }: KeyedEntries, run: RuleRun, flags: Flags) {
    this.#name = name;
    this.#key = key;
    this.#steps = steps;
    this.#entries = entries;
    this.#withinMs = durationMs(pattern.within);
    this.#keepsPrefixes = pattern.skip === 'none';
    this.#optional = pattern.seq.flatMap((step) => (typeof step === 'object' && step.optional === true ? listOf(step.event) : []));
    this.#run = run;
    this.#flags = flags;
  }

  result(): PatternResult {
    const chains = bestOfLevels((level) => {
      this.#refusedAt = FALSE;
      return { found: this.#search(level), refusedAt: this.#refusedAt };
    }, eventsOf);
    const matches = chains.map((chain) => this.#toMatch(chain));
    return { matches, misses: [this.#toMiss()] };
  }

  #search(level: Level): Chain[] {
    const found: Chain[] = [];
    let best: (readonly Chain[])[] = this.#steps.map(() => []);
    for (const group of this.#tieGroups()) {
      let rest = group;
      for (;;) {
        const { next, complete } = this.#offer(best, rest, level);
        if (complete.length === 0 || this.#keepsPrefixes) {
          found.push(...complete);
          best = next;
          break;
        }
        const match = complete[0];
        if (match === undefined) break;
        found.push(match);
        best = this.#steps.map(() => []);
        const used = new Set(eventsOf(match));
        rest = rest.filter(({ event }) => !used.has(event) && before(event, match.event) !== TRUE);
      }
    }
    return found;
  }

  /** Runs of events that no order decides among themselves; an event whose order is sure is a group of its own. */
  *#tieGroups(): Generator<readonly Entry[]> {
    let group: Entry[] = [];
    for (const entry of this.#entries) {
      const mayPrecede = group.slice(-64).some((other) => before(entry.event, other.event) !== FALSE);
      if (group.length > 0 && (!mayPrecede || group.length >= MAX_TIE_GROUP)) {
        yield group;
        group = [];
      }
      group.push(entry);
    }
    if (group.length > 0) yield group;
  }

  /** One group offered to all steps: chains end in it at any step, from chains before it or inside it. */
  #offer(best: readonly (readonly Chain[])[], group: readonly Entry[], level: Level): { next: (readonly Chain[])[]; complete: Chain[] } {
    const next: (readonly Chain[])[] = [];
    let inside: readonly Chain[] = [];
    for (const [index, step] of this.#steps.entries()) {
      const ending: Chain[] = [];
      for (const entry of group) {
        const role = step.classes.find((name) => entry.roles.has(name));
        if (role === undefined) continue;
        const chain = this.#extend(index, step, [...(best[index - 1] ?? []), ...inside], entry.event, role, level);
        if (chain !== null) ending.push(chain);
      }
      next.push(newest([...(best[index] ?? []), ...ending]));
      inside = ending;
    }
    return { next, complete: inside.length === 0 ? [] : [...inside].sort((a, b) => a.event.order - b.event.order) };
  }

  #extend(index: number, step: Step, prefixes: readonly Chain[], event: HistoryEvent, role: string, level: Level): Chain | null {
    const guard = this.#guard(step, event);
    if (index === 0) {
      if (!this.#accept(guard, level)) {
        this.#refused(null, guard);
        return null;
      }
      return this.#reached({ event, role, previous: null, first: event, length: 1, value: guard.value, reasons: reasonsOf(guard) });
    }
    let chosen: Chain | null = null;
    for (const prefix of prefixes) {
      if (holdsEvent(prefix, event)) continue;
      const joined = guard.value === TRUE ? this.#join(step, prefix, event) : weaker(this.#join(step, prefix, event), guard);
      if (!this.#accept(joined, level)) this.#refused(prefix, joined);
      else if (chosen === null || isNewer(prefix, chosen.previous)) {
        const value = and(prefix.value, joined.value);
        chosen = { event, role, previous: prefix, first: prefix.first, length: prefix.length + 1, value, reasons: [...prefix.reasons, ...reasonsOf(joined)] };
      }
    }
    return chosen === null ? null : this.#reached(chosen);
  }

  #accept({ value }: Joined, level: Level): boolean {
    if (value >= level) return true;
    if (value > this.#refusedAt) this.#refusedAt = value;
    return false;
  }

  /** May `event` follow the chain? Order, gap, window and forbidden events between. */
  #join(step: Step, prefix: Chain, event: HistoryEvent): Joined {
    const order = before(prefix.event, event);
    if (order === FALSE) return { value: FALSE, reason: null, stop: { by: 'order', had: null, needed: null } };
    let joined: Joined = { value: order, reason: order === TRUE ? null : orderReason(prefix.event, event, order), stop: null };
    if (step.gapMs !== null) joined = weaker(joined, limit('gap', prefix.event, event, step.gapMs));
    joined = weaker(joined, limit('window', prefix.first, event, this.#withinMs));
    return step.forbid.length === 0 || joined.value === FALSE ? joined : weaker(joined, this.#forbidden(step, prefix.event, event));
  }

  #forbidden(step: Step, from: HistoryEvent, to: HistoryEvent): Joined {
    let result: Joined = this.#unseenForbid(step, from, to);
    for (let index = this.#after(from.order); index < this.#entries.length; index++) {
      const entry = this.#entries[index];
      if (entry === undefined || (entry.event.order > to.order && before(entry.event, to) === FALSE)) break;
      if (entry.event === to || entry.event === from || !step.forbid.some((name) => entry.roles.has(name))) continue;
      const between = and(before(from, entry.event), before(entry.event, to));
      if (between === TRUE) return { value: FALSE, reason: null, stop: { by: 'forbid', had: null, needed: null } };
      if (between !== FALSE) result = weaker(result, { value: LENIENT, reason: orderNote(entry.event.precisionMs), stop: null });
    }
    return result;
  }

  /** A forbidden event that was not seen is surely absent only where the log covers the time between. */
  #unseenForbid(step: Step, from: HistoryEvent, to: HistoryEvent): Joined {
    const isCovered = from.timeMs !== null && to.timeMs !== null && this.#run.covered(step.forbid, to, from.timeMs, to.timeMs) === TRUE;
    return isCovered ? SURE : { value: LENIENT, reason: `the log does not cover the time in which ${step.forbid.join(', ')} would spoil it`, stop: null };
  }

  /** Index of the first entry that may stand behind an order. */
  #after(order: number): number {
    let [low, high] = [0, this.#entries.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#entries[middle]?.event.order ?? 0) <= order) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #guard(step: Step, event: HistoryEvent): Joined {
    let result: Joined = SURE;
    for (const [flag, wanted] of step.when) {
      const reading = this.#flags.readBefore(flag, event, this.#key);
      const value = wanted ? reading.value : not(reading.value);
      if (value !== TRUE) result = weaker(result, { value, reason: reading.reason, stop: { by: 'guard', had: null, needed: null } });
    }
    return result;
  }

  #reached(chain: Chain): Chain {
    if (chain.length > (this.#nearest.chain?.length ?? 0)) this.#nearest = { chain, stop: null };
    return chain;
  }

  #refused(chain: Chain | null, { stop }: Joined): void {
    if (stop === null || stop.by === 'order' || (chain?.length ?? 0) < (this.#nearest.chain?.length ?? 0)) return;
    const known = this.#nearest.stop;
    if (known !== null && (known.had ?? 0) <= (stop.had ?? Number.POSITIVE_INFINITY)) return;
    this.#nearest = { chain: chain ?? this.#nearest.chain, stop };
  }

  #toMatch(chain: Chain): PatternMatch {
    const events: RoleEvent[] = [];
    for (let link: Chain | null = chain; link !== null; link = link.previous) events.unshift({ role: link.role, event: link.event });
    const shown = this.#optional.flatMap((name) => this.#nearestBetween(name, events));
    const ordered = [...events, ...shown].sort((a, b) => a.event.order - b.event.order);
    return { pattern: this.#name, key: this.#key, events: ordered, value: chain.value, reasons: [...new Set(chain.reasons)], absence: null };
  }

  /** Optional steps never decide; the last such event inside the match is shown. */
  #nearestBetween(name: string, events: readonly RoleEvent[]): readonly RoleEvent[] {
    const [from, to] = [events[0]?.event.order ?? 0, events.at(-1)?.event.order ?? 0];
    const inside = this.#run.entriesFor([name], this.#key).filter(({ event }) => event.order > from && event.order < to);
    const last = inside.at(-1);
    return last === undefined || events.some(({ event }) => event === last.event) ? [] : [{ role: name, event: last.event }];
  }

  #toMiss(): PatternMiss {
    const { chain, stop } = this.#nearest;
    const reached: RoleEvent[] = [];
    for (let link = chain; link !== null; link = link.previous) reached.unshift({ role: link.role, event: link.event });
    const seen = (step: Step): number => this.#entries.filter(({ roles }) => step.classes.some((name) => roles.has(name))).length;
    return {
      kind: 'seq',
      pattern: this.#name,
      key: this.#key,
      steps: this.#steps.map((step) => ({ role: step.classes.join('|'), seen: seen(step) })),
      reached: reached.map(({ role }) => role),
      stoppedBy: stop === null || stop.by === 'order' ? null : stop.by,
      had: stop?.had === null || stop?.had === undefined ? null : formatDuration(stop.had),
      needed: stop?.needed === null || stop?.needed === undefined ? null : formatDuration(stop.needed),
      events: reached.map(({ event }) => event),
    };
  }
}

const SURE: Joined = { value: TRUE, reason: null, stop: null };
const reasonsOf = ({ reason }: Joined): readonly string[] => (reason === null ? [] : [reason]);

const weaker = (a: Joined, b: Joined): Joined => {
  if (b.value < a.value) return { ...b, reason: b.reason ?? a.reason };
  return a.reason === null && b.reason !== null ? { ...a, reason: b.reason } : a;
};

function limit(by: 'gap' | 'window', from: HistoryEvent, to: HistoryEvent, limitMs: number): Joined {
  const value = within(from, to, limitMs);
  if (value === TRUE) return SURE;
  if (value === FALSE) return { value, reason: null, stop: { by, had: elapsedMs(from, to), needed: limitMs } };
  return { value, reason: measurable(from, to) === LENIENT ? NO_TIMES : NOT_COMPARABLE, stop: null };
}

function orderReason(a: HistoryEvent, b: HistoryEvent, order: Truth): string {
  if (order === UNKNOWN) return NOT_COMPARABLE;
  if (a.timeMs === null || b.timeMs === null) return NO_TIMES;
  return a.hostKey === b.hostKey ? orderNote(Math.max(a.precisionMs, b.precisionMs)) : OTHER_CLOCK;
}

function holdsEvent(chain: Chain | null, event: HistoryEvent): boolean {
  for (let link = chain; link !== null; link = link.previous) if (link.event === event) return true;
  return false;
}

function eventsOf(chain: Chain): readonly HistoryEvent[] {
  const events: HistoryEvent[] = [];
  for (let link: Chain | null = chain; link !== null; link = link.previous) events.push(link.event);
  return events;
}

/** Latest start, then latest end: the tightest chain. */
const isNewer = (a: Chain, b: Chain | null): boolean =>
  b === null || a.first.order > b.first.order || (a.first.order === b.first.order && a.event.order > b.event.order);

/** The newest chain for each clock: an older one can only be needed where the newest cannot be compared. */
function newest(chains: readonly Chain[]): readonly Chain[] {
  const byClock = new Map<string, Chain>();
  for (const chain of chains) {
    const clock = `${chain.event.timeClass} ${chain.first.timeClass}`;
    const known = byClock.get(clock) ?? null;
    if (isNewer(chain, known)) byClock.set(clock, chain);
  }
  return [...byClock.values()];
}
