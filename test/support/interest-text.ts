import { expect } from 'vitest';
import { isWanted } from '../../src/core/input/event-schema/wanted.ts';
import type { RawEvent } from '../../src/core/model/event.ts';
import type { Interest } from '../../src/core/model/interest.ts';
import type { CreateTextParser } from '../../src/core/model/parser.ts';
import { asking, codeInterests, seen } from './interests.ts';
import { parseText } from './parse-text.ts';

const interests = (events: readonly RawEvent[]): readonly Interest[] => [
  asking(() => false),
  asking(() => true),
  ...events.map(({ eventId }) => asking((_provider, id) => id === eventId)),
  ...events.map(({ provider: own }) => asking((provider) => provider === null || provider === own)),
  ...codeInterests.map(([, interest]) => interest),
];

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
