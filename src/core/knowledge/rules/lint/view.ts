import { listOf } from '../../../model/list-of.ts';
import { flattenClass, isFindingClass } from '../classes.ts';
import type { Path } from '../problem.ts';
import type { RuleDefinition, RulePart } from '../schema.ts';
import type { RuleView } from '../semantics/view.ts';
import { writtenWords } from '../words.ts';

/** A rule that loads, and those it runs beside. */
export interface LintView extends RuleView {
  readonly ruleById: ReadonlyMap<string, RuleDefinition>;
}

export interface PlacedPart {
  readonly path: Path;
  /** The clauses written there. */
  readonly own: RulePart;
  /** With those of the class, if it is a branch. */
  readonly whole: RulePart;
  /** What the class leaves out. */
  readonly not: readonly RulePart[];
}

/** What an event may be to be taken: the class as it is with all it extends, or each branch of its `any`. */
export function partsOf({ rule }: Pick<RuleView, 'rule'>, name: string): readonly PlacedPart[] {
  const written = rule.events[name];
  const flat = flattenClass(rule.events, name);
  if (written === undefined || isFindingClass(written) || flat === null) return [];
  const path = ['events', name];
  const not = listOf(flat.not);
  if (flat.any === undefined) return [{ path, own: written, whole: flat, not }];
  return flat.any.map((branch, index) => ({
    path: written.any === undefined ? path : [...path, 'any', index],
    own: branch,
    whole: { ...flat, ...branch },
    not,
  }));
}

/** Clauses that look into an event, beside who wrote it, where and how loud. */
const LOOKS_INSIDE = ['code', 'text', 'strings', 'fields', 'data', 'category', 'user', 'tool'] as const;
export const looksInside = (part: RulePart): boolean => LOOKS_INSIDE.some((key) => part[key] !== undefined);

/** Does some word of a clause fit a name? Without case; both may hold * and ?. */
export const namesAny = (words: RulePart['provider'], wanted: readonly string[]): boolean =>
  writtenWords(words).some((word) => wanted.some((name) => globPattern(name).test(word)));

export const globPattern = (glob: string): RegExp =>
  new RegExp(
    `^${glob
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    'i',
  );

export function hasId(id: RulePart['id'], wanted: number): boolean {
  if (id === undefined) return false;
  return typeof id === 'object' && 'from' in id ? id.from <= wanted && wanted <= id.to : [id].flat().includes(wanted);
}
