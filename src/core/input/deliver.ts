import type { RawEvent } from '../model/event.ts';
import type { ParsedBatch, ParserContext } from '../model/parser.ts';
import { isWanted, sampleOf } from './event-schema/wanted.ts';
import { withStatedProvider } from './normalise/inserts.ts';

/** Hands over an event that some rule asks for, or may ask for by a code in its text; any other is only counted. */
export function deliver(found: RawEvent, { interest, tally }: ParserContext, batch: ParsedBatch): void {
  const event = withStatedProvider(found);
  if (isWanted(interest, event)) batch.events.push(event);
  else tally.count(event, () => sampleOf(event));
}
