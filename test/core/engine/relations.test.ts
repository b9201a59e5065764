import { expect, test } from 'vitest';
import type { HistoryEvent } from '../../../src/core/engine/history-event.ts';
import { before, clockOf, elapsedMs, reaches, within } from '../../../src/core/engine/relations.ts';
import { FALSE, LENIENT, TRUE, UNKNOWN } from '../../../src/core/engine/truth.ts';
import { historyEvent } from './support/events.ts';

const SYSTEM = { log: 'system', list: 'ex1 system' };
const both = (a: HistoryEvent, b: HistoryEvent) => [before(a, b), before(b, a)];

test('inside one log the order of the history is sure, whatever the times say', () => {
  expect(both(historyEvent(1, 60), historyEvent(2, 0))).toEqual([TRUE, FALSE]);
});

test('a step back counts as no time at all', () => {
  expect(within(historyEvent(1, 60), historyEvent(2, 0), 0)).toBe(TRUE);
  expect(elapsedMs(historyEvent(1, 60), historyEvent(2, 0))).toBe(-60_000);
});

test('a window across a clock that stepped back is unknown, in the same log only', () => {
  const stepped = historyEvent(2, 1, { segment: 1 });
  expect(within(historyEvent(1, 0), stepped, 1)).toBe(UNKNOWN);
  expect(within(historyEvent(1, 0, SYSTEM), stepped, 5000)).toBe(TRUE);
  expect(clockOf(stepped)).not.toBe(clockOf(historyEvent(1, 0)));
});

test('across a clock that stepped back too far is sure, and so is what came before', () => {
  const [first, near, far] = [
    historyEvent(1, 0),
    historyEvent(2, 9, { segment: 1 }),
    historyEvent(3, 11, { segment: 1 }),
  ];
  expect([reaches(first, near, 10_000), reaches(first, far, 10_000)]).toEqual([UNKNOWN, FALSE]);
  expect([reaches(near, first, 0), reaches(far, first, 0)]).toEqual([TRUE, TRUE]);
});

test('limits are inclusive, to a tick of 100 ns', () => {
  const from = historyEvent(1, 0);
  expect(within(from, historyEvent(2, 10), 10_000)).toBe(TRUE);
  expect(within(from, historyEvent(2, 10, { ticks: 1 }), 10_000)).toBe(FALSE);
  expect(within(historyEvent(1, 0, { ticks: 1 }), historyEvent(2, 10, { ticks: 1 }), 10_000)).toBe(TRUE);
});

test('between logs time decides', () => {
  expect(both(historyEvent(2, 0), historyEvent(1, 1, SYSTEM))).toEqual([TRUE, FALSE]);
});

test('what its number puts behind a moment is behind all that stood before it, however coarse its own time is', () => {
  // Its minute began 20 seconds before; the record ahead of it in its log was written in the fifth second.
  const coarse = historyEvent(3, -20, { ...SYSTEM, precisionMs: 60_000, orderMs: historyEvent(2, 5).orderMs });
  expect(both(historyEvent(1, 0), coarse)).toEqual([TRUE, FALSE]);
});

test('times of two logs that agree within the coarser precision are in no order', () => {
  const text = { precisionMs: 1000 };
  expect(both(historyEvent(1, 5, text), historyEvent(2, 5.9, SYSTEM))).toEqual([LENIENT, LENIENT]);
  expect(both(historyEvent(1, 5, text), historyEvent(2, 6, SYSTEM))).toEqual([TRUE, FALSE]);
  const csv = { precisionMs: 60_000 };
  expect(both(historyEvent(1, 60, csv), historyEvent(2, 119, { ...SYSTEM, ...text }))).toEqual([LENIENT, LENIENT]);
  expect(both(historyEvent(1, 60, csv), historyEvent(2, 120, { ...SYSTEM, ...text }))).toEqual([TRUE, FALSE]);
});

test('ticks order what has them', () => {
  const fine = { precisionMs: 0.0001 };
  const late = historyEvent(2, 0, { ...SYSTEM, ...fine, ticks: 1, orderTicks: 1 });
  expect(both(historyEvent(1, 0, fine), late)).toEqual([TRUE, FALSE]);
  expect(both(historyEvent(1, 0), late)).toEqual([LENIENT, LENIENT]);
});

test('local times compare with those of the same host only', () => {
  const local = historyEvent(1, 0, { timeClass: 'local:host:ex1' });
  expect(both(local, historyEvent(2, 9, { ...SYSTEM, timeClass: 'local:host:ex1' }))).toEqual([TRUE, FALSE]);
  expect(both(local, historyEvent(2, 9, SYSTEM))).toEqual([UNKNOWN, UNKNOWN]);
  expect(within(local, historyEvent(2, 9, SYSTEM), 60_000)).toBe(UNKNOWN);
});

test('an event without a time keeps its place in its source; a window over it holds leniently', () => {
  const timeless = historyEvent(1, null, SYSTEM);
  expect(both(timeless, historyEvent(2, 0))).toEqual([LENIENT, FALSE]);
  expect(within(timeless, historyEvent(2, 0), 0)).toBe(LENIENT);
});

test('an event without a time has no place among those of another source', () => {
  const elsewhere = historyEvent(2, 0);
  const other = { ...elsewhere, event: { ...elsewhere.event, source: 'b.txt' } };
  expect(both(historyEvent(1, null, SYSTEM), other)).toEqual([LENIENT, LENIENT]);
});

test('the clock of another host may be two minutes off', () => {
  const ex2 = { host: 'ex2', hostKey: 'host:ex2', list: 'ex2 application' };
  expect(both(historyEvent(1, 0), historyEvent(2, 120, ex2))).toEqual([TRUE, LENIENT]);
  expect(both(historyEvent(1, 0), historyEvent(2, 120.001, ex2))).toEqual([TRUE, FALSE]);
});

test('a jittering clock does not turn the order of two logs: the highest time so far counts', () => {
  const jittered = historyEvent(3, 5, { orderMs: historyEvent(0, 60).orderMs });
  expect(both(jittered, historyEvent(1, 30, SYSTEM))).toEqual([FALSE, TRUE]);
});
