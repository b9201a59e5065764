import fc from 'fast-check';
import { expect, test } from 'vitest';
import { epochMs } from '../../../src/core/model/brand.ts';
import { formatIsoTime, isoFromMs } from '../../../src/core/model/iso-time.ts';

const LAST_DATE_MS = 8.64e15;
const anyMs = fc.oneof(
  fc.double({ min: -LAST_DATE_MS, max: LAST_DATE_MS, noNaN: true }),
  fc.integer({ min: -LAST_DATE_MS / 86_400_000, max: LAST_DATE_MS / 86_400_000 }).map((day) => day * 86_400_000),
  fc.integer({ min: -100_000, max: 100_000 }),
);

test('is what ECMAScript writes, whatever was asked before', () => {
  fc.assert(
    fc.property(fc.array(anyMs, { minLength: 1, maxLength: 5 }), (times) => {
      expect(times.map(isoFromMs)).toEqual(times.map((timeMs) => new Date(timeMs).toISOString()));
    }),
    { numRuns: 5000 },
  );
});

test.each([
  ['too early', Number.NEGATIVE_INFINITY, '-271821-04-20T00:00:00.000Z'],
  ['too late', 1e17, '+275760-09-13T00:00:00.000Z'],
])('stands at the border where it is %s', (_name, timeMs, text) => {
  expect(isoFromMs(timeMs)).toBe(text);
});

test('has seven digits where there are ticks', () => {
  expect(formatIsoTime({ timeMs: epochMs(1), ticks: 23 })).toBe('1970-01-01T00:00:00.0010023Z');
});
