import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timeFromFiletime } from '../../../../src/core/input/normalise/filetime.ts';

const halves = (filetime: bigint): [number, number] => [Number(filetime & 0xffff_ffffn), Number(filetime >> 32n)];

test('0 means not set', () => expect(timeFromFiletime(0, 0)).toBeNull());

test.each([
  [116_444_736_000_000_000n, 0, 0],
  [116_444_736_000_000_001n, 0, 1],
  [116_444_735_999_999_999n, -1, 9999],
  [1n, -11_644_473_600_000, 1],
  [129_319_678_364_218_750n, Date.UTC(2010, 9, 19, 13, 17, 16, 421), 8750],
  [0xffff_ffff_ffff_ffffn, 1_833_029_933_770_955, 1615],
])('%s', (filetime, timeMs, ticks) => {
  expect(timeFromFiletime(...halves(filetime))).toEqual({ timeMs, ticks });
});

test('is exact to 100 ns over the whole range', () => {
  fc.assert(
    fc.property(fc.bigInt(1n, 0xffff_ffff_ffff_ffffn), (filetime) => {
      const { timeMs = 0, ticks = 0 } = timeFromFiletime(...halves(filetime)) ?? {};
      expect((BigInt(timeMs) + 11_644_473_600_000n) * 10_000n + BigInt(ticks)).toBe(filetime);
    }),
    { numRuns: 5_000 },
  );
});
