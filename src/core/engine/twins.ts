import { canonicalProvider } from '../knowledge/words/providers.ts';
import { type EventRecord, hasUnknownZone } from '../model/event.ts';
import type { KeptEvent } from '../model/scan.ts';
import { MINUTE_MS, TICKS_PER_MS } from '../model/time-units.ts';
import { textHashOf } from './text-hash.ts';

/** An event that copies from other sources may join. */
export interface Joinable {
  readonly kept: KeptEvent;
  readonly hostKey: string;
  /** Sources besides its own that gave a copy. */
  readonly copies: ReadonlySet<string> | null;
}

export const logOf = ({ channel }: EventRecord): string | null => channel?.toLowerCase() ?? null;
export const providerOf = ({ provider }: EventRecord): string => (provider === null ? '' : canonicalProvider(provider));

/** Times of so coarse a step are the same when this is. */
function momentAt({ timeMs, ticks }: EventRecord, stepMs: number): string {
  if (timeMs === null) return '';
  if (stepMs >= 1) return String(Math.floor(timeMs / stepMs));
  return `${timeMs} ${Math.floor(ticks / Math.round(stepMs * TICKS_PER_MS))}`;
}

/** Do both stand for one time, as far as the coarser precision tells? */
export function sameMoment(a: EventRecord, b: EventRecord): boolean {
  if (a.timeMs === null || b.timeMs === null) return a.timeMs === b.timeMs;
  const stepMs = Math.max(a.precisionMs, b.precisionMs);
  return hasUnknownZone(a) === hasUnknownZone(b) && momentAt(a, stepMs) === momentAt(b, stepMs);
}

/** What there is of an event's text; beyond the caps only its hash. */
type TextKind = 'message' | 'inserts' | 'both' | 'none' | 'hash';
/** What of two texts must agree. */
type Compared = 'message' | 'inserts' | 'hash' | 'nothing';

function kindOf({ textHash, event: { message, strings } }: KeptEvent): TextKind {
  if (textHash !== null) return 'hash';
  if (message === null) return strings.length === 0 ? 'none' : 'inserts';
  return strings.length === 0 ? 'message' : 'both';
}

const hasMessage = (kind: TextKind): boolean => kind === 'message' || kind === 'both';
const hasInserts = (kind: TextKind): boolean => kind === 'inserts' || kind === 'both';

function comparedOf(a: TextKind, b: TextKind): Compared {
  if (a === 'hash' || b === 'hash') return 'hash';
  if (hasMessage(a) && hasMessage(b)) return 'message';
  return hasInserts(a) && hasInserts(b) ? 'inserts' : 'nothing';
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

function textOf({ event, textHash }: KeptEvent, compared: Compared): string {
  if (compared === 'message') return flat(event.message ?? '');
  if (compared === 'inserts') return JSON.stringify(event.strings);
  return compared === 'hash' ? (textHash ?? textHashOf(event)) : '';
}

const cameFrom = ({ kept, copies }: Joinable, source: string): boolean =>
  kept.event.source === source || (copies?.has(source) ?? false);

/** Events that agree in all that is compared, in the order they came. */
class Queue<Event extends Joinable> {
  readonly #events: Event[] = [];
  readonly #nextBySource = new Map<string, number>();

  add(event: Event): void {
    this.#events.push(event);
  }

  /** The first without a copy from this source. What has one keeps it, so nobody is looked at twice. */
  first(source: string): Event | null {
    let next = this.#nextBySource.get(source) ?? 0;
    for (let event = this.#events[next]; event !== undefined && cameFrom(event, source); event = this.#events[next])
      next += 1;
    this.#nextBySource.set(source, next);
    return this.#events[next] ?? null;
  }
}

/** Events of one minute with the same precision, log and kind of text. */
class Shelf<Event extends Joinable> {
  readonly precisionMs: number;
  readonly log: string | null;
  readonly kind: TextKind;
  readonly #events: Event[] = [];
  readonly #queues = new Map<string, { stepMs: number; compared: Compared; byText: Map<string, Queue<Event>> }>();

  constructor({ kept }: Event) {
    this.precisionMs = kept.event.precisionMs;
    this.log = logOf(kept.event);
    this.kind = kindOf(kept);
  }

  add(event: Event): void {
    this.#events.push(event);
    for (const { stepMs, compared, byText } of this.#queues.values()) enqueue(byText, event, stepMs, compared);
  }

  first(one: KeptEvent): Event | null {
    const stepMs = Math.max(this.precisionMs, one.event.precisionMs);
    const compared = comparedOf(this.kind, kindOf(one));
    const name = `${stepMs} ${compared}`;
    let index = this.#queues.get(name);
    if (index === undefined) {
      index = { stepMs, compared, byText: new Map() };
      for (const event of this.#events) enqueue(index.byText, event, stepMs, compared);
      this.#queues.set(name, index);
    }
    return index.byText.get(momentAndText(one, stepMs, compared))?.first(one.event.source) ?? null;
  }
}

const momentAndText = (kept: KeptEvent, stepMs: number, compared: Compared): string =>
  `${momentAt(kept.event, stepMs)} ${textOf(kept, compared)}`;

function enqueue<Event extends Joinable>(
  byText: Map<string, Queue<Event>>,
  event: Event,
  stepMs: number,
  compared: Compared,
): void {
  const text = momentAndText(event.kept, stepMs, compared);
  const queue = byText.get(text) ?? new Queue<Event>();
  byText.set(text, queue);
  queue.add(event);
}

/**
 * Finds the event of another source that an event without a number may be a copy of: host, provider, id, log, time at the coarser
 * precision, and text where both carry it. Each look-up costs the same however many events share one second.
 */
export class Twins<Event extends Joinable> {
  readonly #shelvesByMinute = new Map<string, Shelf<Event>[]>();
  readonly #placeOf = new Map<Event, number>();

  add(event: Event): void {
    this.#placeOf.set(event, this.#placeOf.size);
    const { kept, hostKey } = event;
    const minute = minuteOf(hostKey, kept.event);
    const shelves = this.#shelvesByMinute.get(minute) ?? [];
    this.#shelvesByMinute.set(minute, shelves);
    const [precisionMs, log, kind] = [kept.event.precisionMs, logOf(kept.event), kindOf(kept)];
    let shelf = shelves.find((one) => one.precisionMs === precisionMs && one.log === log && one.kind === kind);
    if (shelf === undefined) {
      shelf = new Shelf(event);
      shelves.push(shelf);
    }
    shelf.add(event);
  }

  /** The first of them, in the order they were added. */
  find(hostKey: string, one: KeptEvent): Event | null {
    const log = logOf(one.event);
    let found: Event | null = null;
    for (const shelf of this.#shelvesByMinute.get(minuteOf(hostKey, one.event)) ?? []) {
      if (shelf.log !== null && log !== null && shelf.log !== log) continue;
      const event = shelf.first(one);
      if (event !== null && (found === null || this.#place(event) < this.#place(found))) found = event;
    }
    return found;
  }

  #place(event: Event): number {
    return this.#placeOf.get(event) ?? 0;
  }
}

const minuteOf = (hostKey: string, event: EventRecord): string => {
  const minute = event.timeMs === null ? null : Math.floor(event.timeMs / MINUTE_MS);
  return JSON.stringify([hostKey, providerOf(event), event.eventId, minute, minute !== null && hasUnknownZone(event)]);
};
