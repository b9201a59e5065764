import type { Identity, IdRange } from '../knowledge/rules/rule-head.ts';
import { canonicalProvider } from '../knowledge/words/providers.ts';
import { type EventContent, isWarningOrWorse } from '../model/event.ts';
import { listAt, mapAt } from '../model/map-at.ts';
import type { CompiledClass } from './compile.ts';
import type { Judge } from './compile-class.ts';
import { compileGlob } from './glob.ts';

export const isRange = (ids: readonly number[] | IdRange): ids is IdRange => !Array.isArray(ids);

/** A hostile source has any number of names. */
const MAX_REMEMBERED = 16_384;

/** A class that may take an event, with its judge for what the event is called. */
export interface Candidate {
  readonly compiled: CompiledClass;
  readonly judge: Judge;
}

export type Named = Pick<EventContent, 'eventId' | 'provider' | 'providerAlias' | 'level'>;
/** Do provider and id of an event fit? Unknown ones fit no branch that names them. */
const isOf = ({ ids, providers, like }: Identity, { provider, providerAlias, eventId }: Named): boolean =>
  ((providers ?? like) === undefined ||
    [provider, providerAlias].some((name) => name !== null && isCalled(providers, like, name))) &&
  (ids === undefined || (eventId !== null && holds(ids, eventId & 0xffff)));
const isCalled = (providers: Identity['providers'], like: Identity['like'], name: string): boolean =>
  providers?.includes(canonicalProvider(name)) ?? like?.some((glob) => compileGlob(glob)(name)) ?? true;
const holds = (ids: readonly number[] | IdRange, id: number): boolean =>
  isRange(ids) ? id >= ids.from && id <= ids.to : ids.includes(id);

/** Classes without id and provider name a level of warning or worse; an unknown level passes. */
const mayNameCodes = (level: Named['level']): boolean => level === null || isWarningOrWorse(level);

/** Classes by the ids they name, by the providers of those that name none or a range, and the rest: globs without id, and codes alone. */
export class ClassIndex {
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

  #add({ ids, providers, like }: Identity, compiled: CompiledClass): void {
    if (ids !== undefined && !isRange(ids)) for (const id of ids) addOnce(this.#byId, id, compiled);
    else if (providers !== undefined) for (const provider of providers) addOnce(this.#byProvider, provider, compiled);
    else if (ids !== undefined || like !== undefined) this.#always.add(compiled);
    else this.#codeOnly.add(compiled);
  }

  /** Does any class name the id and the provider of this event, or a code that it may hold? Otherwise none takes it. */
  hasCandidates(event: Named): boolean {
    return this.#mayHoldCode(event) || this.#called(event).classes.length > 0;
  }

  /** May a class that looks at this event run a regular expression? */
  needsExpressions(event: Named): boolean {
    return this.#called(event).needsExpressions || (this.#mayHoldCode(event) && this.#codeClasses.some(usesExpression));
  }

  candidates(event: EventContent): readonly Candidate[] {
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
      [...found].filter(({ identities }) => identities.some((identity) => isOf(identity, event))),
      this.#codeClasses,
    );
    this.#calledByName.set(event, called);
    return called;
  }

  /** Classes that may be meant by what the event is called. */
  *#named({ eventId, provider, providerAlias }: Named): Generator<readonly CompiledClass[]> {
    if (eventId !== null) yield this.#byId.get(eventId & 0xffff) ?? [];
    for (const name of [provider, providerAlias])
      if (name !== null) yield this.#byProvider.get(canonicalProvider(name)) ?? [];
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
  named(event: EventContent): readonly Candidate[] {
    this.#named ??= this.classes.map((compiled) => ({ compiled, judge: compiled.judgeOf(event) }));
    return this.#named;
  }
  withCodes(event: EventContent): readonly Candidate[] {
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
  const list = listAt(map, key);
  // Classes come one after the other, so one that is there already is the last.
  if (list.at(-1) !== compiled) list.push(compiled);
}
