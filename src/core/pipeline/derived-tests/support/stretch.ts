import type { TestCoverage } from '../../../knowledge/rules/test-log.ts';
import { epochMs } from '../../../model/brand.ts';
import type { RawEvent } from '../../../model/event.ts';
import type { Judged, WrittenTest } from './derivation.ts';
import { scanOf } from './written-test.ts';

/** Time put in just before the event of a line; everything from there on comes later. */
export interface Extra {
  readonly position: number;
  readonly ms: number;
}

export const timeOf = ({ time }: RawEvent): number | null => (time?.kind === 'exact' ? time.timeMs : null);

export const movedBy = (event: RawEvent, ms: number): RawEvent =>
  event.time?.kind !== 'exact' ? event : { ...event, time: { ...event.time, timeMs: epochMs(event.time.timeMs + ms) } };

export const coverageMovedBy = (covers: TestCoverage | null, fromMs: number, toMs: number): TestCoverage | null =>
  covers === null || covers === 'none'
    ? covers
    : { fromMs: epochMs(covers.fromMs + fromMs), toMs: epochMs(covers.toMs + toMs) };

/** In order of time; lines of one log stand in their order anyway. */
export const inTime = (events: readonly RawEvent[]): readonly RawEvent[] =>
  events
    .filter((event) => timeOf(event) !== null)
    .sort((a, b) => (timeOf(a) ?? 0) - (timeOf(b) ?? 0) || a.position - b.position);

/** The log with longer pauses: order and coverage stay as they were. */
function stretched(events: readonly RawEvent[], extras: readonly Extra[]): readonly RawEvent[] {
  const extraByPosition = new Map(extras.map(({ position, ms }) => [position, ms]));
  const shiftByPosition = new Map<number, number>();
  let shift = 0;
  for (const { position } of inTime(events)) {
    shift += extraByPosition.get(position) ?? 0;
    shiftByPosition.set(position, shift);
  }
  return events.map((event) => movedBy(event, shiftByPosition.get(event.position) ?? 0));
}

export function judgeStretched(written: WrittenTest, extras: readonly Extra[], events = written.events): Judged {
  const total = extras.reduce((sum, { ms }) => sum + ms, 0);
  return written.judge([scanOf(written, stretched(events, extras), coverageMovedBy(written.covers, 0, total))]);
}

/** One second beyond a limit. */
export const BEYOND_MS = 1000;
