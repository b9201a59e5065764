import type { HistoryEvent } from '../history-event.ts';
import { elapsedMs, measurable, within } from '../relations.ts';
import { FALSE, LENIENT, TRUE, type Truth, UNKNOWN } from '../truth.ts';
import { distanceReason, NO_TIMES, OTHER_CLOCK, orderNote } from './match.ts';

/** What kept an event from following a chain; `had` and `needed` in ms. */
export interface Stop {
  readonly by: 'window' | 'gap' | 'forbid' | 'guard';
  readonly had: number | null;
  readonly needed: number | null;
}
/** How surely an event may follow a chain. */
export interface Joined {
  readonly value: Truth;
  readonly reason: string | null;
  readonly stop: Stop | null;
}

export const SURE: Joined = { value: TRUE, reason: null, stop: null };
export const reasonsOf = ({ reason }: Joined): readonly string[] => (reason === null ? [] : [reason]);

/** The less sure of the two, with a reason where either has one. */
export const weaker = (a: Joined, b: Joined): Joined => {
  if (b.value < a.value) return { ...b, reason: b.reason ?? a.reason };
  return a.reason === null && b.reason !== null ? { ...a, reason: b.reason } : a;
};

/** How surely two events keep to a gap or a window. */
export function limit(by: 'gap' | 'window', from: HistoryEvent, to: HistoryEvent, limitMs: number): Joined {
  const value = within(from, to, limitMs);
  if (value === TRUE) return SURE;
  if (value === FALSE) return { value, reason: null, stop: { by, had: elapsedMs(from, to), needed: limitMs } };
  return { value, reason: measurable(from, to) === LENIENT ? NO_TIMES : distanceReason([from, to]), stop: null };
}

/** Why it is not sure that a stands before b. */
export function orderReason(a: HistoryEvent, b: HistoryEvent, order: Truth): string {
  if (order === UNKNOWN) return distanceReason([a, b]);
  if (a.timeMs === null || b.timeMs === null) return NO_TIMES;
  return a.hostKey === b.hostKey ? orderNote(Math.max(a.precisionMs, b.precisionMs)) : OTHER_CLOCK;
}
