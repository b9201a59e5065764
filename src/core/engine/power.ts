import { canonicalProvider } from '../knowledge/words/providers.ts';
import type { EventKind } from '../model/interest.ts';

/** A new start within this time of the first sign of it is the same start. */
const SAME_START_MS = 600_000;
const EVENTLOG = new Set(['eventlog', canonicalProvider('EventLog')]);
const KERNEL_POWER = canonicalProvider('Microsoft-Windows-Kernel-Power');
const KERNEL_GENERAL = canonicalProvider('Microsoft-Windows-Kernel-General');

export type PowerSign = 'stopped' | 'started' | 'unexpected' | 'starting';

/** What an event of the System log says of the machine's power: 6006, 6005, 6008 and 41, 6009 and 12. */
export function powerSign({ provider, eventId }: EventKind): PowerSign | null {
  if (eventId === null || provider === null) return null;
  const name = canonicalProvider(provider);
  if (EVENTLOG.has(name)) return EVENTLOG_SIGNS.get(eventId) ?? null;
  if (name === KERNEL_POWER && eventId === 41) return 'unexpected';
  return name === KERNEL_GENERAL && eventId === 12 ? 'starting' : null;
}
const EVENTLOG_SIGNS: ReadonlyMap<number, PowerSign> = new Map([
  [6005, 'started'],
  [6006, 'stopped'],
  [6008, 'unexpected'],
  [6009, 'starting'],
]);

/** More than one batch of a parser holds. */
const MAX_PASSED = 8192;

/** Records that mean nothing here, by their numbers. A parser counts those that it drops ahead of the others of their batch. */
class PassedRecords {
  #numbers: number[] = [];
  #times: number[] = [];

  add(recordId: number, timeMs: number): void {
    // Numbers that begin anew belong to another log, and half of too many are older than any batch.
    if (recordId <= (this.#numbers.at(-1) ?? Number.NEGATIVE_INFINITY)) this.#keep(0);
    else if (this.#numbers.length === MAX_PASSED) this.#keep(MAX_PASSED / 2);
    this.#numbers.push(recordId);
    this.#times.push(timeMs);
  }
  #keep(count: number): void {
    this.#numbers = count === 0 ? [] : this.#numbers.slice(-count);
    this.#times = count === 0 ? [] : this.#times.slice(-count);
  }

  /** The last one before this number. */
  before(recordId: number): Numbered | null {
    let [from, to] = [0, this.#numbers.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#numbers[middle] ?? 0) < recordId) from = middle + 1;
      else to = middle;
    }
    const [number, timeMs] = [this.#numbers[from - 1], this.#times[from - 1]];
    return number === undefined || timeMs === undefined ? null : { number, timeMs };
  }
}
interface Numbered {
  readonly number: number;
  readonly timeMs: number;
}

/** The times the machine was off: from 6006, or from the last record ahead of an unexpected start, to the 6005 of that start. */
export class PowerTracker {
  readonly off: { readonly fromMs: number; readonly toMs: number }[] = [];
  readonly #passed = new PassedRecords();
  #lastKept: Numbered | null = null;
  #previousMs: number | null = null;
  #stoppedMs: number | null = null;
  #start: { readonly aheadMs: number | null; readonly atMs: number; isUnexpected: boolean } | null = null;

  /** A record that was dropped. */
  pass(timeMs: number, recordId: number | null): void {
    this.#previousMs = timeMs;
    if (recordId !== null) this.#passed.add(recordId, timeMs);
  }

  /** In the order of the log; records that were dropped may have been told ahead of it. */
  add(sign: PowerSign | null, timeMs: number, recordId: number | null): void {
    if (sign === 'stopped') this.#stoppedMs = timeMs;
    else if (sign !== null) this.#begin(timeMs, recordId, sign);
    if (sign === 'started') this.#finish(timeMs);
    this.#previousMs = timeMs;
    if (recordId !== null) this.#lastKept = { number: recordId, timeMs };
  }

  #begin(timeMs: number, recordId: number | null, sign: PowerSign): void {
    if (this.#start === null || timeMs - this.#start.atMs > SAME_START_MS)
      this.#start = { aheadMs: this.#aheadOf(recordId), atMs: timeMs, isUnexpected: false };
    if (sign === 'unexpected') this.#start.isUnexpected = true;
  }

  #aheadOf(recordId: number | null): number | null {
    if (recordId === null) return this.#previousMs;
    const [passed, kept] = [this.#passed.before(recordId), this.#lastKept];
    if (passed === null || kept === null) return (passed ?? kept)?.timeMs ?? null;
    // A number above this one is of a log before.
    return kept.number > recordId || kept.number < passed.number ? passed.timeMs : kept.timeMs;
  }

  #finish(timeMs: number): void {
    const fromMs = this.#stoppedMs ?? (this.#start?.isUnexpected === true ? this.#start.aheadMs : null);
    if (fromMs !== null && fromMs < timeMs) this.off.push({ fromMs, toMs: timeMs });
    [this.#stoppedMs, this.#start] = [null, null];
  }
}
