import { expect, test } from 'vitest';
import { fixtureText } from '../../../../../support/fixtures.ts';
import { evtxDumpRecord, expectRead, readOne, type Sample, utc } from '../support.ts';

test('a real record of evtx_dump', () => {
  expect(readOne(fixtureText('formats/json/evtx_dump.jsonl'))).toMatchObject({
    eventId: 4688,
    provider: 'Microsoft-Windows-Security-Auditing',
    channel: 'Security',
    host: 'HOST01',
    level: 'audit-success',
    recordId: 1,
    position: 1,
    time: utc('2018-07-28T07:24:45.754Z', 7870),
    message: null,
    strings: [
      'S-1-5-18',
      '-',
      '-',
      '0x3e7',
      '0x58',
      'Registry',
      '%%1936',
      '0x4',
      '',
      'S-1-0-0',
      '-',
      '-',
      '0x0',
      '',
      'S-1-16-16384',
    ],
    system: { version: 2, task: 13_312, opcode: 0, keywords: '0x8020000000000000', processId: 4, threadId: 32 },
  });
});

const RECORDS: readonly Sample[] = [
  [
    'evtx_dump, classic with unnamed values',
    {
      Event: {
        System: { Provider: { '#attributes': { Name: 'disk' } }, EventID: 7, Level: 2 },
        EventData: { Data: { '#text': ['a', 'b'] }, Binary: '0102' },
      },
    },
    { eventId: 7, provider: 'disk', level: 'error', strings: ['a', 'b'], data: Uint8Array.of(1, 2) },
  ],
  [
    'evtx_dump with attributes apart',
    {
      Event: {
        System: {
          Provider_attributes: { Name: 'disk' },
          EventID: 7,
          EventID_attributes: { Qualifiers: 49_156 },
          TimeCreated_attributes: { SystemTime: '2020-01-02T03:04:05Z' },
        },
        EventData: { Data: ['a'] },
      },
    },
    { eventId: 7, qualifiers: 49_156, provider: 'disk', strings: ['a'], time: utc('2020-01-02T03:04:05Z') },
  ],
  [
    'XML turned into JSON with @',
    {
      Event: {
        '@xmlns': 'http://schemas.microsoft.com/win/2004/08/events/event',
        System: {
          Provider: { '@Name': 'VSS' },
          EventID: { '@Qualifiers': '0', '#text': '8193' },
          Level: '2',
          TimeCreated: { '@SystemTime': '2020-01-02T03:04:05Z' },
        },
        EventData: { Data: [{ '@Name': 'x', '#text': '1' }, { '@Name': 'y' }] },
      },
    },
    {
      eventId: 8193,
      qualifiers: 0,
      provider: 'VSS',
      level: 'error',
      strings: ['1', ''],
      fields: new Map([
        ['x', '1'],
        ['y', ''],
      ]),
    },
  ],
  [
    'UserData',
    {
      Event: {
        System: { Provider: { '#attributes': { Name: 'Microsoft-Windows-Eventlog' } }, EventID: 104 },
        UserData: { LogFileCleared: { '#attributes': { xmlns: 'x' }, SubjectUserName: 'a', Channel: 'System' } },
      },
    },
    {
      eventId: 104,
      fields: new Map([
        ['SubjectUserName', 'a'],
        ['Channel', 'System'],
      ]),
    },
  ],
  ['an event as JSON in a string', { message: JSON.stringify(evtxDumpRecord(4)) }, { eventId: 7036, recordId: 4 }],
  [
    'Chainsaw',
    { group: 'g', name: 'n', timestamp: 'x', document: { kind: 'evtx', path: 'p', data: evtxDumpRecord(5) } },
    { eventId: 7036, recordId: 5 },
  ],
];
test.each(RECORDS)('%s', expectRead);

test('evtx_dump names structures by their attribute, and numbers their elements', () => {
  const read = readOne({
    Event: {
      System: { Provider: { '#attributes': { Name: 'Microsoft-Windows-Kernel-Processor-Power' } }, EventID: 26 },
      EventData: {
        Group: 0,
        ComplexData: { '#attributes': { Name: 'IdleState' }, '#text': '01' },
        ComplexData_1: { '#attributes': { Name: 'PerfState' } },
      },
    },
  });
  expect(read.strings).toEqual(['0', '01', '']);
  expect([...read.fields]).toEqual([
    ['Group', '0'],
    ['IdleState', '01'],
    ['PerfState', ''],
  ]);
});

test('events as xml2js makes them, each element a list and the attributes below $', () => {
  const record = {
    $: { xmlns: 'x' },
    System: [
      {
        ...{
          Provider: [{ $: { Name: 'disk' } }],
          EventID: [{ _: '7', $: { Qualifiers: '49156' } }],
          Level: ['2'],
          Channel: ['System'],
          Computer: ['HOST01'],
        },
        TimeCreated: [{ $: { SystemTime: '2024-03-01T10:00:01Z' } }],
      },
    ],
    EventData: [{ Data: [{ _: 'x', $: { Name: 'param1' } }] }],
  };
  expect(readOne({ Events: { Event: [record] } })).toMatchObject({
    ...{ eventId: 7, provider: 'disk', level: 'error', host: 'HOST01', time: utc('2024-03-01T10:00:01Z') },
    qualifiers: 49156,
    fields: new Map([['param1', 'x']]),
  });
});

test('Datadog: an event in the attributes of the content of a record', () => {
  const record = {
    id: 'AQ',
    content: { host: 'host01', service: 'windows', attributes: { level: 'Info', ...Object(evtxDumpRecord(12)) } },
  };
  expect(readOne(record)).toMatchObject({ eventId: 7036, recordId: 12, provider: 'Service Control Manager' });
});

test('GUIDs have the braces of Windows, whoever left them out', () => {
  const guid = '555908D1-A6D7-4695-8E1E-26931D2012F4';
  const system = {
    ...{ Provider: { '#attributes': { Name: 'x', Guid: guid } }, EventID: 7 },
    ...{ Correlation: { '#attributes': { ActivityID: `{${guid}}`, RelatedActivityID: guid } }, EventRecordID: 9 },
  };
  expect(readOne({ Event: { System: system } }).system).toMatchObject({
    ...{ providerGuid: `{${guid}}`, activityId: `{${guid}}`, relatedActivityId: `{${guid}}` },
  });
});
