import { firstMsOf, lastMsOf, type PatternMatch } from '../../engine/patterns/match.ts';
import { holds } from '../../engine/truth.ts';
import { durationMs } from '../../knowledge/rules/duration.ts';
import type { RulePattern } from '../../knowledge/rules/schema.ts';
import type { Derivation, DerivedTest, WrittenTest } from './support/derivation.ts';
import { type Bearing, bearingsOfKind, isMeasured, positionsOf } from './support/matches.ts';
import { BEYOND_MS, type Extra, inTime, judgeStretched, timeOf } from './support/stretch.ts';

type NearPattern = Extract<RulePattern, { near: unknown }>;
const isNear = (pattern: RulePattern): pattern is NearPattern => 'near' in pattern;

/** What is near lies inside the limits; beyond all of them nothing is. */
export const nearLimits: Derivation = (written) =>
  bearingsOfKind(written, isNear).flatMap((bearing) => {
    const around = isMeasured(written, bearing) ? aroundOf(written, bearing) : null;
    return [0, BEYOND_MS].flatMap((beyondMs): readonly DerivedTest[] => {
      const extras = around === null ? null : pausesTo(written, bearing, around, beyondMs);
      if (around === null || extras === null) return [];
      const { matches } = judgeStretched(written, extras).verdict;
      const isHeld = matches
        .matchesOf(bearing.name)
        .some((match) => holds(match.value) && match.key.id === bearing.match.key.id && isAround(match, around));
      const isRight = isHeld === (beyondMs === 0);
      return [
        {
          name: `${bearing.name}: ${beyondMs === 0 ? 'at its limits' : '1s beyond its limits'}`,
          message: isRight ? null : `expected ${bearing.name} ${isHeld ? 'not ' : ''}to hold`,
        },
      ];
    });
  });

/** The events a match is near to stand first in it. */
const isAround = (match: PatternMatch, { positions }: Around): boolean =>
  positions.every((position, index) => positionsOf(match)[index] === position);

interface Around {
  readonly positions: readonly number[];
  readonly firstMs: number;
  readonly lastMs: number;
  /** The end of the nearest event ahead, the beginning of the nearest behind; null: none there. */
  readonly aheadMs: number | null;
  readonly behindMs: number | null;
}

/** Where the near events lie; null where one stands inside, has no time, or cannot be told. */
function aroundOf({ judged }: WrittenTest, { pattern, match }: Bearing<NearPattern>): Around | null {
  const base = judged.verdict.matches
    .matchesOf(pattern.near.around)
    .find(({ events }) => events.every(({ event }, index) => match.events[index]?.event === event));
  const [firstMs, lastMs] = base === undefined ? [null, null] : [firstMsOf(base), lastMsOf(base)];
  if (base === undefined || firstMs === null || lastMs === null) return null;
  const near = match.events.slice(base.events.length).map(({ event }) => event);
  const ahead = near.flatMap(({ timeMs }) => (timeMs !== null && timeMs < firstMs ? [timeMs] : []));
  const behind = near.flatMap((event) => (event.firstMs !== null && event.firstMs > lastMs ? [event.firstMs] : []));
  if (near.length === 0 || ahead.length + behind.length < near.length) return null;
  return {
    positions: base.events.map(({ event }) => event.event.position),
    firstMs,
    lastMs,
    aheadMs: ahead.length === 0 ? null : Math.max(...ahead),
    behindMs: behind.length === 0 ? null : Math.min(...behind),
  };
}

/** Pauses that bring the nearest events on both sides to the limits, or beyond. */
function pausesTo(
  { events }: WrittenTest,
  { pattern }: Bearing<NearPattern>,
  { firstMs, lastMs, aheadMs, behindMs }: Around,
  beyondMs: number,
): readonly Extra[] | null {
  const { before = '0s', after = '0s' } = pattern.near;
  const lines = inTime(events);
  const pauses = [
    aheadMs === null ? null : { afterMs: aheadMs, ms: durationMs(before) + beyondMs - (firstMs - aheadMs) },
    behindMs === null ? null : { afterMs: lastMs, ms: durationMs(after) + beyondMs - (behindMs - lastMs) },
  ].filter((pause) => pause !== null);
  return pauses.flatMap(({ afterMs, ms }) => {
    const next = lines.find((line) => (timeOf(line) ?? 0) > afterMs);
    return next === undefined ? [] : [{ position: next.position, ms }];
  });
}
