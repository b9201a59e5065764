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

const NONE: readonly CompiledClass[] = [];

export type Named = Pick<EventRecord, 'eventId' | 'provider' | 'providerAlias' | 'level'>;
/** Classes without id and provider name a level of warning or worse; an unknown level passes. */
const mayNameCodes = (level: Named['level']): boolean =>
  level === null || level === 'critical' || level === 'error' || level === 'warning';

/** One look-up per event: by id; classes without id, or with a range of them, by provider; the rest (globs without id, code-only) are always asked. */
export class ClassIndex {
  readonly #byId = new Map<number, CompiledClass[]>();
  readonly #byProvider = new Map<string, CompiledClass[]>();
  readonly #always = new Set<CompiledClass>();
  readonly #codeOnly = new Set<CompiledClass>();

  constructor(classes: readonly CompiledClass[]) {
    for (const compiled of classes) for (const identity of compiled.identities) this.#add(identity, compiled);
  }

  #add({ ids, providers, isNamed }: Identity, compiled: CompiledClass): void {
    if (!isNamed) this.#codeOnly.add(compiled);
    else if (ids !== null && !isRange(ids)) for (const id of ids) addOnce(this.#byId, id, compiled);
    else if (providers !== null) for (const provider of providers) addOnce(this.#byProvider, provider, compiled);
    else this.#always.add(compiled);
  }

  /** Does any class name the id or the provider of this event, or a code that it may hold? Otherwise none takes it. */
  hasCandidates({ eventId, provider, providerAlias, level }: Named): boolean {
    if (this.#always.size > 0 || (this.#codeOnly.size > 0 && mayNameCodes(level))) return true;
    if (eventId !== null && this.#byId.has(eventId & 0xffff)) return true;
    return [provider, providerAlias].some((name) => name !== null && this.#byProvider.has(canonicalProvider(name)));
  }

  candidates(event: EventRecord): readonly CompiledClass[] {
    const found = new Set<CompiledClass>(event.eventId === null ? NONE : this.#byId.get(event.eventId));
    for (const name of [event.provider, event.providerAlias]) {
      if (name === null) continue;
      for (const compiled of this.#byProvider.get(canonicalProvider(name)) ?? NONE) found.add(compiled);
    }
    for (const compiled of this.#always) found.add(compiled);
    if (event.codes.length > 0) for (const compiled of this.#codeOnly) found.add(compiled);
    return [...found];
  }
}

function addOnce<K>(map: Map<K, CompiledClass[]>, key: K, compiled: CompiledClass): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [compiled]);
  // Classes come one after the other, so one that is there already is the last.
  else if (list.at(-1) !== compiled) list.push(compiled);
}
