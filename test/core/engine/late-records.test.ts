import { expect, test } from 'vitest';
import { whereTheyHappened } from '../../../src/core/engine/late-records.ts';

const START = 3_600_000;
const placed = (times: readonly number[]): readonly number[] =>
  whereTheyHappened(times.map((timeMs) => ({ timeMs, isSet: false }))).map(({ timeMs }) => timeMs ?? 0);

test('late records by the hundred thousand are moved in one go', () => {
  const late = Array<number>(300_000).fill(5000);
  expect(placed([0, START, ...late, START])).toEqual([0, ...late, START, START]);
});

test('starts and late records in turn cost what they are long', () => {
  const turns = Array.from({ length: 400_000 }, (_, index) => (index % 2 === 0 ? START : 5000));
  expect(placed([0, ...turns, START])).toHaveLength(turns.length + 2);
});
