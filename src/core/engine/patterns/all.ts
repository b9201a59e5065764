import type { RulePattern } from '../../knowledge/rules/schema.ts';
import { listOf } from '../clauses.ts';
import { durationMs } from '../../knowledge/rules/duration.ts';
import { formatDuration } from '../duration.ts';
import type { HistoryEvent } from '../history-event.ts';
import { elapsedMs, measurable, within } from '../relations.ts';
import type { Entry, KeyedEntries, RuleRun } from '../rule-run.ts';
import { and, FALSE, LENIENT, TRUE, type Truth } from '../truth.ts';
import { bestOfLevels, type Level } from './levels.ts';
import { NO_TIMES, NOT_COMPARABLE, type PatternMatch, type PatternMiss, type PatternResult, type RoleEvent } from './match.ts';

type AllPattern = Extract<RulePattern, { all: unknown }>;
interface Complete {
  readonly events: readonly RoleEvent[];
  readonly value: Truth;
}

/** Are all at most `limitMs` from each other, whatever their order? */
function together(events: readonly HistoryEvent[], limitMs: number): Truth {
  let value: Truth = TRUE;
  for (const [index, a] of events.entries()) {
    for (const b of events.slice(index + 1)) {
      value = and(value, and(within(a, b, limitMs), within(b, a, limitMs)));
    }
  }
  return value;
}

/** Each entry once, in any order, earliest to latest inside the window; fires at the event that completes the set, with the newest of each other entry. */
export function runAll(name: string, pattern: AllPattern, run: RuleRun): PatternResult {
  const slots = pattern.all.map((entry) => listOf(entry));
  const withinMs = durationMs(pattern.within);
  const results = run.group(slots.flat(), pattern.by ?? run.by).map((group) => {
    const found = bestOfLevels(
      (level) => search(group.entries, slots, withinMs, level),
      ({ events }) => events.map(({ event }) => event),
    );
    const matches = found.map(({ events, value }): PatternMatch => {
      const sorted = [...events].sort((a, b) => a.event.order - b.event.order);
      return { pattern: name, key: group.key, events: sorted, value, reasons: reasonsOf(value, sorted), absence: null };
    });
    return { matches, misses: [missOf(name, group, slots, withinMs)] };
  });
  return { matches: results.flatMap(({ matches }) => matches), misses: results.flatMap(({ misses }) => misses) };
}

const reasonsOf = (value: Truth, events: readonly RoleEvent[]): readonly string[] => {
  if (value === TRUE) return [];
  return [events.some(({ event }) => event.timeMs === null) && value === LENIENT ? NO_TIMES : NOT_COMPARABLE];
};

const slotOf = ({ roles }: Entry, slots: readonly (readonly string[])[]): readonly [number, string] | null => {
  for (const [index, names] of slots.entries()) {
    const role = names.find((name) => roles.has(name));
    if (role !== undefined) return [index, role];
  }
  return null;
};

function search(entries: readonly Entry[], slots: readonly (readonly string[])[], withinMs: number, level: Level) {
  const found: Complete[] = [];
  let refusedAt: Truth = FALSE;
  let newest: (readonly RoleEvent[])[] = slots.map(() => []);
  for (const entry of entries) {
    const slot = slotOf(entry, slots);
    if (slot === null) continue;
    const [index, role] = slot;
    const own: RoleEvent = { role, event: entry.event };
    const others = newest.filter((_, other) => other !== index);
    const complete = others.every((list) => list.length > 0) ? choose(own, others, withinMs) : null;
    if (complete !== null && complete.value >= level) {
      found.push(complete);
      newest = slots.map(() => []);
      continue;
    }
    if (complete !== null && complete.value > refusedAt) refusedAt = complete.value;
    newest[index] = [own, ...(newest[index] ?? []).filter(({ event }) => event.timeClass !== entry.event.timeClass)];
  }
  return { found, refusedAt };
}

/** The newest event of each other entry; of several clocks the one that fits best. */
function choose(own: RoleEvent, others: readonly (readonly RoleEvent[])[], withinMs: number): Complete {
  const events = [own];
  for (const list of others) {
    const fits = (one: RoleEvent): Truth =>
      together(
        [...events, one].map(({ event }) => event),
        withinMs,
      );
    const [best] = [...list].sort((a, b) => fits(b) - fits(a));
    if (best !== undefined) events.push(best);
  }
  return {
    events,
    value: together(
      events.map(({ event }) => event),
      withinMs,
    ),
  };
}

function missOf(name: string, { key, entries }: KeyedEntries, slots: readonly (readonly string[])[], withinMs: number): PatternMiss {
  const bySlot = slots.map((names) => entries.filter(({ roles }) => names.some((role) => roles.has(role))));
  const reached = bySlot.flatMap((list, index) => (list.length > 0 ? [slots[index]?.join('|') ?? ''] : []));
  const nearest = reached.length === slots.length ? tightest(bySlot) : null;
  const isLate = nearest !== null && nearest > withinMs;
  return {
    kind: 'all',
    pattern: name,
    key,
    steps: slots.map((names, index) => ({ role: names.join('|'), seen: bySlot[index]?.length ?? 0 })),
    reached,
    stoppedBy: isLate ? 'window' : null,
    had: isLate ? formatDuration(nearest) : null,
    needed: isLate ? formatDuration(withinMs) : null,
    events: bySlot.flatMap((list) => list.slice(-1).map(({ event }) => event)),
  };
}

/** The smallest distance at which the first two entries ever stood, in ms: what a window would have had to be at least. */
function tightest(bySlot: readonly (readonly Entry[])[]): number | null {
  const marks = bySlot.flatMap((list, slot) => list.filter(({ event }) => event.timeMs !== null).map(({ event }) => ({ event, slot })));
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
