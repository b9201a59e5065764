import type { EventClass } from '../knowledge/rules/classes.ts';
import { canonicalProvider } from '../knowledge/words/providers.ts';
import type { EventRecord } from '../model/event.ts';
import { listOf } from './clauses.ts';
import type { CompiledClass } from './compile.ts';
import { branchesOf } from './compile-class.ts';

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

export type Named = Pick<EventRecord, 'eventId' | 'provider' | 'providerAlias' | 'level'>;
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

  constructor(classes: readonly CompiledClass[]) {
    for (const compiled of classes) for (const identity of compiled.identities) this.#add(identity, compiled);
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

  /** Does any class name the id or the provider of this event, or a code that it may hold? Otherwise none takes it. */
  hasCandidates(event: Named): boolean {
    if (this.#always.size > 0 || (this.#codeOnly.size > 0 && mayNameCodes(event.level))) return true;
    for (const _ of this.#named(event)) return true;
    return false;
  }

  candidates(event: EventRecord): readonly CompiledClass[] {
    const found = new Set<CompiledClass>(this.#always);
    for (const classes of this.#named(event)) for (const compiled of classes) found.add(compiled);
    if (event.codes.length > 0) for (const compiled of this.#codeOnly) found.add(compiled);
    return [...found];
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

function addOnce<K>(map: Map<K, CompiledClass[]>, key: K, compiled: CompiledClass): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [compiled]);
  // Classes come one after the other, so one that is there already is the last.
  else if (list.at(-1) !== compiled) list.push(compiled);
}
