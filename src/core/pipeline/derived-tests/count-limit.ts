import type { RulePattern } from '../../knowledge/rules/schema.ts';
import type { Derivation, WrittenTest } from './support/derivation.ts';
import { type Bearing, bearingsOfKind, holdingMatch, isMeasured, positionsOf } from './support/matches.ts';
import { windowLimit } from './support/window-limit.ts';
import { judgeEvents } from './support/written-test.ts';

type CountPattern = Extract<RulePattern, { count: unknown }>;
const isCount = (pattern: RulePattern): pattern is CountPattern => 'count' in pattern;

/** The fewest events that make a burst lie inside the window. */
export const countLimit: Derivation = (written) =>
  bearingsOfKind(written, isCount)
    .filter((bearing) => isMeasured(written, bearing))
    .flatMap((bearing) => {
      const positions = fewest(written, bearing);
      const { name, pattern, match } = bearing;
      return windowLimit(written, {
        name,
        within: pattern.within,
        positions,
        events: without(written, match, positions),
      });
    });

/** The log without what a burst has beyond these lines. */
const without = ({ events }: WrittenTest, match: Bearing['match'], positions: readonly number[]) =>
  events.filter(({ position }) => positions.includes(position) || !positionsOf(match).includes(position));

/** The shortest beginning of a burst that is one by itself. */
function fewest(written: WrittenTest, { name, pattern, match }: Bearing<CountPattern>): readonly number[] {
  const positions = positionsOf(match);
  for (let length = pattern.count.min; length < positions.length; length += 1) {
    const burst = positions.slice(0, length);
    if (holdingMatch(judgeEvents(written, without(written, match, burst)), name, burst) !== null) return burst;
  }
  return positions;
}
