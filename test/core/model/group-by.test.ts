import { expect, test } from 'vitest';
import { groupBy } from '../../../src/core/model/group-by.ts';

test('keys and the items of a key stand in the order they come', () => {
  const groups = groupBy(['beta', 'alpha', 'bravo', 'charlie', 'april'], (word) => word.slice(0, 1));
  expect([...groups]).toEqual([
    ['b', ['beta', 'bravo']],
    ['a', ['alpha', 'april']],
    ['c', ['charlie']],
  ]);
});

test('null is a key like any other, and nothing has no groups', () => {
  expect([...groupBy([1, 2, 3], (number) => (number > 1 ? null : 'one'))]).toEqual([
    ['one', [1]],
    [null, [2, 3]],
  ]);
  expect([...groupBy([], String)]).toEqual([]);
});
