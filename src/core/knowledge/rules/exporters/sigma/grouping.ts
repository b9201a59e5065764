import { listOf } from '../../../../model/list-of.ts';
import { flattenClass } from '../../classes.ts';
import type { RuleDefinition } from '../../schema.ts';

const COMMON: ReadonlyMap<string, string> = new Map([
  ['host', 'Computer'],
  ['log', 'Channel'],
]);

export interface Grouping {
  readonly groupBy: readonly string[];
  /** Field of each rule, by alias and name of the rule. */
  readonly aliases: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The field of the event that a capture takes as it is; null where Sigma has none. */
export function sigmaField(rule: RuleDefinition, className: string, field: string): string | null {
  const common = COMMON.get(field);
  if (common !== undefined) return common;
  const [source] = listOf(flattenClass(rule.events, className)?.capture?.[field]);
  return source !== undefined && 'field' in source ? source.field : null;
}

/**
 * @param classesByName of each Sigma rule of the correlation the classes it stands for.
 * @param lose told about fields that Sigma cannot group by.
 */
export function groupingOf(
  rule: RuleDefinition,
  by: readonly string[],
  classesByName: ReadonlyMap<string, readonly string[]>,
  lose: (loss: string) => void,
): Grouping {
  const groupBy: string[] = [];
  const aliases: Record<string, Record<string, string>> = {};
  for (const field of by) {
    const fields = [...classesByName].map(
      ([name, classes]) => [name, new Set(classes.map((one) => sigmaField(rule, one, field)))] as const,
    );
    const all = new Set(fields.flatMap(([, own]) => [...own]));
    const [first] = all;
    if (all.has(null) || first === undefined || first === null || fields.some(([, own]) => own.size !== 1)) {
      lose(`events are not kept apart by ${field}, which is no field of theirs in Sigma`);
    } else if (all.size === 1) {
      groupBy.push(first);
    } else {
      groupBy.push(field);
      aliases[field] = Object.fromEntries(fields.map(([name, own]) => [name, [...own][0] ?? '']));
    }
  }
  return { groupBy, aliases };
}
