import { clearedLog, clockGapOf, factOf } from '../engine/event-facts.ts';
import type { Detacher } from '../input/normalise/detached.ts';
import type { LocalDay, LocalDays } from '../input/normalise/local-days.ts';
import { isSampled, type LocalTimeText, type RawEvent } from '../model/event.ts';
import type { EventKind, SeenEvent } from '../model/interest.ts';
import type { CoverageGap } from '../model/scan.ts';
import { EventKinds } from './event-kinds.ts';
import type { SaidBefore } from './said-before.ts';

/** An event of which statistics and coverage is all that is left to do. */
export interface Outline {
  readonly seen: SeenEvent;
  /** What it says of the clock of its host. */
  readonly gap: CoverageGap | null;
}

/**
 * Events whose local times are settled at the end of their source, in the order they came. Those that no class can take, most of them,
 * wait as a few numbers and references.
 */
export class WaitingEvents {
  readonly #days: LocalDays;
  readonly #said: SaidBefore;
  readonly #known: EventKinds;
  readonly #kinds: EventKind[] = [];
  readonly #dayOf: (LocalDay | null)[] = [];
  readonly #timesOfDayMs: number[] = [];
  readonly #recordIds: (number | null)[] = [];
  readonly #whole = new Map<number, RawEvent>();
  readonly #gaps = new Map<number, CoverageGap>();

  constructor(days: LocalDays, detacher: Detacher, said: SaidBefore) {
    this.#days = days;
    this.#said = said;
    this.#known = new EventKinds(detacher);
  }

  get length(): number {
    return this.#kinds.length;
  }

  /** @param mayBeKept some class may take it */
  add(raw: RawEvent, mayBeKept: boolean): void {
    const index = this.length;
    const local = raw.time?.kind === 'local' ? raw.time : null;
    this.#kinds.push(this.#known.of(raw));
    this.#dayOf.push(local === null ? null : this.#days.of(local));
    this.#timesOfDayMs.push(local?.timeOfDayMs ?? 0);
    this.#recordIds.push(raw.recordId);
    const gap = clockGapOf(raw);
    if (mayBeKept || isSampled(raw.level) || factOf(raw, '') !== null || clearedLog(raw) !== null)
      this.#whole.set(index, this.#said.detached(raw));
    else if (gap !== null) this.#gaps.set(index, gap);
  }

  /** Hands over all of them once, and lets them go. */
  release(isNewestFirst: boolean, whole: (raw: RawEvent) => void, outline: (event: Outline) => void): void {
    for (let count = 0; count < this.length; count += 1) {
      const index = isNewestFirst ? this.length - 1 - count : count;
      const raw = this.#whole.get(index);
      this.#whole.delete(index);
      if (raw !== undefined) whole(raw);
      else outline({ seen: this.#seenAt(index), gap: this.#gaps.get(index) ?? null });
    }
  }

  #seenAt(index: number): SeenEvent {
    const { host, channel, provider, eventId, level } = this.#kinds[index] ?? UNKNOWN;
    const [recordId, time] = [this.#recordIds[index] ?? null, this.#timeAt(index)];
    return { position: 0, recordId, time, host, channel, provider, eventId, level };
  }

  #timeAt(index: number): LocalTimeText | null {
    const day = this.#dayOf[index];
    if (day === null || day === undefined) return null;
    const { date, orders } = day;
    return { kind: 'local', date, orders, timeOfDayMs: this.#timesOfDayMs[index] ?? 0, ticks: 0, precisionMs: 0 };
  }
}

const UNKNOWN: EventKind = { host: null, channel: null, provider: null, eventId: null, level: null };
