import { listOf } from '../model/list-of.ts';
import { MINUTE_MS } from '../model/time-units.ts';
import { type Entry, serves } from './entry.ts';
import type { EntryIndex } from './entry-index.ts';
import type { HistoryEvent } from './history-event.ts';
import { type Key, narrowKey } from './keys.ts';
import { ORDER_NOTE } from './patterns/match.ts';
import { before, within } from './relations.ts';
import type { RuleRun } from './rule-run.ts';
import { and, FALSE, LENIENT, LENIENT_FALSE, not, TRUE, type Truth, UNKNOWN } from './truth.ts';

export interface FlagReading {
  /** How surely the flag is set. */
  readonly value: Truth;
  /** The event that set or cleared it last. */
  readonly event: HistoryEvent | null;
  readonly reason: string | null;
}

interface State {
  readonly set: readonly string[];
  readonly classes: readonly string[];
  readonly initial: 'unknown' | boolean;
  readonly by: readonly string[];
}

/** Flags that some events set and others clear, read just before an event (rule-language.md, section 4). */
export class Flags {
  readonly #run: RuleRun;
  readonly #stateByFlag = new Map<string, State>();

  constructor(run: RuleRun) {
    this.#run = run;
  }

  #stateOf(flag: string): State {
    const known = this.#stateByFlag.get(flag);
    if (known !== undefined) return known;
    const written = this.#run.rule.state?.[flag];
    const [set, clear] = [listOf(written?.set), listOf(written?.clear)];
    const state = {
      set,
      classes: [...set, ...clear],
      initial: written?.initial ?? 'unknown',
      by: written?.by ?? this.#run.by,
    } as const;
    this.#stateByFlag.set(flag, state);
    return state;
  }

  #indexOf({ classes, by }: State, key: Key): EntryIndex {
    return this.#run.indexFor(classes, narrowKey(key, by));
  }

  /** Events that set the flag for a key, for steps that show them; the last of them. */
  setters(flag: string, key: Key, count: number): readonly HistoryEvent[] {
    const { set, by } = this.#stateOf(flag);
    const { entries } = this.#run.indexFor(set, narrowKey(key, by));
    return entries.slice(-count).map(({ event }) => event);
  }

  readBefore(flag: string, at: HistoryEvent, key: Key): FlagReading {
    const state = this.#stateOf(flag);
    const raises = (entry: Entry): boolean => serves(entry, state.set);
    const index = this.#indexOf(state, key);
    const { sure, doubtful } = lastBefore(index, at);
    const horizon = sure === null ? FALSE : this.#isInScope(index, sure, at);
    if (sure === null || horizon === FALSE)
      return doubtful.length > 0 ? undecided(ORDER_NOTE) : this.#initial(flag, state, at);
    if (horizon === UNKNOWN) return undecided('the clock stepped back, or times cannot be compared');
    if (doubtful.some((entry) => raises(entry) !== raises(sure))) return undecided(ORDER_NOTE);
    const surely = and(horizon, this.#coveredSince(state, sure.event.timeMs, at));
    return {
      value: raises(sure) ? surely : not(surely),
      event: sure.event,
      reason:
        surely === TRUE
          ? null
          : `the log does not cover the time since ${flag} was ${raises(sure) ? 'set' : 'cleared'}`,
    };
  }

  /** Under a clock that jitters an earlier change may show a later time than the last one: either counts. */
  #isInScope(index: EntryIndex, last: Entry, at: HistoryEvent): Truth {
    const { scopeBeforeMs } = this.#run;
    const isLastInScope = within(last.event, at, scopeBeforeMs);
    if (isLastInScope !== FALSE || at.timeMs === null) return isLastInScope;
    for (const { event } of index.onward(at, false)) {
      // The clock had not come so far when this one was written, nor ahead of it.
      if (event.orderMs < at.timeMs - scopeBeforeMs) return FALSE;
      if (before(event, at) === TRUE && within(event, at, scopeBeforeMs) === TRUE) return TRUE;
    }
    return FALSE;
  }

  /** LENIENT at least: a log that is not covered may hide a change, which is a reservation and not a doubt. */
  #coveredSince({ classes }: State, fromMs: number | null, at: HistoryEvent): Truth {
    return this.#run.isCoveredBetween(classes, at, fromMs, at.timeMs) ? TRUE : LENIENT;
  }

  #initial(flag: string, state: State, at: HistoryEvent): FlagReading {
    const { initial } = state;
    if (initial === 'unknown') return undecided(`the log does not tell whether ${flag} was set before`);
    const fromMs = at.timeMs === null ? null : at.timeMs - this.#run.scopeBeforeMs;
    const isSure = this.#coveredSince(state, fromMs, at) === TRUE;
    const value = initial ? (isSure ? TRUE : LENIENT) : isSure ? FALSE : LENIENT_FALSE;
    return {
      value,
      event: null,
      reason: isSure
        ? null
        : `the log does not cover the time before, so ${flag} is taken as ${initial ? 'set' : 'not set'}`,
    };
  }
}

const undecided = (reason: string): FlagReading => ({ value: UNKNOWN, event: null, reason });

/** The last entry that surely stands before `at`, and others that may stand between the two. */
function lastBefore(
  index: EntryIndex,
  at: HistoryEvent,
): { readonly sure: Entry | null; readonly doubtful: readonly Entry[] } {
  const doubtful = new Set<Entry>();
  let sure: Entry | null = null;
  // Without a time, or by another clock, even one that surely stands before `at` may be later than the last that can be compared.
  for (const entry of index.aside(at)) if (before(entry.event, at) !== FALSE) doubtful.add(entry);
  let passed = 0;
  for (const entry of index.onward(at, false)) {
    const order = before(entry.event, at);
    if (sure !== null && (order === FALSE || isClearOf(entry.event, sure.event) || passed >= MAX_DOUBTFUL)) break;
    if (order === TRUE) sure ??= entry;
    if (entry === sure || order === FALSE) continue;
    if (sure !== null && before(entry.event, sure.event) === TRUE) passed += 1;
    else if (doubtful.size < MAX_DOUBTFUL) doubtful.add(entry);
  }
  const last = sure;
  if (last === null) return { sure, doubtful: [...doubtful] };
  return { sure, doubtful: [...doubtful].filter((one) => one !== last && before(one.event, last.event) !== TRUE) };
}
/** Nothing that stands even earlier can be tied with the later one: no source is coarser than a minute. */
const isClearOf = (earlier: HistoryEvent, later: HistoryEvent): boolean => later.orderMs - earlier.orderMs >= MINUTE_MS;
const MAX_DOUBTFUL = 1000;
