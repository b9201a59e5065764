import type { RuleDefinition } from './schema.ts';

/** The codes of all clauses called `code`, which the loader has turned into numbers. */
export function codesIn(value: unknown, key = ''): readonly number[] {
  if (typeof value === 'number') return key === 'code' ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => codesIn(item, key));
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([own, inner]) => codesIn(inner, own))
    : [];
}

/** Every name of a code that one of these rules names: in a text it counts as that code. The tables are loaded only now. */
export async function codeNamesOf(rules: readonly RuleDefinition[]): Promise<ReadonlyMap<string, number>> {
  const { namesOfCodes } = await import('../codes/index.ts');
  return namesOfCodes(codesIn(rules));
}
