import { expect, test } from 'vitest';
import { formatDuration } from '../../../src/core/model/duration.ts';

test.each([
  [0, '0s'],
  [0.4, '0s'],
  [1, '1ms'],
  [999, '999ms'],
  [1000, '1s'],
  [1500, '1s 500ms'],
  [60_000, '1m'],
  [192_000, '3m 12s'],
  [660_000, '11m'],
  [3_600_000, '1h'],
  [86_400_000, '24h'],
  [90_000_000, '25h'],
  [172_800_000, '2d'],
  [187_200_000, '2d 4h'],
  [-5000, '5s'],
])('%d ms is written %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});
