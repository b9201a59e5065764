import { expect, test } from 'vitest';
import { lowerBound, partitionPoint, upperBound } from '../../../src/core/model/sorted.ts';

const itself = (value: number): number => value;
const values = [10, 20, 20, 20, 30];

test('the lower bound is the first of equal values, the upper bound the place behind the last of them', () => {
  expect(lowerBound(values, 20, itself)).toBe(1);
  expect(upperBound(values, 20, itself)).toBe(4);
});

test('both bounds of a value that is not there are the place where it would stand', () => {
  for (const [wanted, place] of [
    [5, 0],
    [15, 1],
    [25, 4],
    [35, 5],
  ] as const) {
    expect(lowerBound(values, wanted, itself)).toBe(place);
    expect(upperBound(values, wanted, itself)).toBe(place);
  }
});

test('an empty list has its border at 0, and one that lies all ahead at its end', () => {
  expect(partitionPoint(0, () => true)).toBe(0);
  expect(partitionPoint(7, () => true)).toBe(7);
  expect(partitionPoint(7, () => false)).toBe(0);
});

test('a list of a million is asked about twenty times', () => {
  let asked = 0;
  const border = partitionPoint(1_000_000, (index) => {
    asked += 1;
    return index < 314_159;
  });
  expect(border).toBe(314_159);
  expect(asked).toBeLessThanOrEqual(20);
});
