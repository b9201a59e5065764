import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { builtinRules } from '../src/core/knowledge/builtin/rules.ts';
import { formatRuleProblem, loadRule } from '../src/core/knowledge/rules/load.ts';
import { checkRuleFolders } from '../src/node/rule-folders.ts';
import { runRuleTests, type TestedRules } from '../src/node/rule-tests.ts';
import { unreached } from './support/rule-branches.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const shown = ({ file, line, name, derived, message }: TestedRules['results'][number]): string =>
  `${file}:${line}: ${name}${derived === null ? '' : ` (${derived})`}: ${message}`;

describe('the tests of the rules that come with evdx', () => {
  let tested: TestedRules;
  beforeAll(async () => {
    tested = await runRuleTests(['rules'], ROOT, { derive: true, beside: builtinRules });
    const written = tested.results.filter(({ derived }) => derived === null).length;
    process.stdout.write(`rules: ${written} written tests, ${tested.results.length - written} derived\n`);
  }, 900_000);

  test('all rules load', () => expect(tested.problems).toEqual([]));

  test('all rules mean what they say', async () => {
    const { lint } = await checkRuleFolders(['rules'], ROOT, builtinRules);
    expect(lint.map(formatRuleProblem)).toEqual([]);
  });

  test('all tests pass, and all that follow from them', () => {
    expect(tested.results.filter(({ ok }) => !ok).map(shown)).toEqual([]);
  });

  test('each has a test where it finds something and one where it does not, and more follow from them', () => {
    const countsById = new Map(builtinRules.map(({ id }) => [id, { written: 0, all: 0 }]));
    for (const { ruleId, derived } of tested.results) {
      const counts = countsById.get(ruleId);
      if (counts === undefined) continue;
      counts.all += 1;
      if (derived === null) counts.written += 1;
    }
    const poor = [...countsById].filter(([, { written, all }]) => written < 3 || all < written * 2);
    expect(poor).toEqual([]);
  });
});

/** What a stable rule promises (docs/rule-language.md, section 7). */
test.each(builtinRules.flatMap(({ id, status }) => (status === 'stable' ? [id] : [])))(
  '%s says everything it can say in some test',
  async (id) => {
    const file = `rules/${id}.yaml`;
    const { rule } = loadRule(readFileSync(`${ROOT}${file}`, 'utf8'), { file });
    expect(rule === null ? 'does not load' : await unreached(rule, builtinRules)).toEqual([]);
  },
);
