import { everything } from '../../src/core/engine/interest.ts';
import type { RawEvent } from '../../src/core/model/event.ts';
import type { Interest, SeenEvent } from '../../src/core/model/interest.ts';
import type { ParserContext } from '../../src/core/model/parser.ts';

/** For a parser that hands over every event, rendered whole. */
export const ALL: ParserContext = { interest: everything, tally: { count: () => {} } };

/** Asks for what `wants` says once the provider is known, never by the id alone, and by default for no code. */
export const asking = (wants: Interest['wants'], mayHoldCode: Interest['mayHoldCode'] = () => false): Interest => ({
  everything: false,
  wants,
  mayHoldCode,
});

/** No event by its name: those that hold one of some codes, and those that could hold any. */
export const codeInterests: readonly (readonly [string, Interest])[] = [
  [
    'codes',
    asking(
      () => false,
      (text) => /0x800[47]\d{4}/.test(text),
    ),
  ],
  [
    'all that may hold codes',
    asking(
      () => false,
      () => true,
    ),
  ],
];

/** What is counted of an event that is dropped. */
export const seen = (event: SeenEvent | RawEvent): SeenEvent => {
  const { position, recordId, time, host, channel, provider, eventId, level } = event;
  return { position, recordId, time, host, channel, provider, eventId, level };
};
