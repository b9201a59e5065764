import type { RulePattern } from '../../knowledge/rules/schema.ts';
import { listOf } from '../clauses.ts';
import { durationMs } from '../../knowledge/rules/duration.ts';
import { formatDuration } from '../duration.ts';
import type { HistoryEvent } from '../history-event.ts';
import { elapsedMs, measurable } from '../relations.ts';
import type { RuleRun } from '../rule-run.ts';
import { and, FALSE, LENIENT, LENIENT_FALSE, or, TRUE, type Truth, UNKNOWN } from '../truth.ts';
import { firstMsOf, lastMsOf, NO_TIMES, NOT_COMPARABLE, type PatternMatch, type PatternMiss, type PatternResult, type RoleEvent } from './match.ts';

type NearPattern = Extract<RulePattern, { near: unknown }>;
/** The time around a match in which an event counts as near. */
interface Around {
  readonly match: PatternMatch;
  readonly fromMs: number;
  readonly toMs: number;
}

/** For each match of `around`: was an event of the classes in the time from `before` it to `after` it? Unknown where the log does not tell. */
export function runNear(name: string, pattern: NearPattern, run: RuleRun, matchesOf: (name: string) => readonly PatternMatch[]): PatternResult {
  const { of, around, before = '0s', after = '0s' } = pattern.near;
  const classes = listOf(of);
  const matches: PatternMatch[] = [];
  const misses: PatternMiss[] = [];
  for (const match of matchesOf(around)) {
    const [firstMs, lastMs] = [firstMsOf(match), lastMsOf(match)];
    const area: Around | null = firstMs === null || lastMs === null ? null : { match, fromMs: firstMs - durationMs(before), toMs: lastMs + durationMs(after) };
    const { value, reason, seen } = look(area, match, classes, run);
    const events = [...match.events, ...seen];
    const absence = area === null || value >= LENIENT ? null : { roles: classes, fromMs: area.fromMs, toMs: area.toMs };
    matches.push({ pattern: name, key: match.key, events, value: value >= LENIENT ? and(value, match.value) : value, reasons: reason === null ? [] : [reason], absence });
    if (value < LENIENT) misses.push(missOf(name, match, classes, value, area, run));
  }
  return { matches, misses };
}

function look(area: Around | null, match: PatternMatch, classes: readonly string[], run: RuleRun): { value: Truth; reason: string | null; seen: readonly RoleEvent[] } {
  const own = new Set(match.events.map(({ event }) => event));
  let value: Truth = FALSE;
  const seen: { readonly one: RoleEvent; readonly value: Truth }[] = [];
  for (const { event, roles } of run.entriesFor(classes, match.key)) {
    if (own.has(event)) continue;
    const here = isNear(event, area, match);
    if (here > FALSE) seen.push({ one: { role: classes.find((name) => roles.has(name)) ?? '', event }, value: here });
    value = or(value, here);
  }
  const best = seen.filter((entry) => entry.value === value).map(({ one }) => one);
  if (value >= LENIENT) return { value, reason: value === TRUE ? null : NO_TIMES, seen: best };
  const reference = match.events.at(-1)?.event;
  if (value === UNKNOWN) return { value, reason: NOT_COMPARABLE, seen: [] };
  if (area === null || reference === undefined) return { value: UNKNOWN, reason: NO_TIMES, seen: [] };
  const covered = run.covered(classes, reference, area.fromMs, area.toMs);
  if (covered === TRUE) return { value: FALSE, reason: null, seen: [] };
  if (covered === LENIENT) return { value: LENIENT_FALSE, reason: 'the log seems complete, but carries no record numbers to prove it', seen: [] };
  return { value: UNKNOWN, reason: uncoveredReason(classes, reference, run), seen: [] };
}

function isNear(event: HistoryEvent, area: Around | null, match: PatternMatch): Truth {
  const can = match.events.reduce<Truth>((value, { event: other }) => and(value, measurable(other, event)), TRUE);
  if (can !== TRUE || area === null) return area === null && can === TRUE ? LENIENT : can;
  return (event.timeMs ?? 0) >= area.fromMs && (event.firstMs ?? 0) <= area.toMs ? TRUE : FALSE;
}

function uncoveredReason(classes: readonly string[], reference: HistoryEvent, run: RuleRun): string {
  const missing = run.needsOf(classes).flatMap(({ logs }) => logs.filter((log) => !run.coverage.wasGiven(reference.hostKey, [log])));
  return missing.length > 0 ? `no ${[...new Set(missing)].join(' or ')} log was given` : 'the log given does not cover that time';
}

function missOf(name: string, match: PatternMatch, classes: readonly string[], value: Truth, area: Around | null, run: RuleRun): PatternMiss {
  const entries = run.entriesFor(classes, match.key);
  const reference = match.events[0]?.event;
  const distances = entries.flatMap(({ event }) => (reference !== undefined && measurable(reference, event) === TRUE ? [Math.abs(elapsedMs(reference, event))] : []));
  return {
    kind: 'near',
    pattern: name,
    key: match.key,
    steps: classes.map((role) => ({ role, seen: entries.filter(({ roles }) => roles.has(role)).length })),
    reached: [],
    stoppedBy: value === UNKNOWN ? 'coverage' : 'window',
    had: distances.length === 0 ? null : formatDuration(Math.min(...distances.slice(0, 10_000))),
    needed: area === null ? null : formatDuration(area.toMs - area.fromMs),
    events: [],
  };
}
