import type { RawEvent } from '../../model/event.ts';
import type { SeenEvent } from '../../model/interest.ts';
import type { ParsedBatch, ParserContext } from '../../model/parser.ts';
import { isAskedFor, mayNameCodes, sampleOf, textOf } from '../event-schema/wanted.ts';
import { insertsIn, withStatedProvider } from '../normalise/inserts.ts';

/** An event as far as it was read: what decides over it, and what makes the rest once it is asked for. */
export interface SeenRecord extends SeenEvent {
  readonly category: string | null;
  readonly user: string | null;
  message(): string | null;
  /** The inserts, where they do not stand in the message alone. */
  strings?(): readonly string[];
}

const NO_FIELDS: ReadonlyMap<string, string> = new Map();
const NO_STRINGS: readonly string[] = [];

/** Hands over an event that some rule asks for, or may ask for by a code in its text; the text of any other is not made. */
export function deliverSeen(seen: SeenRecord, context: ParserContext, batch: ParsedBatch): void {
  const { interest, tally } = context;
  const { provider, eventId, level, channel } = seen;
  const deciding = { provider, providerAlias: null, eventId, level, channel };
  const isWanted = isAskedFor(interest, deciding) || (mayNameCodes(deciding) && interest.mayHoldCode(textOfSeen(seen)));
  if (isWanted) batch.events.push(withStatedProvider(toRawEvent(seen)));
  else tally.count(seen, () => sampleOf({ message: seen.message(), strings: seen.strings?.() ?? NO_STRINGS }));
}

const textOfSeen = (seen: SeenRecord): string =>
  textOf({ message: seen.message(), strings: seen.strings?.() ?? NO_STRINGS, fields: NO_FIELDS });

function toRawEvent(seen: SeenRecord): RawEvent {
  const { position, recordId, time, host, channel, provider, eventId, level, category, user } = seen;
  const message = seen.message();
  const strings = seen.strings?.() ?? NO_STRINGS;
  const mayHoldInserts = strings.length === 0 && message !== null && eventId !== null;
  return {
    position,
    recordId,
    time,
    host,
    channel,
    provider,
    eventId,
    level,
    category,
    user,
    message,
    providerAlias: null,
    qualifiers: null,
    strings: mayHoldInserts ? insertsIn(message, { eventId, provider, language: null }) : strings,
    fields: NO_FIELDS,
    data: null,
    recovered: false,
    system: null,
    payload: null,
    otherForms: [],
  };
}
