import type { RuleDefinition } from './schema.ts';

/** What the engine reads of every rule at its start; the rest only of rules whose events occur. */
export const eagerKeys = ['id', 'status', 'severity', 'by', 'scope', 'order', 'events', 'find', 'anchor'] as const;
export type EagerPart = Pick<RuleDefinition, (typeof eagerKeys)[number]>;

/**
 * A rule whose words, conditions and steps are parsed when the first of them is asked for.
 * @param keys its other keys, @param rest these as JSON
 */
export function lazyRule(eager: EagerPart, keys: readonly string[], rest: () => string): RuleDefinition {
  let parsed: Readonly<Record<string, unknown>> | null = null;
  const restAt = (key: string): unknown => {
    parsed ??= JSON.parse(rest());
    return parsed?.[key];
  };
  const descriptors: PropertyDescriptorMap = {};
  for (const [key, value] of Object.entries(eager)) descriptors[key] = { enumerable: true, value };
  for (const key of keys) descriptors[key] = { enumerable: true, get: () => restAt(key) };
  return Object.create(Object.prototype, descriptors);
}
