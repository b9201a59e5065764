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
  expect(power.off).toEqual([{ fromMs: 1_000, toMs: 6_000 }]);
});

test('of an unexpected start: from the record before it, also when records after it were told first', () => {
  const power = new PowerTracker();
  power.pass(1_000, 1);
  power.pass(2_000, 2);
  power.pass(9_500, 6);
  power.add(starting, 8_000, 3);
  power.add(unexpected, 9_000, 4);
  power.add(started, 9_000, 5);
  expect(power.off).toEqual([{ fromMs: 2_000, toMs: 9_000 }]);
});

test('the record before may be a kept one', () => {
  const power = new PowerTracker();
  power.pass(1_000, 1);
  power.pass(9_500, 6);
  power.add(null, 3_000, 2);
  power.add(starting, 8_000, 3);
  power.add(unexpected, 9_000, 4);
  power.add(started, 9_000, 5);
  expect(power.off).toEqual([{ fromMs: 3_000, toMs: 9_000 }]);
});

test('numbers that begin anew: the record before is of the same numbering', () => {
  const power = new PowerTracker();
  power.add(null, 1_000, 900);
  power.pass(2_000, 1);
  power.add(starting, 8_000, 2);
  power.add(unexpected, 9_000, 3);
  power.add(started, 9_000, 4);
  expect(power.off).toEqual([{ fromMs: 2_000, toMs: 9_000 }]);
});

test('without numbers the record told before is the one before', () => {
  const power = new PowerTracker();
  power.pass(2_000, null);
  power.add(unexpected, 9_000, null);
  power.add(started, 9_000, null);
  expect(power.off).toEqual([{ fromMs: 2_000, toMs: 9_000 }]);
});

test('of hundreds of thousands of dropped records the last one before the start is found', () => {
  const power = new PowerTracker();
  for (let number = 1; number <= 300_000; number++) power.pass(number * 10, number);
  power.add(unexpected, 4_000_000, 299_001);
  power.add(started, 4_000_000, 299_002);
  expect(power.off).toEqual([{ fromMs: 2_990_000, toMs: 4_000_000 }]);
});
