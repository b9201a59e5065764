import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { builtinRules } from '../src/core/knowledge/builtin/rules.ts';
import { loadRule } from '../src/core/knowledge/rules/load.ts';
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
  }, 120_000);

  test('all rules load', () => expect(tested.problems).toEqual([]));

  test('all tests pass, and all that follow from them', () => {
    expect(tested.results.filter(({ ok }) => !ok).map(shown)).toEqual([]);
  });

  test.each(builtinRules.map(({ id }) => id))('%s has tests, and more follow from them', (id) => {
    const own = tested.results.filter(({ ruleId }) => ruleId === id);
    const written = own.filter(({ derived }) => derived === null);
    expect(written.length).toBeGreaterThanOrEqual(5);
    expect(own.length).toBeGreaterThan(written.length * 5);
  });
});

test.each(builtinRules.map(({ id }) => id))('%s says everything it can say in some test', async (id) => {
  const file = `rules/${id}.yaml`;
  const { rule } = loadRule(readFileSync(`${ROOT}${file}`, 'utf8'), { file });
  expect(rule === null ? 'does not load' : await unreached(rule, builtinRules)).toEqual([]);
});
