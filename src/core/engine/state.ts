import { listOf } from './clauses.ts';
import type { HistoryEvent } from './history-event.ts';
import { agrees, type Key } from './keys.ts';
import { before, within } from './relations.ts';
import { DEFAULT_BY, type Entry, type KeyedEntries, type RuleRun } from './rule-run.ts';
import { and, FALSE, LENIENT, LENIENT_FALSE, not, TRUE, type Truth, UNKNOWN } from './truth.ts';

export interface FlagReading {
  /** How surely the flag is up. */
  readonly value: Truth;
  /** The event that set or cleared it last. */
  readonly event: HistoryEvent | null;
  readonly reason: string | null;
}

/** Flags that some events set and others clear, read just before an event (rule-language.md, section 4). */
export class Flags {
  readonly #run: RuleRun;
  readonly #groupsByFlag = new Map<string, readonly KeyedEntries[]>();

  constructor(run: RuleRun) {
    this.#run = run;
  }

  #stateOf(flag: string) {
    const state = this.#run.rule.state?.[flag];
    return { set: listOf(state?.set), clear: listOf(state?.clear), initial: state?.initial ?? 'unknown', by: state?.by ?? this.#run.rule.by ?? DEFAULT_BY };
  }

  #entries(flag: string, key: Key): readonly Entry[] {
    const { set, clear, by } = this.#stateOf(flag);
    const groups = this.#groupsByFlag.get(flag) ?? this.#run.group([...set, ...clear], by);
    this.#groupsByFlag.set(flag, groups);
    return groups.find((group) => agrees(group.key, key))?.entries ?? [];
  }

  /** Events that set the flag for a key, for steps that show them. */
  setters(flag: string, key: Key): readonly HistoryEvent[] {
    const { set } = this.#stateOf(flag);
    return this.#entries(flag, key)
      .filter(({ roles }) => set.some((name) => roles.has(name)))
      .map(({ event }) => event);
  }

  readBefore(flag: string, at: HistoryEvent, key: Key): FlagReading {
    const { set } = this.#stateOf(flag);
    const raises = ({ roles }: Entry): boolean => set.some((name) => roles.has(name));
    const entries = this.#entries(flag, key);
    const { sure, doubtful } = lastBefore(entries, at);
    const horizon = sure === null ? FALSE : within(sure.event, at, this.#run.scopeBeforeMs);
    if (sure === null || horizon === FALSE) return doubtful.length > 0 ? undecided('order not decidable') : this.#initial(flag, at);
    if (horizon === UNKNOWN) return undecided('the clock stepped back, or times cannot be compared');
    if (doubtful.some((entry) => raises(entry) !== raises(sure))) return undecided('order not decidable');
    const surely = and(horizon, this.#coveredSince(flag, sure.event.timeMs, at));
    return {
      value: raises(sure) ? surely : not(surely),
      event: sure.event,
      reason: surely === TRUE ? null : `the log does not cover the time since ${flag} was ${raises(sure) ? 'set' : 'cleared'}`,
    };
  }

  /** LENIENT at least: a log that is not covered may hide a change, which is a reservation and not a doubt. */
  #coveredSince(flag: string, fromMs: number | null, at: HistoryEvent): Truth {
    const { set, clear } = this.#stateOf(flag);
    const isCovered = fromMs !== null && at.timeMs !== null && this.#run.covered([...set, ...clear], at, fromMs, at.timeMs) === TRUE;
    return isCovered ? TRUE : LENIENT;
  }

  #initial(flag: string, at: HistoryEvent): FlagReading {
    const { initial } = this.#stateOf(flag);
    if (initial === 'unknown') return undecided(`nothing tells the state of ${flag} before`);
    const fromMs = at.timeMs === null ? null : at.timeMs - this.#run.scopeBeforeMs;
    const isSure = this.#coveredSince(flag, fromMs, at) === TRUE;
    const value = initial ? (isSure ? TRUE : LENIENT) : isSure ? FALSE : LENIENT_FALSE;
    return { value, event: null, reason: isSure ? null : `the log does not cover the time before, ${flag} is taken as ${initial}` };
  }
}

const undecided = (reason: string): FlagReading => ({ value: UNKNOWN, event: null, reason });

/** The last entry that surely stands before `at`, and those behind it that may. */
function lastBefore(entries: readonly Entry[], at: HistoryEvent): { readonly sure: Entry | null; readonly doubtful: readonly Entry[] } {
  const doubtful: Entry[] = [];
  for (let index = entries.length - 1; index >= 0; index--) {
    const entry = entries[index];
    if (entry === undefined || entry.event === at) continue;
    const order = before(entry.event, at);
    if (order === TRUE) return { sure: entry, doubtful };
    if (order !== FALSE) doubtful.push(entry);
  }
  return { sure: null, doubtful };
}
