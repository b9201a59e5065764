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

/** The times the machine was off: from 6006, or from the last record ahead of an unexpected start, to the 6005 of that start. */
export class PowerTracker {
  readonly off: { readonly fromMs: number; readonly toMs: number }[] = [];
  #previousMs: number | null = null;
  #stoppedMs: number | null = null;
  #start: { readonly aheadMs: number | null; readonly atMs: number; isUnexpected: boolean } | null = null;

  /** In the order of the log. */
  add(sign: PowerSign | null, timeMs: number): void {
    if (sign === 'stopped') this.#stoppedMs = timeMs;
    else if (sign !== null) this.#begin(timeMs, sign);
    if (sign === 'started') this.#finish(timeMs);
    this.#previousMs = timeMs;
  }

  #begin(timeMs: number, sign: PowerSign): void {
    if (this.#start === null || timeMs - this.#start.atMs > SAME_START_MS)
      this.#start = { aheadMs: this.#previousMs, atMs: timeMs, isUnexpected: false };
    if (sign === 'unexpected') this.#start.isUnexpected = true;
  }

  #finish(timeMs: number): void {
    const fromMs = this.#stoppedMs ?? (this.#start?.isUnexpected === true ? this.#start.aheadMs : null);
    if (fromMs !== null && fromMs < timeMs) this.off.push({ fromMs, toMs: timeMs });
    [this.#stoppedMs, this.#start] = [null, null];
  }
}
