import { canonicalProvider } from '../knowledge/words/providers.ts';
import type { EventKind } from '../model/interest.ts';
import { partitionPoint } from '../model/sorted.ts';
import { EVENTLOG, KERNEL_GENERAL, KERNEL_POWER } from './system-providers.ts';

/** A new start within this time of the first sign of it is the same start. */
const SAME_START_MS = 600_000;

export type PowerSign = 'stopped' | 'started' | 'unexpected' | 'starting';

/** What an event of the System log says of the machine's power: 6006, 6005, 6008 and 41, 6009 and 12. */
export function powerSign({ provider, eventId }: EventKind): PowerSign | null {
  if (eventId === null || provider === null) return null;
  const name = canonicalProvider(provider);
  if (name === EVENTLOG) return EVENTLOG_SIGNS.get(eventId) ?? null;
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
/** Starts whose record ahead has not been told yet, where numbers are missing or the newest record comes first. */
const MAX_OPEN = 16;
/** A machine that starts once an hour for two years. */
const MAX_SIGNS = 1 << 14;
/** A clock that was set back by more tells nothing of the order. */
const MAX_STEP_BACK_MS = 600_000;

interface Numbered {
  readonly number: number;
  readonly timeMs: number;
}

/** Numbered records that were told in the order of their numbers, or against it; the latest of them. */
class Sequence {
  readonly #step: 1 | -1;
  #numbers: number[] = [];
  #times: number[] = [];

  constructor(step: 1 | -1) {
    this.#step = step;
  }

  goesOnWith(number: number): boolean {
    const last = this.#numbers.at(-1);
    return last === undefined || (number - last) * this.#step > 0;
  }
  add(number: number, timeMs: number): void {
    // Half of too many are older than any batch.
    if (this.#numbers.length === MAX_PASSED) {
      this.#numbers = this.#numbers.slice(MAX_PASSED / 2);
      this.#times = this.#times.slice(MAX_PASSED / 2);
    }
    this.#numbers.push(number);
    this.#times.push(timeMs);
  }
  clear(): void {
    [this.#numbers, this.#times] = [[], []];
  }

  /** The highest below this number. */
  before(number: number): Numbered | null {
    const isAhead = (at: number): boolean => (this.#numbers[at] ?? 0) < number === this.#step > 0;
    const border = partitionPoint(this.#numbers.length, isAhead);
    const at = this.#step > 0 ? border - 1 : border;
    const [found, timeMs] = [this.#numbers[at], this.#times[at]];
    return found === undefined || timeMs === undefined ? null : { number: found, timeMs };
  }
}

/** Records that mean nothing here. A parser counts those that it drops ahead of the others of their batch, oldest or newest first. */
class PassedRecords {
  readonly #up = new Sequence(1);
  readonly #down = new Sequence(-1);

  add(number: number, timeMs: number): void {
    if (this.#up.goesOnWith(number)) this.#up.add(number, timeMs);
    else if (this.#down.goesOnWith(number)) this.#down.add(number, timeMs);
    else {
      // Numbers that begin anew belong to another log.
      this.#up.clear();
      this.#down.clear();
      this.#up.add(number, timeMs);
    }
  }

  /** The last one before this number. */
  before(number: number): Numbered | null {
    const [up, down] = [this.#up.before(number), this.#down.before(number)];
    return up !== null && (down === null || up.number > down.number) ? up : down;
  }
}

/** The record ahead of a start, as far as it was told. */
interface Ahead {
  readonly of: number;
  number: number;
  timeMs: number | null;
}

/** Finds the record ahead of another one by its number, in whatever order both are told. */
class RecordsAhead {
  readonly #passed = new PassedRecords();
  #lastKept: Numbered | null = null;
  #open: Ahead[] = [];

  pass(number: number, timeMs: number): void {
    this.#passed.add(number, timeMs);
    if (this.#open.length > 0) this.#offer(number, timeMs);
  }
  keep(number: number, timeMs: number): void {
    this.#lastKept = { number, timeMs };
    if (this.#open.length > 0) this.#offer(number, timeMs);
  }

  of(number: number): Ahead {
    const [passed, kept] = [this.#passed.before(number), this.#lastKept];
    const isKept = kept !== null && kept.number < number && kept.number > (passed?.number ?? -1);
    const found = isKept ? kept : passed;
    const ahead = { of: number, number: found?.number ?? -1, timeMs: found?.timeMs ?? null };
    if (ahead.number !== number - 1) this.#open = [...this.#open, ahead].slice(-MAX_OPEN);
    return ahead;
  }

  #offer(number: number, timeMs: number): void {
    for (const ahead of this.#open) {
      if (number >= ahead.of || number <= ahead.number) continue;
      [ahead.number, ahead.timeMs] = [number, timeMs];
    }
    if (this.#open.some(isFound)) this.#open = this.#open.filter((ahead) => !isFound(ahead));
  }
}
const isFound = (ahead: Ahead): boolean => ahead.number === ahead.of - 1;

interface Signal {
  readonly sign: PowerSign;
  readonly timeMs: number;
  readonly recordId: number | null;
  readonly ahead: Pick<Ahead, 'timeMs'>;
}

/** The times the machine was off: from 6006, or from the last record ahead of an unexpected start, to the 6005 of that start. */
export class PowerTracker {
  readonly #records = new RecordsAhead();
  readonly #signals: Signal[] = [];
  #previousMs: number | null = null;

  /** A record that was dropped. */
  pass(timeMs: number, recordId: number | null): void {
    this.#previousMs = timeMs;
    if (recordId !== null) this.#records.pass(recordId, timeMs);
  }

  /** One that was not; those that were dropped may have been told ahead of it. */
  add(sign: PowerSign | null, timeMs: number, recordId: number | null): void {
    if (sign !== null && this.#signals.length < MAX_SIGNS) {
      const ahead = recordId === null ? { timeMs: this.#previousMs } : this.#records.of(recordId);
      this.#signals.push({ sign, timeMs, recordId, ahead });
    }
    this.#previousMs = timeMs;
    if (recordId !== null) this.#records.keep(recordId, timeMs);
  }

  /** Whatever the order in which the records were told. */
  get off(): readonly Off[] {
    const power = new Power();
    for (const signal of inOrder(this.#signals)) power.see(signal);
    return power.off;
  }
}

export interface Off {
  readonly fromMs: number;
  readonly toMs: number;
  /** Nobody shut it down, so that its last records may be lost. */
  readonly isUnexpected: boolean;
}

/** By number as long as the times agree, which a log that was cleared and began anew breaks; else by time. */
function inOrder(signals: readonly Signal[]): readonly Signal[] {
  const numberOf = ({ recordId }: Signal): number => recordId ?? 0;
  const byTime = (a: Signal, b: Signal): number => a.timeMs - b.timeMs || numberOf(a) - numberOf(b);
  if (signals.some(({ recordId }) => recordId === null)) return signals.toSorted(byTime);
  const byNumber = signals.toSorted((a, b) => numberOf(a) - numberOf(b) || a.timeMs - b.timeMs);
  let latestMs = Number.NEGATIVE_INFINITY;
  for (const { timeMs } of byNumber) {
    if (timeMs < latestMs - MAX_STEP_BACK_MS) return signals.toSorted(byTime);
    latestMs = Math.max(latestMs, timeMs);
  }
  return byNumber;
}

class Power {
  readonly off: Off[] = [];
  #stoppedMs: number | null = null;
  #start: { readonly aheadMs: number | null; readonly atMs: number; isUnexpected: boolean } | null = null;

  see(signal: Signal): void {
    const { sign, timeMs } = signal;
    if (sign === 'stopped') this.#stoppedMs = timeMs;
    else this.#begin(signal);
    if (sign === 'started') this.#finish(timeMs);
  }

  #begin({ sign, timeMs, ahead }: Signal): void {
    if (this.#start === null || timeMs - this.#start.atMs > SAME_START_MS)
      this.#start = { aheadMs: ahead.timeMs, atMs: timeMs, isUnexpected: false };
    if (sign === 'unexpected') this.#start.isUnexpected = true;
  }

  #finish(timeMs: number): void {
    const fromMs = this.#stoppedMs ?? (this.#start?.isUnexpected === true ? this.#start.aheadMs : null);
    const isUnexpected = this.#stoppedMs === null;
    if (fromMs !== null && fromMs < timeMs) this.off.push({ fromMs, toMs: timeMs, isUnexpected });
    [this.#stoppedMs, this.#start] = [null, null];
  }
}
