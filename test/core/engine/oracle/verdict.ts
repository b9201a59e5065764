import type { RuleDefinition } from '../../../../src/core/knowledge/rules/schema.ts';
import { agree, inMs, Oracle, type OracleKey, type OracleMatch } from './patterns.ts';
import { atLeast, least, most, opposite, strict, type Value } from './truth.ts';
import type { World } from './world.ts';

/** A condition as a tree; the rule gets its text. */
export type Condition =
  | { readonly name: string }
  | { readonly not: Condition }
  | { readonly and: readonly [Condition, Condition] }
  | { readonly or: readonly [Condition, Condition] };

export const wordsOf = (condition: Condition): string => {
  if ('name' in condition) return condition.name;
  if ('not' in condition) return `not ${bracketed(condition.not)}`;
  return 'and' in condition ? condition.and.map(bracketed).join(' and ') : condition.or.map(bracketed).join(' or ');
};
const bracketed = (condition: Condition): string =>
  'name' in condition || 'not' in condition ? wordsOf(condition) : `(${wordsOf(condition)})`;

export interface OracleRule {
  readonly definition: RuleDefinition;
  readonly grades: readonly (readonly ['confirmed' | 'likely' | 'possible', Condition])[];
  readonly ruleOuts: readonly Condition[];
  readonly causes: readonly {
    readonly id: string;
    readonly evidence: readonly { readonly if: Condition; readonly weight: number }[];
  }[];
}
export interface OracleFinding {
  readonly key: string;
  readonly grade: string;
  readonly count: number;
  readonly ruledOut: boolean;
  readonly first: number;
  readonly last: number;
  readonly causes: readonly { readonly id: string; readonly score: number; readonly named: boolean }[];
}
interface Judged {
  readonly anchor: OracleMatch;
  readonly grade: number;
  readonly ruledOut: boolean;
}

const GRADES = ['confirmed', 'likely', 'possible'];
const listed = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : [value].flat();
export const keyWords = (key: OracleKey): string => JSON.stringify([...key].sort());

/** One rule over one world: names, conditions, grades, rule-outs, causes, episodes (section 4, "From anchor match to finding"). */
export class OracleVerdict {
  readonly #rule: OracleRule;
  readonly #oracle: Oracle;
  readonly #anchorName: string;

  constructor(rule: OracleRule, world: World) {
    this.#rule = rule;
    this.#oracle = new Oracle(rule.definition, world);
    this.#anchorName = rule.definition.anchor ?? Object.keys(rule.definition.find)[0] ?? '';
  }

  findings(): readonly OracleFinding[] {
    const judged = this.#oracle.matches(this.#anchorName).flatMap((anchor) => this.#judge(anchor));
    const keys = [...new Set(judged.map(({ anchor }) => keyWords(anchor.key)))];
    return keys.flatMap((key) =>
      this.#episodes(judged.filter(({ anchor }) => keyWords(anchor.key) === key)).flatMap((episode) =>
        [false, true]
          .map((isRuledOut) => episode.filter(({ ruledOut }) => ruledOut === isRuledOut))
          .filter((part) => part.length > 0)
          .map((part) => this.#finding(key, part)),
      ),
    );
  }

  #strictly(value: Value): Value {
    return this.#rule.definition.order === 'strict' ? strict(value) : value;
  }

  #judge(anchor: OracleMatch): readonly Judged[] {
    if (!atLeast(this.#strictly(anchor.value), 'l')) return [];
    for (const [grade, condition] of this.#rule.grades) {
      const value = least([this.#value(condition, anchor, false), anchor.value]);
      if (!atLeast(value, 'l')) continue;
      const ruleOuts = this.#rule.ruleOuts.map((one) => this.#value(one, anchor, false));
      const best = Math.max(value === 'l' ? 1 : 0, ruleOuts.includes('l') ? 2 : 0);
      return [{ anchor, grade: Math.max(GRADES.indexOf(grade), best), ruledOut: ruleOuts.includes('t') }];
    }
    return [];
  }

  #value(condition: Condition, anchor: OracleMatch, isDenied: boolean): Value {
    if ('name' in condition) return this.#strictly(this.#nameValue(condition.name, anchor, isDenied));
    if ('not' in condition) return opposite(this.#value(condition.not, anchor, !isDenied));
    if ('and' in condition) return least(condition.and.map((one) => this.#value(one, anchor, isDenied)));
    return most(condition.or.map((one) => this.#value(one, anchor, isDenied)));
  }

  #nameValue(name: string, anchor: OracleMatch, isDenied: boolean): Value {
    const pattern = this.#oracle.patternOf(name);
    const value = most(this.#counting(name, anchor).map((match) => match.value));
    if (value !== 'f' || !isDenied || 'absent' in pattern || 'near' in pattern) return value;
    // Every event of these worlds carries its text.
    if (this.#members(name).every((member) => 'one' in this.#oracle.patternOf(member) && this.#isAbout(member)))
      return 'f';
    const seen = most(this.#members(name).map((member) => opposite(this.#notSeen(member, anchor))));
    return seen;
  }

  /** Not seen is not absent: that takes logs that cover the time around the anchor. */
  #notSeen(name: string, anchor: OracleMatch): Value {
    const pattern = this.#oracle.patternOf(name);
    const around = 'within' in pattern ? inMs(pattern.within) : null;
    const times = anchor.events.flatMap(({ timeMs }) => timeMs ?? []);
    const clock = anchor.events[0];
    if (times.length === 0 || clock === undefined) return 'u';
    const [fromMs, toMs] = [
      Math.min(...times) - (around ?? this.#oracle.beforeMs),
      Math.max(...times) + (around ?? this.#oracle.afterMs),
    ];
    return this.#oracle.covered(this.#classesOf(name), clock, fromMs, toMs);
  }

  #members(name: string): readonly string[] {
    const pattern = this.#oracle.patternOf(name);
    return 'any' in pattern ? pattern.any.flatMap((member) => this.#members(member)) : [name];
  }

  #classesOf(name: string): readonly string[] {
    const pattern = this.#oracle.patternOf(name);
    if ('one' in pattern) return listed(pattern.one);
    if ('seq' in pattern)
      return pattern.seq.flatMap((step) => (typeof step === 'string' ? [step] : listed(step.event)));
    if ('all' in pattern) return pattern.all.flatMap(listed);
    if ('count' in pattern) return listed(pattern.count.of);
    if ('absent' in pattern) return this.#classesOf(pattern.absent.after ?? pattern.absent.before ?? '');
    if ('near' in pattern) return [...listed(pattern.near.of), ...this.#classesOf(pattern.near.around)];
    return pattern.any.flatMap((member) => this.#classesOf(member));
  }

  #family(className: string): readonly string[] {
    const definition = this.#oracle.rule.events[className];
    const parent = definition !== undefined && 'extends' in definition ? definition.extends : undefined;
    return [className, ...(parent === undefined ? [] : this.#family(parent))];
  }

  #isAbout(name: string): boolean {
    const anchors = this.#classesOf(this.#anchorName);
    return this.#classesOf(name).some((mine) =>
      anchors.some((other) => this.#family(mine).includes(other) || this.#family(other).includes(mine)),
    );
  }

  #counting(name: string, anchor: OracleMatch): readonly OracleMatch[] {
    if (name === this.#anchorName) return [anchor];
    const agreeing = this.#oracle.matches(name).filter((match) => agree(match.key, anchor.key));
    if (this.#isAbout(name))
      return agreeing.filter(({ events }) => events.some((event) => anchor.events.includes(event)));
    const [from, to] = extent(anchor);
    return agreeing.filter((match) => {
      const [first, last] = extent(match);
      return last >= from - this.#oracle.beforeMs && first <= to + this.#oracle.afterMs;
    });
  }

  #episodes(judged: readonly Judged[]): readonly (readonly Judged[])[] {
    const gapMs = Math.max(this.#oracle.beforeMs, this.#oracle.afterMs);
    const episodes: Judged[][] = [];
    const startOf = ({ anchor }: Judged): number =>
      Math.min(...anchor.events.map((event) => this.#oracle.rankOf(event)));
    for (const one of [...judged].sort((a, b) => startOf(a) - startOf(b))) {
      const last = episodes.at(-1);
      const ends = (last ?? []).map(({ anchor }) => extent(anchor)[1]);
      if (last !== undefined && extent(one.anchor)[0] - Math.max(...ends) <= gapMs) last.push(one);
      else episodes.push([one]);
    }
    return episodes;
  }

  #finding(key: string, episode: readonly Judged[]): OracleFinding {
    const bestGrade = Math.min(...episode.map(({ grade }) => grade));
    const best = episode.filter(({ grade }) => grade === bestGrade).at(-1);
    const times = episode.flatMap(({ anchor }) => extent(anchor));
    return {
      key,
      grade: GRADES[bestGrade] ?? '',
      count: episode.length,
      ruledOut: episode.every(({ ruledOut }) => ruledOut),
      first: Math.min(...times),
      last: Math.max(...times),
      causes: best === undefined ? [] : this.#causes(best.anchor),
    };
  }

  #causes(anchor: OracleMatch): OracleFinding['causes'] {
    const scored = this.#rule.causes.map(({ id, evidence }) => ({
      id,
      score: evidence.reduce(
        (sum, one) => sum + (atLeast(this.#value(one.if, anchor, false), 'l') ? one.weight : 0),
        0,
      ),
    }));
    const ranked = [...scored].sort((a, b) => b.score - a.score);
    const [first, second] = ranked;
    const isNamed =
      first !== undefined && first.score >= 2 && (second === undefined || first.score - second.score >= 1);
    return ranked.map((cause, index) => ({ ...cause, named: index === 0 && isNamed }));
  }
}

function extent({ events }: OracleMatch): readonly [number, number] {
  const times = events.flatMap(({ timeMs }) => timeMs ?? []);
  return times.length === 0 ? [0, 0] : [Math.min(...times), Math.max(...times)];
}
