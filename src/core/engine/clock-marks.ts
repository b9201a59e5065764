import { canonicalProvider } from '../knowledge/words/providers.ts';
import type { EventKind } from '../model/interest.ts';
import type { ClockMark } from '../model/scan.ts';
import { powerSign } from './power.ts';
import { KERNEL_GENERAL } from './system-providers.ts';

/** A machine that starts once an hour for two years. */
const MAX_MARKS = 1 << 14;

/** Starts, stops and changes of the time: beside these a clock that was wrong shows. Null: the event is none. */
export function clockMark(kind: EventKind): Pick<ClockMark, 'isSet'> | null {
  if (kind.eventId === 1 && kind.provider !== null && canonicalProvider(kind.provider) === KERNEL_GENERAL)
    return { isSet: true };
  return powerSign(kind) === null ? null : { isSet: false };
}

/** Where the clock of a log stepped back must not depend on which events the rules of a run happen to keep. */
export class ClockMarks {
  readonly #marks: ClockMark[] = [];

  add(mark: ClockMark): void {
    if (this.#marks.length < MAX_MARKS) this.#marks.push(mark);
  }
  /** By number. */
  all(): readonly ClockMark[] {
    return this.#marks.toSorted((a, b) => a.record - b.record || a.timeMs - b.timeMs);
  }
}
