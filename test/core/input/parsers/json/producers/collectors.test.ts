import { describe, expect, test } from 'vitest';
import { expectRead, readJsonText, readOne, type Sample, utc } from '../support.ts';

const XML =
  "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='disk'/><EventID Qualifiers='49156'>7</EventID>" +
  "<Level>2</Level><TimeCreated SystemTime='2020-01-02T03:04:05Z'/><EventRecordID>9</EventRecordID><Channel>System</Channel><Computer>EX1</Computer>" +
  '</System><EventData><Data>\\Device\\Harddisk0\\DR0</Data><Binary>0300</Binary></EventData></Event>';

const RECORDS: readonly Sample[] = [
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
      time: utc('2020-01-02T03:04:05.500Z'),
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
      time: utc('2020-01-02T03:04:05.123Z', 4567),
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
      ...{ qualifiers: 49_156, strings: ['a', 'b'], message: 'm', time: utc('2020-01-02T03:04:05Z') },
    },
  ],
  [
    'an event as XML in a string',
    { ts: 1, raw_xml: XML },
    { eventId: 7, provider: 'disk', host: 'EX1', data: Uint8Array.of(3, 0) },
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
      ...{ message: 'The x\nservice [y] ended.', time: utc('2020-01-02T03:04:05.123Z') },
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
      time: utc('2020-01-02T03:04:05.123Z'),
    },
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
      time: { kind: 'local', date: [2, 1, 2020] },
    },
  ],
];
test.each(RECORDS)('%s', expectRead);

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

test('osquery: the table that is asked for a log names it otherwise', () => {
  const row = {
    ...{
      channel: 'System',
      computer_name: 'HOST01',
      data: '{"EventData":{"param1":"x"}}',
      eventid: '7031',
      level: '2',
    },
    ...{ datetime: '2020-03-03T10:11:10.1234567Z', provider_guid: '{1}', provider_name: 'Service Control Manager' },
    ...{ pid: '700', tid: '8', time_range: '', timestamp: '', xpath: '' },
  };
  expect(readOne([row])).toMatchObject({
    eventId: 7031,
    channel: 'System',
    host: 'HOST01',
    system: { processId: 700 },
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

describe('Artemis: a rendered event with its values', () => {
  const record = {
    ...{ message: "Protocol 'net.pipe' connected.\n", template_message: "Protocol '%1' connected.\n" },
    ...{ event_id: 7003, qualifier: 16_384, version: 0, guid: 'd60acc81-2608-4617-bfb7-2452bf002430', task: 0 },
    ...{
      provider: 'Microsoft-Windows-WAS-ListenerAdapter',
      source_name: 'WAS-LA',
      record_id: 3841,
      level: 'Information',
    },
    ...{ opcode: 0, keywords: '0x80000000000000', activity_id: '', process_id: 4652, thread_id: 12, sid: 'S-1-5-18' },
    ...{
      generated: '2026-03-03T02:29:22.7125176Z',
      system_time: '2026-03-03T02:29:22.712517Z',
      channel: 'Application',
    },
    ...{ computer: 'HOST01', message_file: 'C:\\x.dll', rendering_info: null, evidence: 'C:\\Application.evtx' },
    collection_metadata: { endpoint_id: '6c51b123', id: 1, artifact_name: 'eventlogs', hostname: 'HOST02' },
  };
  test.each([
    ['a named one', { Protocol: 'net.pipe' }, ['net.pipe'], [['Protocol', 'net.pipe']]],
    ['one without a name', { Data: { '#text': 'net.pipe' }, Binary: null }, ['net.pipe'], []],
    ['several', { Data: { '#text': ['a', 'b'] } }, ['a', 'b'], []],
    ['in an element of its own', { EventXML: { '#attributes': { xmlns: 'x' }, p: 1 } }, ['1'], [['p', '1']]],
    ['none', null, [], []],
  ] as const)('%s', (_what, raw_event_data, strings, fields) => {
    expect(readOne({ ...record, raw_event_data })).toMatchObject({
      ...{
        eventId: 7003,
        qualifiers: 16_384,
        provider: 'Microsoft-Windows-WAS-ListenerAdapter',
        providerAlias: 'WAS-LA',
      },
      ...{ channel: 'Application', host: 'HOST01', level: 'information', recordId: 3841, user: 'S-1-5-18' },
      ...{ time: utc('2026-03-03T02:29:22.712Z', 5170), message: "Protocol 'net.pipe' connected." },
      ...{ strings, fields: new Map(fields), system: { processId: 4652, threadId: 12, userId: 'S-1-5-18' } },
    });
  });
});

test('Datadog: the text stands beside what holds the event', () => {
  const system = {
    ...{ Provider: { Name: 'Service Control Manager' }, EventID: { value: '7031', Qualifiers: '49152' }, Level: '2' },
    ...{ TimeCreated: { SystemTime: '2024-05-06T07:08:09.1234567Z' }, EventRecordID: '77', Channel: 'System' },
    Computer: 'SRV01',
  };
  const attributes = { Event: { System: system, EventData: { Data: { param1: 'Spooler', param2: '1' } } } };
  const content = {
    timestamp: '2024-05-06T07:08:10Z',
    host: 'srv01',
    message: 'The Spooler service ended.',
    attributes,
  };
  const expected = {
    ...{ eventId: 7031, level: 'error', qualifiers: 49_152, recordId: 77, strings: ['Spooler', '1'] },
    ...{ message: 'The Spooler service ended.', time: utc('2024-05-06T07:08:09.123Z', 4567) },
  };
  expect(readOne({ logs: [{ id: 'A', content }] })).toMatchObject(expected);
  expect(readOne({ data: [{ id: 'A', type: 'log', attributes: content }] })).toMatchObject(expected);
  // The event as a string of JSON is no text of it.
  const nested = { ...content, message: JSON.stringify(attributes) };
  expect(readOne({ logs: [{ content: nested }] })).toMatchObject({ ...expected, message: null });
});

test('Virtual Client: a report with keys of an event around events', () => {
  const event = (record: string): object => ({
    ...{ channel: 'System', computer: 'HOST01', description: 'The driver failed to load.', eventID: '219' },
    ...{ eventID_Qualifiers: '16384', eventRecordID: record, execution_ProcessID: '56', level: '3' },
    ...{ provider_Name: 'Microsoft-Windows-Kernel-PnP', provider_Guid: '9c205a39-1250-487d-abd7-e831c6290539' },
    ...{ provider_EventSourceName: 'Kernel-PnP', timeCreated_SystemTime: '2025-04-08T21:46:06.1652638Z' },
  });
  const about = { eventCode: -1, eventDescription: 'x', eventId: 'System', eventSource: 'Windows Event Log' };
  const { events } = readJsonText(
    JSON.stringify({ eventInfo: { ...about, events: [event('63852'), event('63853')] } }),
  );
  expect(events.map(({ recordId }) => recordId).sort()).toEqual([63_852, 63_853]);
  expect(events[0]).toMatchObject({
    ...{ eventId: 219, qualifiers: 16_384, provider: 'Microsoft-Windows-Kernel-PnP', providerAlias: 'Kernel-PnP' },
    ...{ level: 'warning', message: 'The driver failed to load.', fields: new Map() },
    ...{ time: utc('2025-04-08T21:46:06.165Z', 2638), system: { processId: 56 } },
  });
});

test('Loki: the user and the process stand in objects', () => {
  const record = {
    ...{ source: 'Service Control Manager', channel: 'System', computer: 'SRV01', event_id: 7031, level: 2 },
    ...{ levelText: 'Error', taskText: 'None', keywords: 'Classic', timeCreated: '2024-05-06T07:08:09.1234567Z' },
    ...{ eventRecordID: 77, execution: { processId: 700, threadId: 8, processName: 'services.exe' } },
    ...{ correlation: { activityID: '{1}' }, security: { userId: 'S-1-5-18', userName: 'NT AUTHORITY\\SYSTEM' } },
    message: 'It ended.',
  };
  const event_data = "<Data Name='param1'>Spooler</Data><Data Name='param2'>1</Data>";
  expect(readOne({ ...record, event_data })).toMatchObject({
    ...{ eventId: 7031, level: 'error', user: 'S-1-5-18', strings: ['Spooler', '1'], category: 'None' },
    system: { processId: 700, threadId: 8, activityId: '{1}', userId: 'S-1-5-18' },
  });
  expect(readOne(record).fields).toEqual(new Map());
});

test('Dissect: elements and attributes flat, in the order of the alphabet', () => {
  const record = {
    ...{
      hostname: 'a',
      domain: null,
      ts: '2024-05-06T07:08:09.123456+00:00',
      Provider_Name: 'Service Control Manager',
    },
    ...{ EventID: 7036, Channel: 'System', Computer: 'HOST01', EventID_Qualifiers: '16384', EventRecordID: '77' },
    ...{ Correlation_ActivityID: '{1}', Execution_ProcessID: '700', Level: '4', Security_UserID: 'S-1-5-18' },
    ...{ Provider_Guid: '{2}', Provider_EventSourceName: 'SCM', Binary: '5300', source: 'System.evtx' },
    ...{ _source: 't.E01', _classification: null, _generated: '2024-06-01T00:00:00+00:00', _version: 1 },
  };
  const head = {
    ...{
      eventId: 7036,
      qualifiers: 16_384,
      provider: 'Service Control Manager',
      providerAlias: 'SCM',
      user: 'S-1-5-18',
    },
    ...{ channel: 'System', host: 'HOST01', recordId: 77, level: 'information', data: Uint8Array.of(0x53, 0) },
    ...{ time: utc('2024-05-06T07:08:09.123Z', 4560), system: { version: null, processId: 700, activityId: '{1}' } },
  };
  expect(readOne({ ...record, param1: 'Spooler', param2: 'running' })).toMatchObject({
    ...{ ...head, strings: ['Spooler', 'running'] },
    fields: new Map([
      ['param1', 'Spooler'],
      ['param2', 'running'],
    ]),
  });
  // A list without names, and elements without names one by one.
  expect(readOne({ ...record, Data_0: 'a', Data_1: null, Data_2: 'c' })).toMatchObject({ strings: ['a', '', 'c'] });
  expect(readOne({ ...record, Data: 'a', Data_1: 'b' })).toMatchObject({ strings: ['a', 'b'] });
  expect(readOne({ ...record, ServiceName: 'x' })).toMatchObject({
    strings: [],
    fields: new Map([['ServiceName', 'x']]),
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
    ...{ eventId: 4688, channel: 'Security', host: 'HOST01', recordId: 257_874, level: null },
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
