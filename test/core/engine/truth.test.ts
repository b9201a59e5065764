import { expect, test } from 'vitest';
import {
  and,
  FALSE,
  holds,
  LENIENT,
  LENIENT_FALSE,
  nameOfTruth,
  not,
  or,
  strictly,
  TRUE,
  type Truth,
  UNKNOWN,
} from '../../../src/core/engine/truth.ts';

const ALL: readonly Truth[] = [FALSE, LENIENT_FALSE, UNKNOWN, LENIENT, TRUE];

test('not turns the scale round: a reservation stays one, unknown stays unknown', () => {
  expect(ALL.map(not)).toEqual([TRUE, LENIENT, UNKNOWN, LENIENT_FALSE, FALSE]);
});

test('and is the lower of two', () => {
  expect(ALL.map((a) => ALL.map((b) => and(a, b)))).toEqual([
    [FALSE, FALSE, FALSE, FALSE, FALSE],
    [FALSE, LENIENT_FALSE, LENIENT_FALSE, LENIENT_FALSE, LENIENT_FALSE],
    [FALSE, LENIENT_FALSE, UNKNOWN, UNKNOWN, UNKNOWN],
    [FALSE, LENIENT_FALSE, UNKNOWN, LENIENT, LENIENT],
    [FALSE, LENIENT_FALSE, UNKNOWN, LENIENT, TRUE],
  ]);
});

test('or is the higher of two', () => {
  expect(ALL.map((a) => ALL.map((b) => or(a, b)))).toEqual([
    [FALSE, LENIENT_FALSE, UNKNOWN, LENIENT, TRUE],
    [LENIENT_FALSE, LENIENT_FALSE, UNKNOWN, LENIENT, TRUE],
    [UNKNOWN, UNKNOWN, UNKNOWN, LENIENT, TRUE],
    [LENIENT, LENIENT, LENIENT, LENIENT, TRUE],
    [TRUE, TRUE, TRUE, TRUE, TRUE],
  ]);
});

test('order: strict turns reservations into unknown and leaves the rest', () => {
  expect(ALL.map(strictly)).toEqual([FALSE, UNKNOWN, UNKNOWN, UNKNOWN, TRUE]);
});

test('true and leniently true hold, nothing else', () => {
  expect(ALL.map(holds)).toEqual([false, false, false, true, true]);
});

test('reports know four values', () => {
  expect(ALL.map(nameOfTruth)).toEqual(['false', 'false', 'unknown', 'lenient', 'true']);
});
