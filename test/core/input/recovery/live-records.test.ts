import { expect, test } from 'vitest';
import { LiveRecords } from '../../../../src/core/input/recovery/live-records.ts';

const recordsOf = (...entries: readonly (readonly [id: number, timeMs: number])[]): LiveRecords => {
  const records = new LiveRecords();
  for (const [id, timeMs] of entries) records.add(id, timeMs);
  return records;
};

test('a record whose time is before that of its neighbours stands in the chain all the same', () => {
  const records = recordsOf([1, 500], [2, 300], [3, 900], [4, 600]);
  expect([300, 500, 600, 900].map((timeMs) => records.has(2, timeMs))).toEqual([true, true, true, true]);
  expect([299, 901].map((timeMs) => records.has(2, timeMs))).toEqual([false, false]);
});

test('a record without a time hides none of those beside it', () => {
  const records = recordsOf([1, 100], [2, Number.NaN], [3, 200]);
  expect([records.has(1, 100), records.has(3, 200)]).toEqual([true, true]);
});

test('a copy without a time is a copy only where the chain has a record without one', () => {
  expect(recordsOf([1, 100], [2, Number.NaN]).has(2, Number.NaN)).toBe(true);
  expect(recordsOf([1, 100], [2, 200]).has(2, Number.NaN)).toBe(false);
});

test('numbers that began anew are told apart by their times', () => {
  const records = recordsOf([1, 100], [2, 110], [1, 900], [2, 910]);
  expect([105, 905, 500].map((timeMs) => records.has(2, timeMs))).toEqual([true, true, false]);
});

test('a clock that was wrong once widens the times of a thousand neighbours, not of the whole log', () => {
  const records = recordsOf(...Array.from({ length: 3000 }, (_, id) => [id, id === 2500 ? 9e9 : 1000 + id] as const));
  expect(records.has(10, 5_000_000)).toBe(false);
  expect([0, 1023, 1024, 2999].every((id) => records.has(id, 1000 + id))).toBe(true);
});
