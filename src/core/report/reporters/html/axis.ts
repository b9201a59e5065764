import { scaleUtc } from 'd3-scale';
import { isoFromMs } from '../../../model/iso-time.ts';
import { createWallClock } from '../../display-time.ts';
import type { View } from '../../outline/view.ts';
import type { Picture } from '../../timeline/picture.ts';

export interface Tick {
  /** Of the width. */
  readonly percent: number;
  readonly label: string;
  /** 0 is always shown; higher ones when somebody has zoomed in. */
  readonly level: number;
}
export interface Axis {
  /** Where a time stands, in percent of the width. */
  readonly place: (ms: number) => number;
  readonly ticks: readonly Tick[];
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2012`, `2 Mar`, `01:30`, `01:30:15`, `01:30:15.250`: what changes at this tick. */
function labelOf(wallMs: number): string {
  const iso = isoFromMs(wallMs);
  if (wallMs % DAY_MS !== 0) {
    if (wallMs % 1000 !== 0) return iso.slice(11, 23);
    return wallMs % MINUTE_MS === 0 ? iso.slice(11, 16) : iso.slice(11, 19);
  }
  const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
  const name = months[Number(month) - 1] ?? month;
  return month === '01' && day === '01' ? year : `${Number(day)} ${name}`;
}

/**
 * The scale of a picture, its ticks at round times of the display zone.
 * @param counts about how many ticks, coarse ones first
 */
export function createAxis({ fromMs, toMs, basis }: Picture, view: View, counts: readonly number[]): Axis {
  const scale = scaleUtc().domain([fromMs, toMs]).range([0, 100]);
  const clock = createWallClock(view.time, basis);
  // A change of the zone's offset lies between the two guesses: an hour that comes twice counts once, one that is left out never.
  const utcOf = (wallMs: number): number | null => {
    const guess = wallMs - (clock(wallMs) - wallMs);
    const utcMs = wallMs - (clock(guess) - guess);
    return clock(utcMs) === wallMs ? utcMs : null;
  };
  const wallScale = scaleUtc().domain([clock(fromMs), clock(toMs)]);
  const levelByTime = new Map<number, number>();
  counts.forEach((count, level) => {
    for (const date of wallScale.ticks(count))
      if (!levelByTime.has(date.getTime())) levelByTime.set(date.getTime(), level);
  });
  const ticks = [...levelByTime].flatMap(([wallMs, level]) => {
    const utcMs = utcOf(wallMs);
    return utcMs === null ? [] : [{ percent: scale(utcMs), label: labelOf(wallMs), level }];
  });
  return { place: (ms) => scale(ms), ticks: ticks.filter(({ percent }) => percent >= 0 && percent <= 100) };
}
