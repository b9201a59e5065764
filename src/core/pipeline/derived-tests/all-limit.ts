import { formatDuration } from '../../engine/duration.ts';
import { durationMs } from '../../knowledge/rules/duration.ts';
import type { RulePattern } from '../../knowledge/rules/schema.ts';
import type { Derivation, DerivedTest } from './support/derivation.ts';
import { bearingsOfKind, holdingMatch, positionsOf } from './support/matches.ts';
import { BEYOND_MS, inTime, judgeStretched, timeOf } from './support/stretch.ts';

const isAll = (pattern: RulePattern): pattern is Extract<RulePattern, { all: unknown }> => 'all' in pattern;

/** Events in any order lie inside their window, from the earliest to the latest. */
export const allLimit: Derivation = (written) =>
  bearingsOfKind(written, isAll).flatMap(({ name, pattern, match }) => {
    const positions = positionsOf(match);
    const lines = inTime(written.events.filter(({ position }) => positions.includes(position)));
    const [first, last] = [lines[0], lines.at(-1)];
    if (first === undefined || last === undefined || lines.length < positions.length) return [];
    const limitMs = durationMs(pattern.within);
    const spanMs = (timeOf(last) ?? 0) - (timeOf(first) ?? 0);
    return [limitMs, limitMs + BEYOND_MS].map((toMs): DerivedTest => {
      const judged = judgeStretched(written, [{ position: last.position, ms: toMs - spanMs }]);
      const isHeld = holdingMatch(judged, name, positions) !== null;
      const isRight = isHeld === toMs <= limitMs;
      return {
        name: `${name}: ${lines.length} events in ${formatDuration(toMs)}`,
        message: isRight ? null : `the window is ${pattern.within}: expected ${name} ${isHeld ? 'not ' : ''}to match`,
      };
    });
  });
