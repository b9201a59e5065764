import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { PowerTracker, powerSign } from '../../../src/core/engine/power.ts';

const KERNEL = 'Microsoft-Windows-Kernel-General';
const sign = (provider: string, eventId: number) =>
  powerSign({ host: 'h', channel: 'System', provider, eventId, level: null });
const [unexpected, started, starting, stopped] = [
  sign('EventLog', 6008),
  sign('EventLog', 6005),
  sign(KERNEL, 12),
  sign('EventLog', 6006),
];

test('from the event of the stop to that of the start', () => {
  const power = new PowerTracker();
  power.add(stopped, 1_000, 1);
  power.add(starting, 5_000, 2);
  power.add(started, 6_000, 3);
  expect(power.off).toEqual([{ fromMs: 1_000, toMs: 6_000, isUnexpected: false }]);
});

test('of an unexpected start: from the record before it, also when records after it were told first', () => {
  const power = new PowerTracker();
  power.pass(1_000, 1);
  power.pass(2_000, 2);
  power.pass(9_500, 6);
  power.add(starting, 8_000, 3);
  power.add(unexpected, 9_000, 4);
  power.add(started, 9_000, 5);
  expect(power.off).toEqual([{ fromMs: 2_000, toMs: 9_000, isUnexpected: true }]);
});

test('the record before may be a kept one', () => {
  const power = new PowerTracker();
  power.pass(1_000, 1);
  power.pass(9_500, 6);
  power.add(null, 3_000, 2);
  power.add(starting, 8_000, 3);
  power.add(unexpected, 9_000, 4);
  power.add(started, 9_000, 5);
  expect(power.off).toEqual([{ fromMs: 3_000, toMs: 9_000, isUnexpected: true }]);
});

test('numbers that begin anew: the record before is of the same numbering', () => {
  const power = new PowerTracker();
  power.add(null, 1_000, 900);
  power.pass(2_000, 1);
  power.add(starting, 8_000, 2);
  power.add(unexpected, 9_000, 3);
  power.add(started, 9_000, 4);
  expect(power.off).toEqual([{ fromMs: 2_000, toMs: 9_000, isUnexpected: true }]);
});

test('without numbers the record told before is the one before', () => {
  const power = new PowerTracker();
  power.pass(2_000, null);
  power.add(unexpected, 9_000, null);
  power.add(started, 9_000, null);
  expect(power.off).toEqual([{ fromMs: 2_000, toMs: 9_000, isUnexpected: true }]);
});

/** Every record of two restarts, the second a crash; 6 is missing. */
const RESTARTS: readonly { readonly isDropped: boolean; readonly tell: (power: PowerTracker) => void }[] = [
  { isDropped: true, tell: (power) => power.pass(1_000, 1) },
  { isDropped: false, tell: (power) => power.add(stopped, 2_000, 2) },
  { isDropped: false, tell: (power) => power.add(starting, 700_000, 3) },
  { isDropped: false, tell: (power) => power.add(started, 701_000, 4) },
  { isDropped: true, tell: (power) => power.pass(800_000, 5) },
  { isDropped: false, tell: (power) => power.add(starting, 3_000_000, 7) },
  { isDropped: false, tell: (power) => power.add(unexpected, 3_001_000, 8) },
  { isDropped: false, tell: (power) => power.add(started, 3_001_000, 9) },
  { isDropped: true, tell: (power) => power.pass(3_002_000, 10) },
];

test('the newest record may come first, and what was dropped ahead of the rest of any batch', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.integer({ min: 1, max: 10 }), (isNewestFirst, size) => {
      const power = new PowerTracker();
      const told = isNewestFirst ? RESTARTS.toReversed() : RESTARTS;
      for (let from = 0; from < told.length; from += size) {
        const batch = told.slice(from, from + size);
        for (const { tell } of batch.filter(({ isDropped }) => isDropped)) tell(power);
        for (const { tell } of batch.filter(({ isDropped }) => !isDropped)) tell(power);
      }
      expect(power.off).toEqual([
        { fromMs: 2_000, toMs: 701_000, isUnexpected: false },
        { fromMs: 800_000, toMs: 3_001_000, isUnexpected: true },
      ]);
    }),
  );
});

test('of a log that was cleared and began anew, times tell the order', () => {
  const power = new PowerTracker();
  power.add(stopped, 10_000_000, 900);
  power.add(started, 12_000_000, 1);
  power.add(stopped, 20_000_000, 2);
  power.add(started, 21_000_000, 3);
  expect(power.off).toEqual([
    { fromMs: 10_000_000, toMs: 12_000_000, isUnexpected: false },
    { fromMs: 20_000_000, toMs: 21_000_000, isUnexpected: false },
  ]);
});

test('of hundreds of thousands of dropped records the last one before the start is found', () => {
  const power = new PowerTracker();
  for (let number = 1; number <= 300_000; number++) power.pass(number * 10, number);
  power.add(unexpected, 4_000_000, 299_001);
  power.add(started, 4_000_000, 299_002);
  expect(power.off).toEqual([{ fromMs: 2_990_000, toMs: 4_000_000, isUnexpected: true }]);
});
