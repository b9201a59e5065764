import { type EventClass, flattenClass, isFindingClass } from '../knowledge/rules/classes.ts';
import type { RuleDefinition } from '../knowledge/rules/schema.ts';
import type { EventRecord } from '../model/event.ts';
import type { Interest } from '../model/interest.ts';
import { compareText } from '../model/order.ts';
import { type Candidate, ClassIndex, compileIdentity, type Identity, identitiesOf, type Named } from './class-index.ts';
import { codesOf, listOf } from './clauses.ts';
import { branchesOf, compileCaptures, compileJudge, type Judge } from './compile-class.ts';
import { createInterest } from './interest.ts';

export interface CompiledClass {
  readonly index: number;
  readonly ruleIndex: number;
  readonly name: string;
  readonly definition: EventClass;
  /** What it asks of id and provider, by branch. */
  readonly identities: readonly Identity[];
  /** Do provider and id of the event fit? */
  readonly mayBe: (event: Named) => boolean;
  /** The judge of events that are called as this one. */
  readonly judgeOf: (named: EventRecord) => Judge;
  readonly capture: (event: EventRecord) => Readonly<Record<string, string>>;
}
export interface CompiledRule {
  readonly definition: RuleDefinition;
  /** Index into the classes of all rules, by name; classes of findings have none. */
  readonly classIndexByName: ReadonlyMap<string, number>;
  /** Its classes with all they extend. */
  readonly definitionByName: ReadonlyMap<string, EventClass>;
}
/** The rules ready to run. No mutable state; each thread compiles its own. */
export interface CompiledRules {
  readonly rules: readonly CompiledRule[];
  readonly classes: readonly CompiledClass[];
  readonly interest: Interest;
  /** Names that some rule gives a code by: in a text they count as that code. */
  readonly codeNames: ReadonlyMap<string, number>;
  /** May a class that looks at this event run a regular expression? The engine for them is loaded only then. */
  needsExpressions(event: Named): boolean;
  /** May any class take an event of this id, provider and level? */
  hasCandidates(event: Named): boolean;
  /** Classes that may take this event. */
  candidates(event: EventRecord): readonly Candidate[];
}

/** Predicates are made when the first event asks: of hundreds of rules a log concerns a few. */
function toClass(named: Pick<CompiledClass, 'index' | 'ruleIndex' | 'name' | 'definition'>): CompiledClass {
  const { definition } = named;
  let mayBe: CompiledClass['mayBe'] | null = null;
  let judgeOf: CompiledClass['judgeOf'] | null = null;
  let capture: CompiledClass['capture'] | null = null;
  return {
    ...named,
    identities: identitiesOf(definition),
    mayBe: (event) => {
      mayBe ??= compileIdentity(definition);
      return mayBe(event);
    },
    judgeOf: (named) => {
      judgeOf ??= compileJudge(definition);
      return judgeOf(named);
    },
    capture: (event) => {
      capture ??= compileCaptures(definition);
      return capture(event);
    },
  };
}

/** Rules in order of id, so that class indices do not depend on how they were given. */
export function compileRules(
  definitions: readonly RuleDefinition[],
  codeNames: ReadonlyMap<string, number> = new Map(),
): CompiledRules {
  const sorted = [...definitions].sort((a, b) => compareText(a.id, b.id));
  const classes: CompiledClass[] = [];
  const rules = sorted.map((definition, ruleIndex): CompiledRule => {
    const classIndexByName = new Map<string, number>();
    const definitionByName = new Map<string, EventClass>();
    for (const [name, written] of Object.entries(definition.events)) {
      if (isFindingClass(written)) continue;
      const flat = flattenClass(definition.events, name) ?? {};
      classIndexByName.set(name, classes.length);
      definitionByName.set(name, flat);
      classes.push(toClass({ index: classes.length, ruleIndex, name, definition: flat }));
    }
    return { definition, classIndexByName, definitionByName };
  });
  const index = new ClassIndex(classes);
  const codes = new Set(
    classes
      .filter(({ identities }) => identities.some(({ isNamed }) => !isNamed))
      .flatMap(({ definition }) => [definition, ...branchesOf(definition)].flatMap((part) => [...codesOf(part.code)])),
  );
  return {
    rules,
    classes,
    interest: createInterest(classes, codes, codeNames),
    codeNames,
    needsExpressions: (event) => index.needsExpressions(event),
    hasCandidates: (event) => index.hasCandidates(event),
    candidates: (event) => index.candidates(event),
  };
}

export const logsOf = (definition: EventClass): readonly (readonly string[])[] =>
  branchesOf(definition).map((branch) => logWords(branch.log ?? definition.log));

function logWords(log: EventClass['log']): readonly string[] {
  if (log === undefined) return [];
  return typeof log === 'object' && !Array.isArray(log) ? listOf(log.like) : listOf(log);
}
