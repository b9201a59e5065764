import { headOf } from '../../src/core/engine/rule-head.ts';
import { namesOfCodes } from '../../src/core/knowledge/codes/index.ts';
import { codesIn } from '../../src/core/knowledge/rules/code-names.ts';
import type { RuleDefinition } from '../../src/core/knowledge/rules/schema.ts';
import { groupBy } from '../../src/core/model/group-by.ts';
import { compareText } from '../../src/core/model/order.ts';
import { escaped } from './escaped.ts';
import type { Output } from './output.ts';

const FOLDER = 'src/core/knowledge/builtin';
const NOTICE = '// Written by scripts/generate.ts from rules/.';

/** A string for JSON.parse starts faster than the same object written out in JavaScript. ASCII, so that it is never decoded. */
const literal = (value: unknown): string => textLiteral(JSON.stringify(value));
const textLiteral = (text: string): string => JSON.stringify(escaped(text));

/** By code, in the order of the rules. */
function rulesByCode(rules: readonly RuleDefinition[]): readonly (readonly [number, string])[] {
  const pairs = rules.flatMap((rule) => [...new Set(codesIn(rule))].map((code) => ({ code, id: rule.id })));
  const ids = groupBy(pairs, ({ code }) => code);
  return [...ids].sort(([a], [b]) => a - b).map(([code, all]) => [code, all.map(({ id }) => id).join(' ')]);
}

/** The built-in rules without their tests: their heads, and apart from them their texts, which a run needs of a few. */
export const builtinRules: Output = {
  path: FOLDER,
  isCommitted: false,
  files: (rules) => {
    const names = [...namesOfCodes(codesIn(rules))].sort(([a], [b]) => compareText(a, b));
    const file = (name: string, lines: readonly string[]) => ({
      path: `${FOLDER}/${name}`,
      content: [NOTICE, ...lines, ''].join('\n'),
    });
    return [
      file('texts.ts', [
        '/** The definitions of the built-in rules as JSON, one a line. */',
        `export const builtinTexts = (): string => ${textLiteral(rules.map((rule) => JSON.stringify(rule)).join('\n'))};`,
      ]),
      file('sources.ts', [
        "import { lazySources, type RuleSource } from '../rules/rule-source.ts';",
        "import { builtinTexts } from './texts.ts';",
        '',
        '/** The rules that come with evdx, by id; code names are numbers. */',
        `export const builtinSources: readonly RuleSource[] = lazySources(JSON.parse(${literal(rules.map(headOf))}), builtinTexts);`,
        '/** Every name of a code that some rule names: in a text it counts as that code. */',
        `export const builtinCodeNames: ReadonlyMap<string, number> = new Map(JSON.parse(${literal(names)}));`,
      ]),
      file('code-rules.ts', [
        '/** The ids of the rules that ask for a code, by the code. */',
        `export const builtinRulesByCode: ReadonlyMap<number, string> = new Map(JSON.parse(${literal(rulesByCode(rules))}));`,
      ]),
      file('rules.ts', [
        "import type { RuleDefinition } from '../rules/schema.ts';",
        "import { builtinSources } from './sources.ts';",
        '',
        "export { builtinCodeNames } from './sources.ts';",
        '/** All of them, whole. */',
        'export const builtinRules: readonly RuleDefinition[] = builtinSources.map(({ definition }) => definition);',
      ]),
    ];
  },
};
