import { test } from 'vitest';
import { expectRead, type Sample, utc } from '../support.ts';

const RECORDS: readonly Sample[] = [
  [
    'Get-WinEvent, PowerShell 5.1',
    '{\n    "Message":  "The system has rebooted.",\n    "Id":  41,\n    "Qualifiers":  null,\n    "Level":  1,\n    "Keywords":  -9223372036854775806,\n    "RecordId":  9,\n    "ProviderName":  "Microsoft-Windows-Kernel-Power",\n    "LogName":  "System",\n    "MachineName":  "EX1",\n    "UserId":  {\n                   "BinaryLength":  12,\n                   "AccountDomainSid":  null,\n                   "Value":  "S-1-5-18"\n               },\n    "TimeCreated":  "\\/Date(1577934245123)\\/",\n    "Bookmark":  {\n\n                 },\n    "LevelDisplayName":  "Kritisch",\n    "Properties":  [\n                       {\n                           "Value":  0\n                       },\n                       {\n                           "Value":  "x"\n                       }\n                   ]\n}\n',
    {
      eventId: 41,
      level: 'critical',
      recordId: 9,
      user: 'S-1-5-18',
      strings: ['0', 'x'],
      time: { ...utc('2020-01-02T03:04:05.123Z'), basis: 'utc' },
      system: { keywords: '0x8000000000000002' },
    },
  ],
  [
    'Get-WinEvent, PowerShell 7, properties beyond the depth',
    {
      Message: 'm',
      Id: 7,
      Level: 2,
      ProviderName: 'disk',
      LogName: 'System',
      RecordId: 9,
      TimeCreated: '2020-01-02T04:04:05.1234567+01:00',
      Properties: ['System.Diagnostics.Eventing.Reader.EventProperty'],
    },
    {
      eventId: 7,
      level: 'error',
      strings: [],
      time: { ...utc('2020-01-02T03:04:05.123Z', 4567), basis: 'offset' },
    },
  ],
  [
    'Get-WinEvent, a selection with a word for the level',
    { TimeCreated: '/Date(1577934245123)/', Id: 7, LevelDisplayName: 'Fehler', Message: 'm' },
    { eventId: 7, level: 'error', message: 'm', provider: null },
  ],
  [
    'Get-EventLog',
    {
      EventID: 7036,
      MachineName: 'EX1',
      Data: [3, 0],
      Index: 9,
      Category: '(0)',
      CategoryNumber: 0,
      EntryType: 4,
      Message: 'm',
      Source: 'Service Control Manager',
      ReplacementStrings: ['Spooler', 'running'],
      InstanceId: 1_073_748_860,
      TimeGenerated: '/Date(1577934245000)/',
      UserName: null,
    },
    {
      eventId: 1_073_748_860,
      level: 'information',
      recordId: 9,
      data: Uint8Array.of(3, 0),
      strings: ['Spooler', 'running'],
    },
  ],
  [
    'Win32_NTLogEvent in another language: its types are those of WMI',
    { EventCode: 4625, EventType: 5, Logfile: 'Security', SourceName: 'x', Type: 'Überwachung gescheitert?' },
    { eventId: 4625, level: 'audit-failure' },
  ],
  [
    'Win32_NTLogEvent of what went well',
    { EventCode: 7036, EventType: 3, Logfile: 'System', SourceName: 'x', Type: '?' },
    { eventId: 7036, level: 'information' },
  ],
  [
    'Win32_NTLogEvent',
    {
      Category: 0,
      EventCode: 7,
      EventIdentifier: 3_221_487_623,
      Logfile: 'System',
      Message: 'm',
      RecordNumber: 9,
      SourceName: 'disk',
      TimeGenerated: '20200102030405.123456-000',
      Type: 'Error',
      InsertionStrings: ['a'],
    },
    {
      eventId: 3_221_487_623,
      provider: 'disk',
      level: 'error',
      strings: ['a'],
      time: utc('2020-01-02T03:04:05.123Z', 4560),
    },
  ],
];
test.each(RECORDS)('%s', expectRead);
