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
  expect(describeMatch(matchOf(7001, 7023, 7023, 7000, 7023), near)).toBe('7023 (3 times), 7000 close to 7001');
  expect(describeMatch(matchOf(7001, 7023), near)).toBe('7023 close to 7001');
});

test('a sequence names every event', () => {
  expect(describeMatch(matchOf(9604, 9607, 9607), { seq: ['a', 'b', 'b'], within: '1h' })).toBe(
    '9604 → 9607 → 9607 within 2s',
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
  expect(words('close_by')).toBe('close by (disk 7/11/51, atapi, 1–3): why');
  expect(words('coded')).toBe('coded: why');
  expect(words('attempt')).toBe('attempt: why');
});
