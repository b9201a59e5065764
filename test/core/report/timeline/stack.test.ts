import { expect, test } from 'vitest';
import { stack } from '../../../../src/core/report/timeline/stack.ts';

test('what overlaps stands on lines below each other, the first that has room', () => {
  const rooms = [
    { from: 0, to: 5 },
    { from: 2, to: 9 },
    { from: 5, to: 8 },
    { from: 6, to: 7 },
  ];
  expect(stack(rooms, 3)).toEqual([
    { line: 0, fits: true },
    { line: 1, fits: true },
    { line: 0, fits: true },
    { line: 2, fits: true },
  ]);
});
test('beyond the last line it stands there without a label', () => {
  const same = { from: 0, to: 5 };
  expect(stack([same, same, same], 2).map(({ line, fits }) => [line, fits])).toEqual([
    [0, true],
    [1, true],
    [1, false],
  ]);
});
