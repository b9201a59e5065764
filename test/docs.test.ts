import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createTestBench, runRuleTest } from '../src/core/index.ts';
import { checkRules, formatRuleProblem, loadTests } from '../src/core/knowledge/rules/load.ts';

const DOCS = new URL('../docs/', import.meta.url);
/** Rules in the documentation: what people copy has to work. */
const examples = readdirSync(DOCS, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .flatMap((path) => {
    const page = readFileSync(new URL(path.replaceAll('\\', '/'), DOCS), 'utf8');
    return [...page.matchAll(/\n```yaml\n(evdx: 1\n[\s\S]*?)\n```\n/g)].map(([, text = '']) => ({
      file: path,
      text: `${text}\n`,
    }));
  });

test('the documentation shows a whole rule', () => expect(examples.length).toBeGreaterThan(0));

test.each(examples)('the rule in $file loads, means what it says, and passes its tests', async (example) => {
  const { rules, problems, lint } = checkRules([example]);
  expect([...problems, ...lint].map(formatRuleProblem)).toEqual([]);
  for (const rule of rules) {
    const bench = await createTestBench(rule, []);
    const { tests } = loadTests(rule, example);
    expect(tests.length).toBeGreaterThan(1);
    for (const { test: one } of tests) {
      const message = await runRuleTest(bench, one, (name) => {
        throw new Error(`${name}: examples bring their own log`);
      });
      expect(message).toBeNull();
    }
  }
});
