import { expect, test } from 'vitest';
import { expectRead, readOne, type Sample, utc } from '../support.ts';

const RECORDS: readonly Sample[] = [
  [
    'Azure, table Event',
    {
      TimeGenerated: '2020-01-02T03:04:05.12Z',
      Source: 'disk',
      EventLog: 'System',
      Computer: 'EX1',
      EventLevel: 2,
      EventLevelName: 'Error',
      ParameterXml: '<Param>a</Param><Param>&lt;b&gt;</Param>',
      EventID: 7,
      RenderedDescription: 'm',
      UserName: 'N/A',
      EventData: '',
    },
    { eventId: 7, provider: 'disk', channel: 'System', level: 'error', message: 'm', strings: ['a', '<b>'] },
  ],
  [
    'Azure, table SecurityEvent',
    {
      TimeGenerated: '2020-01-02T03:04:05Z',
      EventSourceName: 'Microsoft-Windows-Security-Auditing',
      Channel: 'Security',
      Computer: 'EX1',
      Level: '16',
      EventID: 4625,
      Activity: '4625 - An account failed to log on.',
      EventData: '<EventData xmlns="x"><Data Name="SubjectUserSid">S-1-0-0</Data></EventData>',
    },
    { eventId: 4625, level: 'audit-failure', strings: ['S-1-0-0'], fields: new Map([['SubjectUserSid', 'S-1-0-0']]) },
  ],
  [
    'Azure, rows under columns',
    {
      tables: [
        {
          name: 'PrimaryResult',
          columns: [
            { name: 'TimeGenerated', type: 'datetime' },
            { name: 'EventID', type: 'int' },
            { name: 'Source', type: 'string' },
            { name: 'EventLevelName', type: 'string' },
          ],
          rows: [['2020-01-02T03:04:05Z', 7, 'disk', 'Error']],
        },
      ],
    },
    { eventId: 7, provider: 'disk', level: 'error' },
  ],
];
test.each(RECORDS)('%s', expectRead);

test('empty columns of SecurityEvent are none of the event', () => {
  const row = {
    ...{
      TenantId: 'x',
      TimeGenerated: '2024-03-01T10:00:01.123Z',
      Account: 'CORP\\b',
      Computer: 'HOST01',
      EventID: 4624,
    },
    ...{ EventSourceName: 'Microsoft-Windows-Security-Auditing', Channel: 'Security', EventData: '' },
    ...{
      Activity: '4624 - An account was successfully logged on.',
      AccessMask: '',
      TargetUserName: 'b',
      LogonType: 3,
    },
  };
  expect(readOne(row).fields).toEqual(
    new Map([
      ['TargetUserName', 'b'],
      ['LogonType', '3'],
    ]),
  );
});

const EVENT_XML =
  "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Service Control Manager'/>" +
  "<EventID>7036</EventID><Level>4</Level><TimeCreated SystemTime='2024-03-01T10:00:01.1234567Z'/><EventRecordID>12</EventRecordID>" +
  "<Channel>System</Channel><Computer>HOST01</Computer></System><EventData><Data Name='param1'>x</Data></EventData></Event>";

test('diagnostics of Azure: the event is the XML in the properties, its text stands beside it', () => {
  const record = {
    ...{ time: '2024-03-01T10:00:01.1234567Z', category: 'WindowsEventLogsTable', level: 'Informational' },
    properties: {
      ...{ ProviderGuid: '{x}', ProviderName: 'Service Control Manager', EventId: 7036, Level: 4, Channel: 'System' },
      ...{ Description: 'The x service\r\nstopped.', RawXml: EVENT_XML },
    },
  };
  expect(readOne({ records: [record] })).toMatchObject({
    ...{ eventId: 7036, host: 'HOST01', recordId: 12, time: utc('2024-03-01T10:00:01.123Z', 4567) },
    ...{ strings: ['x'], message: 'The x service\nstopped.' },
  });
});
