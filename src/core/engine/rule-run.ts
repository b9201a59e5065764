import type { RuleDefinition } from '../knowledge/rules/schema.ts';
import { listOf } from './clauses.ts';
import { flattenClass, isFindingClass } from '../knowledge/rules/classes.ts';
import { type CompiledRule, logsOf } from './compile.ts';
import type { CoverageIndex, CoverageNeed } from './coverage-index.ts';
import { durationMs } from '../knowledge/rules/duration.ts';
import type { HistoryEvent } from './history-event.ts';
import { agrees, fieldOf, type HostGroups, type Key, makeKey, narrowKey } from './keys.ts';
import { and, LENIENT, TRUE, type Truth, UNKNOWN } from './truth.ts';

/** An event as one class took it. */
export interface ClassEvent {
  readonly event: HistoryEvent;
  readonly captured: Readonly<Record<string, string>>;
}
/** An event in a pattern: the classes of the pattern it serves under this key. */
export interface Entry {
  readonly event: HistoryEvent;
  readonly roles: ReadonlySet<string>;
}
export interface KeyedEntries {
  readonly key: Key;
  /** In order of the history. */
  readonly entries: readonly Entry[];
}

export const DEFAULT_BY: readonly string[] = ['host'];
const DAY_MS = 86_400_000;
/** Hostile input may invent keys: beyond this the rest is given up and reported. */
const MAX_KEYS = 100_000;

/** One rule over one history: the events of its classes, grouped by key, and what covers them. */
export class RuleRun {
  readonly rule: RuleDefinition;
  readonly by: readonly string[];
  readonly scopeBeforeMs: number;
  readonly scopeAfterMs: number;
  readonly coverage: CoverageIndex;
  /** Keys given up because of the cap. */
  keysGivenUp = 0;
  /** Events that lacked a field of the key, by class. */
  readonly keyless = new Map<string, number>();
  readonly #events: ReadonlyMap<string, readonly ClassEvent[]>;
  readonly #groups: HostGroups;
  readonly #entriesByKey = new Map<string, readonly Entry[]>();
  readonly #needByClass = new Map<string, CoverageNeed>();
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
    this.scopeBeforeMs = this.rule.scope?.before === undefined ? DAY_MS : durationMs(this.rule.scope.before);
    this.scopeAfterMs = this.rule.scope?.after === undefined ? DAY_MS : durationMs(this.rule.scope.after);
    this.coverage = coverage;
    this.#events = events;
    this.#groups = groups;
    this.#findingNeeds = findingNeeds;
  }

  eventsOf(className: string): readonly ClassEvent[] {
    return this.#events.get(className) ?? [];
  }

  /** One field of an event as its class sees it. */
  field({ event, captured }: ClassEvent, name: string): string | null {
    return fieldOf(event, captured, name, this.#groups);
  }

  /** The fields of `by` that a class joins on: its own coarser `by` cuts them. */
  #fieldsOf(className: string, by: readonly string[]): readonly string[] {
    const own = this.rule.events[className]?.by;
    return own === undefined ? by : by.filter((field) => own.includes(field));
  }

  #keyOf({ event, captured }: ClassEvent, fields: readonly string[]): Key | null {
    const values = new Map<string, string>();
    for (const field of fields) {
      const value = fieldOf(event, captured, field, this.#groups);
      if (value === null) return null;
      values.set(field, value);
    }
    return makeKey(fields, values, event.host);
  }

  /** The events of these classes by key; those of a class with a coarser `by` join every key that agrees. */
  group(classNames: readonly string[], by: readonly string[]): readonly KeyedEntries[] {
    const names = [...new Set(classNames)];
    const fieldsByName = new Map(names.map((name) => [name, this.#fieldsOf(name, by)]));
    const finest = by.filter((field) => names.some((name) => fieldsByName.get(name)?.includes(field)));
    const groups = new Map<string, { key: Key; roles: Map<HistoryEvent, Set<string>> }>();
    const coarse: { key: Key; event: HistoryEvent; name: string }[] = [];
    for (const name of names) {
      const fields = fieldsByName.get(name) ?? by;
      for (const one of this.eventsOf(name)) {
        const key = this.#keyOf(one, fields);
        if (key === null) this.keyless.set(name, (this.keyless.get(name) ?? 0) + 1);
        else if (fields.length < finest.length) coarse.push({ key, event: one.event, name });
        else this.#join(groups, key, one.event, name);
      }
    }
    for (const group of groups.values()) for (const { key, event, name } of coarse) if (agrees(key, group.key)) addRole(group.roles, event, name);
    return [...groups.values()].map(({ key, roles }) => ({
      key,
      entries: [...roles].map(([event, served]) => ({ event, roles: served })).sort((a, b) => a.event.order - b.event.order),
    }));
  }

  #join(groups: Map<string, { key: Key; roles: Map<HistoryEvent, Set<string>> }>, key: Key, event: HistoryEvent, name: string): void {
    const group = groups.get(key.id) ?? { key, roles: new Map<HistoryEvent, Set<string>>() };
    if (!groups.has(key.id)) {
      if (groups.size >= MAX_KEYS) {
        this.keysGivenUp += 1;
        return;
      }
      groups.set(key.id, group);
    }
    addRole(group.roles, event, name);
  }

  /** The events of these classes that belong to a key, in order. */
  entriesFor(classNames: readonly string[], key: Key): readonly Entry[] {
    const memo = JSON.stringify([classNames, key.fields, key.id]);
    const known = this.#entriesByKey.get(memo);
    if (known !== undefined) return known;
    const entries = this.#collect(classNames, key);
    this.#entriesByKey.set(memo, entries);
    return entries;
  }

  #collect(classNames: readonly string[], key: Key): readonly Entry[] {
    const roles = new Map<HistoryEvent, Set<string>>();
    for (const name of new Set(classNames)) {
      const fields = this.#fieldsOf(name, key.fields);
      for (const one of this.eventsOf(name)) {
        const own = this.#keyOf(one, fields);
        if (own !== null && agrees(own, key)) addRole(roles, one.event, name);
      }
    }
    return [...roles].map(([event, served]) => ({ event, roles: served })).sort((a, b) => a.event.order - b.event.order);
  }

  narrow(key: Key, by: readonly string[]): Key {
    return narrowKey(key, by);
  }

  /** What has to be covered for an absence of the classes to mean something. */
  needsOf(classNames: readonly string[]): readonly CoverageNeed[] {
    return classNames.flatMap((name) => this.#findingNeeds.get(name) ?? [this.#needOf(name)]);
  }

  #needOf(className: string): CoverageNeed {
    const known = this.#needByClass.get(className);
    if (known !== undefined) return known;
    const definition = flattenClass(this.rule.events, className) ?? {};
    const logs = logsOf(definition);
    const level = listOf(definition.level);
    const need: CoverageNeed = {
      logs: logs.some((words) => words.length === 0) ? [] : [...new Set(logs.flat())],
      level: definition.expect?.level ?? (level.length === 1 ? (level[0] ?? null) : null),
    };
    this.#needByClass.set(className, need);
    return need;
  }

  /** Were the logs of the classes covered from one moment to another, on the clock of `clock`? */
  covered(classNames: readonly string[], clock: HistoryEvent, fromMs: number, toMs: number): Truth {
    let result: Truth = TRUE;
    for (const need of this.needsOf(classNames)) {
      result = and(result, this.coverage.covers(clock.hostKey, need, clock.timeClass, fromMs, toMs));
    }
    return result >= LENIENT && this.#loggingShown(classNames, fromMs, toMs) ? result : UNKNOWN;
  }

  /** A class that takes a higher logging level is covered only where another event of it stands in that log within the scope. */
  #loggingShown(classNames: readonly string[], fromMs: number, toMs: number): boolean {
    return classNames.every((name) => {
      const definition = this.rule.events[name];
      if (definition === undefined || isFindingClass(definition) || definition.expect?.logging === undefined) return true;
      return this.eventsOf(name).some(({ event: { timeMs } }) => timeMs !== null && timeMs >= fromMs - this.scopeBeforeMs && timeMs <= toMs + this.scopeAfterMs);
    });
  }
}

function addRole(roles: Map<HistoryEvent, Set<string>>, event: HistoryEvent, name: string): void {
  const served = roles.get(event);
  if (served === undefined) roles.set(event, new Set([name]));
  else served.add(name);
}
