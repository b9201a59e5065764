import { scaleUtc } from 'd3-scale';
import { createWallClock } from '../../display-time.ts';
import type { View } from '../../outline/view.ts';
import type { Picture } from '../../timeline/picture.ts';
import { tickLabel } from './tick-label.ts';

export interface Tick {
  /** Of the width. */
  readonly percent: number;
  readonly label: string;
}
export interface Axis {
  /** Where a time stands, in percent of the width. */
  readonly place: (ms: number) => number;
  readonly ticks: readonly Tick[];
  /** What the clock of the display shows at both ends, as if it were UTC; null where it was changed in between. */
  readonly wall: readonly [fromMs: number, toMs: number] | null;
}

/** About as many have room on a narrow screen. */
const TICKS = 5;

/** The scale of a picture, its ticks at round times of the display zone. */
export function createAxis({ fromMs, toMs, basis }: Picture, view: View): Axis {
  const scale = scaleUtc().domain([fromMs, toMs]).range([0, 100]);
  const clock = createWallClock(view.time, basis);
  // A change of the zone's offset lies between the two guesses: an hour that comes twice counts once, one that is left out never.
  const utcOf = (wallMs: number): number | null => {
    const guess = wallMs - (clock(wallMs) - wallMs);
    const utcMs = wallMs - (clock(guess) - guess);
    return clock(utcMs) === wallMs ? utcMs : null;
  };
  const wall = [clock(fromMs), clock(toMs)] as const;
  const ticks = scaleUtc()
    .domain(wall)
    .ticks(TICKS)
    .flatMap((date) => {
      const utcMs = utcOf(date.getTime());
      return utcMs === null ? [] : [{ percent: scale(utcMs), label: tickLabel(date.getTime()) }];
    });
  return {
    place: (ms) => scale(ms),
    ticks: ticks.filter(({ percent }) => percent >= 0 && percent <= 100),
    wall: wall[1] - wall[0] === toMs - fromMs ? wall : null,
  };
}
