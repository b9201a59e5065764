import { familyOf, flattenClass, isFindingClass } from '../knowledge/rules/classes.ts';
import { anchorOf } from '../knowledge/rules/defaults.ts';
import { durationMs } from '../knowledge/rules/duration.ts';
import type { RulePattern } from '../knowledge/rules/schema.ts';
import type { EventRecord } from '../model/event.ts';
import { listOf } from '../model/list-of.ts';
import { branchesOf } from './compile-class.ts';
import type { HistoryEvent } from './history-event.ts';
import { type Counted, MatchIndex } from './match-index.ts';
import { classesOf, patternsOf, runPattern, windowOf } from './patterns/index.ts';
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

type Carries = (event: EventRecord) => boolean;
/** What an event has to carry for a clause to be able to fail on it; an unknown level, category or user passes every clause. */
const CARRIED: readonly (readonly ['text' | 'code' | 'strings' | 'fields' | 'data', Carries])[] = [
  ['text', ({ message }) => message !== null],
  ['code', ({ message, strings }) => message !== null || strings.length > 0],
  ['strings', ({ strings }) => strings.length > 0],
  ['fields', ({ strings }) => strings.length > 0],
  ['data', ({ data }) => data !== null],
];

/** The matches of all patterns of one rule, made when first asked for, and found again by event or by key and time. */
export class RuleMatches {
  readonly #run: RuleRun;
  readonly #flags: Flags;
  readonly #results = new Map<string, PatternResult>();
  readonly #indexes = new Map<string, MatchIndex>();
  readonly #bound = new Map<string, boolean>();
  readonly anchor: string;

  constructor(run: RuleRun, flags: Flags) {
    this.#run = run;
    this.#flags = flags;
    this.anchor = anchorOf(run.rule);
  }

  /** A class name where a pattern is asked for means each of its events. */
  patternOf(name: string): RulePattern {
    return this.#run.rule.find[name] ?? { one: name };
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

  /** The patterns an `any` stands for, at its end; any other pattern stands for itself. */
  membersOf(name: string): readonly string[] {
    const pattern = this.patternOf(name);
    return 'any' in pattern ? pattern.any.flatMap((member) => this.membersOf(member)) : [name];
  }

  /** The classes whose events the matches of a pattern hold. */
  #heldClasses(name: string): readonly string[] {
    const pattern = this.patternOf(name);
    const own = 'absent' in pattern ? [] : classesOf(pattern);
    return [...own, ...patternsOf(pattern).flatMap((other) => this.#heldClasses(other))];
  }

  /** Does the pattern speak about the anchor's own events, so that only matches that hold one of them count? */
  #isBound(name: string): boolean {
    const known = this.#bound.get(name);
    if (known !== undefined) return known;
    const { events } = this.#run.rule;
    const anchors = this.#heldClasses(this.anchor);
    const isBound = this.#heldClasses(name).some((mine) =>
      anchors.some((other) => familyOf(events, mine).has(other) || familyOf(events, other).has(mine)),
    );
    this.#bound.set(name, isBound);
    return isBound;
  }

  /** Is it about events of the anchor alone, so that nothing beside them has to be looked for? */
  isAboutAnchor(name: string): boolean {
    return this.membersOf(name).every((member) => 'one' in this.patternOf(member) && this.#isBound(member));
  }

  /** Do the anchor's own events tell that it does not match? What an export does not carry of them cannot be missed there. */
  isToldBy({ events }: PatternMatch, name: string): boolean {
    if (!this.isAboutAnchor(name)) return false;
    const needed = this.#askedOfEvents(name);
    return events.every(({ event: { event } }) => needed.every((carries) => carries(event)));
  }

  #askedOfEvents(name: string): readonly Carries[] {
    const { events } = this.#run.rule;
    return this.membersOf(name)
      .flatMap((member) => classesOf(this.patternOf(member)))
      .flatMap((one) => {
        const definition = flattenClass(events, one);
        const parts = definition === null ? [] : [definition, ...branchesOf(definition), ...listOf(definition.not)];
        return parts.flatMap((part) =>
          CARRIED.flatMap(([clause, carries]) => (part[clause] === undefined ? [] : [carries])),
        );
      });
  }

  /** Does a pattern ask for findings of other rules alone? */
  asksForFindings(name: string): boolean {
    const classes = this.membersOf(name).flatMap((member) => classesOf(this.patternOf(member)));
    return classes.every((one) => {
      const definition = this.#run.rule.events[one];
      return definition !== undefined && isFindingClass(definition);
    });
  }

  /** What the matches of a pattern come to for an anchor match. */
  countedFor(name: string, anchor: PatternMatch): Counted {
    if (name === this.anchor) return { value: anchor.value, matches: [anchor] };
    const index = this.#indexes.get(name) ?? new MatchIndex(this.matchesOf(name), anchor.key.fields);
    this.#indexes.set(name, index);
    const held = index.holding(anchor);
    if (this.#isBound(name) || held.value === TRUE) return held;
    const touching = index.touching(anchor, this.#run.scopeBeforeMs, this.#run.scopeAfterMs);
    return touching.value > held.value ? touching : held;
  }

  /** Why a pattern that asks for findings is unknown; null: their rules ran. */
  leftOut(name: string): string | null {
    return this.#run.leftOut(this.membersOf(name).flatMap((member) => classesOf(this.patternOf(member))));
  }

  /** Why what a pattern asks for cannot stand in the logs of the anchor's host, whatever these cover; null: it can. */
  tooOldFor(name: string, { events: [first] }: PatternMatch): string | null {
    const classes = this.membersOf(name).flatMap((member) => classesOf(this.patternOf(member)));
    return first === undefined ? null : this.#run.tooOldFor(classes, first.event.hostKey);
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
