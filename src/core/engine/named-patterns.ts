import { familyOf, flattenClass, isFindingClass } from '../knowledge/rules/classes.ts';
import { anchorOf } from '../knowledge/rules/defaults.ts';
import type { RuleDefinition, RulePattern } from '../knowledge/rules/schema.ts';
import type { EventRecord } from '../model/event.ts';
import { listOf } from '../model/list-of.ts';
import { branchesOf } from './compile-class.ts';
import { classesOf, patternsOf } from './patterns/index.ts';

type Carries = (event: EventRecord) => boolean;
/** What an event has to carry for a clause to be able to fail on it; an unknown level, category or user passes every clause. */
const CARRIED: readonly (readonly ['text' | 'code' | 'strings' | 'fields' | 'data', Carries])[] = [
  ['text', ({ message }) => message !== null],
  ['code', ({ message, strings }) => message !== null || strings.length > 0],
  ['strings', ({ strings }) => strings.length > 0],
  ['fields', ({ strings }) => strings.length > 0],
  ['data', ({ data }) => data !== null],
];

/** What a name in a condition stands for, which is the same at each of a hundred thousand anchor matches. */
export interface NamedPattern {
  readonly pattern: RulePattern;
  /** The patterns an `any` stands for, at its end; any other pattern stands for itself. */
  readonly members: readonly string[];
  /** The classes that these name. */
  readonly classes: readonly string[];
  /** It speaks about the anchor's own events, so only matches that hold one of them count. */
  readonly isBound: boolean;
  /** It is about events of the anchor alone, so nothing beside them has to be looked for. */
  readonly isAboutAnchor: boolean;
  /** What the anchor's events have to carry to tell that it does not match. */
  readonly carried: readonly Carries[];
  /** It asks for findings of other rules alone. */
  readonly asksForFindings: boolean;
}

const byRule = new WeakMap<RuleDefinition, NamedPatterns>();

/** They follow from the rule alone, which is judged anew for each input that a page or a test gives. */
export function namedPatternsOf(rule: RuleDefinition): NamedPatterns {
  const names = byRule.get(rule) ?? new NamedPatterns(rule);
  byRule.set(rule, names);
  return names;
}

/** The names of one rule's patterns; a class name where a pattern is asked for means each of its events. */
export class NamedPatterns {
  readonly anchor: string;
  readonly #rule: RuleDefinition;
  readonly #known = new Map<string, NamedPattern>();

  constructor(rule: RuleDefinition) {
    [this.#rule, this.anchor] = [rule, anchorOf(rule)];
  }

  get(name: string): NamedPattern {
    const known = this.#known.get(name) ?? this.#describe(name);
    this.#known.set(name, known);
    return known;
  }

  #patternOf(name: string): RulePattern {
    return this.#rule.find[name] ?? { one: name };
  }

  #describe(name: string): NamedPattern {
    const members = this.#membersOf(name);
    const classes = members.flatMap((member) => classesOf(this.#patternOf(member)));
    return {
      pattern: this.#patternOf(name),
      members,
      classes,
      isBound: this.#isBound(name),
      isAboutAnchor: members.every((member) => 'one' in this.#patternOf(member) && this.#isBound(member)),
      carried: this.#carriedBy(classes),
      asksForFindings: classes.every((one) => {
        const definition = this.#rule.events[one];
        return definition !== undefined && isFindingClass(definition);
      }),
    };
  }

  #membersOf(name: string): readonly string[] {
    const pattern = this.#patternOf(name);
    return 'any' in pattern ? pattern.any.flatMap((member) => this.#membersOf(member)) : [name];
  }

  /** The classes whose events the matches of a pattern hold. */
  #heldClasses(name: string): readonly string[] {
    const pattern = this.#patternOf(name);
    const own = 'absent' in pattern ? [] : classesOf(pattern);
    return [...own, ...patternsOf(pattern).flatMap((other) => this.#heldClasses(other))];
  }

  #isBound(name: string): boolean {
    const { events } = this.#rule;
    const anchors = this.#heldClasses(this.anchor);
    return this.#heldClasses(name).some((mine) =>
      anchors.some((other) => familyOf(events, mine).has(other) || familyOf(events, other).has(mine)),
    );
  }

  #carriedBy(classes: readonly string[]): readonly Carries[] {
    const parts = classes.flatMap((one) => {
      const definition = flattenClass(this.#rule.events, one);
      return definition === null ? [] : [definition, ...branchesOf(definition), ...listOf(definition.not)];
    });
    return CARRIED.filter(([clause]) => parts.some((part) => part[clause] !== undefined)).map(([, carries]) => carries);
  }
}
