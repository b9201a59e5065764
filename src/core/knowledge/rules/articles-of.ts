import type { RuleDefinition } from './schema.ts';

/** The numbers of the KB articles that a rule rests on, each once: several references may be copies or parts of one. */
export const articlesOf = ({ refs }: RuleDefinition): readonly number[] => [
  ...new Set(refs.flatMap((ref) => (typeof ref === 'object' && ref.kb !== undefined ? [ref.kb] : []))),
];
