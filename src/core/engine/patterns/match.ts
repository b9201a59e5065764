import type { NearMiss } from '../../model/report.ts';
import { MINUTE_MS } from '../../model/time-units.ts';
import type { Entry } from '../entry.ts';
import type { HistoryEvent } from '../history-event.ts';
import type { Key } from '../keys.ts';
import { LENIENT, TRUE, type Truth } from '../truth.ts';

/** An event in the place it fills. */
export interface RoleEvent {
  readonly role: string;
  readonly event: HistoryEvent;
}
/** An entry as a pattern tells it: by the first of its classes that it serves. */
export const roleEvent = (classes: readonly string[], { event, roles }: Entry): RoleEvent => ({
  role: classes.find((name) => roles.has(name)) ?? '',
  event,
});
/** An absence that was looked for, for the time line and for what would raise the grade. */
export interface Absence {
  readonly roles: readonly string[];
  readonly fromMs: number;
  readonly toMs: number;
}
/** Where a pattern holds, or could hold. */
export interface PatternMatch {
  readonly pattern: string;
  readonly key: Key;
  /** In order. */
  readonly events: readonly RoleEvent[];
  readonly value: Truth;
  /** Why the value is not plainly true or false. */
  readonly reasons: readonly string[];
  readonly absence: Absence | null;
}
/** How far a pattern got under a key, and what stopped it. */
export type PatternMiss = Pick<NearMiss, 'kind' | 'steps' | 'reached' | 'stoppedBy' | 'had' | 'needed'> & {
  readonly pattern: string;
  readonly key: Key;
  readonly events: readonly HistoryEvent[];
};
/** So many near misses of one pattern are kept. */
export const MAX_MISSES = 20;
export interface PatternResult {
  readonly matches: readonly PatternMatch[];
  readonly misses: readonly PatternMiss[];
}

export const firstMsOf = ({ events }: Pick<PatternMatch, 'events'>): number | null =>
  extreme(events, Math.min, (event) => event.firstMs);
export const lastMsOf = ({ events }: Pick<PatternMatch, 'events'>): number | null =>
  extreme(events, Math.max, (event) => event.timeMs);

function extreme(
  events: readonly RoleEvent[],
  pick: (a: number, b: number) => number,
  read: (event: HistoryEvent) => number | null,
): number | null {
  let result: number | null = null;
  for (const { event } of events) {
    const value = read(event);
    if (value !== null) result = result === null ? value : pick(result, value);
  }
  return result;
}

export const NO_TIMES = 'no times given';
export const UNPROVEN = 'the log seems complete, but carries no record numbers to prove it';
/** The log itself is whole. */
export const WENT_DOWN = 'the machine went down in that time, so its last records may be lost';
export const NOT_LOGGED = 'nothing shows that such events were logged';
/** No log can tell: what these classes look for came with Vista. */
export const TOO_OLD = 'Windows before Vista does not write it';
export const OTHER_CLOCK = 'the clocks of two hosts';
/** Why these events are not surely as near each other as a window asks; none where they are. */
export function distanceReasons(value: Truth, events: readonly HistoryEvent[]): readonly string[] {
  if (value === TRUE) return [];
  const hasNoTime = events.some(({ timeMs }) => timeMs === null);
  return [value === LENIENT && hasNoTime ? NO_TIMES : distanceReason(events)];
}

/** Why it is unknown how far apart these events stand. */
export function distanceReason(events: Iterable<HistoryEvent>): string {
  const timeClasses = new Set<string>();
  for (const { timeClass } of events) if (timeClass !== null) timeClasses.add(timeClass);
  return timeClasses.size > 1 ? 'times that cannot be compared: give --tz' : 'the clock was set back in between';
}
export const ORDER_NOTE = 'order not decidable';
export const orderNote = (precisionMs: number): string =>
  `${ORDER_NOTE} at ${precisionMs >= MINUTE_MS ? '1 min' : precisionMs >= 1000 ? '1 s' : 'the precision of the times'}`;
