import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { generate, outputs } from '../../scripts/generated/generate.ts';
import { builtinRules } from '../../src/core/knowledge/builtin/rules.ts';
import { ERRORS } from '../../src/core/model/errors.ts';
import { PROBLEMS } from '../../src/core/model/problems.ts';
import { RULE } from '../core/knowledge/rules/rule-text.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'evdx-generate-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function writeRule(path: string, text: string): void {
  const file = join(root, 'rules', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

test('the built-in rules are those of the folder, by id, without tests and code names', () => {
  const paths = readdirSync('rules', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.yaml'));
  const ids = paths.map((path) => path.replaceAll('\\', '/').replace(/\.yaml$/, '')).sort();
  expect(builtinRules.map(({ id }) => id)).toEqual(ids);
  expect(builtinRules.filter((rule) => 'tests' in rule)).toEqual([]);
  expect(JSON.stringify(builtinRules)).not.toMatch(/JET_err|VSS_E_/);
});

test('all files are written, and none again when nothing changed', () => {
  writeRule('area/name.yaml', RULE);
  const BUILTIN = 'src/core/knowledge/builtin';
  const single = outputs.map(({ path }) => path).filter((path) => path !== 'docs/rules' && path !== BUILTIN);
  const builtin = ['texts.ts', 'sources.ts', 'code-rules.ts', 'rules.ts'].map((name) => `${BUILTIN}/${name}`);
  expect(generate(root)).toEqual({
    written: [...builtin, ...single, 'docs/rules/README.md', 'docs/rules/area.md'],
    ruleCount: 1,
  });
  expect(generate(root)).toEqual({ written: [], ruleCount: 1 });
  writeRule('area/name.yaml', RULE.replace('Something is wrong', 'Another title'));
  expect(generate(root).written).toEqual([`${BUILTIN}/texts.ts`, 'docs/rules/area.md']);
});

test('rules with mistakes are all told, and nothing is written', () => {
  writeRule('area/name.yaml', RULE.replace('severity: high', 'severity: none'));
  writeRule('area/other.yaml', RULE);
  expect(() => generate(root)).toThrow(
    [
      'rules that do not load:',
      'rules/area/name.yaml:4:11: "severity" cannot be "none"; write critical, high, medium, low or info',
      'rules/area/other.yaml:2:5: "id" is not the path of the file below rules/; write "area/other", or move the file',
    ].join('\n'),
  );
  expect(outputs.filter(({ path }) => existsSync(join(root, path)))).toEqual([]);
});

test('every error and every problem stands in docs/errors.md', () => {
  const page = readFileSync('docs/errors.md', 'utf8');
  for (const code of [...Object.keys(ERRORS), ...Object.keys(PROBLEMS)]) expect(page).toContain(`| \`${code}\` | `);
});

test('the JSON Schema describes every key at the top of a rule', () => {
  const schema: unknown = JSON.parse(readFileSync('schema/rule.schema.json', 'utf8'));
  expect(schema).toMatchObject({
    title: 'evdx rule',
    additionalProperties: false,
    required: ['evdx', 'id', 'title', 'severity', 'events', 'find', 'causes', 'resolution', 'refs', 'tests'],
    properties: { find: { description: 'patterns of events, by name' }, grade: { minItems: 1 } },
  });
});

test('every JSON Schema is exported under its name', () => {
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const name of readdirSync('schema')) expect(exports[`./${name}`]).toBe(`./schema/${name}`);
});
