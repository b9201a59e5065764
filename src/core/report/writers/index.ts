import { eventCsv } from './event-csv.ts';
import { eventJson, eventJsonLines } from './event-json.ts';
import type { EventWriter } from './writer.ts';

/** By the name that `evdx events --format` takes. */
export const eventWriters = { json: eventJson, jsonl: eventJsonLines, csv: eventCsv } as const satisfies Record<
  string,
  EventWriter
>;
