import { expect } from 'vitest';
import { isWanted } from '../../src/core/input/event-schema/wanted.ts';
import type { RawEvent } from '../../src/core/model/event.ts';
import type { Interest, SeenEvent } from '../../src/core/model/interest.ts';
import type { CreateTextParser } from '../../src/core/model/parser.ts';
import { parseText } from './parse-text.ts';

const asking = (wants: Interest['wants'], mayHoldCode: Interest['mayHoldCode'] = () => false): Interest => ({
  everything: false,
  wantsId: () => true,
  wants,
  mayHoldCode,
});
const interests = (events: readonly RawEvent[]): readonly Interest[] => [
  asking(() => false),
  asking(() => true),
  ...events.map(({ eventId }) => asking((_provider, id) => id === eventId)),
  ...events.map(({ provider: own }) => asking((provider) => provider === null || provider === own)),
  asking(
    () => false,
    (text) => /0x8/.test(text),
  ),
  asking(
    () => false,
    () => true,
  ),
];

const seen = ({ position, recordId, time, host, channel, provider, eventId, level }: SeenEvent | RawEvent) => ({
  ...{ position, recordId, time, host, channel, provider, eventId, level },
});

/** What a parser drops for an interest is what filtering all of its events drops, and it counts it. */
export function expectInterest(create: CreateTextParser, text: string): void {
  const all = parseText(create, text).events;
  for (const interest of interests(all)) {
    const { events, counted } = parseText(create, text, { interest });
    const wanted = all.filter((event) => isWanted(interest, event));
    expect(events.map(seen)).toEqual(wanted.map(seen));
    expect(events.map(({ message }) => message)).toEqual(wanted.map(({ message }) => message));
    expect(counted.map(seen)).toEqual(all.filter((event) => !isWanted(interest, event)).map(seen));
  }
}
