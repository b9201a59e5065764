import { expect, test } from 'vitest';
import { describeMatch, describeReservation } from '../../../src/core/engine/describe.ts';
import { makeKey } from '../../../src/core/engine/keys.ts';
import type { PatternMatch } from '../../../src/core/engine/patterns/match.ts';
import { TRUE, UNKNOWN } from '../../../src/core/engine/truth.ts';
import { sampleRule } from '../../support/sample-rule.ts';
import { historyEvent } from './support/events.ts';

const event = (order: number, eventId: number) => {
  const one = historyEvent(order, order);
  return { role: 'a', event: { ...one, event: { ...one.event, eventId } } };
};
const matchOf = (...ids: readonly number[]): PatternMatch => ({
  ...{ pattern: 'p', key: makeKey([], new Map(), null), value: TRUE, reasons: [], absence: null },
  events: ids.map((id, index) => event(index, id)),
});

test('what is near again and again is named once', () => {
  const near = { near: { of: 'a', around: 'b', before: '1h' } };
  expect(describeMatch(matchOf(7001, 7023, 7023, 7000, 7023), near, sampleRule)).toBe(
    '7023 (3 times), 7000 close to 7001',
  );
  expect(describeMatch(matchOf(7001, 7023), near, sampleRule)).toBe('7023 close to 7001');
});

test('one event is an event, two are events', () => {
  expect(describeMatch(matchOf(41), { one: 'a' }, sampleRule)).toBe('event 41');
  expect(describeMatch(matchOf(41, 6008), { any: ['a'] }, sampleRule)).toBe('events 41 and 6008 within 1s');
});

test('a sequence names every event', () => {
  expect(describeMatch(matchOf(9604, 9607, 9607), { seq: ['a', 'b', 'b'], within: '1h' }, sampleRule)).toBe(
    '9604 → 9607 → 9607 within 2s',
  );
});

test('what is counted stands apart from its number', () => {
  const count = { count: { of: ['a'], min: 2 }, within: '1h' };
  expect(describeMatch(matchOf(9, 11, 9), count, sampleRule)).toBe('events 9 (2 times), 11 within 2s');
  expect(describeMatch(matchOf(9, 9, 9), count, sampleRule)).toBe('event 9 (3 times) within 2s');
});

test('events of one second are at the same time, not within none', () => {
  const [first, second] = [event(0, 9), event(0, 11)];
  const match = { ...matchOf(9), events: [first, second] };
  expect(describeMatch(match, { all: ['a', 'b'], within: '1m' }, sampleRule)).toBe('events 9 and 11 at the same time');
});

test('an absence names the events that are missing', () => {
  const absence = { roles: ['begin'], fromMs: 0, toMs: 86_400_000 };
  const pattern = { absent: { of: 'begin', after: 'refusal', for: '24h' } };
  expect(describeMatch({ ...matchOf(), absence }, pattern, sampleRule)).toBe('no MSExchangeIS 9604 in 24h');
  expect(describeMatch({ ...matchOf(), absence }, { absent: { ...pattern.absent, of: 'cause' } }, sampleRule)).toBe(
    'no finding of storage/disk-error-burst in 24h',
  );
});

test('what is missing is named by source and id, too', () => {
  const rule = {
    ...sampleRule,
    events: {
      io: { provider: { like: 'disk*' }, id: [7, 11] },
      more: { any: [{ provider: 'disk', id: 51 }, { provider: 'atapi' }, { id: { from: 1, to: 3 } }] },
      coded: { code: -1018 },
    },
    find: {
      close_by: { near: { of: ['io', 'more'], around: 'hit' } },
      coded: { one: 'coded' },
    },
  };
  const words = (name: string) => describeReservation(rule, { kind: 'name', name, value: UNKNOWN, reasons: ['why'] });
  expect(words('close_by')).toBe('disk 7/11/51, atapi, 1–3 (close by): why');
  expect(words('coded')).toBe('coded: why');
  expect(words('attempt')).toBe('attempt: why');
});
