import { TICKS_PER_MS } from '../model/time-units.ts';
import type { HistoryEvent } from './history-event.ts';
import { FALSE, LENIENT, TRUE, type Truth, UNKNOWN } from './truth.ts';

/** No clock rules all hosts: a step on another host may lie this much before its predecessor. */
export const CROSS_HOST_MS = 120_000;
/** A step back of at most this much inside one log is jitter. */
export const JITTER_MS = 600_000;

/** Times of one clock can all be measured against each other; null: no time. A log whose clock stepped back has a clock of its own from there on. */
export const clockOf = ({ timeClass, segment, list }: HistoryEvent): string | null =>
  timeClass === null || segment === 0 ? timeClass : `${timeClass} ${segment} ${list}`;

const comparable = (a: HistoryEvent, b: HistoryEvent): boolean => a.timeClass === b.timeClass;
const hasTime = (event: HistoryEvent): boolean => event.timeMs !== null;

/** Milliseconds from a to b, ticks included; the difference is exact to a tick because both are near each other. */
export const elapsedMs = (a: HistoryEvent, b: HistoryEvent): number =>
  (b.timeMs ?? 0) - (a.timeMs ?? 0) + (b.ticks - a.ticks) / TICKS_PER_MS;

/** How long the time of an event may stand for. */
const stepOf = ({ precisionMs }: HistoryEvent): number => Math.max(1, Math.round(precisionMs * TICKS_PER_MS));

/** Do both stand at the same time, as far as their precision tells? A time of precision p is any moment from t to t + p. */
export function tied(a: HistoryEvent, b: HistoryEvent): boolean {
  const ticks = (b.orderMs - a.orderMs) * TICKS_PER_MS + (b.orderTicks - a.orderTicks);
  return ticks >= 0 ? ticks < stepOf(a) : -ticks < stepOf(b);
}

/** Does a stand before b? (rule-language.md, section 6.1) */
export function before(a: HistoryEvent, b: HistoryEvent): Truth {
  if (a.list === b.list) return a.order < b.order ? TRUE : FALSE;
  if (!hasTime(a) || !hasTime(b)) return a.event.source === b.event.source && a.order > b.order ? FALSE : LENIENT;
  if (!comparable(a, b)) return UNKNOWN;
  if (tied(a, b)) return LENIENT;
  if (a.orderMs < b.orderMs || (a.orderMs === b.orderMs && a.orderTicks < b.orderTicks)) return TRUE;
  return a.hostKey !== b.hostKey && a.orderMs - b.orderMs <= CROSS_HOST_MS ? LENIENT : FALSE;
}

/** The clock of their log stepped back between them. */
export const isAcrossStep = (a: HistoryEvent, b: HistoryEvent): boolean => a.list === b.list && a.segment !== b.segment;

/** Do the times of a and b stand for each other, whatever a clock did between them? */
export function haveTimes(a: HistoryEvent, b: HistoryEvent): Truth {
  if (!hasTime(a) || !hasTime(b)) return LENIENT;
  return comparable(a, b) ? TRUE : UNKNOWN;
}

/** Can a and b be measured against each other at all? */
export function measurable(a: HistoryEvent, b: HistoryEvent): Truth {
  const have = haveTimes(a, b);
  return have === TRUE && isAcrossStep(a, b) ? UNKNOWN : have;
}

/** Are a and b, in this order, at most `limitMs` apart? A step back counts as 0. */
export function within(a: HistoryEvent, b: HistoryEvent, limitMs: number): Truth {
  const can = measurable(a, b);
  if (can !== TRUE) return can;
  return elapsedMs(a, b) <= limitMs ? TRUE : FALSE;
}

/**
 * As `within`, for an event that is looked for around or after another: where the clock stepped back between them it shows less time than has passed, so
 * too far is still sure.
 */
export function reaches(a: HistoryEvent, b: HistoryEvent, limitMs: number): Truth {
  if (haveTimes(a, b) !== TRUE || !isAcrossStep(a, b)) return within(a, b, limitMs);
  if (a.order > b.order) return TRUE;
  return elapsedMs(a, b) > limitMs ? FALSE : UNKNOWN;
}
