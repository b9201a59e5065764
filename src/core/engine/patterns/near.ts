import { durationMs } from '../../knowledge/rules/duration.ts';
import type { RulePattern } from '../../knowledge/rules/schema.ts';
import { formatDuration } from '../../model/duration.ts';
import type { EventRecord } from '../../model/event.ts';
import { listOf } from '../../model/list-of.ts';
import type { FindingVerdict } from '../../model/verdict.ts';
import type { HistoryEvent } from '../history-event.ts';
import { clockOf, elapsedMs, haveTimes, isAcrossStep, reaches } from '../relations.ts';
import type { RuleRun } from '../rule-run.ts';
import { and, FALSE, LENIENT, LENIENT_FALSE, or, TRUE, type Truth, UNKNOWN } from '../truth.ts';
import { atFinerKeys } from './finer-keys.ts';
import {
  distanceReason,
  MAX_MISSES,
  NO_TIMES,
  type PatternMatch,
  type PatternMiss,
  type PatternResult,
  type RoleEvent,
  roleEvent,
} from './match.ts';

type NearPattern = Extract<RulePattern, { near: unknown }>;
/** The time around a match in which an event counts as near. */
interface Around {
  readonly earliest: HistoryEvent;
  readonly latest: HistoryEvent;
  /** One event of each log and clock of the match: all that measuring needs. */
  readonly clocks: readonly HistoryEvent[];
  readonly own: ReadonlySet<HistoryEvent>;
  readonly beforeMs: number;
  readonly afterMs: number;
  readonly fromMs: number;
  readonly toMs: number;
}

/** For each match of `around`: was an event of the classes in the time from `before` it to `after` it? Unknown where the log does not tell. */
export function runNear(
  name: string,
  pattern: NearPattern,
  run: RuleRun,
  matchesOf: (name: string) => readonly PatternMatch[],
): PatternResult {
  const { of, around, before = '0s', after = '0s' } = pattern.near;
  const classes = listOf(of);
  const matches: PatternMatch[] = [];
  const misses: PatternMiss[] = [];
  for (const match of atFinerKeys(matchesOf(around), classes, run)) {
    const area = areaOf(match, durationMs(before), durationMs(after));
    const { value, reason, seen } = area === null ? NOWHERE : look(area, match, classes, run);
    const absence = area === null || value >= LENIENT ? null : { roles: classes, fromMs: area.fromMs, toMs: area.toMs };
    matches.push({
      pattern: name,
      key: match.key,
      events: [...match.events, ...seen],
      value: and(value, match.value),
      reasons: reason === null ? match.reasons : [reason],
      absence,
    });
    if (value < LENIENT && misses.length < MAX_MISSES) misses.push(missOf(name, match, classes, value, area, run));
  }
  return { matches, misses };
}

interface Looked {
  readonly value: Truth;
  readonly reason: string | null;
  readonly seen: readonly RoleEvent[];
}
const NOWHERE: Looked = { value: UNKNOWN, reason: null, seen: [] };

/** null: a match without events. */
function areaOf({ events }: PatternMatch, beforeMs: number, afterMs: number): Around | null {
  const timed = events.filter(({ event }) => event.timeMs !== null);
  let [earliest, latest] = [(timed[0] ?? events[0])?.event, (timed[0] ?? events[0])?.event];
  for (const { event } of timed) {
    if (earliest !== undefined && elapsedMs(event, earliest) > 0) earliest = event;
    if (latest !== undefined && elapsedMs(latest, event) > 0) latest = event;
  }
  if (earliest === undefined || latest === undefined) return null;
  const [fromMs, toMs] = [(earliest.firstMs ?? 0) - beforeMs, (latest.timeMs ?? 0) + afterMs];
  return {
    earliest,
    latest,
    clocks: clocksOf(events),
    own: new Set(events.map(({ event }) => event)),
    beforeMs,
    afterMs,
    fromMs,
    toMs,
  };
}

function clocksOf(events: readonly RoleEvent[]): readonly HistoryEvent[] {
  const [first, ...others] = events.map(({ event }) => event);
  if (first === undefined || others.every((event) => isOfClock(event, first)))
    return first === undefined ? [] : [first];
  return [...new Map([first, ...others].map((event) => [`${clockOf(event)} ${event.list}`, event])).values()];
}
const isOfClock = (a: HistoryEvent, b: HistoryEvent): boolean =>
  a.list === b.list && a.segment === b.segment && a.timeClass === b.timeClass;

/** So many events that are near belong to the match, and so many are looked at where nothing is sure. */
const MAX_SEEN = 100;
const MAX_LOOKED = 1000;

function look(area: Around, match: PatternMatch, classes: readonly string[], run: RuleRun): Looked {
  let value: Truth = FALSE;
  let looked = 0;
  const seen: { readonly one: RoleEvent; readonly value: Truth }[] = [];
  const undecided: HistoryEvent[] = [];
  for (const entry of run.indexFor(classes, match.key).between(clockOf(area.latest), area.fromMs, area.toMs)) {
    const { event } = entry;
    if (area.own.has(event)) continue;
    const here = isNear(event, area);
    if (here === UNKNOWN) undecided.push(event);
    if (here > FALSE) seen.push({ one: roleEvent(classes, entry), value: here });
    value = or(value, here);
    looked += 1;
    if (looked >= MAX_LOOKED || (value === TRUE && seen.length >= MAX_SEEN)) break;
  }
  if (value >= LENIENT)
    return {
      value,
      reason: value === TRUE ? null : NO_TIMES,
      seen: seen
        .filter((nearby) => nearby.value === value)
        .slice(0, MAX_SEEN)
        .map(({ one }) => one),
    };
  if (value === UNKNOWN) return { value, reason: distanceReason([...area.clocks, ...undecided]), seen: [] };
  return unseen(area, match, classes, run);
}

function unseen(area: Around, { events }: PatternMatch, classes: readonly string[], run: RuleRun): Looked {
  if (events.every(({ event }) => event.timeMs === null)) return { value: UNKNOWN, reason: NO_TIMES, seen: [] };
  const { latest, fromMs, toMs, beforeMs, afterMs } = area;
  const covered = run.covered(classes, latest, { fromMs, toMs });
  if (covered === TRUE) return { value: FALSE, reason: null, seen: [] };
  const about = { fromMs: fromMs + beforeMs, toMs: toMs - afterMs, word: 'it' };
  const reason = run.reservation(classes, latest, { fromMs, toMs }, about);
  return { value: covered === LENIENT ? LENIENT_FALSE : UNKNOWN, reason, seen: [] };
}

function isNear(event: HistoryEvent, area: Around): Truth {
  const { earliest, latest, clocks, own } = area;
  const have = clocks.reduce<Truth>((value, other) => and(value, haveTimes(other, event)), TRUE);
  if (have !== TRUE) return holdsOwn(event, own) ? TRUE : have;
  if (!clocks.some((other) => isAcrossStep(other, event)))
    return and(isLateEnough(event, earliest, area), isEarlyEnough(event, latest, area));
  let [late, early]: [Truth, Truth] = [FALSE, FALSE];
  for (const other of own) {
    late = or(late, isLateEnough(event, other, area));
    early = or(early, isEarlyEnough(event, other, area));
  }
  return and(late, early);
}

/** A finding that reads an event of the match itself, be it as evidence: nothing lies between the two, whatever their time. */
function holdsOwn({ finding }: HistoryEvent, own: ReadonlySet<HistoryEvent>): boolean {
  if (finding === null) return false;
  const read = readBy(finding);
  for (const { event } of own) if (read.has(event)) return true;
  return false;
}

/** A finding of a hundred thousand events may be asked for at as many matches. */
const readByFinding = new WeakMap<FindingVerdict, ReadonlySet<EventRecord>>();
function readBy(finding: FindingVerdict): ReadonlySet<EventRecord> {
  const known =
    readByFinding.get(finding) ?? new Set([...finding.events, ...finding.evidence.map(({ event }) => event)]);
  readByFinding.set(finding, known);
  return known;
}

/** A finding reaches from its first to its last event, in whole milliseconds. */
const isLateEnough = (event: HistoryEvent, other: HistoryEvent, { beforeMs }: Around): Truth => {
  if (other.finding === null) return reaches(event, other, beforeMs);
  return (event.timeMs ?? 0) >= (other.firstMs ?? 0) - beforeMs ? TRUE : FALSE;
};
const isEarlyEnough = (event: HistoryEvent, other: HistoryEvent, { afterMs }: Around): Truth => {
  if (event.finding === null) return reaches(other, event, afterMs);
  return (event.firstMs ?? 0) <= (other.timeMs ?? 0) + afterMs ? TRUE : FALSE;
};

function missOf(
  name: string,
  match: PatternMatch,
  classes: readonly string[],
  value: Truth,
  area: Around | null,
  run: RuleRun,
): PatternMiss {
  const index = run.indexFor(classes, match.key);
  const distance = area === null ? null : index.distanceMs(clockOf(area.earliest), area.earliest.timeMs ?? 0);
  return {
    kind: 'near',
    pattern: name,
    key: match.key,
    steps: classes.map((role) => ({ role, seen: index.count(role) })),
    reached: [],
    stoppedBy: value === UNKNOWN ? 'coverage' : 'window',
    had: distance === null ? null : formatDuration(distance),
    needed: area === null ? null : formatDuration(area.toMs - area.fromMs),
    events: [],
  };
}
