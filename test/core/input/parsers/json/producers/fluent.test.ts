import { expect, test } from 'vitest';
import { fixtureText } from '../../../../../support/fixtures.ts';
import { expectRead, readOne, type Sample, utc } from '../support.ts';

test('Fluentd: every value a string', () => {
  expect(readOne(fixtureText('formats/json/fluentd-windows_eventlog2.json'))).toMatchObject({
    eventId: 4798,
    qualifiers: null,
    provider: 'Microsoft-Windows-Security-Auditing',
    channel: 'Security',
    host: 'DESKTOP-TEST',
    level: 'audit-success',
    recordId: 87_028,
    time: utc('2019-06-19T03:10:01.982Z', 9402),
    strings: [
      'Administrator',
      'DESKTOP-TEST',
      'S-XXX-YYY-ZZZ',
      'S-X-Y-Z',
      'DESKTOP-TEST$',
      'WORKGROUP',
      '0x3e7',
      '0xbac',
      'C:\\Windows\\System32\\svchost.exe',
    ],
  });
});

const RECORDS: readonly Sample[] = [
  [
    'Fluent Bit winevtlog',
    {
      ProviderName: 'disk',
      ProviderGuid: '',
      Qualifiers: 49_156,
      EventID: 7,
      Version: 0,
      Level: 2,
      Task: 0,
      Opcode: 0,
      Keywords: '0x80000000000000',
      TimeCreated: '2020-01-02 12:04:05 +0900',
      EventRecordID: 9,
      Channel: 'System',
      Computer: 'EX1',
      Message: 'm',
      StringInserts: ['a', 'b'],
    },
    {
      eventId: 7,
      qualifiers: 49_156,
      level: 'error',
      strings: ['a', 'b'],
      time: { ...utc('2020-01-02T03:04:05Z'), basis: 'offset' },
    },
  ],
  [
    'Fluent Bit winevtlog with an empty EventData, in an entry of Google Cloud',
    {
      insertId: 'a1',
      jsonPayload: {
        ...{ ActivityID: '', Channel: 'System', Computer: 'EX1', EventData: '', EventID: 7, EventRecordID: 9 },
        ...{ Level: 2, Message: 'm', ProviderGuid: '{x}', ProviderName: 'disk', StringInserts: ['a', 'b'] },
        TimeCreated: '2020-01-02 12:04:05 +0900',
      },
      ...{ timestamp: '2020-01-02T03:04:06Z', severity: 'ERROR', logName: 'projects/p/logs/windows_event_log' },
    },
    {
      ...{ eventId: 7, level: 'error', strings: ['a', 'b'], fields: new Map(), message: 'm' },
      time: { ...utc('2020-01-02T03:04:05Z'), basis: 'offset' },
    },
  ],
  [
    'Fluent Bit in New Relic',
    {
      ...{ Channel: 'System', WindowsComputerName: 'EX1', EventID: '7', EventRecordID: '9', ProviderName: 'disk' },
      ...{ TimeCreated: '2020-01-02 03:04:05 +0000', StringInserts: ['a'], Message: 'm', timestamp: 1_577_934_245_000 },
    },
    { eventId: 7, host: 'EX1', recordId: 9, strings: ['a'] },
  ],
  [
    'Fluent Bit winlog',
    {
      RecordNumber: 9,
      TimeGenerated: '2020-01-02 12:04:05 +0900',
      TimeWritten: '2020-01-02 12:04:05 +0900',
      EventId: 7,
      Qualifiers: 49_156,
      EventType: 'Error',
      EventCategory: 0,
      Channel: 'System',
      SourceName: 'disk',
      ComputerName: 'EX1',
      Data: '0300',
      Sid: '',
      Message: 'm',
      StringInserts: ['a'],
    },
    {
      eventId: 7,
      provider: 'disk',
      level: 'error',
      strings: ['a'],
      data: Uint8Array.of(3, 0),
      time: utc('2020-01-02T03:04:05Z'),
    },
  ],
  [
    'Fluentd windows_eventlog',
    {
      channel: 'system',
      record_number: '9',
      time_generated: '2020-01-02 12:04:05 +0900',
      event_id: '7',
      event_type: 'error',
      event_category: '0',
      source_name: 'disk',
      computer_name: 'EX1',
      user: '',
      description: 'm\r\n',
      string_inserts: ['a'],
    },
    { eventId: 7, channel: 'system', level: 'error', message: 'm', strings: ['a'], recordId: 9 },
  ],
  [
    'Fluentd with an id of 32 bits',
    {
      ProviderName: 'SCM',
      ProviderGUID: '',
      EventID: '1073748860',
      Level: '4',
      Description: 'm',
      EventRecordID: '9',
      EventData: [],
    },
    { eventId: 1_073_748_860, provider: 'SCM' },
  ],
];
test.each(RECORDS)('%s', expectRead);
