import { listOf } from '../../../model/list-of.ts';
import { flattenClass, isFindingClass } from '../classes.ts';
import type { RulePattern } from '../schema.ts';
import { stepOf } from '../steps.ts';
import type { LintView } from './view.ts';

/** Of each list one name at least is true wherever the pattern has a match. */
function requiredBy(pattern: RulePattern): readonly (readonly string[])[] {
  if ('one' in pattern) return [listOf(pattern.one)];
  if ('seq' in pattern)
    return pattern.seq.map(stepOf).flatMap(({ event, optional }) => (optional === true ? [] : [listOf(event)]));
  if ('all' in pattern) return pattern.all.map((entry) => listOf(entry));
  if ('count' in pattern) return [listOf(pattern.count.of)];
  return 'any' in pattern ? [pattern.any] : [];
}

/** What every match of the anchor makes true, followed down as long as there is no choice. */
export function impliedBy({ rule }: LintView, anchor: string): readonly (readonly string[])[] {
  const implied: (readonly string[])[] = [[anchor]];
  const seen = new Set<string>();
  const pending = [anchor];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const pattern = seen.has(name) ? undefined : patternNamed(rule.find, name);
    seen.add(name);
    if (pattern === undefined) continue;
    for (const names of requiredBy(pattern)) {
      implied.push(names);
      if (names.length === 1) pending.push(...names);
    }
  }
  return implied;
}

const patternNamed = (find: Readonly<Record<string, RulePattern>>, name: string): RulePattern | undefined =>
  Object.hasOwn(find, name) ? find[name] : undefined;

/** Names with this trait, and patterns that have no match without one that has it. */
export function spread({ rule, names }: LintView, has: (className: string) => boolean): ReadonlySet<string> {
  const found = new Set(names.classes.filter(has));
  let before = -1;
  while (found.size > before) {
    before = found.size;
    for (const [name, pattern] of Object.entries(rule.find))
      if (requiredBy(pattern).some((list) => list.every((one) => found.has(one)))) found.add(name);
  }
  return found;
}

/** Why no event, or no finding, can ever be of this class; null where some can. */
export function impossible({ rule, ruleById }: LintView, name: string): string | null {
  const definition = rule.events[name];
  if (definition === undefined) return null;
  if (isFindingClass(definition)) {
    const other = ruleById.get(definition.finding);
    if (other?.status === 'deprecated') return `${other.id} is deprecated`;
    const onlyPossible = other?.grade?.every((grade) => 'possible' in grade);
    return onlyPossible === true ? `findings of ${definition.finding} are never likely, and only such count` : null;
  }
  const flat = flattenClass(rule.events, name);
  const own = new Map(Object.entries(flat ?? {}).map(([key, value]) => [key, JSON.stringify(value)]));
  const excluded = listOf(flat?.not).some((part) =>
    Object.entries(part).every(([key, value]) => value === undefined || own.get(key) === JSON.stringify(value)),
  );
  return excluded ? `"not" excludes all that ${name} takes` : null;
}
