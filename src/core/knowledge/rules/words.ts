import { listOf } from '../../model/list-of.ts';
import type { RulePart } from './schema.ts';

/** What a clause on a name asks for: one name or several, or patterns below `like`. */
export type RuleWords = NonNullable<RulePart['log']>;
type Patterns = Extract<RuleWords, { like: unknown }>;

export const arePatterns = (words: RuleWords): words is Patterns => typeof words === 'object' && 'like' in words;

/** The names, or the patterns, as they are written; none where the clause is missing. */
export const writtenWords = (words: RuleWords | undefined): readonly string[] =>
  words !== undefined && arePatterns(words) ? listOf(words.like) : listOf(words);
