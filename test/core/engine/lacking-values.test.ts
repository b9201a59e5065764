import { expect, test } from 'vitest';
import { takesLackOfValues } from '../../../src/core/engine/lacking-values.ts';

test.each<[string, Parameters<typeof takesLackOfValues>[0], boolean]>([
  ['no value there', { id: 41, not: { fields: { BugcheckCode: { regex: '\\d' } } } }, true],
  ['one of several', { id: 41, not: [{ level: 'error' }, { code: -1032 }] }, true],
  ['nothing excluded', { id: 41 }, false],
  ['another level', { id: 41, not: { level: 'error' } }, false],
  ['a text of its own', { id: 41, text: { contains: 'x' }, not: { code: -1032 } }, false],
  ['a value in a branch', { any: [{ id: 41, strings: { 1: 'x' } }], not: { code: -1032 } }, false],
])('takes events for what they do not say: %s', (_, definition, expected) => {
  expect(takesLackOfValues(definition)).toBe(expected);
});
