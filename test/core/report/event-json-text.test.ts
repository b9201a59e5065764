import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EventRecord, EventSystem } from '../../../src/core/model/event.ts';
import { levels, timeBases } from '../../../src/core/model/event.ts';
import { eventJsonText } from '../../../src/core/report/event-json-text.ts';
import { toEventObject } from '../../../src/core/report/event-object.ts';
import { jsonText } from '../../../src/core/report/json-text.ts';
import { hostileTexts } from '../../support/hostile-texts.ts';
import { eventRecord } from '../../support/sample-events.ts';

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(...Object.values(hostileTexts).filter(({ length }) => length < 1000)),
);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value);
/** An object orders names that are numbers. */
const name = text.filter((one) => !/^\d+$/.test(one));

const anySystem: fc.Arbitrary<EventSystem> = fc.record({
  version: maybe(fc.nat()),
  task: maybe(fc.nat()),
  opcode: maybe(fc.nat()),
  keywords: maybe(text),
  processId: maybe(fc.nat()),
  threadId: maybe(fc.nat()),
  activityId: maybe(text),
  relatedActivityId: maybe(text),
  providerGuid: maybe(text),
  userId: maybe(text),
});
const anyEvent: fc.Arbitrary<Partial<EventRecord>> = fc.record(
  {
    source: text,
    position: fc.maxSafeNat(),
    recordId: maybe(fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0))),
    timeBasis: fc.constantFrom(...timeBases),
    ticks: fc.nat(9999),
    host: maybe(text),
    channel: maybe(text),
    provider: maybe(text),
    providerAlias: maybe(text),
    eventId: maybe(fc.nat(65_535)),
    qualifiers: maybe(fc.nat(65_535)),
    level: maybe(fc.constantFrom(...levels)),
    category: maybe(text),
    user: maybe(text),
    strings: fc.array(text),
    fields: fc.array(fc.tuple(name, text)).map((pairs) => new Map(pairs)),
    message: maybe(text),
    data: maybe(fc.uint8Array()),
    codes: fc.array(fc.integer()),
    places: fc.array(fc.record({ source: text, position: fc.nat(), recordId: maybe(fc.nat()) })),
    recovered: fc.boolean(),
    system: maybe(anySystem),
  },
  { requiredKeys: [] },
);

test('is the JSON of the object, letter by letter', () => {
  fc.assert(
    fc.property(anyEvent, (over) => {
      const event = eventRecord(over);
      expect(eventJsonText(event)).toBe(jsonText(toEventObject(event)));
    }),
    { numRuns: 3000 },
  );
});

test('is the JSON of an event without a time', () => {
  const event = eventRecord({ timeMs: null, timeBasis: 'none' });
  expect(eventJsonText(event)).toBe(jsonText(toEventObject(event)));
});

test('has fields whose names are numbers in the order of the log', () => {
  const fields = new Map([
    ['2', 'b'],
    ['1', 'a'],
  ]);
  expect(eventJsonText(eventRecord({ fields }))).toContain('"fields":{"2":"b","1":"a"}');
});
