import type { RuleDefinition, RulePattern, RuleStep } from '../../../../src/core/knowledge/rules/schema.ts';
import { Covers } from './coverage.ts';
import { Relations } from './relations.ts';
import { atLeast, least, most, opposite, type Value } from './truth.ts';
import type { World, WorldEvent } from './world.ts';

export type OracleKey = ReadonlyMap<string, string>;
/** Where a pattern holds; of optional steps nothing is said. */
export interface OracleMatch {
  readonly key: OracleKey;
  readonly events: readonly WorldEvent[];
  readonly value: Value;
}
interface Role {
  readonly event: WorldEvent;
  readonly classes: ReadonlySet<string>;
}
interface OracleStep {
  readonly classes: readonly string[];
  readonly gapMs: number | null;
  readonly forbid: readonly string[];
  readonly when: readonly (readonly [string, boolean])[];
}
type SeqPattern = Extract<RulePattern, { seq: unknown }>;
type CountPattern = Extract<RulePattern, { count: unknown }>;
type AbsentPattern = Extract<RulePattern, { absent: unknown }>;
type NearPattern = Extract<RulePattern, { near: unknown }>;

const UNITS = new Map([
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
]);
export const inMs = (text: string): number =>
  Number.parseInt(text, 10) * (UNITS.get(text.replace(/^\d+/, '')) ?? Number.NaN);
const listed = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : [value].flat();
const keyText = (key: OracleKey): string => JSON.stringify([...key].sort());

/** Every pattern of one rule over one world, each by looking at all tuples. */
export class Oracle {
  readonly rule: RuleDefinition;
  readonly relations: Relations;
  readonly covers: Covers;
  readonly by: readonly string[];
  readonly beforeMs: number;
  readonly afterMs: number;
  readonly #known = new Map<string, readonly OracleMatch[]>();
  readonly #rank: ReadonlyMap<number, number>;

  constructor(rule: RuleDefinition, world: World) {
    this.rule = rule;
    this.relations = new Relations(world);
    this.covers = new Covers(world, this.relations);
    this.by = rule.by ?? ['host'];
    this.beforeMs = inMs(rule.scope?.before ?? '24h');
    this.afterMs = inMs(rule.scope?.after ?? '24h');
    this.#rank = new Map(this.relations.merged.map(({ uid }, index) => [uid, index]));
  }

  patternOf(name: string): RulePattern {
    return this.rule.find[name] ?? { one: name };
  }

  /** All matches that are not false, and those of `absent` and `near` with whatever they are. */
  matches(name: string): readonly OracleMatch[] {
    const known = this.#known.get(name) ?? this.#evaluate(this.patternOf(name));
    this.#known.set(name, known);
    return known;
  }

  #evaluate(pattern: RulePattern): readonly OracleMatch[] {
    if ('one' in pattern)
      return this.#groups(listed(pattern.one), this.by).flatMap(({ key, roles }) =>
        roles.map(({ event }): OracleMatch => ({ key, events: [event], value: 't' })),
      );
    if ('seq' in pattern) return this.#seq(pattern);
    if ('all' in pattern) return this.#all(pattern.all.map(listed), inMs(pattern.within), pattern.by ?? this.by);
    if ('count' in pattern) return this.#count(pattern);
    if ('absent' in pattern) return this.#absent(pattern);
    if ('near' in pattern) return this.#near(pattern);
    return this.#any(pattern.any);
  }

  // --- keys

  #fieldsOf(className: string, by: readonly string[]): readonly string[] {
    const own = this.rule.events[className]?.by;
    return by.filter((field) => own === undefined || own.includes(field));
  }

  #keyOf(event: WorldEvent, className: string, fields: readonly string[]): OracleKey | null {
    const captured = event.hits[className] ?? {};
    const values = fields.map(
      (field) =>
        [
          field,
          field === 'host' ? this.relations.hostOf(event) : field === 'log' ? event.log : (captured[field] ?? null),
        ] as const,
    );
    return values.some(([, value]) => value === null)
      ? null
      : new Map(values.map(([field, value]) => [field, value ?? '']));
  }

  /** Events of the classes that belong to a key, in merged order. */
  #rolesFor(classes: readonly string[], key: OracleKey): readonly Role[] {
    return this.relations.merged.flatMap((event) => {
      const served = classes.filter((name) => {
        if (event.hits[name] === undefined) return false;
        const own = this.#keyOf(event, name, this.#fieldsOf(name, [...key.keys()]));
        return own !== null && agree(own, key);
      });
      return served.length === 0 ? [] : [{ event, classes: new Set(served) }];
    });
  }

  /** What a pattern of these classes has at every key that any event of the rule tells: an event of a coarser class stands at all that agree. */
  #groups(
    classes: readonly string[],
    by: readonly string[],
  ): readonly { readonly key: OracleKey; readonly roles: readonly Role[] }[] {
    return this.#keysOf(this.#finest(classes, by)).map((key) => ({ key, roles: this.#rolesFor(classes, key) }));
  }

  #finest(classes: readonly string[], by: readonly string[]): readonly string[] {
    return by.filter((field) => classes.some((name) => this.#fieldsOf(name, by).includes(field)));
  }

  #keysOf(fields: readonly string[]): readonly OracleKey[] {
    const keys = new Map<string, OracleKey>();
    for (const event of this.relations.merged)
      for (const name of Object.keys(event.hits)) {
        if (this.#fieldsOf(name, fields).length < fields.length) continue;
        const key = this.#keyOf(event, name, fields);
        if (key !== null) keys.set(keyText(key), key);
      }
    return [...keys.values()];
  }

  /** A match at every key that agrees with its own and tells apart what is looked for around it. */
  #below(match: OracleMatch, classes: readonly string[]): readonly OracleMatch[] {
    const finest = this.#finest(classes, this.by);
    const fields = this.by.filter((field) => match.key.has(field) || finest.includes(field));
    const keys = this.#keysOf(fields).filter((key) => agree(match.key, key));
    return fields.length === match.key.size || keys.length === 0 ? [match] : keys.map((key) => ({ ...match, key }));
  }

  // --- state

  /** What the flag is just before the event. */
  flag(name: string, at: WorldEvent, key: OracleKey): Value {
    const state = this.rule.state?.[name];
    if (state === undefined) return 'u';
    const fields = state.by ?? this.by;
    const narrowed = new Map([...key].filter(([field]) => fields.includes(field)));
    const classes = [...listed(state.set), ...listed(state.clear)];
    const changes = this.#rolesFor(classes, narrowed).filter(
      ({ event }) =>
        this.relations.before(event, at) === 't' && this.relations.within(event, at, this.beforeMs) === 't',
    );
    const last = changes.reduce<Role | null>(
      (a, b) => (a === null || this.relations.before(a.event, b.event) === 't' ? b : a),
      null,
    );
    if (last === null) return this.#initial(state.initial ?? 'unknown', classes, at);
    const isSet = listed(state.set).some((one) => last.classes.has(one));
    const covered = this.#covered(classes, last.event, last.event.timeMs ?? 0, at.timeMs ?? 0);
    return covered === 't' ? (isSet ? 't' : 'f') : isSet ? 'l' : 'lf';
  }

  /** Nothing is there only as far as the logs tell. */
  #initial(initial: 'unknown' | boolean, classes: readonly string[], at: WorldEvent): Value {
    if (initial === 'unknown') return 'u';
    const isSure = at.timeMs !== null && this.#covered(classes, at, at.timeMs - this.beforeMs, at.timeMs) === 't';
    return initial ? (isSure ? 't' : 'l') : isSure ? 'f' : 'lf';
  }

  // --- coverage

  logsOf(className: string): readonly string[] {
    const definition = this.rule.events[className];
    return definition === undefined || 'finding' in definition || typeof definition.log !== 'string'
      ? []
      : [definition.log];
  }

  #covered(classes: readonly string[], clock: WorldEvent, fromMs: number, toMs: number): Value {
    return least(
      classes.map((name) =>
        this.covers.covers(this.relations.hostOf(clock), this.logsOf(name), clock.basis, fromMs, toMs),
      ),
    );
  }
  covered = (classes: readonly string[], clock: WorldEvent, fromMs: number, toMs: number): Value =>
    this.#covered(classes, clock, fromMs, toMs);

  // --- seq

  #seq(pattern: SeqPattern): readonly OracleMatch[] {
    const steps = pattern.seq.flatMap(toSteps);
    const forbidden = steps.flatMap(({ forbid }) => forbid);
    const isPastEnd = (pattern.skip ?? 'past_end') === 'past_end';
    return this.#groups([...steps.flatMap(({ classes }) => classes), ...forbidden], pattern.by ?? this.by).flatMap(
      ({ key, roles }) => {
        const tuples = this.#chains(steps, roles, key, inMs(pattern.within));
        return this.#byLevel(tuples, isPastEnd);
      },
    );
  }

  #chains(
    steps: readonly OracleStep[],
    roles: readonly Role[],
    key: OracleKey,
    withinMs: number,
  ): readonly OracleMatch[] {
    return chains(steps, roles, this.relations).flatMap((events) => {
      const value = this.#chainValue(events, steps, roles, key, withinMs);
      return value === 'f' ? [] : [{ key, events, value }];
    });
  }

  /** Every choice of events that a pattern allows, however they overlap: what a match must be one of. */
  tuples(name: string): readonly OracleMatch[] {
    const pattern = this.patternOf(name);
    if ('seq' in pattern) {
      const steps = pattern.seq.flatMap(toSteps);
      const classes = steps.flatMap((step) => [...step.classes, ...step.forbid]);
      return this.#groups(classes, pattern.by ?? this.by).flatMap(({ key, roles }) =>
        this.#chains(steps, roles, key, inMs(pattern.within)),
      );
    }
    const [entries, by] =
      'all' in pattern
        ? [pattern.all.map(listed), pattern.by]
        : 'count' in pattern
          ? [Array.from({ length: pattern.count.min }, () => listed(pattern.count.of)), pattern.by]
          : [[], undefined];
    return this.#groups(entries.flat(), by ?? this.by).flatMap(({ key, roles }) =>
      choices(entries, roles).flatMap((events) => {
        const value = this.#spread(events, 'within' in pattern ? inMs(pattern.within) : 0);
        return value === 'f' ? [] : [{ key, events, value }];
      }),
    );
  }

  #spread(events: readonly WorldEvent[], withinMs: number): Value {
    return least(events.flatMap((a) => events.map((b) => this.relations.near(a, b, withinMs))));
  }

  #chainValue(
    events: readonly WorldEvent[],
    steps: readonly OracleStep[],
    roles: readonly Role[],
    key: OracleKey,
    withinMs: number,
  ): Value {
    const [first] = events;
    if (first === undefined) return 'f';
    // The window holds step by step: a later event without a time, or behind a clock step, cannot mend it.
    const values: Value[] = events.map((event) => this.relations.within(first, event, withinMs));
    for (const [index, step] of steps.entries()) {
      const [before, event] = [events[index - 1], events[index]];
      if (event === undefined) return 'f';
      values.push(
        ...step.when.map(([flag, wanted]) =>
          wanted ? this.flag(flag, event, key) : opposite(this.flag(flag, event, key)),
        ),
      );
      if (before === undefined) continue;
      values.push(this.relations.before(before, event));
      if (step.gapMs !== null) values.push(this.relations.within(before, event, step.gapMs));
      if (step.forbid.length > 0) values.push(this.#unforbidden(before, event, step.forbid, roles));
      if (least(values) === 'f') return 'f';
    }
    return least(values);
  }

  /** No forbidden event strictly between; what cannot be decided does not kill but leaves a reservation. */
  #unforbidden(before: WorldEvent, event: WorldEvent, forbid: readonly string[], roles: readonly Role[]): Value {
    const between = roles
      .filter(
        ({ event: { uid }, classes }) =>
          uid !== before.uid && uid !== event.uid && forbid.some((name) => classes.has(name)),
      )
      .map((role) => least([this.relations.before(before, role.event), this.relations.before(role.event, event)]));
    const worst = most(between);
    if (worst === 't') return 'f';
    if (worst !== 'f') return 'l';
    const [fromMs, toMs] = [before.timeMs, event.timeMs];
    if (fromMs === null || toMs === null) return 'l';
    return this.#covered(forbid, event, Math.min(fromMs, toMs), Math.max(fromMs, toMs)) === 't' ? 't' : 'l';
  }

  /** Strict matches first, then lenient ones of what they left, then unknown ones; where one ended, nothing older goes on. */
  #byLevel(tuples: readonly OracleMatch[], isPastEnd: boolean): readonly OracleMatch[] {
    const chosen: OracleMatch[] = [];
    for (const level of ['t', 'l', 'u'] as const) {
      const left = tuples.filter(
        (tuple) =>
          atLeast(tuple.value, level) &&
          !chosen.some((match) =>
            isPastEnd ? this.#isSpent(tuple, match) : tuple.events.at(-1) === match.events.at(-1),
          ),
      );
      chosen.push(...(isPastEnd ? this.#pastEnd(left) : this.#oneEachEnd(left)));
    }
    return chosen;
  }

  /** It uses an event of the match, or began before its end and would end after it. */
  #isSpent({ events }: OracleMatch, match: OracleMatch): boolean {
    const end = this.rankOf(match.events.at(-1));
    return (
      events.some((event) => match.events.includes(event)) ||
      (this.rankOf(events[0]) < end && this.rankOf(events.at(-1)) > end)
    );
  }

  /** The place of an event in the merged order. */
  rankOf(event: WorldEvent | undefined): number {
    return this.#rank.get(event?.uid ?? -1) ?? -1;
  }

  /** Earliest end first, then the latest event before the end, and so on back to the latest start. */
  #tightest(tuples: readonly OracleMatch[]): OracleMatch | null {
    const compare = (a: OracleMatch, b: OracleMatch): number => {
      const end = this.rankOf(a.events.at(-1)) - this.rankOf(b.events.at(-1));
      if (end !== 0) return end;
      for (let index = a.events.length - 2; index >= 0; index--) {
        const difference = this.rankOf(b.events[index]) - this.rankOf(a.events[index]);
        if (difference !== 0) return difference;
      }
      return 0;
    };
    return tuples.reduce<OracleMatch | null>(
      (best, one) => (best === null || compare(one, best) < 0 ? one : best),
      null,
    );
  }

  #pastEnd(tuples: readonly OracleMatch[]): readonly OracleMatch[] {
    const chosen: OracleMatch[] = [];
    for (let left = tuples; ; ) {
      const best = this.#tightest(left);
      if (best === null) return chosen;
      chosen.push(best);
      const end = this.rankOf(best.events.at(-1));
      left = left.filter(({ events }) => events.every((event) => this.rankOf(event) > end));
    }
  }

  #oneEachEnd(tuples: readonly OracleMatch[]): readonly OracleMatch[] {
    const ends = [...new Set(tuples.map(({ events }) => events.at(-1)?.uid))];
    return ends.flatMap((uid) => this.#tightest(tuples.filter(({ events }) => events.at(-1)?.uid === uid)) ?? []);
  }

  // --- all

  #all(entries: readonly (readonly string[])[], withinMs: number, by: readonly string[]): readonly OracleMatch[] {
    return this.#groups(entries.flat(), by).flatMap(({ key, roles }) => {
      const found: OracleMatch[] = [];
      for (const level of ['t', 'l', 'u'] as const)
        found.push(
          ...this.#sets(entries, roles, withinMs, level, found).map(
            (events): OracleMatch => ({ key, events, value: level }),
          ),
        );
      return found;
    });
  }

  /** Fires at the event that completes a set, with the newest of each other entry; what it used and what is older is gone. */
  #sets(
    entries: readonly (readonly string[])[],
    roles: readonly Role[],
    withinMs: number,
    level: Value,
    surer: readonly OracleMatch[],
  ): readonly (readonly WorldEvent[])[] {
    const found: WorldEvent[][] = [];
    let newest = entries.map((): WorldEvent | null => null);
    const inTime = byTime(roles);
    const ends = surer.map(({ events }) => inTime.findLast(({ event }) => events.includes(event))?.event);
    for (const { event, classes } of inTime) {
      if (ends.includes(event)) newest = entries.map(() => null);
      if (surer.some(({ events }) => events.includes(event))) continue;
      const entry = entries.findIndex((names) => names.some((name) => classes.has(name)));
      newest = newest.map((held, index) => (index === entry ? event : held));
      const set = newest.flatMap((held) => held ?? []);
      if (set.length < entries.length) continue;
      if (!atLeast(this.#spread(set, withinMs), level)) continue;
      found.push([...set].sort((a, b) => this.rankOf(a) - this.rankOf(b)));
      newest = entries.map(() => null);
    }
    return found;
  }

  // --- count

  #count({ count, within, by }: CountPattern): readonly OracleMatch[] {
    return this.#groups(listed(count.of), by ?? this.by).flatMap(({ key, roles }) => {
      const used = new Set<number>();
      return (['t', 'l', 'u'] as const).flatMap((level) => {
        const found = this.#bursts(
          count,
          roles.filter(({ event }) => !used.has(event.uid)),
          inMs(within),
          level,
        ).map((events): OracleMatch => ({ key, events, value: level }));
        for (const { events } of found) for (const { uid } of events) used.add(uid);
        return found;
      });
    });
  }

  #bursts(
    { min, distinct }: CountPattern['count'],
    roles: readonly Role[],
    withinMs: number,
    level: Value,
  ): readonly (readonly WorldEvent[])[] {
    const truthValueOf = ({ event, classes }: Role): string | null =>
      distinct === undefined
        ? String(event.uid)
        : distinct === 'host'
          ? this.relations.hostOf(event)
          : ([...classes].map((name) => event.hits[name]?.[distinct]).find((one) => one !== undefined) ?? null);
    const counted = byTime(roles).filter((role) => truthValueOf(role) !== null);
    const bursts: WorldEvent[][] = [];
    for (let from = 0; from < counted.length; ) {
      const begun = this.#window(counted, from, from, min, withinMs, level, truthValueOf);
      if (begun === null) return bursts;
      let end = begun.end;
      while (
        end + 1 < counted.length &&
        this.#windowAt(counted, begun.start, end + 1, min, withinMs, level, truthValueOf) !== null
      )
        end += 1;
      bursts.push(
        counted
          .slice(begun.start, end + 1)
          .map(({ event }) => event)
          .sort((a, b) => this.rankOf(a) - this.rankOf(b)),
      );
      from = end + 1;
    }
    return bursts;
  }

  /** The first event from `end` on that ends a window with `min` values. */
  #window(
    roles: readonly Role[],
    from: number,
    end: number,
    min: number,
    withinMs: number,
    level: Value,
    truthValueOf: (role: Role) => string | null,
  ): { start: number; end: number } | null {
    for (let at = end; at < roles.length; at++) {
      const start = this.#windowAt(roles, from, at, min, withinMs, level, truthValueOf);
      if (start !== null) return { start, end: at };
    }
    return null;
  }

  /** Where the window that ends here begins, if it holds enough: at the first of the last event of each value. */
  #windowAt(
    roles: readonly Role[],
    from: number,
    end: number,
    min: number,
    withinMs: number,
    level: Value,
    truthValueOf: (role: Role) => string | null,
  ): number | null {
    const last = roles[end];
    if (last === undefined) return null;
    const seen = new Set<string | null>();
    for (let start = end; start >= from; start--) {
      const role = roles[start];
      if (role === undefined || !atLeast(this.relations.within(role.event, last.event, withinMs), level)) return null;
      seen.add(truthValueOf(role));
      if (seen.size >= min) return start;
    }
    return null;
  }

  // --- absent, near, any

  #absent({ absent }: AbsentPattern): readonly OracleMatch[] {
    const [around, isAfter] = absent.after === undefined ? [absent.before ?? '', false] : [absent.after, true];
    const limitMs = inMs(absent.for);
    const looked = [...listed(absent.of), ...listed(absent.until)];
    const references = this.matches(around).flatMap((match) => this.#below(match, looked));
    return references.map((match): OracleMatch => {
      const at = match.events.at(isAfter ? -1 : 0);
      if (at === undefined) return { ...match, value: 'f' };
      const lies = (event: WorldEvent): Value => {
        const [a, b] = isAfter ? [at, event] : [event, at];
        return event.uid === at.uid ? 'f' : least([this.relations.before(a, b), this.relations.reaches(a, b, limitMs)]);
      };
      const untils = this.#rolesFor(listed(absent.until), match.key).map(({ event }) => event);
      const beyondUntil = (event: WorldEvent): Value =>
        most(
          untils
            .filter(({ uid }) => uid !== event.uid)
            .map((until) =>
              least([lies(until), isAfter ? this.relations.before(until, event) : this.relations.before(event, until)]),
            ),
        );
      const seen = most(
        this.#rolesFor(listed(absent.of), match.key).map(({ event }) =>
          least([lies(event), opposite(beyondUntil(event))]),
        ),
      );
      const ended = untils.filter((until) => lies(until) === 't').map(({ timeMs }) => timeMs ?? 0);
      const atMs = at.timeMs;
      // Seen for sure is false; seen perhaps leaves it open.
      if (seen === 't') return { ...match, value: 'f' };
      if (seen !== 'f' || atMs === null) return { ...match, value: least([match.value, 'u']) };
      const far = isAfter
        ? Math.max(atMs, Math.min(atMs + limitMs, ...ended))
        : Math.min(atMs, Math.max(atMs - limitMs, ...ended));
      return {
        ...match,
        value: least([match.value, this.#covered(listed(absent.of), at, Math.min(atMs, far), Math.max(atMs, far))]),
      };
    });
  }

  #near({ near }: NearPattern): readonly OracleMatch[] {
    const [beforeMs, afterMs] = [inMs(near.before ?? '0s'), inMs(near.after ?? '0s')];
    const references = this.matches(near.around).flatMap((match) => this.#below(match, listed(near.of)));
    return references.map((match): OracleMatch => {
      const times = match.events.flatMap(({ timeMs }) => timeMs ?? []);
      const last = match.events.at(-1);
      if (last === undefined) return { ...match, value: 'f' };
      const others = this.#rolesFor(listed(near.of), match.key)
        .filter(({ event }) => !match.events.includes(event))
        .map(({ event }) => ({ event, value: this.#liesAround(event, match.events, beforeMs, afterMs) }));
      const seen = most(others.map(({ value }) => value));
      const held = others.filter(({ value }) => value === seen && atLeast(seen, 'l')).map(({ event }) => event);
      if (seen !== 'f') return { ...match, events: [...match.events, ...held], value: least([match.value, seen]) };
      if (times.length === 0) return { ...match, value: least([match.value, 'u']) };
      const covered = this.#covered(listed(near.of), last, Math.min(...times) - beforeMs, Math.max(...times) + afterMs);
      return { ...match, value: least([match.value, covered === 't' ? 'f' : covered === 'l' ? 'lf' : 'u']) };
    });
  }

  /** Not more than so long before the earliest, nor after the latest: at most so long from every event of the match. */
  #liesAround(event: WorldEvent, match: readonly WorldEvent[], beforeMs: number, afterMs: number): Value {
    const have = least(match.map((own) => this.relations.haveTimes(own, event)));
    if (have !== 't') return have;
    const isLate = most(match.map((own) => this.relations.reaches(event, own, beforeMs)));
    const isEarly = most(match.map((own) => this.relations.reaches(own, event, afterMs)));
    return least([isLate, isEarly]);
  }

  #any(names: readonly string[]): readonly OracleMatch[] {
    const used = new Set<number>();
    return names.flatMap((name) => {
      const kept = this.matches(name).filter(({ events }) => !events.some(({ uid }) => used.has(uid)));
      // What is false or unknown is no match yet: it takes nothing from the others.
      for (const { events, value } of kept) if (atLeast(value, 'l')) for (const { uid } of events) used.add(uid);
      return kept;
    });
  }
}

export const agree = (a: OracleKey, b: OracleKey): boolean =>
  [...a].every(([field, value]) => (b.get(field) ?? value) === value);

/** Optional steps never decide; `times` are copies. */
function toSteps(step: RuleStep): readonly OracleStep[] {
  if (typeof step === 'string') return [{ classes: [step], gapMs: null, forbid: [], when: [] }];
  if (step.optional === true) return [];
  const one = {
    classes: listed(step.event),
    gapMs: step.gap === undefined ? null : inMs(step.gap),
    forbid: listed(step.forbid),
    when: Object.entries(step.when ?? {}),
  };
  return Array.from({ length: step.times ?? 1 }, () => one);
}

/** Every choice of different events, one for each step, that could be in order. */
function chains(
  steps: readonly OracleStep[],
  roles: readonly Role[],
  relations: Relations,
): readonly (readonly WorldEvent[])[] {
  let begun: readonly (readonly WorldEvent[])[] = [[]];
  for (const { classes } of steps) {
    const fitting = roles
      .filter(({ classes: served }) => classes.some((name) => served.has(name)))
      .map(({ event }) => event);
    begun = begun.flatMap((events) =>
      fitting
        .filter((event) => events.every((earlier) => relations.before(earlier, event) !== 'f'))
        .map((event) => [...events, event]),
    );
  }
  return begun;
}

/** Windows measure times; where a clock jittered, its events stand by time for them. */
const byTime = (roles: readonly Role[]): readonly Role[] =>
  [...roles].sort((a, b) => (a.event.timeMs ?? 0) - (b.event.timeMs ?? 0) || a.event.ticks - b.event.ticks);

/** Every choice of different events, one for each entry; where two entries are the same, each choice once. */
function choices(entries: readonly (readonly string[])[], roles: readonly Role[]): readonly (readonly WorldEvent[])[] {
  const all = entries.reduce<readonly (readonly Role[])[]>(
    (begun, classes) =>
      begun.flatMap((chosen) =>
        roles
          .filter((role) => classes.some((name) => role.classes.has(name)) && !chosen.includes(role))
          .map((role) => [...chosen, role]),
      ),
    [[]],
  );
  const isCount = entries.every((classes) => classes.join() === entries[0]?.join());
  const isAscending = (chosen: readonly Role[]) =>
    chosen.every((role, index) => index === 0 || (chosen[index - 1]?.event.uid ?? 0) < role.event.uid);
  return all.filter((chosen) => !isCount || isAscending(chosen)).map((chosen) => chosen.map(({ event }) => event));
}
