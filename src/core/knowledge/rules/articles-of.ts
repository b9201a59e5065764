import type { RuleDefinition } from './schema.ts';

/** The numbers of the KB articles that a rule rests on. */
export const articlesOf = ({ refs }: RuleDefinition): readonly number[] =>
  refs.flatMap((ref) => (typeof ref === 'object' && ref.kb !== undefined ? [ref.kb] : []));
