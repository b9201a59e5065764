import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { builtinRules } from '../../../../src/core/knowledge/builtin/rules.ts';
import { lazyRule } from '../../../../src/core/knowledge/rules/lazy-rule.ts';
import { loadRule } from '../../../../src/core/knowledge/rules/load.ts';

test('the rest is parsed once, when it is asked for', () => {
  let asked = 0;
  const rule = lazyRule({ id: 'a/b', severity: 'high', events: {}, find: {} }, ['title', 'revision'], () => {
    asked += 1;
    return '{"title":"T","revision":2}';
  });
  expect([rule.id, asked]).toEqual(['a/b', 0]);
  expect([rule.title, rule.revision, rule.status, asked]).toEqual(['T', 2, undefined, 1]);
});

test('a copy holds all of it, as JSON and for another thread', () => {
  const [rule] = builtinRules;
  if (rule === undefined) throw new Error('no rule');
  const { rule: loaded } = loadRule(readFileSync(`rules/${rule.id}.yaml`, 'utf8'), { file: 'rule.yaml' });
  const { tests: _, ...definition } = loaded ?? {};
  expect(JSON.parse(JSON.stringify(rule))).toEqual(definition);
  expect(structuredClone({ ...rule })).toEqual(definition);
});
