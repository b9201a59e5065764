import { expect, test } from 'vitest';
import type { Parsed } from '../../../../../support/parse-text.ts';
import { readJsonText, readOne, utc } from '../support.ts';

const SCHEMA = 'http://schemas.microsoft.com/win/2004/08/events/event';

/** The XML of an event as a script turns it into JSON. @param named a name with its namespace, in the notation of the library */
const treeOf = (named: (name: string) => string): unknown => ({
  [named('Event')]: {
    [named('System')]: {
      [named('Provider')]: { '@Name': 'disk' },
      [named('EventID')]: 7,
      [named('Level')]: 2,
      [named('TimeCreated')]: { '@SystemTime': '2024-01-05T10:00:00.000Z' },
      [named('Channel')]: 'System',
      [named('Computer')]: 'HOST01',
    },
    [named('EventData')]: { [named('Data')]: ['\\Device\\Harddisk0\\DR0'] },
  },
});

test.each([
  ['of ElementTree', (name: string) => `{${SCHEMA}}${name}`],
  ['of xmltodict', (name: string) => `${SCHEMA}:${name}`],
  ['without what somebody cut off', (name: string) => `as.microsoft.com/win/2004/08/events/event}${name}`],
])('names with a namespace, %s, are read without it', (_name, named) => {
  expect(readOne(treeOf(named))).toMatchObject({
    eventId: 7,
    provider: 'disk',
    channel: 'System',
    host: 'HOST01',
    level: 'error',
    time: utc('2024-01-05T10:00:00.000Z'),
    strings: ['\\Device\\Harddisk0\\DR0'],
  });
});

const read = (record: unknown): Parsed => readJsonText(JSON.stringify([record, record]));

test('an id, a time and values that only Windows has are an event, without a word of its log', () => {
  const record = {
    ...{ EventID: '5', TimeCreated: '2026-06-02T23:58:37.406Z', UtcTime: '2026-06-02 23:58:37.405' },
    ...{ ProcessGuid: '{f9ed62ee-6e0e-6a1f-f504-000000009700}', ProcessId: '21264' },
  };
  expect(read(record).events).toHaveLength(2);
  expect(read(record).events).toMatchObject([{ eventId: 5, time: utc('2026-06-02T23:58:37.406Z') }, { eventId: 5 }]);
});

test('an id and a time with values of a shop are none', () => {
  const record = { event_id: 1, event_time: '2023-05-02T10:00:00Z', event_type: 'add_to_cart', customer_id: 'C1' };
  expect(read(record).events).toEqual([]);
});
