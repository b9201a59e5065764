import type { EventClass } from '../knowledge/rules/classes.ts';
import { canonicalProvider } from '../knowledge/words/providers.ts';
import type { EventRecord } from '../model/event.ts';
import { compileId, compileWords, listOf } from './clauses.ts';
import type { CompiledClass } from './compile.ts';
import { branchesOf, type Judge } from './compile-class.ts';
import { mapAt } from './map-at.ts';

export interface IdRange {
  readonly from: number;
  readonly to: number;
}
export const isRange = (ids: readonly number[] | IdRange): ids is IdRange => !Array.isArray(ids);

/** A part with both keys merged, as far as dispatch needs it. */
export interface Identity {
  readonly ids: readonly number[] | IdRange | null;
  /** Canonical names; null: any provider (or a glob, which the predicate decides). */
  readonly providers: readonly string[] | null;
  /** false: it names neither, only codes, and is looked for in warnings and worse. */
  readonly isNamed: boolean;
}

/** What a class asks of provider and id, per branch. */
export const identitiesOf = (definition: EventClass): readonly Identity[] =>
  branchesOf(definition).map((branch) => {
    const id = branch.id ?? definition.id;
    const provider = branch.provider ?? definition.provider;
    const isGlob = typeof provider === 'object' && !Array.isArray(provider);
    return {
      ids: id === undefined ? null : typeof id === 'object' && !Array.isArray(id) ? id : listOf(id),
      providers: provider === undefined || isGlob ? null : listOf(provider).map(canonicalProvider),
      isNamed: id !== undefined || provider !== undefined,
    };
  });

/** A hostile source has any number of names. */
const MAX_REMEMBERED = 16_384;

/** A class that may take an event, with its judge for what the event is called. */
export interface Candidate {
  readonly compiled: CompiledClass;
  readonly judge: Judge;
}

export type Named = Pick<EventRecord, 'eventId' | 'provider' | 'providerAlias' | 'level'>;
/** Do provider and id of an event fit some branch of the class? Unknown ones fit none that names them. */
export function compileIdentity(definition: EventClass): (event: Named) => boolean {
  const tests = branchesOf(definition).map((branch) => {
    const [provider, id] = [branch.provider ?? definition.provider, branch.id ?? definition.id];
    const fits = provider === undefined ? null : compileWords(provider, canonicalProvider);
    const has = id === undefined ? null : compileId(id);
    return ({ provider: name, providerAlias, eventId }: Named): boolean =>
      (fits === null || [name, providerAlias].some((one) => one !== null && fits(one))) &&
      (has === null || (eventId !== null && has(eventId & 0xffff)));
  });
  return (event) => tests.some((test) => test(event));
}

/** Classes without id and provider name a level of warning or worse; an unknown level passes. */
const mayNameCodes = (level: Named['level']): boolean =>
  level === null || level === 'critical' || level === 'error' || level === 'warning';

/**
 * One look-up per event: by id and provider; classes of any provider, or of a glob, by id; classes without id, or with a range of them, by provider; the rest
 * (globs without id, code-only) are always asked.
 */
export class ClassIndex {
  readonly #byProviderById = new Map<number, Map<string, CompiledClass[]>>();
  readonly #byId = new Map<number, CompiledClass[]>();
  readonly #byProvider = new Map<string, CompiledClass[]>();
  readonly #always = new Set<CompiledClass>();
  readonly #codeOnly = new Set<CompiledClass>();
  readonly #codeClasses: readonly CompiledClass[];
  readonly #calledByName = new ByName<Called>();

  constructor(classes: readonly CompiledClass[]) {
    for (const compiled of classes) for (const identity of compiled.identities) this.#add(identity, compiled);
    this.#codeClasses = [...this.#codeOnly];
  }

  #add({ ids, providers, isNamed }: Identity, compiled: CompiledClass): void {
    if (!isNamed) this.#codeOnly.add(compiled);
    else if (ids !== null && !isRange(ids)) for (const id of ids) this.#addById(id, providers, compiled);
    else if (providers !== null) for (const provider of providers) addOnce(this.#byProvider, provider, compiled);
    else this.#always.add(compiled);
  }

  #addById(id: number, providers: Identity['providers'], compiled: CompiledClass): void {
    if (providers === null) {
      addOnce(this.#byId, id, compiled);
      return;
    }
    const byProvider = this.#byProviderById.get(id) ?? new Map<string, CompiledClass[]>();
    this.#byProviderById.set(id, byProvider);
    for (const provider of providers) addOnce(byProvider, provider, compiled);
  }

  /** Does any class name the id and the provider of this event, or a code that it may hold? Otherwise none takes it. */
  hasCandidates(event: Named): boolean {
    return this.#mayHoldCode(event) || this.#called(event).classes.length > 0;
  }

  /** May a class that looks at this event run a regular expression? */
  needsExpressions(event: Named): boolean {
    return this.#called(event).needsExpressions || (this.#mayHoldCode(event) && this.#codeClasses.some(usesExpression));
  }

  candidates(event: EventRecord): readonly Candidate[] {
    const called = this.#called(event);
    return event.codes.length === 0 || this.#codeOnly.size === 0 ? called.named(event) : called.withCodes(event);
  }

  #mayHoldCode({ level }: Named): boolean {
    return this.#codeOnly.size > 0 && mayNameCodes(level);
  }

  /** Classes whose provider and id fit: a few texts of a log ask this again and again. */
  #called(event: Named): Called {
    const known = this.#calledByName.get(event);
    if (known !== undefined) return known;
    const found = new Set<CompiledClass>(this.#always);
    for (const classes of this.#named(event)) for (const compiled of classes) found.add(compiled);
    const called = new Called(
      [...found].filter((compiled) => compiled.mayBe(event)),
      this.#codeClasses,
    );
    this.#calledByName.set(event, called);
    return called;
  }

  /** Classes by what the event is called. */
  *#named({ eventId, provider, providerAlias }: Named): Generator<readonly CompiledClass[]> {
    const id = eventId === null ? null : eventId & 0xffff;
    const ofId = id === null ? undefined : this.#byId.get(id);
    if (ofId !== undefined) yield ofId;
    const ofProviders = id === null ? undefined : this.#byProviderById.get(id);
    for (const name of provider === providerAlias ? [provider] : [provider, providerAlias]) {
      if (name === null) continue;
      const canonical = canonicalProvider(name);
      const [ofBoth, ofProvider] = [ofProviders?.get(canonical), this.#byProvider.get(canonical)];
      if (ofBoth !== undefined) yield ofBoth;
      if (ofProvider !== undefined) yield ofProvider;
    }
  }
}

/** The classes that what an event is called leads to, and what is worked out of them when it is asked for. */
class Called {
  readonly classes: readonly CompiledClass[];
  readonly #codeClasses: readonly CompiledClass[];
  #named: readonly Candidate[] | null = null;
  #withCodes: readonly Candidate[] | null = null;
  #needsExpressions: boolean | null = null;

  constructor(classes: readonly CompiledClass[], codeClasses: readonly CompiledClass[]) {
    this.classes = classes;
    this.#codeClasses = codeClasses;
  }
  get needsExpressions(): boolean {
    this.#needsExpressions ??= this.classes.some(usesExpression);
    return this.#needsExpressions;
  }
  /** @param event any one of this name. */
  named(event: EventRecord): readonly Candidate[] {
    this.#named ??= this.classes.map((compiled) => ({ compiled, judge: compiled.judgeOf(event) }));
    return this.#named;
  }
  withCodes(event: EventRecord): readonly Candidate[] {
    this.#withCodes ??= [
      ...this.named(event),
      ...this.#codeClasses
        .filter((compiled) => !this.classes.includes(compiled))
        .map((compiled) => ({ compiled, judge: compiled.judgeOf(event) })),
    ];
    return this.#withCodes;
  }
}

/** Values by id, provider and alias in turn: joining these to one key for each event costs more than all the rest. */
class ByName<Value> {
  readonly #byId = new Map<number | null, Map<string | null, Map<string | null, Value>>>();
  #size = 0;

  get({ eventId, provider, providerAlias }: Named): Value | undefined {
    return this.#byId.get(eventId)?.get(provider)?.get(providerAlias);
  }
  set({ eventId, provider, providerAlias }: Named, value: Value): void {
    if (this.#size === MAX_REMEMBERED) return;
    this.#size += 1;
    mapAt(mapAt(this.#byId, eventId), provider).set(providerAlias, value);
  }
}

/** Regular expressions stand under `regex` only, in clauses and captures alike. */
const usesExpression = ({ definition }: CompiledClass): boolean => holdsKey(definition, 'regex');

function holdsKey(value: unknown, key: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some((item) => holdsKey(item, key));
  for (const [name, item] of Object.entries(value)) if (name === key || holdsKey(item, key)) return true;
  return false;
}

function addOnce<K>(map: Map<K, CompiledClass[]>, key: K, compiled: CompiledClass): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [compiled]);
  // Classes come one after the other, so one that is there already is the last.
  else if (list.at(-1) !== compiled) list.push(compiled);
}
