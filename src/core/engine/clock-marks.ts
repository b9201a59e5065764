import { canonicalProvider } from '../knowledge/words/providers.ts';
import type { EventKind } from '../model/interest.ts';
import type { ClockMark } from '../model/scan.ts';
import { powerSign } from './power.ts';

const KERNEL_GENERAL = canonicalProvider('Microsoft-Windows-Kernel-General');
/** A machine that starts once an hour for two years. */
const MAX_MARKS = 1 << 14;

/** Starts, stops and changes of the time: beside these a clock that was wrong shows. */
export const isClockMark = (kind: EventKind): boolean =>
  powerSign(kind) !== null ||
  (kind.eventId === 1 && kind.provider !== null && canonicalProvider(kind.provider) === KERNEL_GENERAL);

/** Where the clock of a log stepped back must not depend on which events the rules of a run happen to keep. */
export class ClockMarks {
  readonly #marks: ClockMark[] = [];

  add(record: number, timeMs: number): void {
    if (this.#marks.length < MAX_MARKS) this.#marks.push({ record, timeMs });
  }
  /** By number. */
  all(): readonly ClockMark[] {
    return this.#marks.toSorted((a, b) => a.record - b.record || a.timeMs - b.timeMs);
  }
}
