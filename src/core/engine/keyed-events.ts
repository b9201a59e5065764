import { flattenClass, isFindingClass } from '../knowledge/rules/classes.ts';
import type { RuleDefinition } from '../knowledge/rules/schema.ts';
import { groupBy } from '../model/group-by.ts';
import { mapAt } from '../model/map-at.ts';
import type { ClassEvent, Entry, KeyedEntries } from './entry.ts';
import { EntryIndex } from './entry-index.ts';
import type { HistoryEvent } from './history-event.ts';
import { fieldOf, type HostGroups, type Key, keyIdOf, makeKey } from './keys.ts';

/** Hostile input may invent keys: beyond this the rest is given up and reported. */
export const MAX_KEYS = 100_000;
/** An event of a coarser key stands under every key that agrees; so many such places one pattern may take. */
const MAX_SHARED = 2_000_000;

/** Events of one class by the identity of their key, and one key of each. */
interface ClassTable {
  readonly entriesById: ReadonlyMap<string, readonly Entry[]>;
  readonly keyById: ReadonlyMap<string, Key>;
}

/** The events of a rule's classes, found by class and key. */
export class KeyedEvents {
  readonly #rule: RuleDefinition;
  readonly #events: ReadonlyMap<string, readonly ClassEvent[]>;
  readonly #groups: HostGroups;
  readonly #tables = new Map<string, ClassTable>();
  readonly #indexes = new Map<string, EntryIndex>();
  /** By the classes and the fields of the key, then by its values: a pattern asks for the same at each of its matches. */
  readonly #indexesByKey = new Map<string, Map<string, EntryIndex>>();
  readonly #byOfClass = new Map<string, readonly string[] | null>();
  readonly #below = new Map<string, ReadonlyMap<string, readonly Key[]>>();
  readonly #keyless = new Map<string, Map<HistoryEvent, readonly string[]>>();

  constructor(rule: RuleDefinition, events: ReadonlyMap<string, readonly ClassEvent[]>, groups: HostGroups) {
    this.#rule = rule;
    this.#events = events;
    this.#groups = groups;
  }

  eventsOf(className: string): readonly ClassEvent[] {
    return this.#events.get(className) ?? [];
  }

  /** Events of a class that stand under no key so far, with the fields that they lack. */
  keyless(className: string): ReadonlyMap<HistoryEvent, readonly string[]> {
    return this.#keyless.get(className) ?? NO_EVENTS;
  }

  /** One field of an event as its class sees it. */
  field({ event, captured }: ClassEvent, name: string): string | null {
    return fieldOf(event, captured, name, this.#groups);
  }

  /**
   * The events of these classes by key; those of a class with a coarser `by` join every key that agrees.
   * @param needed a match holds an event of each list; where coarser classes can fill all of them, it is one at every key the rule knows
   * @param beside classes whose events stand there as well
   */
  group(
    needed: readonly (readonly string[])[],
    beside: readonly string[],
    by: readonly string[],
  ): { readonly groups: readonly KeyedEntries[]; readonly givenUp: number } {
    const names = [...new Set([...needed.flat(), ...beside])];
    const finest = this.#finest(names, by);
    const isFinest = (name: string): boolean => this.#fieldsOf(name, by).length === finest.length;
    const keys = needed.some((list) => list.every(isFinest))
      ? new Map(names.filter(isFinest).flatMap((name) => [...this.#tableOf(name, finest).keyById]))
      : this.#keysOf(finest);
    const groups: KeyedEntries[] = [];
    let room = MAX_SHARED + names.reduce((sum, name) => sum + this.eventsOf(name).length, 0);
    for (const key of keys.values()) {
      if (groups.length >= MAX_KEYS || room < 0) break;
      const { entries } = this.indexFor(names, key);
      groups.push({ key, entries });
      room -= entries.length;
    }
    return { groups, givenUp: keys.size - groups.length };
  }

  /** The keys that agree with a coarser one and tell these classes apart as the rule does; the key itself where it does so already. */
  keysBelow(key: Key, classNames: readonly string[], by: readonly string[]): readonly Key[] {
    if (key.fields.length === by.length) return [key];
    const finest = this.#finest(classNames, by);
    const fields = by.filter((field) => key.fields.includes(field) || finest.includes(field));
    if (fields.length <= key.fields.length) return [key];
    const memo = JSON.stringify([fields, key.fields]);
    const below =
      this.#below.get(memo) ?? groupBy([...this.#keysOf(fields).values()], (one) => keyIdOf(one, key.fields));
    this.#below.set(memo, below);
    return below.get(key.id) ?? [key];
  }

  /** The fields that any of the classes joins on. */
  #finest(classNames: readonly string[], by: readonly string[]): readonly string[] {
    return by.filter((field) => classNames.some((name) => this.#fieldsOf(name, by).includes(field)));
  }

  /** All keys of these fields, whichever class of the rule has them. */
  #keysOf(fields: readonly string[]): ReadonlyMap<string, Key> {
    const names = Object.keys(this.#rule.events).filter(
      (name) => this.#fieldsOf(name, fields).length === fields.length,
    );
    return new Map(names.flatMap((name) => [...this.#tableOf(name, fields).keyById]));
  }

  /** The events of these classes that belong to a key, in order. */
  indexFor(classNames: readonly string[], key: Key): EntryIndex {
    const byValues = mapAt(this.#indexesByKey, `${nameOfAll(classNames)}: ${nameOfAll(key.fields)}`);
    const known = byValues.get(key.id);
    if (known !== undefined) return known;
    const index = this.#indexFor(classNames, key);
    byValues.set(key.id, index);
    return index;
  }

  #indexFor(classNames: readonly string[], key: Key): EntryIndex {
    const ids = classNames.map((name) => keyIdOf(key, this.#fieldsOf(name, key.fields)));
    const memo = JSON.stringify([classNames, key.fields, ids]);
    const known = this.#indexes.get(memo);
    if (known !== undefined) return known;
    const lists = classNames.map(
      (name, index) => this.#tableOf(name, this.#fieldsOf(name, key.fields)).entriesById.get(ids[index] ?? '') ?? [],
    );
    const index = new EntryIndex(merge(lists));
    this.#indexes.set(memo, index);
    return index;
  }

  /** The fields of `by` that a class joins on: its own coarser `by` cuts them. */
  #fieldsOf(className: string, by: readonly string[]): readonly string[] {
    let own = this.#byOfClass.get(className);
    if (own === undefined) {
      const definition = this.#rule.events[className];
      own =
        (definition !== undefined && isFindingClass(definition)
          ? definition
          : flattenClass(this.#rule.events, className)
        )?.by ?? null;
      this.#byOfClass.set(className, own);
    }
    const coarser = own;
    return coarser === null ? by : by.filter((field) => coarser.includes(field));
  }

  #tableOf(className: string, fields: readonly string[]): ClassTable {
    const memo = JSON.stringify([className, fields]);
    const known = this.#tables.get(memo);
    if (known !== undefined) return known;
    const entriesById = new Map<string, Entry[]>();
    const keyById = new Map<string, Key>();
    const roles = new Set([className]);
    for (const one of this.eventsOf(className)) {
      const key = this.#keyOf(one, fields);
      if (key === null) {
        mapAt(this.#keyless, className).set(
          one.event,
          fields.filter((field) => this.field(one, field) === null),
        );
        continue;
      }
      const entries = entriesById.get(key.id);
      if (entries !== undefined) entries.push({ event: one.event, roles });
      else {
        entriesById.set(key.id, [{ event: one.event, roles }]);
        keyById.set(key.id, key);
      }
    }
    const table = { entriesById, keyById };
    this.#tables.set(memo, table);
    return table;
  }

  /** null: the event lacks a field and does not take part. */
  #keyOf(one: ClassEvent, fields: readonly string[]): Key | null {
    const values = new Map<string, string>();
    for (const field of fields) {
      const value = this.field(one, field);
      if (value === null) return null;
      values.set(field, value);
    }
    return makeKey(fields, values, one.event.host);
  }
}

/** The schema allows no blanks in names of classes and fields. */
export const nameOfAll = (names: readonly string[]): string => names.join(' ');

const NO_EVENTS: ReadonlyMap<HistoryEvent, readonly string[]> = new Map();

/** In order of the history; an event of several classes once, with all its roles. */
function merge(lists: readonly (readonly Entry[])[]): readonly Entry[] {
  const [first = [], ...others] = lists.filter((list) => list.length > 0);
  const sorted = others
    .reduce((all, list) => all.concat(list), first)
    .toSorted((a, b) => a.event.order - b.event.order);
  const merged: Entry[] = [];
  for (const entry of sorted) {
    const last = merged.at(-1);
    if (last?.event === entry.event)
      merged[merged.length - 1] = { event: entry.event, roles: new Set([...last.roles, ...entry.roles]) };
    else merged.push(entry);
  }
  return merged;
}
