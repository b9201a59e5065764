import type { RuleDefinition } from './schema.ts';

/** What a rule means by the keys that it leaves out. */
export const DEFAULT_BY: readonly string[] = ['host'];
export const DEFAULT_SCOPE = '24h';
/** The pattern that a finding stands on: where a rule does not say which, it has only one. */
export const anchorOf = ({ anchor, find }: Pick<RuleDefinition, 'anchor' | 'find'>): string =>
  anchor ?? Object.keys(find)[0] ?? '';
