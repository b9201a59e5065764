import { expect, test } from 'vitest';
import { describeMatch } from '../../../src/core/engine/describe.ts';
import { makeKey } from '../../../src/core/engine/keys.ts';
import type { PatternMatch } from '../../../src/core/engine/patterns/match.ts';
import { TRUE } from '../../../src/core/engine/truth.ts';
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
