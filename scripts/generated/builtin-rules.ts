import { namesOfCodes } from '../../src/core/knowledge/codes/index.ts';
import { codesIn } from '../../src/core/knowledge/rules/code-names.ts';
import { eagerKeys } from '../../src/core/knowledge/rules/lazy-rule.ts';
import type { RuleDefinition } from '../../src/core/knowledge/rules/load.ts';
import { compareText } from '../../src/core/model/order.ts';
import type { Output } from './output.ts';

const PATH = 'src/core/knowledge/builtin/rules.ts';

const isEager = (key: string): boolean => eagerKeys.some((eager) => eager === key);
const part = (rule: RuleDefinition, takes: (key: string) => boolean): Record<string, unknown> =>
  Object.fromEntries(Object.entries(rule).filter(([key]) => takes(key)));

/**
 * The built-in rules without their tests. One string for JSON.parse starts faster than the same object written out in JavaScript, and of most rules a
 * run needs no more than their events.
 */
export const builtinRules: Output = {
  path: PATH,
  isCommitted: false,
  files: (rules) => {
    const eager = JSON.stringify(rules.map((rule) => part(rule, isEager)));
    const rests = rules.map((rule) => part(rule, (key) => !isEager(key)));
    const keys = rests.map((rest) => Object.keys(rest).join(' '));
    const names = JSON.stringify([...namesOfCodes(codesIn(rules))].sort(([a], [b]) => compareText(a, b)));
    const content = [
      '// Written by scripts/generate.ts from rules/.',
      "import { type EagerPart, lazyRule } from '../rules/lazy-rule.ts';",
      "import type { RuleDefinition } from '../rules/schema.ts';",
      '',
      `const EAGER: readonly EagerPart[] = JSON.parse(${JSON.stringify(eager)});`,
      `const KEYS = ${JSON.stringify(keys.join('\n'))}.split('\\n');`,
      '// In a function: the text is made when it is asked for.',
      `const allRests = (): string => ${JSON.stringify(rests.map((rest) => JSON.stringify(rest)).join('\n'))};`,
      'let rests: readonly string[] | null = null;',
      '',
      'function restOf(index: number): string {',
      "  rests ??= allRests().split('\\n');",
      "  return rests[index] ?? '{}';",
      '}',
      '',
      '/** The rules that come with evdx, by id; code names are numbers. */',
      "export const builtinRules: readonly RuleDefinition[] = EAGER.map((eager, index) => lazyRule(eager, KEYS[index]?.split(' ') ?? [], () => restOf(index)));",
      '/** Every name of a code that some rule names: in a text it counts as that code. */',
      `export const builtinCodeNames: ReadonlyMap<string, number> = new Map(JSON.parse(${JSON.stringify(names)}));`,
      '',
    ].join('\n');
    return [{ path: PATH, content }];
  },
};
