import type { EventRecord } from '../model/event.ts';
import type { PlacedInserts } from '../model/placed-inserts.ts';
import { EventLines } from '../report/writers/event-lines.ts';
import { events } from './events.ts';
import { checkInputOptions, type EventsOptions, type Input, toSources } from './options.ts';
import { type EventTaker, readEvents } from './read-events.ts';

/** Lines of `evdx events -f jsonl`, whole, as UTF-8. */
export interface WrittenLines {
  readonly bytes: Uint8Array;
  readonly events: number;
}

/**
 * What `events` gives, written as JSON lines. Of a binary log it is made without texts of the inserts, which takes three quarters of the time.
 * @throws EvdxError EVDX_OPTION_INVALID for an unknown zone or format, or a period that ends before it begins
 */
export async function* eventLines(
  inputs: Iterable<Input>,
  options: Omit<EventsOptions, 'elements'> = {},
): AsyncIterable<WrittenLines> {
  const taker = new LineTaker();
  const plain = { ...options, elements: false };
  if (options.redact === undefined) {
    checkInputOptions(plain);
    yield* readEvents(toSources(inputs), plain, taker);
    return;
  }
  for await (const batch of events(inputs, plain)) {
    for (const event of batch) taker.add(event, null);
    const written = taker.take();
    if (written !== null) yield written;
  }
}

class LineTaker implements EventTaker<WrittenLines> {
  readonly takesPlaced = true;
  readonly #lines = new EventLines();
  #events = 0;

  add(event: EventRecord, inserts: PlacedInserts | null): void {
    this.#events += 1;
    if (inserts === null) this.#lines.write(event);
    else this.#lines.writePlaced(event, inserts);
  }
  take(): WrittenLines | null {
    if (this.#events === 0) return null;
    const events = this.#events;
    this.#events = 0;
    return { bytes: this.#lines.take(), events };
  }
}
