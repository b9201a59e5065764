import { durationMs } from '../knowledge/rules/duration.ts';
import type { RulePattern } from '../knowledge/rules/schema.ts';
import type { HistoryEvent } from './history-event.ts';
import { type Counted, MatchIndex } from './match-index.ts';
import { type NamedPatterns, namedPatternsOf } from './named-patterns.ts';
import { classesOf, runPattern, windowOf } from './patterns/index.ts';
import {
  firstMsOf,
  lastMsOf,
  NO_TIMES,
  type PatternMatch,
  type PatternMiss,
  type PatternResult,
} from './patterns/match.ts';
import type { RuleRun } from './rule-run.ts';
import type { Flags } from './state.ts';
import { and, TRUE, type Truth, UNKNOWN } from './truth.ts';

/** The matches of all patterns of one rule, made when first asked for, and found again by event or by key and time. */
export class RuleMatches {
  readonly #run: RuleRun;
  readonly #flags: Flags;
  readonly #results = new Map<string, PatternResult>();
  readonly #indexes = new Map<string, MatchIndex>();
  readonly #names: NamedPatterns;

  constructor(run: RuleRun, flags: Flags) {
    [this.#run, this.#flags, this.#names] = [run, flags, namedPatternsOf(run.rule)];
  }

  get anchor(): string {
    return this.#names.anchor;
  }

  patternOf(name: string): RulePattern {
    return this.#names.get(name).pattern;
  }

  #result(name: string): PatternResult {
    const known = this.#results.get(name);
    if (known !== undefined) return known;
    const result = runPattern(name, this.patternOf(name), this.#run, this.#flags, (other) => this.matchesOf(other));
    this.#results.set(name, result);
    return result;
  }

  matchesOf(name: string): readonly PatternMatch[] {
    return this.#result(name).matches;
  }

  misses(): readonly PatternMiss[] {
    return Object.keys(this.#run.rule.find).flatMap((name) => this.#result(name).misses);
  }

  /** By class, the events that took no part in any of them for want of a field of the key. */
  keyless(): ReadonlyMap<string, ReadonlyMap<HistoryEvent, readonly string[]>> {
    return new Map(Object.keys(this.#run.rule.events).map((name) => [name, this.#run.keyless(name)]));
  }

  membersOf(name: string): readonly string[] {
    return this.#names.get(name).members;
  }

  isAboutAnchor(name: string): boolean {
    return this.#names.get(name).isAboutAnchor;
  }

  /** Do the anchor's own events tell that it does not match? What an export does not carry of them cannot be missed there. */
  isToldBy({ events }: PatternMatch, name: string): boolean {
    const { isAboutAnchor, carried } = this.#names.get(name);
    return isAboutAnchor && events.every(({ event: { event } }) => carried.every((carries) => carries(event)));
  }

  asksForFindings(name: string): boolean {
    return this.#names.get(name).asksForFindings;
  }

  /** What the matches of a pattern come to for an anchor match. */
  countedFor(name: string, anchor: PatternMatch): Counted {
    if (name === this.anchor) return { value: anchor.value, matches: [anchor] };
    const index = this.#indexes.get(name) ?? new MatchIndex(this.matchesOf(name), anchor.key.fields);
    this.#indexes.set(name, index);
    const held = index.holding(anchor);
    if (this.#names.get(name).isBound || held.value === TRUE) return held;
    const touching = index.touching(anchor, this.#run.scopeBeforeMs, this.#run.scopeAfterMs);
    return touching.value > held.value ? touching : held;
  }

  /** Why a pattern that asks for findings is unknown; null: their rules ran. */
  leftOut(name: string): string | null {
    return this.#run.leftOut(this.#names.get(name).classes);
  }

  /** Why what a pattern asks for cannot stand in the logs of the anchor's host, whatever these cover; null: it can. */
  tooOldFor(name: string, { events: [first] }: PatternMatch): string | null {
    return first === undefined ? null : this.#run.tooOldFor(this.#names.get(name).classes, first.event.hostKey);
  }

  /** How surely the logs say that what is not seen is not there: those of the classes, around the anchor match as far as each pattern looks. */
  coveredAround(name: string, anchor: PatternMatch): { readonly value: Truth; readonly reason: string | null } {
    const [firstMs, lastMs, clock] = [firstMsOf(anchor), lastMsOf(anchor), anchor.events[0]?.event];
    if (clock === undefined || firstMs === null || lastMs === null) return { value: UNKNOWN, reason: NO_TIMES };
    const about = { fromMs: firstMs, toMs: lastMs, word: 'it' };
    let [value, reason]: [Truth, string | null] = [TRUE, null];
    for (const member of this.membersOf(name)) {
      const pattern = this.patternOf(member);
      const window = windowOf(pattern);
      const [beforeMs, afterMs] =
        window === null ? [this.#run.scopeBeforeMs, this.#run.scopeAfterMs] : [durationMs(window), durationMs(window)];
      const time = { fromMs: firstMs - beforeMs, toMs: lastMs + afterMs };
      const covered = this.#run.covered(classesOf(pattern), clock, time);
      if (covered < value) reason = this.#run.reservation(classesOf(pattern), clock, time, about);
      value = and(value, covered);
    }
    return { value, reason };
  }
}
