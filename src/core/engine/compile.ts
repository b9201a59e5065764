import { type EventClass, flattenClass, isFindingClass } from '../knowledge/rules/classes.ts';
import type { RuleDefinition } from '../knowledge/rules/schema.ts';
import type { EventRecord } from '../model/event.ts';
import type { Interest } from '../model/interest.ts';
import { compareText } from '../model/order.ts';
import { ClassIndex, identitiesOf } from './class-index.ts';
import { codesOf, listOf } from './clauses.ts';
import { branchesOf, compileCaptures, compileJudge, type Judge } from './compile-class.ts';
import { createInterest } from './interest.ts';

export interface CompiledClass {
  readonly index: number;
  readonly ruleIndex: number;
  readonly name: string;
  readonly definition: EventClass;
  readonly judge: Judge;
  readonly capture: (event: EventRecord) => Readonly<Record<string, string>>;
}
export interface CompiledRule {
  readonly definition: RuleDefinition;
  /** Index into the classes of all rules, by name; classes of findings have none. */
  readonly classIndexByName: ReadonlyMap<string, number>;
}
/** The rules ready to run. No mutable state; each thread compiles its own. */
export interface CompiledRules {
  readonly rules: readonly CompiledRule[];
  readonly classes: readonly CompiledClass[];
  readonly interest: Interest;
  /** Names that some rule gives a code by: in a text they count as that code. */
  readonly codeNames: ReadonlyMap<string, number>;
  /** May a class that looks at an event of this id run a regular expression? The engine for them is loaded only then. */
  needsExpressions(eventId: number | null): boolean;
  /** May any class take an event of this id, provider and level? */
  hasCandidates(event: Pick<EventRecord, 'eventId' | 'provider' | 'providerAlias' | 'level'>): boolean;
  /** Classes that may take this event. */
  candidates(event: EventRecord): readonly CompiledClass[];
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
    for (const [name, written] of Object.entries(definition.events)) {
      if (isFindingClass(written)) continue;
      const flat = flattenClass(definition.events, name) ?? {};
      classIndexByName.set(name, classes.length);
      classes.push({
        index: classes.length,
        ruleIndex,
        name,
        definition: flat,
        judge: compileJudge(flat),
        capture: compileCaptures(flat),
      });
    }
    return { definition, classIndexByName };
  });
  const index = new ClassIndex(classes);
  const codes = new Set(
    classes
      .filter(({ definition }) => identitiesOf(definition).some(({ isNamed }) => !isNamed))
      .flatMap(({ definition }) => [definition, ...branchesOf(definition)].flatMap((part) => [...codesOf(part.code)])),
  );
  return {
    rules,
    classes,
    interest: createInterest(classes, codes, codeNames),
    codeNames,
    needsExpressions: expressionNeed(classes),
    hasCandidates: (event) => index.hasCandidates(event),
    candidates: (event) => index.candidates(event),
  };
}

/** Regular expressions stand under `regex` only, in clauses and captures alike. */
const usesExpression = ({ definition }: CompiledClass): boolean => JSON.stringify(definition).includes('"regex":');

function expressionNeed(classes: readonly CompiledClass[]): CompiledRules['needsExpressions'] {
  const ids = new Set<number>();
  let isAny = false;
  for (const identity of classes.filter(usesExpression).flatMap(({ definition }) => identitiesOf(definition))) {
    if (identity.ids === null) isAny = true;
    else for (const id of identity.ids) ids.add(id);
  }
  return (eventId) => isAny || eventId === null || ids.has(eventId & 0xffff);
}

export const logsOf = (definition: EventClass): readonly (readonly string[])[] =>
  branchesOf(definition).map((branch) => logWords(branch.log ?? definition.log));

function logWords(log: EventClass['log']): readonly string[] {
  if (log === undefined) return [];
  return typeof log === 'object' && !Array.isArray(log) ? listOf(log.like) : listOf(log);
}
