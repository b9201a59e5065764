import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Span, spanAt, union, unionOfCuts, without } from '../../../src/core/engine/spans.ts';

const RUNS = 2000;
const span = (fromMs: number, toMs: number): Span => ({ fromMs, toMs });
const spans = fc.array(
  fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 6 })).map(([from, length]) => span(from, from + length)),
  { maxLength: 6 },
);
/** Half steps too, so that what lies between the edges is seen. */
const POINTS = Array.from({ length: 60 }, (_, index) => index / 2);
const holds = (all: readonly Span[], point: number): boolean =>
  all.some(({ fromMs, toMs }) => fromMs <= point && point <= toMs);

test('a union covers the same points, in order and apart', () => {
  fc.assert(
    fc.property(spans, (all) => {
      const joined = union(all);
      const isSame = POINTS.every((point) => holds(joined, point) === holds(all, point));
      return isSame && joined.every(({ fromMs }, index) => fromMs > (joined[index - 1]?.toMs ?? -1));
    }),
    { numRuns: RUNS },
  );
});

test('a cut takes what lies inside it and leaves its edges, also where two cuts touch', () => {
  const lengths = fc.array(
    fc.tuple(fc.nat({ max: 20 }), fc.integer({ min: 1, max: 6 })).map(([from, length]) => span(from, from + length)),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(lengths, fc.nat({ max: 20 }), fc.integer({ min: 1, max: 10 }), (cuts, from, length) => {
      const joined = unionOfCuts(cuts);
      const left = without(span(from, from + length), joined);
      return POINTS.every((point) => {
        const isCut = joined.some(({ fromMs, toMs }) => fromMs < point && point < toMs);
        return holds(left, point) === (from <= point && point <= from + length && !isCut);
      });
    }),
    { numRuns: RUNS },
  );
});

test('cuts that overlap are one, and cuts that touch are two', () => {
  expect(unionOfCuts([span(5, 9), span(1, 5), span(8, 12)])).toEqual([span(1, 5), span(5, 12)]);
});

test('a moment stays whole unless a cut lies across it', () => {
  expect(without(span(5, 5), [span(5, 9)])).toEqual([span(5, 5)]);
  expect(without(span(5, 5), [span(4, 9)])).toEqual([]);
});

test('the span at a time is the last that begins there or before', () => {
  const all = [span(1, 3), span(5, 9)];
  expect([0, 1, 4, 5, 99].map((time) => spanAt(all, time))).toEqual([
    null,
    span(1, 3),
    span(1, 3),
    span(5, 9),
    span(5, 9),
  ]);
});
