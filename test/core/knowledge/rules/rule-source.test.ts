import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { headOf } from '../../../../src/core/engine/rule-head.ts';
import { builtinSources } from '../../../../src/core/knowledge/builtin/sources.ts';
import { loadRule } from '../../../../src/core/knowledge/rules/load.ts';
import { lazySources } from '../../../../src/core/knowledge/rules/rule-source.ts';

const head = (id: string) => ({ id, isDeprecated: false, classes: [], findings: [], anchorLogs: [] });

test('the texts are asked for once, with the first definition, and each is parsed once', () => {
  let asked = 0;
  const [first, second] = lazySources([head('a/b'), head('a/c')], () => {
    asked += 1;
    return '{"id":"a/b"}\n{"id":"a/c","title":"T"}';
  });
  expect([first?.head.id, second?.head.id, asked]).toEqual(['a/b', 'a/c', 0]);
  const definition = second?.definition;
  expect(definition).toEqual({ id: 'a/c', title: 'T' });
  expect(second?.definition).toBe(definition);
  expect([first?.definition.id, asked]).toEqual(['a/b', 1]);
});

test('the head that the build wrote of a rule is that of its definition', () => {
  for (const { head: written, definition } of builtinSources) expect(written).toEqual(headOf(definition));
});

test('the definition that the build wrote of a rule is that of its file', () => {
  const [source] = builtinSources;
  if (source === undefined) throw new Error('no rule');
  const { rule } = loadRule(readFileSync(`rules/${source.head.id}.yaml`, 'utf8'), { file: 'rule.yaml' });
  const { tests: _, ...definition } = rule ?? {};
  expect(source.definition).toEqual(definition);
});
