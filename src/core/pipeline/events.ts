import type { EventRecord } from '../model/event.ts';
import type { ByteSource } from '../model/source.ts';
import type { MapKeeper } from '../report/redact/redaction.ts';
import { checkInputOptions, type EventBatches, type EventsOptions, type Input, toSources } from './options.ts';
import { readableAgain } from './read-again.ts';
import { type EventTaker, readEvents } from './read-events.ts';

/**
 * Every event of the inputs, rendered whole, in batches, source by source. Local times are settled at the end of their source.
 * @throws EvdxError EVDX_OPTION_INVALID for an unknown zone or format, or a period that ends before it begins
 */
export async function* events(inputs: Iterable<Input>, options: EventsOptions = {}): EventBatches {
  const sources = toSources(inputs);
  checkInputOptions(options);
  const { redact } = options;
  if (redact === undefined) yield* readEvents(sources, options, new EventList());
  else yield* redactedEvents(sources.map(readableAgain), options, redact);
}

async function* redactedEvents(
  sources: readonly ByteSource[],
  options: EventsOptions,
  keeper: MapKeeper,
): EventBatches {
  const { createRedaction } = await import('./redact.ts');
  const redaction = await createRedaction(keeper);
  // What is left out of the result may still tell a name.
  const { ids, providers, levels, since, until, hosts, onProblem, ...reading } = options;
  for await (const batch of readEvents(sources, reading, new EventList()))
    for (const event of batch) redaction.seeEvent(event);
  await redaction.kept(keeper);
  for await (const batch of readEvents(sources, options, new EventList()))
    yield batch.map((event) => redaction.event(event));
}

class EventList implements EventTaker<readonly EventRecord[]> {
  readonly takesPlaced = false;
  #events: EventRecord[] = [];

  add(event: EventRecord): void {
    this.#events.push(event);
  }
  take(): readonly EventRecord[] | null {
    if (this.#events.length === 0) return null;
    const events = this.#events;
    this.#events = [];
    return events;
  }
}
