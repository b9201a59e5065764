import { formatDuration } from '../../engine/duration.ts';
import { durationMs } from '../../knowledge/rules/duration.ts';
import type { RulePattern } from '../../knowledge/rules/schema.ts';
import type { Derivation, DerivedTest, WrittenTest } from './support/derivation.ts';
import { type Bearing, bearingsOfKind, holdingMatch, positionsOf } from './support/matches.ts';
import { BEYOND_MS, inTime, judgeStretched, timeOf } from './support/stretch.ts';
import { judgeEvents } from './support/written-test.ts';

type CountPattern = Extract<RulePattern, { count: unknown }>;
const isCount = (pattern: RulePattern): pattern is CountPattern => 'count' in pattern;

/** The fewest events that make a burst lie inside the window. */
export const countLimit: Derivation = (written) =>
  bearingsOfKind(written, isCount).flatMap((bearing) => {
    const { name, pattern, match } = bearing;
    const burst = fewest(written, bearing);
    const lines = inTime(written.events.filter(({ position }) => burst.includes(position)));
    const [first, last] = [lines[0], lines.at(-1)];
    if (first === undefined || last === undefined || first === last || lines.length < burst.length) return [];
    const surplus = positionsOf(match).filter((position) => !burst.includes(position));
    const events = written.events.filter(({ position }) => !surplus.includes(position));
    const limitMs = durationMs(pattern.within);
    const spanMs = (timeOf(last) ?? 0) - (timeOf(first) ?? 0);
    return [limitMs, limitMs + BEYOND_MS].map((toMs): DerivedTest => {
      const judged = judgeStretched(written, [{ position: last.position, ms: toMs - spanMs }], events);
      const isHeld = holdingMatch(judged, name, burst) !== null;
      const isRight = isHeld === toMs <= limitMs;
      return {
        name: `${name}: ${lines.length} events in ${formatDuration(toMs)}`,
        message: isRight ? null : `the window is ${pattern.within}: expected ${name} ${isHeld ? 'not ' : ''}to match`,
      };
    });
  });

/** The shortest beginning of a burst that is one by itself. */
function fewest(written: WrittenTest, { name, pattern, match }: Bearing<CountPattern>): readonly number[] {
  const positions = positionsOf(match);
  for (let length = pattern.count.min; length < positions.length; length += 1) {
    const [burst, surplus] = [positions.slice(0, length), positions.slice(length)];
    const events = written.events.filter(({ position }) => !surplus.includes(position));
    if (holdingMatch(judgeEvents(written, events), name, burst) !== null) return burst;
  }
  return positions;
}
