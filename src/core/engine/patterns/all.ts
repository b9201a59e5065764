import { durationMs } from '../../knowledge/rules/duration.ts';
import type { RulePattern } from '../../knowledge/rules/schema.ts';
import { formatDuration } from '../../model/duration.ts';
import { listOf } from '../../model/list-of.ts';
import { type Entry, type KeyedEntries, serves } from '../entry.ts';
import type { HistoryEvent } from '../history-event.ts';
import { clockOf, elapsedMs, measurable, within } from '../relations.ts';
import type { RuleRun } from '../rule-run.ts';
import { and, TRUE, type Truth } from '../truth.ts';
import { inTimeOrder } from './clocks.ts';
import { bestOfLevels, type Level, type Search } from './levels.ts';
import { distanceReasons, type PatternMatch, type PatternMiss, type PatternResult, type RoleEvent } from './match.ts';

type AllPattern = Extract<RulePattern, { all: unknown }>;
interface Complete {
  readonly events: readonly RoleEvent[];
  readonly value: Truth;
  /** The event that completed the set. */
  readonly end: HistoryEvent;
}

/** How surely an event is at most `limitMs` from each of the others, whichever comes first. */
function isNearAll(event: HistoryEvent, others: readonly RoleEvent[], limitMs: number): Truth {
  let value: Truth = TRUE;
  for (const { event: other } of others)
    value = and(value, and(within(other, event, limitMs), within(event, other, limitMs)));
  return value;
}

/** Each entry once, in any order, earliest to latest inside the window; fires at the event that completes the set, with the newest event of each other entry. */
export function runAll(name: string, pattern: AllPattern, run: RuleRun): PatternResult {
  const slots = pattern.all.map((entry) => listOf(entry));
  const withinMs = durationMs(pattern.within);
  const results = run.group(slots, pattern.by ?? run.by).map((group) => {
    const entries = inTimeOrder(group.entries);
    const found = bestOfLevels<Complete>((level, surer) => search(entries, slots, withinMs, level, surer));
    const matches = found.map(({ events, value }): PatternMatch => {
      const sorted = events.toSorted((a, b) => a.event.order - b.event.order);
      return {
        pattern: name,
        key: group.key,
        events: sorted,
        value,
        reasons: distanceReasons(
          value,
          sorted.map(({ event }) => event),
        ),
        absence: null,
      };
    });
    return { matches, miss: missOf(name, group, slots, withinMs) };
  });
  return { matches: results.flatMap(({ matches }) => matches), misses: results.map(({ miss }) => miss) };
}

const slotOf = ({ roles }: Entry, slots: readonly (readonly string[])[]): readonly [number, string] | null => {
  for (const [index, names] of slots.entries()) {
    const role = names.find((name) => roles.has(name));
    if (role !== undefined) return [index, role];
  }
  return null;
};

/** So many events of one entry are held ready: the newest of each clock. */
const MAX_CLOCKS = 16;

/** What a match used, and what is older than its end, is gone. */
function search(
  entries: readonly Entry[],
  slots: readonly (readonly string[])[],
  withinMs: number,
  level: Level,
  surer: readonly Complete[],
): Search<Complete> {
  const found: Complete[] = [];
  const refused = new Set<Truth>();
  const taken = new Set(surer.flatMap(({ events }) => events.map(({ event }) => event)));
  const ends = new Set(surer.map(({ end }) => end));
  const nothing = slots.map((): readonly RoleEvent[] => []);
  let newest = nothing;
  for (const entry of entries) {
    if (ends.has(entry.event)) newest = nothing;
    const slot = taken.has(entry.event) ? null : slotOf(entry, slots);
    if (slot === null) continue;
    const [index, role] = slot;
    const own: RoleEvent = { role, event: entry.event };
    const complete = choose(own, newest.toSpliced(index, 1), withinMs);
    if (complete !== null && complete.value >= level) {
      found.push(complete);
      newest = nothing;
      continue;
    }
    if (complete !== null) refused.add(complete.value);
    const clock = clockOf(entry.event);
    const others = (newest[index] ?? []).filter(({ event }) => clockOf(event) !== clock);
    newest = newest.with(index, [own, ...others.slice(0, MAX_CLOCKS - 1)]);
  }
  return { found, refused };
}

/** The newest event of each other entry. One clock, beside events without a time, is surer than several. null: not all of them were there. */
function choose(own: RoleEvent, others: readonly (readonly RoleEvent[])[], withinMs: number): Complete | null {
  if (others.some((list) => list.length === 0)) return null;
  const clocks = new Set([own, ...others.flat()].map(({ event }) => clockOf(event)));
  const ownClock = clockOf(own.event);
  let best = fitOf(own, others, withinMs);
  for (const clock of best === null || best.value === TRUE || clocks.size === 1
    ? []
    : ownClock === null
      ? clocks
      : [ownClock]) {
    const ofClock = others.map((list) =>
      list.filter(({ event }) => clockOf(event) === clock || clockOf(event) === null),
    );
    const complete = fitOf(own, ofClock, withinMs);
    if (complete !== null && (best === null || complete.value > best.value)) best = complete;
  }
  return best;
}

/** Of each entry the event that fits best to those chosen before. */
function fitOf(own: RoleEvent, others: readonly (readonly RoleEvent[])[], withinMs: number): Complete | null {
  const events = [own];
  let value: Truth = TRUE;
  for (const list of others) {
    let best: { readonly one: RoleEvent; readonly fits: Truth } | null = null;
    for (const one of list) {
      const fits = isNearAll(one.event, events, withinMs);
      if (best === null || fits > best.fits) best = { one, fits };
    }
    if (best === null) return null;
    events.push(best.one);
    value = and(value, best.fits);
  }
  return { events, value, end: own.event };
}

function missOf(
  name: string,
  { key, entries }: KeyedEntries,
  slots: readonly (readonly string[])[],
  withinMs: number,
): PatternMiss {
  const bySlot = slots.map((names) => entries.filter((entry) => serves(entry, names)));
  const reached = bySlot.flatMap((list, index) => (list.length > 0 ? [slots[index]?.join('|') ?? ''] : []));
  const nearest = reached.length === slots.length ? tightest(bySlot) : null;
  const isLate = nearest !== null && nearest > withinMs;
  const isOfOtherZones = nearest === null && reached.length === slots.length && haveSeveralZones(bySlot.flat());
  return {
    kind: 'all',
    pattern: name,
    key,
    steps: slots.map((names, index) => ({ role: names.join('|'), seen: bySlot[index]?.length ?? 0 })),
    reached,
    stoppedBy: isLate ? 'window' : isOfOtherZones ? 'zone' : null,
    had: isLate ? formatDuration(nearest) : null,
    needed: isLate ? formatDuration(withinMs) : null,
    events: bySlot.flatMap((list) => list.slice(-1).map(({ event }) => event)),
  };
}

/** Times that no zone ties to each other tell no distance. */
const haveSeveralZones = (entries: readonly Entry[]): boolean =>
  new Set(entries.flatMap(({ event: { timeClass } }) => (timeClass === null ? [] : [timeClass]))).size > 1;

/** The smallest distance at which the first two entries ever stood, in ms: what a window would have had to be at least. */
function tightest(bySlot: readonly (readonly Entry[])[]): number | null {
  const marks = bySlot.flatMap((list, slot) =>
    list.filter(({ event }) => event.timeMs !== null).map(({ event }) => ({ event, slot })),
  );
  marks.sort((a, b) => a.event.order - b.event.order);
  const last = new Map<number, HistoryEvent>();
  let smallest: number | null = null;
  for (const { event, slot } of marks) {
    last.set(slot, event);
    if (last.size < bySlot.length) continue;
    const comparable = [...last.values()].every((other) => measurable(other, event) === TRUE);
    const span = Math.max(...[...last.values()].map((other) => Math.abs(elapsedMs(other, event))));
    if (comparable && (smallest === null || span < smallest)) smallest = span;
  }
  return smallest;
}
