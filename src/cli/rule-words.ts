import type { RuleDefinition } from '../core/knowledge/rules/schema.ts';
import { enumerated } from '../core/report/outline/words.ts';

const listed = (value: unknown): string[] => (value === undefined ? [] : [value].flat().map(String));
/** `a, b or c` of one value or a list. */
export const either = (value: unknown): string => enumerated(listed(value), 'or');

export type RuleEvent = RuleDefinition['events'][string];

/** `MSExchangeIS 9607`, `disk or atapi 7–11`; empty where a class names neither. */
export function eventName(definition: RuleEvent): string {
  if ('finding' in definition) return `a finding of ${definition.finding}`;
  const { provider, id } = definition;
  const ids = typeof id === 'object' && !Array.isArray(id) ? `${id.from}–${id.to}` : either(id);
  const providers = typeof provider === 'object' && !Array.isArray(provider) ? either(provider.like) : either(provider);
  return [providers, ids].filter((word) => word !== '').join(' ');
}

/** Event names by the names that the rule gives them. */
export const eventNames = ({ events }: RuleDefinition): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(events)
      .map(([role, definition]) => [role, eventName(definition)] as const)
      .filter(([, name]) => name !== ''),
  );
