import type { EventClass } from '../knowledge/rules/classes.ts';
import { DEFAULT_BY, DEFAULT_SCOPE } from '../knowledge/rules/defaults.ts';
import { durationMs } from '../knowledge/rules/duration.ts';
import type { RuleDefinition } from '../knowledge/rules/schema.ts';
import { listOf } from '../model/list-of.ts';
import { lowerBound } from '../model/sorted.ts';
import type { CompiledRule } from './compile.ts';
import type { CoverageIndex, CoverageNeed } from './coverage-index.ts';
import type { ClassEvent, KeyedEntries } from './entry.ts';
import type { EntryIndex } from './entry-index.ts';
import type { HistoryEvent } from './history-event.ts';
import { KeyedEvents, nameOfAll } from './keyed-events.ts';
import type { HostGroups, Key } from './keys.ts';
import { NO_TIMES, NOT_LOGGED, TOO_OLD, UNPROVEN, WENT_DOWN } from './patterns/match.ts';
import { asksSinceVista, logsNeeded } from './rule-head.ts';
import { type Span, spanBetween } from './spans.ts';
import { and, LENIENT, TRUE, type Truth, UNKNOWN } from './truth.ts';
import type { About } from './uncovered.ts';

/** `isAwake`: the machine has to run all that time for it to mean something. */
interface AskedTime extends Span {
  readonly isAwake?: boolean;
}

/** One rule over one history: the events of its classes, by key, and what covers them. */
export class RuleRun {
  readonly rule: RuleDefinition;
  readonly by: readonly string[];
  readonly scopeBeforeMs: number;
  readonly scopeAfterMs: number;
  readonly coverage: CoverageIndex;
  /** No class of the rule took any event. */
  readonly isEmpty: boolean;
  /** Keys given up because of the cap. */
  keysGivenUp = 0;
  readonly #firstClass: number;
  readonly #definitionByName: ReadonlyMap<string, EventClass>;
  readonly #events: KeyedEvents;
  readonly #timesByLog = new Map<string, readonly number[]>();
  readonly #needByClass = new Map<string, CoverageNeed>();
  readonly #needsByClasses = new Map<string, readonly CoverageNeed[]>();
  readonly #findingNeeds: ReadonlyMap<string, readonly CoverageNeed[]>;

  constructor(
    compiled: CompiledRule,
    events: ReadonlyMap<string, readonly ClassEvent[]>,
    coverage: CoverageIndex,
    groups: HostGroups,
    findingNeeds: ReadonlyMap<string, readonly CoverageNeed[]>,
  ) {
    this.rule = compiled.definition;
    this.by = this.rule.by ?? DEFAULT_BY;
    this.scopeBeforeMs = durationMs(this.rule.scope?.before ?? DEFAULT_SCOPE);
    this.scopeAfterMs = durationMs(this.rule.scope?.after ?? DEFAULT_SCOPE);
    this.coverage = coverage;
    this.isEmpty = [...events.values()].every(({ length }) => length === 0);
    this.#firstClass = compiled.firstClass;
    this.#definitionByName = compiled.definitionByName;
    this.#events = new KeyedEvents(compiled.definition, events, groups);
    this.#findingNeeds = findingNeeds;
  }

  eventsOf(className: string): readonly ClassEvent[] {
    return this.#events.eventsOf(className);
  }

  /** Events of a class that no pattern could place under a key, with the fields that they lack. */
  keyless(className: string): ReadonlyMap<HistoryEvent, readonly string[]> {
    return this.#events.keyless(className);
  }

  /** What the classes of the rule captured from an event. */
  capturesOf({ hits }: HistoryEvent): readonly Readonly<Record<string, string>>[] {
    const end = this.#firstClass + this.#definitionByName.size;
    return hits.flatMap(({ classIndex, captured }) =>
      classIndex >= this.#firstClass && classIndex < end ? [captured] : [],
    );
  }

  /** One field of an event as its class sees it. */
  field(one: ClassEvent, name: string): string | null {
    return this.#events.field(one, name);
  }

  /** The events of classes by key: `needed` holds what a match is made of, list by list, `beside` what else stands there. */
  group(
    needed: readonly (readonly string[])[],
    by: readonly string[],
    beside: readonly string[] = [],
  ): readonly KeyedEntries[] {
    const { groups, givenUp } = this.#events.group(needed, beside, by);
    this.keysGivenUp += givenUp;
    return groups;
  }

  /** The keys at which these classes are told apart, below a key that may be coarser. */
  keysBelow(key: Key, classNames: readonly string[]): readonly Key[] {
    return this.#events.keysBelow(key, classNames, this.by);
  }

  /** The events of these classes that belong to a key. */
  indexFor(classNames: readonly string[], key: Key): EntryIndex {
    return this.#events.indexFor(classNames, key);
  }

  /** What has to be covered for an absence of the classes to mean something. */
  needsOf(classNames: readonly string[]): readonly CoverageNeed[] {
    const names = nameOfAll(classNames);
    const known = this.#needsByClasses.get(names);
    if (known !== undefined) return known;
    const needs = classNames.flatMap((name) => this.#findingNeeds.get(name) ?? [this.#needOf(name)]);
    this.#needsByClasses.set(names, needs);
    return needs;
  }

  /** Why findings of a rule that did not run are unknown; null: all classes could be looked for. */
  leftOut(classNames: readonly string[]): string | null {
    const ids = this.needsOf(classNames).flatMap(({ leftOut }) => leftOut ?? []);
    return ids.length === 0 ? null : `${[...new Set(ids)].join(' and ')} did not run`;
  }

  /** Why the classes cannot stand in the logs of a host, whatever these cover; null: they can. */
  tooOldFor(classNames: readonly string[], hostKey: string): string | null {
    const isTooOld = this.needsOf(classNames).some((need) => this.coverage.isTooOld(hostKey, need));
    return isTooOld ? TOO_OLD : null;
  }

  /** Why the classes cannot be looked for on a host, whatever its logs cover; null: they can. */
  neverOn(hostKey: string, classNames: readonly string[]): string | null {
    return this.leftOut(classNames) ?? this.tooOldFor(classNames, hostKey);
  }

  #needOf(className: string): CoverageNeed {
    const known = this.#needByClass.get(className);
    if (known !== undefined) return known;
    const definition = this.#definitionByName.get(className) ?? {};
    const levels = listOf(definition.level ?? definition.expect?.level);
    const need: CoverageNeed = {
      logs: logsNeeded(definition),
      levels: levels.length === 0 ? null : levels,
      sinceVista: asksSinceVista(definition),
    };
    this.#needByClass.set(className, need);
    return need;
  }

  /** Were the logs of the classes covered in a time, on the clock of an event? */
  covered(classNames: readonly string[], clock: HistoryEvent, asked: AskedTime): Truth {
    const time = { isAwake: false, ...asked, timeClass: clock.timeClass };
    let result: Truth = TRUE;
    for (const need of this.needsOf(classNames)) result = and(result, this.coverage.covers(clock.hostKey, need, time));
    return result >= LENIENT && this.#isLoggingShown(classNames, clock.hostKey, time) ? result : UNKNOWN;
  }

  /** Were they surely covered between two times, whichever comes first? Without one of these nobody knows. */
  isCoveredBetween(
    classNames: readonly string[],
    clock: HistoryEvent,
    aMs: number | null,
    bMs: number | null,
  ): boolean {
    return aMs !== null && bMs !== null && this.covered(classNames, clock, spanBetween(aMs, bMs)) === TRUE;
  }

  /** Why an absence of the classes in a time is not sure, as half a sentence. */
  reservation(classNames: readonly string[], clock: HistoryEvent, asked: AskedTime, about: About): string {
    const { hostKey, timeClass } = clock;
    const time = { isAwake: false, ...asked, timeClass };
    const needs = this.needsOf(classNames);
    const never = this.neverOn(hostKey, classNames);
    if (never !== null) return never;
    if (timeClass === null) return NO_TIMES;
    const lacks = needs.flatMap((need) => this.coverage.lack(hostKey, need, time, about) ?? []);
    const [lack] = lacks;
    if (lack !== undefined) return lack;
    if (!this.#isLoggingShown(classNames, hostKey, time)) return NOT_LOGGED;
    return needs.some((need) => this.coverage.isCrashIn(hostKey, need, time)) ? WENT_DOWN : UNPROVEN;
  }

  #isLoggingShown(classNames: readonly string[], hostKey: string, time: Span): boolean {
    return classNames.every((name) => this.#isLogged(name, hostKey, time));
  }

  /** A class that takes a higher logging level is covered only where another event of it stands in that log within the scope. */
  #isLogged(className: string, hostKey: string, { fromMs, toMs }: Span): boolean {
    if (this.#definitionByName.get(className)?.expect?.logging === undefined) return true;
    const times = this.#timesOf(className, hostKey);
    const next = times[lowerBound(times, fromMs - this.scopeBeforeMs, (timeMs) => timeMs)];
    return next !== undefined && next <= toMs + this.scopeAfterMs;
  }

  #timesOf(className: string, hostKey: string): readonly number[] {
    const memo = JSON.stringify([className, hostKey]);
    const known = this.#timesByLog.get(memo);
    if (known !== undefined) return known;
    const times = this.eventsOf(className).flatMap(({ event }) =>
      event.hostKey === hostKey && event.timeMs !== null ? [event.timeMs] : [],
    );
    times.sort((a, b) => a - b);
    this.#timesByLog.set(memo, times);
    return times;
  }
}
