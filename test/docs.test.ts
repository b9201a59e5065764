import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createTestBench, runRuleTest } from '../src/core/index.ts';
import { checkRules, formatRuleProblem, loadTests } from '../src/core/knowledge/rules/load.ts';
import { registries } from './layers/law.ts';

const ROOT = new URL('../', import.meta.url);
const names = readdirSync(new URL('docs/', ROOT), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .map((path) => `docs/${path.replaceAll('\\', '/')}`);
const pages = ['README.md', ...names].map((file) => ({ file, text: readFileSync(new URL(file, ROOT), 'utf8') }));

/** Rules in the documentation: what people copy has to work. */
const examples = pages.flatMap(({ file, text: page }) =>
  [...page.matchAll(/\n```yaml\n(evdx: 1\n[\s\S]*?)\n```\n/g)].map(([, text = '']) => ({ file, text: `${text}\n` })),
);

test('links lead to files that there are, and so do the paths of the project in the text', () => {
  const lost = pages.flatMap(({ file, text }) => {
    const links = [...text.matchAll(/\]\((?!<?https?:)([^)#]+)(?:#[^)]*)?\)/g)].map(
      ([, link = '']) => new URL(link, new URL(file, ROOT)),
    );
    const paths = [...text.matchAll(/`((?:bench|bin|docs|scripts|src|test)\/[\w./-]+)`/g)].map(
      ([, path = '']) => new URL(path, ROOT),
    );
    return [...links, ...paths].filter((url) => !existsSync(url)).map(({ pathname }) => `${file}: ${pathname}`);
  });
  expect(lost).toEqual([]);
});

test('the architecture says what each folder of the input does', () => {
  const text = pages.find(({ file }) => file === 'docs/architecture.md')?.text ?? '';
  const folders = readdirSync(new URL('src/core/input/', ROOT), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `\`${name}/\``);
  expect(folders.length).toBeGreaterThan(0);
  expect(folders.filter((folder) => !text.includes(folder))).toEqual([]);
});

test('the architecture says where a new member of each registry goes', () => {
  const text = pages.find(({ file }) => file === 'docs/architecture.md')?.text ?? '';
  const folders = registries.map(({ folder }) => `\`src/${folder}/<name>`);
  expect(folders.length).toBeGreaterThan(0);
  expect(folders.filter((folder) => !text.includes(folder))).toEqual([]);
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
