import { describe, expect, test } from 'vitest';
import { createJsonParser } from '../../../../../src/core/input/parsers/json/parser.ts';
import type { RawEvent } from '../../../../../src/core/model/event.ts';
import { fixtureText } from '../../../../support/fixtures.ts';
import { parseText } from '../../../../support/parse-text.ts';
import { evtxDumpRecord, readJsonText, readOne } from './support.ts';

const utc = (iso: string, ticks = 0) => ({ kind: 'exact', timeMs: Date.parse(iso), ticks });

describe('real records', () => {
  test('evtx_dump', () => {
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
        'RuleName',
        'SourceImage',
        'SourceProcessGUID',
        'SourceProcessId',
        'SourceThreadId',
      ],
      ...['TargetImage', 'TargetProcessGUID', 'TargetProcessId', 'UtcTime'],
    ]);
  });
  test('Winlogbeat 7.16', () => {
    expect(readOne(fixtureText('formats/json/winlogbeat-7.16.ndjson'))).toMatchObject({
      eventId: 11,
      provider: 'Microsoft-Windows-Sysmon',
      channel: 'Microsoft-Windows-Sysmon/Operational',
      host: 'host01.example.com',
      level: 'information',
      recordId: 633_889,
      category: 'File created (rule: FileCreate)',
      time: utc('2024-02-13T06:56:24.223Z'),
      strings: [],
      fields: new Map([
        ['CreationUtcTime', '2024-02-09 18:40:54.452'],
        ['User', 'NT AUTHORITY\\LOCAL SERVICE'],
      ]),
    });
  });
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
});

const XML =
  "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='disk'/><EventID Qualifiers='49156'>7</EventID>" +
  "<Level>2</Level><TimeCreated SystemTime='2020-01-02T03:04:05Z'/><EventRecordID>9</EventRecordID><Channel>System</Channel><Computer>EX1</Computer>" +
  '</System><EventData><Data>\\Device\\Harddisk0\\DR0</Data><Binary>0300</Binary></EventData></Event>';
const SPLUNK = [
  ...[
    '04/01/2019 07:07:21 PM',
    'LogName=System',
    'SourceName=disk',
    'EventCode=7',
    'EventType=2',
    'Type=Error',
    'ComputerName=EX1',
  ],
  ...['RecordNumber=9', 'Keywords=Classic', 'Message=The device has a bad block.', 'And more.'],
].join('\r\n');

/** What each program makes of an event, and what of it can be known. */
const RECORDS: readonly (readonly [string, unknown, Partial<RawEvent>])[] = [
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
    { eventId: 7, qualifiers: 49_156, provider: 'disk', strings: ['a'], time: utc('2020-01-02T03:04:05Z') as never },
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
  [
    'Velociraptor',
    {
      System: {
        Provider: { Name: 'disk', Guid: '{x}' },
        EventID: { Value: 7, Qualifiers: 49_156 },
        Level: 2,
        TimeCreated: { SystemTime: 1577934245.5 },
        EventRecordID: 9,
        Channel: 'System',
        Computer: 'EX1',
      },
      EventData: { Data: ['a'] },
      Message: 'bad block\n',
    },
    {
      eventId: 7,
      provider: 'disk',
      recordId: 9,
      host: 'EX1',
      message: 'bad block',
      strings: ['a'],
      time: utc('2020-01-02T03:04:05.500Z') as never,
    },
  ],
  [
    'EvtxECmd',
    {
      PayloadData1: 'x',
      Payload:
        '{"EventData":{"Data":[{"@Name":"param1","#text":"Spooler"},{"@Name":"param2","#text":"running"}],"Binary":"5300"}}',
      Channel: 'System',
      Provider: 'Service Control Manager',
      EventId: 7036,
      EventRecordId: '9',
      Level: 'Info',
      Computer: 'EX1',
      TimeCreated: '2020-01-02T03:04:05.1234567+00:00',
    },
    {
      eventId: 7036,
      level: 'information',
      recordId: 9,
      strings: ['Spooler', 'running'],
      data: Uint8Array.of(0x53, 0),
      time: utc('2020-01-02T03:04:05.123Z', 4567) as never,
    },
  ],
  [
    'Winlogbeat with positional values, id as number, out of Elasticsearch',
    {
      _index: 'x',
      _source: {
        '@timestamp': '2020-01-02T03:04:05.000Z',
        log: { level: 'error' },
        message: 'm',
        winlog: {
          event_id: 7,
          provider_name: 'disk',
          channel: 'System',
          computer_name: 'EX1',
          record_id: 9,
          event_data: { param10: 'j', param2: 'b', param1: 'a', param9: 'i', Binary: '0300' },
        },
      },
    },
    { eventId: 7, level: 'error', strings: ['a', 'b', 'i', 'j'], message: 'm', data: Uint8Array.of(3, 0) },
  ],
  [
    'Winlogbeat in dotted keys, values in lists, as the fields of Kibana',
    {
      fields: {
        '@timestamp': ['2020-01-02T03:04:05.000Z'],
        'winlog.event_id': ['7'],
        'winlog.provider_name': ['disk'],
        'winlog.channel': ['System'],
        'winlog.computer_name': ['EX1'],
        'log.level': ['warning'],
        'winlog.event_data.param1': ['a'],
      },
    },
    { eventId: 7, provider: 'disk', level: 'warning', host: 'EX1', strings: ['a'] },
  ],
  [
    'Winlogbeat 6',
    {
      '@timestamp': '2018-01-02T03:04:05.000Z',
      log_name: 'System',
      source_name: 'disk',
      computer_name: 'EX1',
      event_id: 7,
      record_number: '9',
      level: 'Error',
      message: 'm',
      event_data: { param1: 'a' },
    },
    { eventId: 7, provider: 'disk', channel: 'System', host: 'EX1', recordId: 9, level: 'error', strings: ['a'] },
  ],
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
      time: { ...utc('2020-01-02T03:04:05Z'), basis: 'offset' } as never,
    },
  ],
  [
    'Vector',
    {
      ...{ source_type: 'windows_event_log', timestamp: '2020-01-02T03:04:05Z', host: 'EX1', computer: 'EX1' },
      ...{ event_id: 7, record_id: 9, level: 'Error', level_value: 2, channel: 'System', provider_name: 'disk' },
      ...{ process_id: 4, thread_id: 8, qualifiers: 49_156, string_inserts: ['a', 'b'], message: 'm' },
    },
    {
      ...{ eventId: 7, provider: 'disk', channel: 'System', host: 'EX1', recordId: 9, level: 'error' },
      ...{ qualifiers: 49_156, strings: ['a', 'b'], message: 'm', time: utc('2020-01-02T03:04:05Z') as never },
    },
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
      time: utc('2020-01-02T03:04:05Z') as never,
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
  [
    'OpenTelemetry',
    {
      timestamp: '2020-01-02T03:04:05Z',
      body: {
        channel: 'System',
        computer: 'EX1',
        event_id: { id: 7, qualifiers: 49_156 },
        provider: { name: 'disk', event_source: '', guid: '' },
        record_id: 9,
        system_time: '2020-01-02T03:04:05.1234567Z',
        level: 'Error',
        message: 'm',
        event_data: { data: [{ '': 'a' }, { name: 'b' }] },
      },
    },
    {
      eventId: 7,
      qualifiers: 49_156,
      provider: 'disk',
      level: 'error',
      recordId: 9,
      fields: new Map([['name', 'b']]),
      time: utc('2020-01-02T03:04:05.123Z', 4567) as never,
    },
  ],
  [
    'OpenTelemetry with a map of values',
    {
      body: {
        event_id: { id: 7 },
        provider: { name: 'disk' },
        system_time: '2020-01-02T03:04:05Z',
        event_data: { Data2: 'b', Data1: 'a' },
      },
    },
    { eventId: 7, strings: ['a', 'b'] },
  ],
  [
    'OpenTelemetry in OTLP',
    {
      resourceLogs: [
        {
          resource: {},
          scopeLogs: [
            {
              scope: {},
              logRecords: [
                {
                  timeUnixNano: '1',
                  body: {
                    kvlistValue: {
                      values: [
                        { key: 'channel', value: { stringValue: 'System' } },
                        { key: 'system_time', value: { stringValue: '2020-01-02T03:04:05Z' } },
                        {
                          key: 'event_id',
                          value: { kvlistValue: { values: [{ key: 'id', value: { intValue: '7' } }] } },
                        },
                        {
                          key: 'provider',
                          value: { kvlistValue: { values: [{ key: 'name', value: { stringValue: 'disk' } }] } },
                        },
                      ],
                    },
                  },
                },
              ],
            },
          ],
        },
      ],
    },
    { eventId: 7, provider: 'disk', channel: 'System' },
  ],
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
  [
    'Wazuh 4',
    {
      timestamp: '2020-01-02T03:04:06.000+0000',
      agent: { id: '1' },
      data: {
        win: {
          system: {
            providerName: 'disk',
            eventID: '7',
            level: '2',
            systemTime: '2020-01-02T03:04:05.1Z',
            eventRecordID: '9',
            channel: 'System',
            computer: 'EX1',
            severityValue: 'ERROR',
            message: '"The device has a bad block."',
          },
          eventdata: { data: 'a', binary: '0300' },
        },
      },
    },
    {
      eventId: 7,
      provider: 'disk',
      level: 'error',
      message: 'The device has a bad block.',
      strings: ['a'],
      data: Uint8Array.of(3, 0),
    },
  ],
  [
    'Get-WinEvent, PowerShell 5.1',
    '{\n    "Message":  "The system has rebooted.",\n    "Id":  41,\n    "Qualifiers":  null,\n    "Level":  1,\n    "Keywords":  -9223372036854775806,\n    "RecordId":  9,\n    "ProviderName":  "Microsoft-Windows-Kernel-Power",\n    "LogName":  "System",\n    "MachineName":  "EX1",\n    "UserId":  {\n                   "BinaryLength":  12,\n                   "AccountDomainSid":  null,\n                   "Value":  "S-1-5-18"\n               },\n    "TimeCreated":  "\\/Date(1577934245123)\\/",\n    "Bookmark":  {\n\n                 },\n    "LevelDisplayName":  "Kritisch",\n    "Properties":  [\n                       {\n                           "Value":  0\n                       },\n                       {\n                           "Value":  "x"\n                       }\n                   ]\n}\n',
    {
      eventId: 41,
      level: 'critical',
      recordId: 9,
      user: 'S-1-5-18',
      strings: ['0', 'x'],
      time: { ...utc('2020-01-02T03:04:05.123Z'), basis: 'utc' } as never,
      system: { keywords: '0x8000000000000002' } as never,
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
      time: { ...utc('2020-01-02T03:04:05.123Z', 4567), basis: 'offset' } as never,
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
      time: utc('2020-01-02T03:04:05.123Z', 4560) as never,
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
    'Splunk, fields found',
    {
      preview: false,
      result: {
        _time: '2020-01-02T03:04:05.000+00:00',
        EventCode: '7',
        SourceName: 'disk',
        LogName: 'System',
        ComputerName: 'EX1',
        RecordNumber: '9',
        Type: 'Error',
        Message: 'm',
        Foo: 'bar',
      },
    },
    { eventId: 7, provider: 'disk', level: 'error', fields: new Map([['Foo', 'bar']]) },
  ],
  [
    'Splunk, the raw text',
    { result: { _raw: SPLUNK, _time: '04/01/2019 07:07:21 PM' } },
    {
      eventId: 7,
      provider: 'disk',
      level: 'error',
      message: 'The device has a bad block.\nAnd more.',
      time: { kind: 'local', date: [4, 1, 2019] } as never,
    },
  ],
  [
    'Splunk, the raw text and its time in seconds since 1970',
    { result: { _raw: SPLUNK, _time: '1554138441' } },
    { eventId: 7, time: utc('2019-04-01T17:07:21.000Z') as never },
  ],
  [
    'Splunk, the raw text and its time with a zone',
    { result: { _raw: SPLUNK, _time: '2019-04-01 17:07:21.000 UTC' } },
    { eventId: 7, time: utc('2019-04-01T17:07:21.000Z') as never },
  ],
  [
    'an event as XML in a string',
    { ts: 1, raw_xml: XML },
    { eventId: 7, provider: 'disk', host: 'EX1', data: Uint8Array.of(3, 0) },
  ],
  ['an event as JSON in a string', { message: JSON.stringify(evtxDumpRecord(4)) }, { eventId: 7036, recordId: 4 }],
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
      time: utc('2020-01-02T03:04:05.123Z') as never,
    },
  ],
  [
    'GELF of Winlogbeat, out of Graylog',
    {
      host: 'EX1',
      short_message: 'm',
      timestamp: 1577934245.123,
      _winlogbeat_winlog_event_id: '7031',
      _winlogbeat_winlog_provider_name: 'Service Control Manager',
      _winlogbeat_winlog_event_data_param1: 'x',
      _winlogbeat_agent_version: '7.16',
    },
    {
      eventId: 7031,
      provider: 'Service Control Manager',
      fields: new Map([['param1', 'x']]),
      strings: ['x'],
    },
  ],
  [
    'NXLog without its own keys, where a failed audit has the severity of an error',
    { EventID: 4625, SourceName: 'x', Hostname: 'EX1', EventType: 'AUDIT_FAILURE', Severity: 'ERROR' },
    { eventId: 4625, level: 'audit-failure' },
  ],
  [
    'Wazuh, archived before it was decoded',
    {
      agent: { id: '1' },
      full_log: JSON.stringify({
        win: { system: { providerName: 'disk', eventID: '7', channel: 'System' }, eventdata: { data: 'a' } },
      }),
      location: 'EventChannel',
    },
    { eventId: 7, provider: 'disk', channel: 'System', strings: ['a'] },
  ],
  [
    'CloudWatch, as get-log-events prints it',
    {
      timestamp: 1577934245123,
      message: '[System] [ERROR] [7031] [Service Control Manager] [EX1] [The x\nservice [y] ended.]',
      ingestionTime: 1577934250000,
    },
    {
      ...{ eventId: 7031, provider: 'Service Control Manager', channel: 'System', level: 'error', host: 'EX1' },
      ...{ message: 'The x\nservice [y] ended.', time: utc('2020-01-02T03:04:05.123Z') as never },
    },
  ],
  [
    'Hayabusa',
    {
      Timestamp: '2020-01-02 03:04:05.123 +00:00',
      RuleTitle: 'Bad',
      Level: 'high',
      Computer: 'EX1',
      Channel: 'PwSh',
      EventID: 7045,
      RecordID: 9,
      Details: { Svc: 'x' },
    },
    {
      eventId: 7045,
      channel: 'Microsoft-Windows-PowerShell/Operational',
      recordId: 9,
      level: null,
      fields: new Map([['Svc', 'x']]),
      time: utc('2020-01-02T03:04:05.123Z') as never,
    },
  ],
  [
    'Chainsaw',
    { group: 'g', name: 'n', timestamp: 'x', document: { kind: 'evtx', path: 'p', data: evtxDumpRecord(5) } },
    { eventId: 7036, recordId: 5 },
  ],
  [
    'keys of nobody known',
    {
      event_code: 7,
      source: 'disk',
      severity: 'ERROR',
      created: '02.01.2020 03:04:05',
      computer: 'EX1',
      text: 'm',
      inserts: ['a'],
    },
    {
      eventId: 7,
      provider: 'disk',
      level: 'error',
      host: 'EX1',
      strings: ['a'],
      message: 'm',
      time: { kind: 'local', date: [2, 1, 2020] } as never,
    },
  ],
];

test.each(RECORDS)('%s', (_name, record, expected) => {
  expect(readOne(record)).toMatchObject(expected);
});

test.each([
  ['numbers of a service', { id: 1, name: 'x' }],
  ['an action of a bulk file', { index: { _index: 'x' } }],
  ['a list of names', [{ name: 'x' }]],
])('%s are no events', (_name, record) => {
  expect(() => readOne(record)).toThrow();
});

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

test('an event of a cloud is none of Windows', () => {
  const record = {
    ...{
      eventVersion: '1.05',
      eventTime: '2019-01-01T00:00:00Z',
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRole',
    },
    ...{ awsRegion: 'us-east-1', requestID: '1111', eventID: '1111', eventType: 'AwsApiCall' },
  };
  expect(parseText(createJsonParser, JSON.stringify(record)).events).toEqual([]);
});

describe('the history of Zabbix', () => {
  const value = {
    ...{ itemid: '28774', clock: '1709630000', timestamp: '1709629990', source: 'disk', severity: '4' },
    ...{ value: 'The driver detected a controller error.', logeventid: '11', ns: '334455' },
  };

  test.each([
    ['a list', [value]],
    ['the answer of the API', { jsonrpc: '2.0', result: [value], id: 1 }],
  ])('%s', (_name, json) => {
    expect(readJsonText(JSON.stringify(json)).events).toMatchObject([
      {
        ...{ eventId: 11, provider: 'disk', level: 'error', time: utc('2024-03-05T09:13:10.000Z') },
        message: 'The driver detected a controller error.',
      },
    ]);
  });

  test('its levels are numbers of its own', () => {
    const levels = ['1', '2', '4', '7', '8', '9', '10'].map(
      (severity) => readOne(JSON.stringify({ ...value, severity })).level,
    );
    expect(levels).toEqual([
      'information',
      'warning',
      'error',
      'audit-failure',
      'audit-success',
      'critical',
      'verbose',
    ]);
  });

  test('a line of another log is none of Windows', () => {
    const line = { ...value, timestamp: '0', source: '', severity: '0', logeventid: '0' };
    expect(readJsonText(JSON.stringify([line])).events).toEqual([]);
  });
});

test.each([
  ['a row', (row: object) => row],
  ['a logged query', (row: object) => ({ name: 'x', hostIdentifier: 'y', unixTime: 1, columns: row, action: 'added' })],
  ['a snapshot', (row: object) => ({ snapshot: [row], action: 'snapshot', name: 'x' })],
])('osquery: %s', (_name, wrap) => {
  const row = {
    ...{
      computer_name: 'HOST01',
      data: '{"EventData":{"param1":"x","param2":"1"}}',
      datetime: '2020-03-03T10:11:10.1234567Z',
    },
    ...{
      eventid: '7031',
      keywords: '0x8080000000000000',
      level: '2',
      provider_guid: '{555908d1-a6d7-4695-8e1e-26931d2012f4}',
    },
    ...{ provider_name: 'Service Control Manager', source: 'System', task: '0', time: '1583230270' },
  };
  expect(readOne(JSON.stringify(wrap(row)))).toMatchObject({
    eventId: 7031,
    provider: 'Service Control Manager',
    channel: 'System',
    host: 'HOST01',
    level: 'error',
    time: utc('2020-03-03T10:11:10.123Z', 4567),
    fields: new Map([
      ['param1', 'x'],
      ['param2', '1'],
    ]),
  });
});

test('Plaso: the XML where it stands, else what was made of it', () => {
  const record = {
    ...{ data_type: 'windows:evtx:record', computer_name: 'HOST01', event_identifier: 7036, event_level: 4 },
    ...{
      record_number: 12,
      source_name: 'Service Control Manager',
      strings: ['x', 'stopped'],
      timestamp: 1331698658275956,
    },
    message: '[7036 / 0x1b7c] Source Name: Service Control Manager',
  };
  const seen = {
    eventId: 7036,
    provider: 'Service Control Manager',
    host: 'HOST01',
    level: 'information',
    recordId: 12,
  };
  expect(readOne(JSON.stringify(record))).toMatchObject({
    ...seen,
    time: utc('2012-03-14T04:17:38.275Z', 9560),
    strings: ['x', 'stopped'],
    message: null,
  });
  const xml =
    '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Service Control Manager"/>' +
    '<EventID Qualifiers="16384">7036</EventID><Level>4</Level><TimeCreated SystemTime="2012-03-14T04:17:38.275956200Z"/>' +
    '<EventRecordID>12</EventRecordID><Channel>System</Channel><Computer>HOST01</Computer></System></Event>';
  expect(readOne(JSON.stringify({ ...record, xml_string: xml }))).toMatchObject({
    ...seen,
    channel: 'System',
    qualifiers: 16_384,
  });
});

describe('values beside everything else', () => {
  const sysmon = {
    ...{ SourceName: 'Microsoft-Windows-Sysmon', ProviderGuid: '{5770385f-c22a-43e0-bf4c-06f5698ffbd9}', Level: '4' },
    ...{ Channel: 'Microsoft-Windows-Sysmon/Operational', Hostname: 'HOST01', EventID: 7, Task: '7' },
    ...{ TimeCreated: '2024-03-01T10:00:01.123Z', '@timestamp': '2024-03-01T10:00:01.123Z' },
    ...{ Message: 'Image loaded:\r\nImage: C:\\a.exe', Image: 'C:\\a.exe', Description: 'A program', ProcessId: '612' },
  };
  test('a description among them is none of the event', () => {
    expect(readOne(sysmon)).toMatchObject({
      provider: 'Microsoft-Windows-Sysmon',
      host: 'HOST01',
      message: 'Image loaded:\nImage: C:\\a.exe',
      fields: new Map([
        ['Image', 'C:\\a.exe'],
        ['ProcessId', '612'],
      ]),
    });
  });
  test('SecurityEvent of Azure, whose empty columns are none of the event', () => {
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
});

test('Telegraf: tags, and fields whose numbered values are inserts', () => {
  const record = {
    fields: {
      ...{
        EventRecordID: 101,
        Version: 0,
        TimeCreated: '2024-03-01T10:00:01.1234567Z',
        Message: 'The x service stopped.',
      },
      ...{ Data_param2: 'stopped', Data_param1: 'x', ProcessID: 612, ThreadID: 700, ProcessName: 'services.exe' },
    },
    name: 'win_eventlog',
    tags: {
      ...{ Channel: 'System', Computer: 'HOST01', EventID: '7036', Level: '4', LevelText: 'Information' },
      ...{ Source: 'Service Control Manager', host: 'COLLECTOR' },
    },
    timestamp: 1709287201,
  };
  expect(readOne(record)).toMatchObject({
    ...{ eventId: 7036, provider: 'Service Control Manager', channel: 'System', host: 'HOST01', level: 'information' },
    ...{ recordId: 101, time: utc('2024-03-01T10:00:01.123Z', 4567), message: 'The x service stopped.' },
    ...{ strings: ['x', 'stopped'], system: { processId: 612, threadId: 700 } },
  });
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

test('Datadog: an event in the attributes of the content of a record', () => {
  const record = {
    id: 'AQ',
    content: { host: 'host01', service: 'windows', attributes: { level: 'Info', ...Object(evtxDumpRecord(12)) } },
  };
  expect(readOne(record)).toMatchObject({ eventId: 7036, recordId: 12, provider: 'Service Control Manager' });
});

test('a rule that looks for events is none', () => {
  const rule = {
    ...{ title: 'Suspicious child process', id: 'c27515df', status: 'test', description: 'Detects …', level: 'high' },
    ...{ falsepositives: ['Unknown'], rule: ['SELECT * FROM logs'], channel: ['Security'], eventid: [4688] },
  };
  expect(readJsonText(JSON.stringify([rule])).events).toEqual([]);
});

test.each([
  ['an alert of another program', { event_id: 853_899, source: 'IOC', url: '/hx/api/v3/alerts/712' }],
  ['a file that somebody watches', { event_id: 11, timestamp: '2025-07-18T19:16:10Z', operation: 'create' }],
  [
    'the number of a record of 64 bits',
    { event_id: '1111111111111111', datetime: '2024-08-26 13:27:54', hostname: 'x' },
  ],
  ['an event that exists', { eventId: 7031, provider: 'Service Control Manager', title: 'x', severity: 'Error' }],
])('%s is no event', (_what, record) => {
  expect(readJsonText(JSON.stringify([record, record]))).toMatchObject({
    events: [],
    problems: [],
    findings: { records: 0 },
  });
});

test('OCSF: the event of Windows behind the class', () => {
  const record = {
    ...{
      class_uid: 1007,
      severity: 'Informational',
      time: 1_615_564_094_000,
      message: 'A new process has been created.',
    },
    ...{ device: { hostname: 'HOST01' }, metadata: { product: { feature: { name: 'Security' } }, uid: 'a47bd2fb' } },
    unmapped: {
      ...{ EventCode: '4688', RecordNumber: '257874', SourceName: 'Microsoft Windows security auditing.' },
      TaskCategory: 'Process Creation',
    },
  };
  expect(readOne(record)).toMatchObject({
    ...{ eventId: 4688, channel: 'Security', host: 'HOST01', recordId: 257_874, level: 'information' },
    ...{ time: utc('2021-03-12T15:48:14Z'), category: 'Process Creation', message: 'A new process has been created.' },
  });
});

describe('events in lists under any name', () => {
  const event = (id: number) => ({ Id: id, ProviderName: 'disk', TimeCreated: '2024-03-01T10:00:01Z', Message: 'x' });
  const found = { System: [event(7), event(51)], Application: [{ ...event(1000), ProviderName: 'Application Error' }] };
  test.each([
    ['a report', { computer: 'HOST01', logs: { count: 3, found } }],
    [
      'a list of results',
      [
        { title: 'a', matches: found.System },
        { title: 'b', matches: found.Application },
      ],
    ],
    ['by number', { 1: event(7), 2: event(51), 3: event(1000) }],
  ])('%s', (_what, value) => {
    const { events, problems, findings } = readJsonText(JSON.stringify(value, null, 1));
    expect(events.map(({ eventId }) => eventId)).toEqual([7, 51, 1000]);
    expect(problems).toEqual([]);
    expect(findings.records).toBe(3);
  });
  test('an id and a time deep in something else are none', () => {
    const value = {
      info: { Event: { event_id: 12, timestamp: '1606991986', comment: 'x', Attribute: [{ event_id: 12 }] } },
    };
    expect(readJsonText(JSON.stringify(value)).events).toEqual([]);
  });
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
