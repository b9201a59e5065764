import { durationMs } from '../../knowledge/rules/duration.ts';
import type { RulePattern } from '../../knowledge/rules/schema.ts';
import { formatDuration } from '../../model/duration.ts';
import { listOf } from '../../model/list-of.ts';
import type { Entry } from '../entry.ts';
import { type EntryIndex, LOOK_ASIDE } from '../entry-index.ts';
import type { HistoryEvent } from '../history-event.ts';
import { before, elapsedMs, reaches } from '../relations.ts';
import type { RuleRun } from '../rule-run.ts';
import { type Span, spanBetween } from '../spans.ts';
import { and, FALSE, LENIENT, not, or, TRUE, type Truth, UNKNOWN } from '../truth.ts';
import { atFinerKeys } from './finer-keys.ts';
import {
  MAX_MISSES,
  NO_TIMES,
  type PatternMatch,
  type PatternMiss,
  type PatternResult,
  type RoleEvent,
  roleEvent,
} from './match.ts';

type AbsentPattern = Extract<RulePattern, { absent: unknown }>;
interface Looked {
  readonly value: Truth;
  readonly reason: string | null;
  readonly seen: RoleEvent | null;
  readonly fromMs: number;
  readonly toMs: number;
}
interface Query {
  readonly classes: readonly string[];
  readonly until: readonly string[];
  readonly forMs: number;
  readonly forward: boolean;
}

/** For each match of the pattern it stands after (or before): was none of the events there, as far as the log tells? */
export function runAbsent(
  name: string,
  pattern: AbsentPattern,
  run: RuleRun,
  matchesOf: (name: string) => readonly PatternMatch[],
): PatternResult {
  const { of, after, before: ahead, for: duration, until } = pattern.absent;
  const query: Query = {
    classes: listOf(of),
    until: listOf(until),
    forMs: durationMs(duration),
    forward: after !== undefined,
  };
  const matches: PatternMatch[] = [];
  const misses: PatternMiss[] = [];
  for (const match of atFinerKeys(matchesOf(after ?? ahead ?? ''), [...query.classes, ...query.until], run)) {
    const looked = look(query, match, run);
    const events = looked.seen === null ? match.events : [...match.events, looked.seen];
    const value = and(looked.value, match.value);
    const absence = { roles: query.classes, fromMs: looked.fromMs, toMs: looked.toMs };
    matches.push({
      pattern: name,
      key: match.key,
      events,
      value,
      reasons: looked.reason === null ? match.reasons : [looked.reason],
      absence,
    });
    if (misses.length < MAX_MISSES) misses.push(missOf(name, match, query.classes, looked, run));
  }
  return { matches, misses };
}

/** Runs away from the reference in the direction of the query; the mirror image of `after` is `before`. */
function look(query: Query, match: PatternMatch, run: RuleRun): Looked {
  const reference = (query.forward ? match.events.at(-1) : match.events[0])?.event;
  if (reference === undefined || reference.timeMs === null)
    return { value: UNKNOWN, reason: NO_TIMES, seen: null, fromMs: 0, toMs: 0 };
  const follows = (a: HistoryEvent, b: HistoryEvent): Truth => (query.forward ? before(a, b) : before(b, a));
  const lies = (event: HistoryEvent): Truth =>
    and(
      follows(reference, event),
      query.forward ? reaches(reference, event, query.forMs) : reaches(event, reference, query.forMs),
    );
  const end = find(run.indexFor(query.until, match.key), reference, query.forward, lies);
  // The event that ends the time belongs to it.
  const isBeyond = (last: Entry | null, event: HistoryEvent): Truth =>
    last === null || last.event === event ? FALSE : and(lies(last.event), follows(last.event, event));
  const liesAhead = (event: HistoryEvent): Truth =>
    and(lies(event), not(or(isBeyond(end.sure, event), isBeyond(end.possible, event))));
  const { sure, possible } = find(run.indexFor(query.classes, match.key), reference, query.forward, liesAhead);
  const farMs = end.sure?.event.timeMs ?? reference.timeMs + (query.forward ? query.forMs : -query.forMs);
  const { fromMs, toMs } = spanBetween(reference.timeMs, farMs);
  if (sure !== null) return { value: FALSE, reason: null, seen: roleEvent(query.classes, sure), fromMs, toMs };
  if (possible !== null)
    return {
      value: UNKNOWN,
      reason: 'one of its events stands where the order cannot be decided',
      seen: null,
      fromMs,
      toMs,
    };
  // What should come needs a machine that runs; what was there before did not.
  const asked = { fromMs, toMs, isAwake: query.forward };
  const value = run.covered(query.classes, reference, asked);
  return { value, reason: coverageReason(value, query, reference, asked, run), seen: null, fromMs, toMs };
}

/** So many entries are looked at before an absence counts as undecided. */
const MAX_LOOKED = 1000;

/** The nearest entry that surely lies where it is looked for, and the first that may. */
function find(
  index: EntryIndex,
  from: HistoryEvent,
  isForward: boolean,
  lies: (event: HistoryEvent) => Truth,
): { readonly sure: Entry | null; readonly possible: Entry | null } {
  let possible: Entry | null = null;
  let [looked, misses] = [0, 0];
  for (const entry of index.onward(from, isForward)) {
    const value = lies(entry.event);
    if (value === TRUE) return { sure: entry, possible };
    if (value !== FALSE) possible ??= entry;
    looked += 1;
    misses = value === FALSE ? misses + 1 : 0;
    if (misses >= LOOK_ASIDE || looked >= MAX_LOOKED) break;
  }
  for (const entry of index.aside(from)) {
    const value = lies(entry.event);
    if (value === TRUE) return { sure: entry, possible };
    if (value !== FALSE) possible ??= entry;
  }
  return { sure: null, possible };
}

function coverageReason(
  value: Truth,
  { classes, forward, forMs }: Query,
  reference: HistoryEvent,
  asked: Span,
  run: RuleRun,
): string | null {
  if (value === TRUE) return null;
  const [atMs, id] = [reference.timeMs ?? 0, reference.event.eventId ?? 'it'];
  const reason = run.reservation(classes, reference, asked, { fromMs: atMs, toMs: atMs, word: String(id) });
  if (value === LENIENT || run.neverOn(reference.hostKey, classes) !== null) return reason;
  return `${reason}; the ${formatDuration(forMs)} ${forward ? 'after' : 'before'} ${id} are needed`;
}

function missOf(
  name: string,
  match: PatternMatch,
  classes: readonly string[],
  looked: Looked,
  run: RuleRun,
): PatternMiss {
  const reference = match.events.at(-1)?.event ?? null;
  const seenEvent = looked.seen?.event ?? null;
  const index = run.indexFor(classes, match.key);
  return {
    kind: 'absent',
    pattern: name,
    key: match.key,
    steps: classes.map((role) => ({ role, seen: index.count(role) })),
    reached: [],
    stoppedBy: looked.value === FALSE ? 'seen' : looked.value === UNKNOWN ? 'coverage' : null,
    had:
      seenEvent !== null && reference !== null && seenEvent.timeMs !== null
        ? formatDuration(elapsedMs(reference, seenEvent))
        : null,
    needed: formatDuration(looked.toMs - looked.fromMs),
    events: seenEvent === null ? [] : [seenEvent],
  };
}
