import { beforeAll, describe, expect, test } from 'vitest';
import { createMixtureParser, prepareMixture } from '../../../../src/core/input/mixture/parser.ts';
import { cefSegment } from '../../../../src/core/input/parsers/cef.ts';
import { checkmkSegment } from '../../../../src/core/input/parsers/checkmk.ts';
import { cloudwatchSegment } from '../../../../src/core/input/parsers/cloudwatch.ts';
import { keyPairsSegment } from '../../../../src/core/input/parsers/key-pairs/segment.ts';
import { leefSegment } from '../../../../src/core/input/parsers/leef.ts';
import { plasoSegment } from '../../../../src/core/input/parsers/plaso-lines.ts';
import { structuredDataSegment } from '../../../../src/core/input/parsers/structured-data.ts';
import { xmlRowsSegment } from '../../../../src/core/input/parsers/xml-rows.ts';
import type { RawEvent } from '../../../../src/core/model/event.ts';
import { expectRobust } from '../../../support/hostile-text.ts';
import { expectInterest } from '../../../support/interest-text.ts';
import { parseText } from '../../../support/parse-text.ts';
import { PIECE_SIZES } from '../../../support/sources.ts';
import { event } from './event-xml/support.ts';

beforeAll(() => prepareMixture());

const read = (text: string, size = 65_536) => parseText(createMixtureParser, text, { size });
const exact = (timeMs: number) => ({ kind: 'exact', timeMs });

const CEF = [
  'CEF:0|Microsoft|Microsoft Windows||Service Control Manager:7031|A service ended|Medium| eventId=12 externalId=7031 ' +
    'msg=The x service ended.\\nTry: a\\=b cat=System deviceSeverity=Error rt=1578945541000 dhost=HOST01.example.com',
  '<13>Mar  3 10:11:12 relay CEF:0|Microsoft|System or Application Event||disk:7|disk|High|externalId=7 cat=System ' +
    'rt=Mar 03 2020 10:11:10 cs3=disk cs3Label=EventSource',
].join('\n');
const LEEF = [
  '<13>1 2016-10-13T11:23:20Z relay LEEF:1.0|NXLog|in|3.0.1775|unknown|EventTime=2016-10-13 11:23:12\tHostname=HOST01\t' +
    'EventType=ERROR\tEventID=7\tSourceName=disk\tChannel=System\tRecordNumber=12\tMessage=A bad\tblock.\tsev=5',
  'LEEF:2.0|Microsoft|Windows|2022|4625|0x5E|cat=Failure Audit^usrName=EXAMPLE\\jo^identHostName=HOST02^devTime=1476357792000',
].join('\n');
const WINCOLLECT = [
  '<13>May 08 10:45:44 relay AgentDevice=WindowsLog\tAgentLogFile=System\tPluginVersion=7.2.9.108\tSource=disk\tComputer=HOST01\t' +
    'OriginatingComputer=192.0.2.2\tUser= \tDomain= \tEventID=7\tEventIDCode=3221487623\tEventType=1\tEventCategory=0\t' +
    'RecordNumber=42\tTimeGenerated=1588945541\tTimeWritten=1588945541\tMessage=The device has a bad block: Status=5',
  '<13>May 08 10:45:46 relay AgentDevice=WindowsLog\tAgentLogFile=System\tSource=disk\tComputer=HOST01\tUser= \tDomain= \t' +
    'EventID=51\tEventIDCode=2147745843\tEventType=2\tRecordNumber=43\tTimeGenerated=1588945546009\tMessage=An error was detected.',
].join('\n');
const CHECKMK = [
  '<<<logwatch>>>',
  '[[[Application]]]',
  '[[[Security]]]',
  'C Oct 11 10:42:01 0.4625 Microsoft-Windows-Security-Auditing An account failed to log on.',
  '[[[System]]]',
  'W Oct 11 10:43:10 32772.51 disk An error was detected.',
  'u Oct  1 10:43:11 49152.7031 Service_Control_Manager',
].join('\n');
const STRUCTURED = [
  '<134>1 2016-04-15T11:00:06+02:00 HOST01 Service_Control_Manager 3748 1234 [win@18372.4 EVENT_FACILITY="16" EVENT_ID="7036" ' +
    'EVENT_LEVEL="4" EVENT_NAME="System" EVENT_REC_NUM="471252" EVENT_SID="N/A" EVENT_SOURCE="Service Control Manager" ' +
    'EVENT_TYPE="Information"][meta sequenceId="397"] N/A: System Service Control Manager: [Information] The x service runs. (EventID 7036)',
  '<11>1 2026-03-26T01:29:23.5Z HOST02 Service_Control_Manager 620 - [NXLOG@14506 Keywords="-9187343239835811840" EventType="ERROR" ' +
    'EventID="7031" ProviderGuid="{555908D1-A6D7-4695-8E1E-26931D2012F4}" RecordNumber="50123" ExecutionThreadID="7020" ' +
    'Channel="System" param1="The \\"x\\" service" param2="1" SourceModuleName="in"] The x service ended.',
].join('\n');
const CLOUDWATCH = [
  '[System] [ERROR] [7031] [Service Control Manager] [HOST01] [The x service ended.]',
  '2024-03-01T10:00:01.123000+00:00 i-0123 [System] [INFORMATION] [7036] [Service Control Manager] [HOST01] [The x service runs.]',
  '1709280001123,"[Application] [WARNING] [51] [disk] [HOST01] [An error, and more.]"',
].join('\n');
const PLASO = [
  'datetime,timestamp_desc,source,source_long,message,parser,display_name,tag',
  ...['Content Modification Time', 'Creation Time'].map(
    (which) =>
      `2023-12-26T00:48:16.1513800+00:00,${which},EVT,WinEVTX,[1074 / 0x0432] Provider identifier: {b0aa8734} Source Name: User32 ` +
      "Strings: ['C:\\\\a.exe (H)'  None  \"it's\"] Computer Name: HOST01 Record Number: 1896 Event Level: 4,winevtx,NTFS:\\System.evtx,-",
  ),
  '12/26/2023,00:48:17,UTC,M...,EVT,WinEVTX,Creation Time,-,HOST01,[7 / 0x0007] Source Name: disk ...,[7 / 0x0007] Source Name: disk ' +
    "Message string: Bad block. Computer Name: x Strings: ['x'] Computer Name: HOST01 Record Number: 2 Event Level: 2,2,System.evtx,1,-,winevtx,-",
].join('\n');
const XML_ROWS = `<?xml version="1.0"?>
<Objects>
  <Object Type="System.Diagnostics.Eventing.Reader.EventLogRecord">
    <Property Name="Id" Type="System.Int32">7036</Property>
    <Property Name="Level" Type="System.Byte">4</Property>
    <Property Name="ProviderName" Type="System.String">Service Control Manager</Property>
    <Property Name="LogName" Type="System.String">System</Property>
    <Property Name="MachineName" Type="System.String">HOST01</Property>
    <Property Name="Properties" Type="System.Collections.Generic.IList">
      <Property Type="System.Diagnostics.Eventing.Reader.EventProperty">x</Property>
    </Property>
    <Property Name="Message" Type="System.String">The x service
runs &amp; runs.</Property>
  </Object>
</Objects>
<ROOT CREATED_BY="Microsoft Log Parser V2.2">
 <ROW>
  <EventLog>System</EventLog>
  <RecordNumber>4711</RecordNumber>
  <TimeGenerated>2004-11-08 22:30:20</TimeGenerated>
  <EventID>7</EventID>
  <EventTypeName>Error event</EventTypeName>
  <SourceName>disk</SourceName>
 </ROW>
 <ROW>
  <EventLog>System</EventLog>
  <RecordNumber>4712</RecordNumber>
  <EventID>51</EventID>
 </ROW>
</ROOT>`;

test('LEEF: attributes of an event log, and those that the format has', () => {
  for (const size of PIECE_SIZES) {
    const { events, findings } = read(LEEF, size);
    expect(events).toMatchObject([
      {
        ...{
          position: 1,
          eventId: 7,
          provider: 'disk',
          channel: 'System',
          host: 'HOST01',
          level: 'error',
          recordId: 12,
        },
        ...{ time: { kind: 'local', date: [2016, 10, 13], timeOfDayMs: 40_992_000 }, message: 'A bad\tblock.' },
      },
      {
        ...{ position: 2, eventId: 4625, provider: null, host: 'HOST02', level: 'audit-failure', user: 'EXAMPLE\\jo' },
        time: exact(1_476_357_792_000),
      },
    ]);
    expect(findings.format).toBe('leef');
  }
});

test.each([
  'LEEF:1.0|Microsoft|Exchange|2013|Login Event|cat=Failed',
  'LEEF:2.0|Lancope|StealthWatch|1.0|41|^|src=10.0.1.8^dst=10.0.0.5^sev=5',
  'LEEF:1.0|Microsoft|MSExchange|2016|15345|src=10.50.1.1\tdst=2.10.20.20',
])('LEEF of other products is none: %s', (line) => {
  expect(read(line).events).toEqual([]);
});

test('XML rows: of ConvertTo-Xml and of LogParser', () => {
  for (const size of PIECE_SIZES) {
    const { events, findings } = read(XML_ROWS, size);
    expect(events).toMatchObject([
      {
        ...{ position: 3, eventId: 7036, provider: 'Service Control Manager', channel: 'System', host: 'HOST01' },
        ...{ level: 'information', message: 'The x service\nruns & runs.' },
      },
      {
        ...{ position: 17, eventId: 7, provider: 'disk', level: 'error', recordId: 4711 },
        time: { kind: 'local', date: [2004, 11, 8], timeOfDayMs: 81_020_000 },
      },
      { position: 25, eventId: 51, recordId: 4712 },
    ]);
    expect(events).toHaveLength(3);
    expect(findings.format).toBe('xml-rows');
  }
});

test('XML rows: inserts that LogParser joins, lists of ConvertTo-Xml', () => {
  const { events } = read(
    [
      ...[
        '<ROOT>',
        ' <ROW>',
        '  <EventLog>System</EventLog>',
        '  <EventID>7</EventID>',
        '  <SourceName>disk</SourceName>',
      ],
      ...['  <Strings>a|b &amp; c</Strings>', '  <Data>0F00</Data>', ' </ROW>', '</ROOT>'],
      ...['<Objects>', '  <Object Type="System.Diagnostics.EventLogEntry">'],
      ...[
        '    <Property Name="EventID" Type="System.Int32">51</Property>',
        '    <Property Name="MachineName" Type="System.String">HOST01</Property>',
      ],
      ...['    <Property Name="Data" Type="System.Byte[]">', '      <Property Type="System.Byte">1</Property>'],
      ...['      <Property Type="System.Byte">255</Property>', '    </Property>'],
      ...[
        '    <Property Name="Source" Type="System.String">disk</Property>',
        '    <Property Name="ReplacementStrings" Type="System.String[]">',
      ],
      ...[
        '      <Property Type="System.String">\\Device|x</Property>',
        '      <Property Type="System.String">y</Property>',
      ],
      ...['    </Property>', '  </Object>', '</Objects>', ''],
    ].join('\n'),
  );
  expect(events).toMatchObject([
    { eventId: 7, provider: 'disk', strings: ['a', 'b & c'], data: Uint8Array.of(15, 0) },
    { eventId: 51, provider: 'disk', host: 'HOST01', strings: ['\\Device|x', 'y'], data: Uint8Array.of(1, 255) },
  ]);
});

test('XML of something else has no rows of events', () => {
  const feed =
    '<rss>\n<item>\n<title>x</title>\n<description>y</description>\n<source>z</source>\n<date>2020-01-01</date>\n</item>\n</rss>';
  expect(read(feed).events).toEqual([]);
  // An update of Trellix has an id, a severity and a type.
  const update =
    '<UpdateEvent>\n<EventID>2401</EventID>\n<Severity>0</Severity>\n<GMTTime>2024-12-20T15:35:50</GMTTime>\n' +
    '<ProductID>AMCORDAT2000</ProductID>\n<Type>AMCore</Type>\n<Version>5746.0</Version>\n</UpdateEvent>\n';
  expect(read(`<UpdateEvents>\n${update}</UpdateEvents>\n`).events).toEqual([]);
});

test('a list of the events that exist has no times, and no events', () => {
  const entry =
    '<event>\n<id>7034</id>\n<source>Service Control Manager</source>\n<description>A service ended.</description>\n</event>\n';
  expect(read(`<list>\n${entry.repeat(2)}</list>\n`).events).toEqual([]);
});

test('a root of another name holds events, no rows', () => {
  const { events } = read(`From our server:\n<root>\n${event({ id: '7011' })}\n${event({ id: '7031' })}\n</root>\n`);
  expect(events).toMatchObject([
    { position: 3, eventId: 7011, provider: 'Service Control Manager', time: exact(1_773_760_680_626) },
    { position: 4, eventId: 7031, provider: 'Service Control Manager', time: exact(1_773_760_680_626) },
  ]);
});

test.each([
  '2023-03-14 01:02:03.123,[System] [ERROR] [7031] [disk] [HOST01] [A [bad] block.],i-0123',
  '2023-03-14 01:02:03.123,"[System] [ERROR] [7031] [disk] [HOST01] [A [bad] block.]",i-0123,"x"',
])('Logs Insights: what stands in the cells behind the event is none of it', (line) => {
  expect(read(`${line}\n`).events).toMatchObject([
    { time: exact(Date.parse('2023-03-14T01:02:03.123Z')), provider: 'disk', message: 'A [bad] block.' },
  ]);
});

test('CloudWatch: what stands in brackets, and the time in front', () => {
  for (const size of PIECE_SIZES) {
    const { events, findings } = read(CLOUDWATCH, size);
    expect(events).toMatchObject([
      {
        ...{ position: 1, time: null, channel: 'System', level: 'error', eventId: 7031, host: 'HOST01' },
        ...{ provider: 'Service Control Manager', message: 'The x service ended.' },
      },
      { position: 2, time: exact(Date.parse('2024-03-01T10:00:01.123Z')), level: 'information', eventId: 7036 },
      {
        ...{ position: 3, time: exact(1_709_280_001_123), channel: 'Application', level: 'warning', provider: 'disk' },
        message: 'An error, and more.',
      },
    ]);
    expect(findings).toMatchObject({ format: 'cloudwatch', records: 3, freeText: [] });
  }
});

test('Plaso: records of two hosts, and those without a number, are events each', () => {
  const row = (id: number, facts: string): string =>
    `2023-12-26 00:48:1${id}.151380+00:00,Content Modification Time,EVT,WinEVTX,[7 / 0x0007] Source Name: disk ${facts}Event Level: 2,winevtx,f,-`;
  const rows = [
    row(1, ''),
    row(2, ''),
    row(3, 'Computer Name: A Record Number: 5 '),
    row(4, 'Computer Name: B Record Number: 5 '),
  ];
  expect(read(rows.join('\n')).events.map(({ host, recordId }) => [host, recordId])).toEqual([
    [null, null],
    [null, null],
    ['A', 5],
    ['B', 5],
  ]);
});

test('Plaso: a row for each time of a record is one event', () => {
  for (const size of PIECE_SIZES) {
    const { events, findings } = read(PLASO, size);
    expect(events).toMatchObject([
      {
        ...{ position: 2, time: exact(Date.parse('2023-12-26T00:48:16.151Z')), host: 'HOST01', provider: 'User32' },
        ...{
          eventId: 1074,
          level: 'information',
          recordId: 1896,
          message: null,
          strings: ['C:\\a.exe (H)', '', "it's"],
        },
      },
      {
        ...{
          position: 4,
          time: exact(Date.parse('2023-12-26T00:48:17Z')),
          host: 'HOST01',
          provider: 'disk',
          eventId: 7,
        },
        ...{ level: 'error', recordId: 2, message: 'Bad block. Computer Name: x', strings: ['x'] },
      },
    ]);
    expect(events).toHaveLength(2);
    expect(findings.records).toBe(2);
  }
});

test('CEF: what the connector of ArcSight says of an event', () => {
  for (const size of PIECE_SIZES) {
    const { events, problems, findings } = read(CEF, size);
    expect(events).toMatchObject([
      {
        position: 1,
        time: exact(1_578_945_541_000),
        host: 'HOST01.example.com',
        channel: 'System',
        provider: 'Service Control Manager',
        eventId: 7031,
        level: 'error',
        message: 'The x service ended.\nTry: a=b',
      },
      {
        position: 2,
        time: { kind: 'local', date: [3, 3, 2020], timeOfDayMs: 36_670_000 },
        host: 'relay',
        provider: 'disk',
        eventId: 7,
        level: null,
        message: null,
      },
    ]);
    expect(problems).toEqual([]);
    expect(findings).toMatchObject({ format: 'cef', records: 2, freeText: [] });
  }
});

test.each([
  'CEF:0|Microsoft|ATA|1.9.0.0|BruteForceSecurityAlert|Brute force|5|externalId=2023 start=2018-01-01T00:00:00Z',
  'CEF:0|ArcSight|ArcSight|7.0.5|agent:016|Device connection up|Low| eventId=1 rt=1410524500502',
  'CEF:0|Unix|Unix||arcsight:143:1|Started Session|Low| eventId=31 dhost=host',
  'CEF:0|Microsoft|Azure ATP|2.0|x:7|Alert|5|externalId=2007',
])('CEF of what is no event log: %s', (line) => {
  expect(read(line).events).toEqual([]);
});

describe('WinCollect of QRadar', () => {
  test.each([
    ['with tabs', WINCOLLECT],
    ['with what relays make of them', WINCOLLECT.replaceAll('\t', '\\t')],
    ['with octal numbers', WINCOLLECT.replaceAll('\t', '#011')],
    ['with blanks', WINCOLLECT.replaceAll('\t', ' ')],
  ])('%s', (_name, text) => {
    const { events, problems } = read(text);
    expect(events).toMatchObject([
      {
        position: 1,
        time: exact(1_588_945_541_000),
        host: 'HOST01',
        channel: 'System',
        provider: 'disk',
        eventId: 7,
        level: 'error',
        user: null,
        recordId: 42,
        message: 'The device has a bad block: Status=5',
      },
      { position: 2, time: exact(1_588_945_546_009), eventId: 51, level: 'warning', recordId: 43 },
    ]);
    expect(events).toHaveLength(2);
    expect(problems).toEqual([]);
  });
});

test('Checkmk: state, qualifiers and id, and the log above', () => {
  for (const size of PIECE_SIZES) {
    const { events, problems, findings } = read(CHECKMK, size);
    expect(events).toMatchObject([
      {
        position: 4,
        time: null,
        channel: 'Security',
        provider: 'Microsoft-Windows-Security-Auditing',
        eventId: 4625,
        level: 'audit-failure',
        message: 'An account failed to log on.',
      },
      { position: 6, channel: 'System', provider: 'disk', eventId: 32_772 * 65_536 + 51, level: 'warning' },
      { position: 7, provider: 'Service Control Manager', level: null, message: null },
    ]);
    expect(problems).toEqual([{ code: 'time/no-year', position: 4, detail: null }]);
    expect(findings).toMatchObject({ format: 'checkmk', freeText: [] });
  }
});

test('Checkmk: names in brackets without events are words', () => {
  const { events, findings } = read('[[[Main page]]]\nsee there\n');
  expect(events).toEqual([]);
  expect(findings.freeText.map(({ text }) => text)).toEqual(['[[[Main page]]]\nsee there']);
});

test('structured data of syslog: the agents of syslog-ng and NXLog', () => {
  for (const size of PIECE_SIZES) {
    const { events, problems, findings } = read(STRUCTURED, size);
    expect(events).toMatchObject([
      {
        position: 1,
        time: exact(Date.UTC(2016, 3, 15, 9, 0, 6)),
        host: 'HOST01',
        channel: 'System',
        provider: 'Service Control Manager',
        eventId: 7036,
        level: 'information',
        user: null,
        recordId: 471_252,
        message: 'The x service runs.',
      },
      {
        position: 2,
        time: exact(Date.UTC(2026, 2, 26, 1, 29, 23, 500)),
        host: 'HOST02',
        provider: 'Service Control Manager',
        eventId: 7031,
        level: 'error',
        recordId: 50_123,
        strings: ['The "x" service', '1'],
        fields: new Map([
          ['param1', 'The "x" service'],
          ['param2', '1'],
        ]),
        message: 'The x service ended.',
      },
    ]);
    expect(problems).toEqual([]);
    expect(findings).toMatchObject({ format: 'structured-data', records: 2, freeText: [] });
  }
});

test('syslog-ng without structured data', () => {
  const line =
    '<134>Jul 27 14:55:12 HOST01 Microsoft-Windows-Winlogon[3720]: EXAMPLE\\user1: Application Microsoft-Windows-Winlogon: [Warning] Text (a) (EventID 4101)';
  expect(read(line).events).toMatchObject([
    {
      host: 'HOST01',
      channel: 'Application',
      provider: 'Microsoft-Windows-Winlogon',
      eventId: 4101,
      level: 'warning',
      user: 'EXAMPLE\\user1',
      message: 'Text (a)',
    },
  ]);
});

const withoutPlace = (event: RawEvent | undefined) => ({ ...event, position: 0 });

describe.each([
  ['CEF', cefSegment.create, CEF],
  ['LEEF', leefSegment.create, LEEF],
  ['WinCollect', keyPairsSegment.create, WINCOLLECT],
  ['Checkmk', checkmkSegment.create, CHECKMK],
  ['structured data', structuredDataSegment.create, STRUCTURED],
  ['CloudWatch', cloudwatchSegment.create, CLOUDWATCH],
  ['Plaso', plasoSegment.create, PLASO],
])('%s', (_name, create, text) => {
  test('what is dropped early is counted', () => expectInterest(create, text));
  test('cut or changed anywhere it never throws', () => {
    expectRobust(create, text, 60);
    expectRobust(createMixtureParser, text, 30);
  });
  test.each([
    '[a@1 EventID="',
    ' a="',
    'CEF:0|',
    ' a=',
    '\\t',
    ': (EventID 1)',
    '[a] [b] ',
    ",[1 / 0x0001] '",
    ' Source Name: ',
  ])('a line with 300 000 times %s costs itself, and no other, before the test times out', (piece) => {
    const [last = ''] = text.split('\n').slice(-1);
    const { events } = parseText(create, `${last} ${piece.repeat(300_000)}\n${last}\n`);
    expect(withoutPlace(events.at(-1))).toEqual(withoutPlace(parseText(create, `${last}\n`).events.at(-1)));
  });
  test('5 MB in one field', () => {
    const [first = ''] = text.split('\n').slice(-1);
    expect(parseText(create, `${first}${'x'.repeat(5 << 20)}\n${first}\n`).events.length).toBeGreaterThan(0);
  });
});

describe('XML rows', () => {
  test('what is dropped early is counted', () => expectInterest(xmlRowsSegment.create, XML_ROWS));
  test('cut or changed anywhere it never throws', () => {
    expectRobust(xmlRowsSegment.create, XML_ROWS, 60);
    expectRobust(createMixtureParser, XML_ROWS, 30);
  });
});
