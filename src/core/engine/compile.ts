import { type EventClass, flattenClass } from '../knowledge/rules/classes.ts';
import type { ClassHead, Identity, RuleHead } from '../knowledge/rules/rule-head.ts';
import type { RuleSource } from '../knowledge/rules/rule-source.ts';
import type { RuleDefinition } from '../knowledge/rules/schema.ts';
import type { EventContent } from '../model/event.ts';
import type { Interest } from '../model/interest.ts';
import { compareText } from '../model/order.ts';
import type { ClassHit } from '../model/scan.ts';
import { type Candidate, ClassIndex, type Named } from './class-index.ts';
import { compileHit, compileJudge, type Judge } from './compile-class.ts';
import { createInterest } from './interest.ts';
import { sourceOf } from './rule-head.ts';

export interface CompiledClass {
  readonly index: number;
  readonly ruleIndex: number;
  readonly name: string;
  /** With all it extends. */
  readonly definition: EventClass;
  /** What it asks of id and provider, by branch. */
  readonly identities: readonly Identity[];
  /** The judge of events that are called as this one. */
  readonly judgeOf: (named: EventContent) => Judge;
  /** What an event that it takes is kept with. */
  readonly hit: (event: EventContent) => ClassHit;
}
export interface CompiledRule {
  readonly head: RuleHead;
  readonly definition: RuleDefinition;
  /** Index of its first class into the classes of all rules; the others follow. Classes of findings have none. */
  readonly firstClass: number;
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
  candidates(event: EventContent): readonly Candidate[];
}

/** Predicates are made when the first event asks: of hundreds of rules a log concerns a few. */
class LazyClass implements CompiledClass {
  readonly index: number;
  readonly ruleIndex: number;
  readonly name: string;
  readonly identities: readonly Identity[];
  readonly #rule: RuleSource;
  #definition: EventClass | null = null;
  #judgeOf: CompiledClass['judgeOf'] | null = null;
  #hit: CompiledClass['hit'] | null = null;

  constructor(rule: RuleSource, { name, identities }: ClassHead, ruleIndex: number, index: number) {
    this.#rule = rule;
    this.name = name;
    this.identities = identities;
    this.ruleIndex = ruleIndex;
    this.index = index;
  }
  get definition(): EventClass {
    this.#definition ??= flattenClass(this.#rule.definition.events, this.name) ?? {};
    return this.#definition;
  }
  judgeOf(named: EventContent): Judge {
    this.#judgeOf ??= compileJudge(this.definition);
    return this.#judgeOf(named);
  }
  hit(event: EventContent): ClassHit {
    this.#hit ??= compileHit(this.definition, this.index);
    return this.#hit(event);
  }
}

class LazyRule implements CompiledRule {
  readonly head: RuleHead;
  readonly firstClass: number;
  readonly #rule: RuleSource;
  readonly #classes: readonly CompiledClass[];
  #definitionByName: ReadonlyMap<string, EventClass> | null = null;

  constructor(rule: RuleSource, firstClass: number, classes: readonly CompiledClass[]) {
    this.#rule = rule;
    this.head = rule.head;
    this.firstClass = firstClass;
    this.#classes = classes;
  }
  get definition(): RuleDefinition {
    return this.#rule.definition;
  }
  get definitionByName(): ReadonlyMap<string, EventClass> {
    this.#definitionByName ??= new Map(this.#classes.map(({ name, definition }) => [name, definition]));
    return this.#definitionByName;
  }
}

/** Rules in order of id, so that class indices do not depend on how they were given. */
export function compileSources(
  sources: readonly RuleSource[],
  codeNames: ReadonlyMap<string, number> = new Map(),
): CompiledRules {
  const sorted = [...sources].sort((a, b) => compareText(a.head.id, b.head.id));
  const classes: CompiledClass[] = [];
  const codes = new Set<number>();
  const rules = sorted.map((source, ruleIndex): CompiledRule => {
    const first = classes.length;
    for (const head of source.head.classes) {
      classes.push(new LazyClass(source, head, ruleIndex, classes.length));
      for (const code of head.codes ?? []) codes.add(code);
    }
    return new LazyRule(source, first, classes.slice(first));
  });
  const index = new ClassIndex(classes);
  return {
    rules,
    classes,
    interest: createInterest(
      classes.flatMap(({ identities }) => identities),
      codes,
      codeNames,
    ),
    codeNames,
    needsExpressions: (event) => index.needsExpressions(event),
    hasCandidates: (event) => index.hasCandidates(event),
    candidates: (event) => index.candidates(event),
  };
}

export const compileRules = (
  definitions: readonly RuleDefinition[],
  codeNames?: ReadonlyMap<string, number>,
): CompiledRules => compileSources(definitions.map(sourceOf), codeNames);
