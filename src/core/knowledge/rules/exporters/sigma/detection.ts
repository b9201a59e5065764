import { toolOf } from '../../../../model/companion.ts';
import { listOf } from '../../../../model/list-of.ts';
import { flattenClass, isFindingClass } from '../../classes.ts';
import type { RuleDefinition, RulePart, RuleTextTest, RuleValueTest } from '../../schema.ts';
import { sigmaRegex } from './regex.ts';
import { codeSpellings } from './spellings.ts';

export type Selection = Readonly<Record<string, unknown>> | readonly unknown[];
/** What finds the events of a class: named selections, and how they go together. */
export interface Detection {
  readonly selections: ReadonlyMap<string, Selection>;
  readonly condition: string;
}

/** Levels as event XML numbers them; 0 is information that says nothing else. */
const LEVELS: ReadonlyMap<string, readonly number[]> = new Map([
  ['critical', [1]],
  ['error', [2]],
  ['warning', [3]],
  ['information', [0, 4]],
  ['verbose', [5]],
]);

/** @param lose told what Sigma has no words for. @returns null for a class that Sigma cannot find at all. */
export function detectionOf(rule: RuleDefinition, name: string, lose: (loss: string) => void): Detection | null {
  const definition = rule.events[name];
  const flat = flattenClass(rule.events, name);
  if (definition === undefined || isFindingClass(definition) || flat === null) {
    lose(`${name} stands for findings of another rule`);
    return null;
  }
  if ([flat, ...(flat.any ?? [])].some(isOfTool)) {
    lose(`${name}: Sigma cannot test "tool"`);
    return null;
  }
  const builder = new DetectionBuilder(name, lose);
  const own = builder.part(flat, 'own');
  const branches = (flat.any ?? []).map((branch, index) => builder.part(branch, `any${index + 1}`));
  const excluded = listOf(flat.not).map((part, index) => builder.exclusion(part, `not${index + 1}`));
  if (own === null && branches.every((branch) => branch === null)) return null;
  const condition = both(
    [own, anyOf(branches), ...excluded.map((part) => (part === null ? null : `not ${part}`))].filter(
      (one) => one !== null,
    ),
  );
  return { selections: builder.selections, condition: unbracketed(condition) };
}

const isOfTool = ({ provider }: RulePart): boolean =>
  provider !== undefined && [provider].flat().some((word) => typeof word === 'string' && toolOf(word) !== null);

const bracketed = (parts: readonly string[], word: string): string | null =>
  parts.length > 1 ? `(${parts.join(` ${word} `)})` : (parts[0] ?? null);
/** All of it in one pair of brackets, without them. */
function unbracketed(condition: string): string {
  if (!condition.startsWith('(')) return condition;
  let depth = 0;
  for (let at = 0; at < condition.length; at++) {
    if (condition[at] === '(') depth += 1;
    if (condition[at] === ')') depth -= 1;
    if (depth === 0) return at === condition.length - 1 ? condition.slice(1, -1) : condition;
  }
  return condition;
}
const both = (parts: readonly string[]): string => bracketed(parts, 'and') ?? '';
/** Branches of which nothing is left are told as losses; the others still find what they find. */
const anyOf = (parts: readonly (string | null)[]): string | null =>
  bracketed(
    parts.filter((part) => part !== null),
    'or',
  );

class DetectionBuilder {
  readonly selections = new Map<string, Selection>();
  readonly #name: string;
  readonly #lose: (loss: string) => void;
  #lossCount = 0;

  constructor(name: string, lose: (loss: string) => void) {
    this.#name = name;
    this.#lose = (loss) => {
      this.#lossCount += 1;
      lose(`${name}: ${loss}`);
    };
  }

  /** Part of an exclusion would exclude too much. */
  exclusion(part: RulePart, suffix: string): string | null {
    const [known, before] = [new Set(this.selections.keys()), this.#lossCount];
    const condition = this.part(part, suffix);
    if (this.#lossCount === before) return condition;
    for (const name of [...this.selections.keys()]) if (!known.has(name)) this.selections.delete(name);
    return null;
  }

  /** The condition of a part; null where nothing of it is left. */
  part(part: RulePart, suffix: string): string | null {
    for (const key of ['category', 'user', 'data'] as const)
      if (part[key] !== undefined) this.#lose(`Sigma cannot test "${key}"`);
    const conditions = [this.#add(suffix, this.#fields(part))];
    if (part.code !== undefined)
      conditions.push(
        this.#add(
          `${suffix}_code`,
          listOf(part.code).flatMap((code) => codeSpellings(Number(code))),
        ),
      );
    if (part.text !== undefined) conditions.push(this.#text(part.text, `${suffix}_text`));
    for (const [position, test] of Object.entries(part.strings ?? {})) {
      this.#lose(`insert ${position} is looked for in the whole event, because Sigma does not number inserts`);
      conditions.push(this.#add(`${suffix}_insert${position}`, this.#anywhere(test)));
    }
    const said = conditions.filter((condition) => condition !== null);
    return said.length === 0 ? null : both(said);
  }

  #add(suffix: string, selection: Selection | null): string | null {
    const size = selection === null ? 0 : Object.keys(selection).length;
    if (selection === null || size === 0) return null;
    const name = `${this.#name}_${suffix}`.toLowerCase();
    this.selections.set(name, selection);
    return name;
  }

  #fields({ log, provider, id, level, fields }: RulePart): Selection {
    const isRange = typeof id === 'object' && 'from' in id;
    const levels = listOf(level).filter((word) => LEVELS.has(word));
    if (levels.length < listOf(level).length) this.#lose('Sigma has no field for audit success and failure');
    return {
      ...(log === undefined ? {} : { Channel: wildcards(log) }),
      ...(provider === undefined ? {} : { Provider_Name: wildcards(provider) }),
      ...(isRange ? { 'EventID|gte': id.from, 'EventID|lte': id.to } : id === undefined ? {} : { EventID: id }),
      ...(levels.length === 0 ? {} : { Level: levels.flatMap((word) => LEVELS.get(word) ?? []) }),
      ...Object.assign({}, ...Object.entries(fields ?? {}).map(([name, test]) => this.#field(name, test))),
    };
  }

  #field(name: string, test: RuleValueTest): Readonly<Record<string, unknown>> {
    if (typeof test !== 'object' || Array.isArray(test)) return { [name]: mapped(test, literal) };
    if ('contains' in test) return { [`${name}|contains`]: mapped(test.contains, literal) };
    if ('code' in test) {
      const numbers = listOf(test.code).map(Number);
      return { [name]: numbers.flatMap((code) => [...(code < 0 ? [] : [String(code)]), ...codeSpellings(code)]) };
    }
    const regexes = this.#regexes(test.regex);
    return regexes.length === 0 ? {} : { [`${name}|re|i`]: single(regexes) };
  }

  #regexes(regex: string | readonly string[]): readonly string[] {
    const written = listOf(regex).map(sigmaRegex);
    if (written.includes(null)) this.#lose(`the expressions of Sigma cannot say ${listOf(regex).join(' or ')}`);
    return written.includes(null) ? [] : written.filter((one) => one !== null);
  }

  #text(test: RuleTextTest, suffix: string): string | null {
    if ('contains' in test) return this.#add(suffix, listOf(test.contains).map(literal));
    if ('regex' in test) {
      const regexes = this.#regexes(test.regex);
      return this.#add(suffix, regexes.length === 0 ? null : { '|re|i': regexes });
    }
    const parts = ('any' in test ? test.any : test.all).map((part, index) => this.#text(part, `${suffix}${index + 1}`));
    return 'any' in test
      ? anyOf(parts)
      : bracketed(
          parts.filter((part) => part !== null),
          'and',
        );
  }

  /** A value as something to look for in the whole event. */
  #anywhere(test: RuleValueTest): Selection | null {
    if (typeof test !== 'object' || Array.isArray(test))
      return listOf<string | number | boolean>(test).map((value) => literal(String(value)));
    if ('contains' in test) return listOf(test.contains).map(literal);
    if ('code' in test) return listOf(test.code).flatMap((code) => codeSpellings(Number(code)));
    // Of an insert, not of the event, is it the beginning and the end.
    const regexes = this.#regexes(
      listOf(test.regex).map((regex) => regex.replace(/^((?:\(\?i\))?)\^|(?<!\\)\$$/g, '$1')),
    );
    return regexes.length === 0 ? null : { '|re|i': regexes };
  }
}

const single = <T>(list: readonly T[]): T | readonly T[] =>
  list.length === 1 && list[0] !== undefined ? list[0] : list;
const mapped = <T, R>(value: T | readonly T[], map: (item: T) => R): R | readonly R[] =>
  single(listOf<T>(value).map(map));

/** `*` and `?` are wildcards in Sigma; a `\` before one escapes it. */
function literal<T extends string | number | boolean>(value: T): string | T {
  return typeof value === 'string' ? value.replace(/\\+(?=[*?])/g, '$&$&').replace(/[*?]/g, '\\$&') : value;
}
const wildcards = (words: NonNullable<RulePart['provider']>): unknown =>
  typeof words === 'object' && 'like' in words ? mapped(words.like, (glob) => glob) : mapped(words, literal);
