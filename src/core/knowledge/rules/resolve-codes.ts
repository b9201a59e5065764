import { isFindingClass } from './classes.ts';
import { nearest } from './nearest.ts';
import { type Complaint, onValue, type Path, quote } from './problem.ts';
import type { RuleClass, RuleDataTest, RuleFile, RulePart, RuleValueTest } from './schema.ts';
import { placed } from './semantics/view.ts';

type Codes = NonNullable<RulePart['code']>;
export type CodeLookup = (name: string) => number | undefined;

const MAX_SUGGESTIONS = 5; // there are some ten thousand names to compare with

/** The rule with numbers for code names, signed 32-bit as events carry them; unknown names are complained about and become 0. */
export function resolveCodes<Rule extends Pick<RuleFile, 'events'>>(
  rule: Rule,
  lookup: CodeLookup,
  allNames: () => Iterable<string> = () => [],
): { readonly rule: Rule; readonly complaints: readonly Complaint[] } {
  const resolver = new CodeResolver(lookup, allNames);
  const events = Object.entries(rule.events).map(([name, definition]) => [
    name,
    resolver.class(['events', name], definition),
  ]);
  return { rule: { ...rule, events: Object.fromEntries(events) }, complaints: resolver.complaints };
}

class CodeResolver {
  readonly complaints: Complaint[] = [];
  readonly #lookup: CodeLookup;
  readonly #allNames: () => Iterable<string>;

  constructor(lookup: CodeLookup, allNames: () => Iterable<string>) {
    this.#lookup = lookup;
    this.#allNames = allNames;
  }

  class(path: Path, definition: RuleClass): RuleClass {
    if (isFindingClass(definition)) return definition;
    const { any, not } = definition;
    const parts = (key: string, list: readonly RulePart[]): RulePart[] =>
      placed([...path, key], list).map(([place, part]) => this.#part(place, part));
    return {
      ...definition,
      ...this.#part(path, definition),
      ...(any === undefined ? {} : { any: parts('any', any) }),
      ...(not === undefined ? {} : { not: Array.isArray(not) ? parts('not', not) : this.#part([...path, 'not'], not) }),
    };
  }

  #part(path: Path, part: RulePart): RulePart {
    const { code, strings, fields, data } = part;
    return {
      ...part,
      ...(code === undefined ? {} : { code: this.#codes([...path, 'code'], code) }),
      ...(strings === undefined ? {} : { strings: this.#values([...path, 'strings'], strings) }),
      ...(fields === undefined ? {} : { fields: this.#values([...path, 'fields'], fields) }),
      ...(data === undefined ? {} : { data: this.#data([...path, 'data'], data) }),
    };
  }

  #values(path: Path, tests: Record<string, RuleValueTest>): Record<string, RuleValueTest> {
    const resolved = Object.entries(tests).map(([name, test]) => [name, this.#value([...path, name, 'code'], test)]);
    return Object.fromEntries(resolved);
  }

  #value(path: Path, test: RuleValueTest): RuleValueTest {
    return typeof test === 'object' && 'code' in test ? { code: this.#codes(path, test.code) } : test;
  }

  #data(path: Path, test: RuleDataTest): RuleDataTest {
    return 'dword' in test ? { dword: this.#codes([...path, 'dword'], test.dword) } : test;
  }

  #codes(path: Path, codes: Codes): Codes {
    const numbers = placed(path, codes).map(([place, code]) => this.#number(place, code));
    return Array.isArray(codes) ? numbers : (numbers[0] ?? 0);
  }

  #number(path: Path, code: string | number): number {
    const number = typeof code === 'number' ? code : this.#lookup(code);
    // | 0 folds the unsigned spelling to the signed number.
    if (number !== undefined) return number | 0;
    const near = this.complaints.length < MAX_SUGGESTIONS ? nearest(String(code), this.#allNames()) : null;
    const hint = near === null ? 'write the number, or a name that "evdx decode" knows' : `write "${near}"`;
    this.complaints.push(onValue(path, `no code is called ${quote(code)}`, hint));
    return 0;
  }
}
