import type { RulePattern } from '../../knowledge/rules/schema.ts';
import { listOf } from '../clauses.ts';
import { durationMs } from '../../knowledge/rules/duration.ts';
import { formatDuration } from '../duration.ts';
import type { HistoryEvent } from '../history-event.ts';
import { before, elapsedMs, within } from '../relations.ts';
import type { Entry, RuleRun } from '../rule-run.ts';
import { and, FALSE, LENIENT, TRUE, type Truth, UNKNOWN } from '../truth.ts';
import { NO_TIMES, type PatternMatch, type PatternMiss, type PatternResult, type RoleEvent } from './match.ts';

type AbsentPattern = Extract<RulePattern, { absent: unknown }>;
interface Looked {
  readonly value: Truth;
  readonly reason: string | null;
  readonly seen: RoleEvent | null;
  readonly fromMs: number;
  readonly toMs: number;
}

/** For each match of the pattern it stands after (or before): was none of the events there, as far as the log tells? */
export function runAbsent(name: string, pattern: AbsentPattern, run: RuleRun, matchesOf: (name: string) => readonly PatternMatch[]): PatternResult {
  const { of, after, before: ahead, for: duration, until } = pattern.absent;
  const query = { classes: listOf(of), until: listOf(until), forMs: durationMs(duration), forward: after !== undefined };
  const matches: PatternMatch[] = [];
  const misses: PatternMiss[] = [];
  for (const match of matchesOf(after ?? ahead ?? '')) {
    const looked = look(query, match, run);
    const events = looked.seen === null ? match.events : [...match.events, looked.seen];
    const value = and(looked.value, match.value);
    const absence = { roles: query.classes, fromMs: looked.fromMs, toMs: looked.toMs };
    matches.push({ pattern: name, key: match.key, events, value, reasons: looked.reason === null ? match.reasons : [looked.reason], absence });
    misses.push(missOf(name, match, query.classes, looked, run));
  }
  return { matches, misses };
}

interface Query {
  readonly classes: readonly string[];
  readonly until: readonly string[];
  readonly forMs: number;
  readonly forward: boolean;
}

/** Runs away from the reference in the direction of the query; the mirror image of `after` is `before`. */
function look(query: Query, match: PatternMatch, run: RuleRun): Looked {
  const reference = (query.forward ? match.events.at(-1) : match.events[0])?.event;
  if (reference === undefined || reference.timeMs === null) return { value: UNKNOWN, reason: NO_TIMES, seen: null, fromMs: 0, toMs: 0 };
  const follows = (a: HistoryEvent, b: HistoryEvent): Truth => (query.forward ? before(a, b) : before(b, a));
  const inTime = (event: HistoryEvent): Truth => (query.forward ? within(reference, event, query.forMs) : within(event, reference, query.forMs));
  const behind = (names: readonly string[]): readonly Entry[] =>
    run.entriesFor(names, match.key).filter(({ event }) => event !== reference && follows(reference, event) !== FALSE && inTime(event) !== FALSE);
  const ends = behind(query.until).filter(({ event }) => and(follows(reference, event), inTime(event)) === TRUE);
  const end = query.forward ? ends[0] : ends.at(-1);
  const candidates = behind(query.classes).filter(({ event }) => end === undefined || event === end.event || follows(end.event, event) !== TRUE);
  const limit = end === undefined ? (query.forward ? 1 : -1) * query.forMs : elapsedMs(reference, end.event);
  const [fromMs, toMs] = [Math.min(reference.timeMs, reference.timeMs + limit), Math.max(reference.timeMs, reference.timeMs + limit)];
  const sure = candidates.find(({ event }) => and(follows(reference, event), inTime(event)) === TRUE && (end === undefined || follows(event, end.event) === TRUE));
  if (sure !== undefined) return { value: FALSE, reason: null, seen: roleIn(sure, query.classes), fromMs, toMs };
  const doubtful = candidates[0];
  if (doubtful !== undefined) return { value: UNKNOWN, reason: 'an event of it stands where the order is not decidable', seen: null, fromMs, toMs };
  const value = run.covered(query.classes, reference, fromMs, toMs);
  return { value, reason: coverageReason(value, query, reference, run), seen: null, fromMs, toMs };
}

const roleIn = ({ event, roles }: Entry, classes: readonly string[]): RoleEvent => ({ role: classes.find((name) => roles.has(name)) ?? '', event });

function coverageReason(value: Truth, query: Query, reference: HistoryEvent, run: RuleRun): string | null {
  if (value === TRUE) return null;
  if (value === LENIENT) return 'the log seems complete, but carries no record numbers to prove it';
  const id = reference.event.eventId ?? 'it';
  const ends = run.needsOf(query.classes).map((need) => run.coverage.coveredUntil(reference.hostKey, need, reference.timeClass, reference.timeMs ?? 0));
  const end = ends.includes(null) ? null : Math.min(...ends.flatMap((one) => (one === null ? [] : [one])));
  if (query.forward && end !== null && end < (reference.timeMs ?? 0) + query.forMs) {
    return `the log ends ${formatDuration(end - (reference.timeMs ?? 0))} after ${id}, ${formatDuration(query.forMs)} are needed`;
  }
  return `the log given does not cover the ${formatDuration(query.forMs)} ${query.forward ? 'after' : 'before'} ${id}`;
}

function missOf(name: string, match: PatternMatch, classes: readonly string[], looked: Looked, run: RuleRun): PatternMiss {
  const reference = match.events.at(-1)?.event ?? null;
  const seenEvent = looked.seen?.event ?? null;
  return {
    kind: 'absent',
    pattern: name,
    key: match.key,
    steps: classes.map((role) => ({ role, seen: run.entriesFor([role], match.key).length })),
    reached: [],
    stoppedBy: looked.value === FALSE ? 'seen' : looked.value === UNKNOWN ? 'coverage' : null,
    had: seenEvent !== null && reference !== null && seenEvent.timeMs !== null ? formatDuration(elapsedMs(reference, seenEvent)) : null,
    needed: formatDuration(looked.toMs - looked.fromMs),
    events: seenEvent === null ? [] : [seenEvent],
  };
}
