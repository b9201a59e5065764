import type { RuleDefinition } from '../knowledge/rules/schema.ts';
import { type MapKeeper, Redaction } from '../report/redact/redaction.ts';

/** Keys and texts; the tests of a rule hold names of machines. */
function addWords(value: unknown, words: Set<string>): void {
  if (typeof value === 'string') {
    // A word with a digit in it may be the name of a machine that a rule gives as an example.
    for (const [word] of value.matchAll(/[\p{L}\p{N}]+/gu)) if (!/\d/.test(word)) words.add(word.toLowerCase());
  } else if (Array.isArray(value)) {
    for (const item of value) addWords(item, words);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'tests') continue;
      addWords(key, words);
      addWords(inner, words);
    }
  }
}

/** The words that rules use, in lower case. */
function ruleWordsOf(rules: readonly RuleDefinition[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const rule of rules) addWords(rule, words);
  return words;
}

/** @param own rules of this run, beside the built-in ones */
export async function createRedaction({ map }: MapKeeper, own: readonly RuleDefinition[] = []): Promise<Redaction> {
  const { builtinRules } = await import('../knowledge/builtin/rules.ts');
  return new Redaction(map, ruleWordsOf([...builtinRules, ...own]));
}
