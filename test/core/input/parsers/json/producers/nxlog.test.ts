import { expect, test } from 'vitest';
import { fixtureText } from '../../../../../support/fixtures.ts';
import { expectRead, readOne, type Sample, utc } from '../support.ts';

test('NXLog: a local time, named values beside everything else', () => {
  const event = readOne(fixtureText('formats/json/nxlog-im_msvistalog.jsonl'));
  expect(event).toMatchObject({
    eventId: 10,
    provider: 'Microsoft-Windows-Sysmon',
    channel: 'Microsoft-Windows-Sysmon/Operational',
    host: 'host01.example.net',
    level: 'information',
    recordId: 138_294,
    time: { kind: 'local', date: [2020, 5, 1], orders: ['ymd'], timeOfDayMs: (22 * 3600 + 55 * 60 + 23) * 1000 },
    strings: [],
    user: 'S-1-5-18',
    system: { keywords: '0x8000000000000000', processId: 3496, threadId: 4396, version: 3 },
  });
  expect(event.message).toMatch(/^Process accessed:\nRuleName: -\n/);
  expect([...event.fields.keys()].sort()).toEqual([
    ...[
      'CallTrace',
      'GrantedAccess',
      'ProcessId',
      'RuleName',
      'SourceImage',
      'SourceProcessGUID',
      'SourceProcessId',
      'SourceThreadId',
    ],
    ...['TargetImage', 'TargetProcessGUID', 'TargetProcessId', 'UtcTime'],
  ]);
});

const RECORDS: readonly Sample[] = [
  [
    'GELF out of NXLog',
    {
      version: '1.1',
      host: 'EX1',
      short_message: 'm',
      full_message: 'the whole',
      timestamp: 1577934245.123,
      level: 3,
      _EventID: 7,
      _SourceName: 'disk',
      _Channel: 'System',
      _EventType: 'ERROR',
      _RecordNumber: 9,
    },
    {
      eventId: 7,
      provider: 'disk',
      level: 'error',
      message: 'the whole',
      recordId: 9,
      time: utc('2020-01-02T03:04:05.123Z'),
    },
  ],
  [
    'NXLog without its own keys, where a failed audit has the severity of an error',
    { EventID: 4625, SourceName: 'x', Hostname: 'EX1', EventType: 'AUDIT_FAILURE', Severity: 'ERROR' },
    { eventId: 4625, level: 'audit-failure' },
  ],
];
test.each(RECORDS)('%s', expectRead);

const sysmon = {
  ...{ SourceName: 'Microsoft-Windows-Sysmon', ProviderGuid: '{5770385f-c22a-43e0-bf4c-06f5698ffbd9}', Level: '4' },
  ...{ Channel: 'Microsoft-Windows-Sysmon/Operational', Hostname: 'HOST01', EventID: 7, Task: '7' },
  ...{ TimeCreated: '2024-03-01T10:00:01.123Z', '@timestamp': '2024-03-01T10:00:01.123Z' },
  ...{ Message: 'Image loaded:\r\nImage: C:\\a.exe', Image: 'C:\\a.exe', Description: 'A program', ProcessId: '612' },
};

test('a description among the values beside everything else is one of them, and no text of the event', () => {
  expect(readOne(sysmon)).toMatchObject({
    provider: 'Microsoft-Windows-Sysmon',
    host: 'HOST01',
    message: 'Image loaded:\nImage: C:\\a.exe',
    fields: new Map([
      ['Image', 'C:\\a.exe'],
      ['Description', 'A program'],
      ['ProcessId', '612'],
    ]),
  });
});

test('NXLog: the process of the header has a name of its own since version 3, so that another is a value', () => {
  const record = {
    ...{ EventTime: '2020-06-09 22:50:54', Hostname: 'HOST01', EventID: 4673, SourceName: 'x', Channel: 'Security' },
    ...{ EventType: 'AUDIT_FAILURE', RecordNumber: 9, SourceModuleType: 'im_msvistalog' },
  };
  expect(readOne({ ...record, ExecutionProcessID: 4, ProcessId: '0x1834' })).toMatchObject({
    fields: new Map([['ProcessId', '0x1834']]),
    system: { processId: 4 },
  });
  expect(readOne({ ...record, ProcessID: 892 })).toMatchObject({ fields: new Map(), system: { processId: 892 } });
});

test('NXLog: the type of an event of Sysmon stands where that of the log stood', () => {
  const record = {
    ...{ EventTime: '2020-06-09 22:50:54', EventID: 13, SourceName: 'Microsoft-Windows-Sysmon', RecordNumber: 9 },
    ...{ Severity: 'INFO', SourceModuleType: 'im_msvistalog' },
  };
  expect(readOne({ ...record, EventType: 'SetValue' })).toMatchObject({
    ...{ level: 'information', fields: new Map([['EventType', 'SetValue']]) },
  });
  expect(readOne({ ...record, EventType: 'INFO' })).toMatchObject({ level: 'information', fields: new Map() });
});
