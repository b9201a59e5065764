import { namesOfCodes } from '../../src/core/knowledge/codes/index.ts';
import { codesIn } from '../../src/core/knowledge/rules/code-names.ts';
import { compareText } from '../../src/core/model/order.ts';
import type { Output } from './output.ts';

const PATH = 'src/core/knowledge/builtin/rules.ts';

/** The built-in rules without their tests. One string for JSON.parse starts faster than the same object written out in JavaScript. */
export const builtinRules: Output = {
  path: PATH,
  isCommitted: false,
  files: (rules) => {
    const json = JSON.stringify(rules);
    const names = JSON.stringify([...namesOfCodes(codesIn(rules))].sort(([a], [b]) => compareText(a, b)));
    const content = [
      '// Written by scripts/generate.ts from rules/.',
      "import type { RuleDefinition } from '../rules/schema.ts';",
      '',
      '/** The rules that come with evdx, by id; code names are numbers. */',
      `export const builtinRules: readonly RuleDefinition[] = JSON.parse(${JSON.stringify(json)});`,
      '/** Every name of a code that some rule names: in a text it counts as that code. */',
      `export const builtinCodeNames: ReadonlyMap<string, number> = new Map(JSON.parse(${JSON.stringify(names)}));`,
      '',
    ].join('\n');
    return [{ path: PATH, content }];
  },
};
