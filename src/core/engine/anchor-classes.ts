import { anchorOf } from '../knowledge/rules/defaults.ts';
import type { RuleDefinition } from '../knowledge/rules/schema.ts';
import { classesOf, patternsOf } from './patterns/index.ts';

/** Every class the anchor of a rule rests on. */
export function anchorClasses(
  rule: Pick<RuleDefinition, 'anchor' | 'find'>,
  name = anchorOf(rule),
  depth = 0,
): readonly string[] {
  const pattern = rule.find[name];
  if (pattern === undefined || depth > 16) return [name];
  return [...classesOf(pattern), ...patternsOf(pattern).flatMap((other) => anchorClasses(rule, other, depth + 1))];
}
