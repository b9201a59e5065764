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

/** About so many, if their names have room. */
const TICK_COUNTS = [5, 3, 2, 1];
/** In characters, on a screen of 360 px. */
const ROOM = 52;
const GAP = 2;

const haveRoom = (ticks: readonly Tick[]): boolean =>
  ticks.reduce((width, { label }) => width + label.length + GAP, 0) <= ROOM;

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
  const wallScale = scaleUtc().domain(wall);
  const ticksOf = (count: number): readonly Tick[] =>
    wallScale
      .ticks(count)
      .flatMap((date) => {
        const utcMs = utcOf(date.getTime());
        return utcMs === null ? [] : [{ percent: scale(utcMs), label: tickLabel(date.getTime()) }];
      })
      .filter(({ percent }) => percent >= 0 && percent <= 100);
  return {
    place: (ms) => scale(ms),
    ticks: TICK_COUNTS.map(ticksOf).find(haveRoom) ?? [],
    wall: wall[1] - wall[0] === toMs - fromMs ? wall : null,
  };
}
