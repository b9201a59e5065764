import { expect, test } from 'vitest';
import { nearest } from '../../../../src/core/knowledge/rules/nearest.ts';

const KEYS = ['log', 'provider', 'id', 'level', 'within', 'seq', 'stop_if', 'confirmed'];

test.each([
  ['providr', 'provider'],
  ['Provider', 'provider'],
  ['porvider', 'provider'],
  ['lvl', null],
  ['levle', 'level'],
  ['sequence', 'seq'],
  ['stopIf', 'stop_if'],
  ['confirm', 'confirmed'],
  ['if', 'id'],
  ['resolution', null],
  ['', null],
  ['x'.repeat(100_000), null],
])('%j is most likely %j', (word, expected) => {
  expect(nearest(word, KEYS)).toBe(expected);
});

test('of two equally near words the first is taken', () => {
  expect(nearest('cat', ['bat', 'rat'])).toBe('bat');
});
