import { durationMs } from '../../../knowledge/rules/duration.ts';
import { formatDuration } from '../../../model/duration.ts';
import type { DerivedTest, WrittenTest } from './derivation.ts';
import { holdingMatch } from './matches.ts';
import { BEYOND_MS, inTime, judgeStretched, timeOf } from './stretch.ts';

interface Window {
  readonly name: string;
  readonly within: string;
  /** The lines of the match, and all lines of the log. */
  readonly positions: readonly number[];
  readonly events: WrittenTest['events'];
}

/** A match holds with its last line at the end of the window, and not a second later. */
export function windowLimit(written: WrittenTest, { name, within, positions, events }: Window): readonly DerivedTest[] {
  const lines = inTime(events.filter(({ position }) => positions.includes(position)));
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined || first === last || lines.length < positions.length) return [];
  const limitMs = durationMs(within);
  const spanMs = (timeOf(last) ?? 0) - (timeOf(first) ?? 0);
  return [limitMs, limitMs + BEYOND_MS].map((toMs): DerivedTest => {
    const judged = judgeStretched(written, [{ position: last.position, ms: toMs - spanMs }], events);
    const isInside = toMs <= limitMs;
    const holdsWith = (lines: readonly number[]): boolean => holdingMatch(judged, name, lines) !== null;
    // At the limit another line may have taken the place of one of them.
    const isHeld = isInside ? positions.some((position) => holdsWith([position])) : holdsWith(positions);
    return {
      name: `${name}: ${lines.length} events in ${formatDuration(toMs)}`,
      message: isHeld === isInside ? null : `the window is ${within}: expected ${name} ${isHeld ? 'not ' : ''}to match`,
    };
  });
}
