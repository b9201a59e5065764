import { describe, expect, test } from 'vitest';
import { createMixtureParser } from '../../../../../src/core/input/mixture/parser.ts';
import { isHeadlessRow, isTable } from '../../../../../src/core/input/parsers/csv/recognise.ts';
import { fixtureText } from '../../../../support/fixtures.ts';
import { parseText } from '../../../../support/parse-text.ts';
import { PIECE_SIZES } from '../../../../support/sources.ts';
import { AT, readCsv } from './support.ts';

const example = (name: string): string => fixtureText(`formats/csv/${name}`);

describe('the examples', () => {
  test.each([
    [
      'viewer-default-noquotes.csv',
      [4658, 4656].map((eventId, index) => ({
        position: index + 2,
        time: { ...AT, date: [10, 7, 2016], orders: ['mdy', 'dmy'], precisionMs: 1000 },
        provider: 'Microsoft-Windows-Security-Auditing',
        eventId,
        level: 'information',
        category: 'File System',
        message: null,
        host: null,
        channel: null,
      })),
    ],
    [
      'viewer-security.csv',
      [
        {
          position: 2,
          time: { kind: 'local', date: [7, 17, 2021], orders: ['mdy'], timeOfDayMs: 81_065_000 },
          provider: 'Microsoft-Windows-Security-Auditing',
          eventId: 4648,
          level: 'audit-success',
          category: 'Logon',
          message: expect.stringMatching(
            /^A logon was attempted using explicit credentials\.\n\nSubject:\n\tSecurity ID:\t\tSYSTEM[\s\S]*000000000000\}$/,
          ),
        },
      ],
    ],
    [
      'viewer-fr.txt',
      [
        {
          position: 2,
          time: { kind: 'local', date: [2015, 10, 2], orders: ['ymd'], timeOfDayMs: 63_349_000 },
          provider: '.NET Runtime',
          eventId: 1026,
          level: 'error',
          category: null,
          message: 'Application : [...]',
        },
      ],
    ],
    [
      'powershell-get-winevent.csv',
      [
        {
          position: 2,
          recordId: 1657,
          time: { kind: 'local', date: [5, 31, 2026], orders: ['mdy'], timeOfDayMs: 59_781_000 },
          host: 'HOST01',
          channel: 'Microsoft-Windows-Sysmon/Operational',
          provider: 'Microsoft-Windows-Sysmon',
          eventId: 5,
          level: 'information',
          category: 'Process terminated (rule: ProcessTerminate)',
          user: 'S-1-5-18',
          strings: [],
          message: expect.stringMatching(/^Process terminated:\nRuleName: -\n[\s\S]*\nUser: HOST01\\user1$/),
          system: {
            version: 3,
            task: 5,
            opcode: 0,
            keywords: '0x8000000000000000',
            processId: 2384,
            threadId: 6920,
            providerGuid: '5770385f-c22a-43e0-bf4c-06f5698ffbd9',
            userId: 'S-1-5-18',
          },
        },
      ],
    ],
    [
      'dumpel-line.txt',
      [
        {
          position: 1,
          time: { kind: 'local', date: [4, 11, 95], orders: ['mdy', 'dmy'], timeOfDayMs: 17_919_000 },
          host: 'REDIPSRVP2',
          provider: 'DhcpServer',
          eventId: 1016,
          level: 'error',
          user: null,
          strings: ['%%20013'],
          message: null,
        },
      ],
    ],
  ])('%s', (name, events) => {
    expect(isTable(example(name))).toBe(true);
    for (const size of PIECE_SIZES) {
      const read = readCsv(example(name), { size });
      expect(read.events).toMatchObject(events);
      expect(read.events).toHaveLength(events.length);
      expect(read).toMatchObject({ problems: [], findings: { freeText: [], records: events.length } });
    }
  });
});

const row = (...cells: readonly string[]): string => cells.join(',');

describe('other producers', () => {
  test.each<readonly [string, readonly string[], readonly object[]]>([
    [
      'the log of an older viewer, by commas',
      ['10/7/2016,6:38:24 PM,W32Time,Error,None,29,N/A,HOST01,The time provider NtpClient is configured.'],
      [{ provider: 'W32Time', level: 'error', eventId: 29, host: 'HOST01', user: null, category: null, time: AT }],
    ],
    [
      'the same by tabs, in German, with line ends in the description',
      [
        '07.10.2016\t18:38:24\tVSS\tFehler\tKeine\t12292\tNT-AUTORITÄT\\SYSTEM\tHOST01\tVolumeschattenkopie: Fehler',
        '',
        'Vorgang: Schreiber',
        '07.10.2016\t18:38:25\tdisk\tWarnung\tKeine\t51\tNicht zutreffend\tHOST01\tFehler am Gerät.',
      ],
      [
        {
          eventId: 12292,
          level: 'error',
          user: 'NT-AUTORITÄT\\SYSTEM',
          message: 'Volumeschattenkopie: Fehler\n\nVorgang: Schreiber',
          time: { ...AT, orders: ['dmy'] },
        },
        { eventId: 51, level: 'warning', user: null, message: 'Fehler am Gerät.', position: 4 },
      ],
    ],
    [
      'Export List',
      [
        'Type\tDate\tTime\tSource\tCategory\tEvent\tUser\tComputer',
        'Error\t10/7/2016\t6:38:24 PM\tdisk\tNone\t7\tN/A\tHOST01',
      ],
      [{ level: 'error', provider: 'disk', eventId: 7, host: 'HOST01', time: AT, message: null }],
    ],
    [
      'Export List in a language that is not known',
      ['Wxyz,Abc,Def,Ghi,Jkl,Mno,Pqr,Stu', 'Error,07/10/2016,18:38:24,disk,None,7,N/A,HOST01'],
      [{ level: 'error', provider: 'disk', eventId: 7, host: 'HOST01', time: AT }],
    ],
    [
      'Get-EventLog | Export-Csv',
      [
        '#TYPE System.Diagnostics.EventLogEntry#system/Microsoft-Windows-GroupPolicy/1500',
        '"EventID","MachineName","Data","Index","Category","CategoryNumber","EntryType","Message","Source","ReplacementStrings","InstanceId","TimeGenerated","TimeWritten","UserName","Site","Container"',
        '"7036","HOST01","System.Byte[]","14382","(0)","0","Information","The service',
        'entered the ""running"" state.","Service Control Manager","System.String[]","1073748860","10/7/2016 6:38:24 PM","10/7/2016 6:38:25 PM",,,',
      ],
      [
        {
          eventId: 7036,
          qualifiers: 0x4000,
          recordId: 14_382,
          level: 'information',
          host: 'HOST01',
          provider: 'Service Control Manager',
          category: null,
          data: null,
          strings: [],
          message: 'The service\nentered the "running" state.',
          time: AT,
        },
      ],
    ],
    [
      'Select-Object of Get-WinEvent',
      ['"TimeCreated","Id","LevelDisplayName","Message"', '"07/10/2016 18:38:24","41","Critical","Rebooted."'],
      [{ eventId: 41, level: 'critical', message: 'Rebooted.', provider: null, time: AT }],
    ],
    [
      'EvtxECmd',
      [
        'RecordNumber,EventRecordId,TimeCreated,EventId,Level,Provider,Channel,ProcessId,ThreadId,Computer,UserId,MapDescription,UserName,RemoteHost,PayloadData1,PayloadData2,PayloadData3,PayloadData4,PayloadData5,PayloadData6,ExecutableInfo,HiddenRecord,SourceFile,Keywords,Payload',
        '1,4711,2016-10-07 18:38:24.1234567,4625,LogAlways,Microsoft-Windows-Security-Auditing,Security,4,8,HOST01,S-1-5-18,Failed logon,,,Target: X,,,,,,,False,C:\\Security.evtx,Audit failure,"{""EventData"":{""Data"":[{""@Name"":""TargetUserName"",""#text"":""user1""},{""@Name"":""Status"",""#text"":""0xc000006d""}]}}"',
      ],
      [
        {
          recordId: 4711,
          eventId: 4625,
          level: 'audit-failure',
          host: 'HOST01',
          channel: 'Security',
          strings: ['user1', '0xc000006d'],
          fields: new Map([
            ['TargetUserName', 'user1'],
            ['Status', '0xc000006d'],
          ]),
          time: {
            kind: 'exact',
            basis: 'utc',
            timeMs: Date.UTC(2016, 9, 7, 18, 38, 24, 123),
            ticks: 4567,
            precisionMs: 0.0001,
          },
        },
      ],
    ],
    [
      'EvtxECmd of a classic event, with another column',
      [
        'RecordNumber,EventRecordId,TimeCreated,EventId,Level,Provider,Channel,ChunkNumber,PayloadData1,Payload',
        '1,5,2016-10-07 18:38:24.0000000,7036,Info,Service Control Manager,System,2,,"{""EventData"":{""Data"":[{""@Name"":""param1"",""#text"":""VSS""}],""Binary"":""56-00""}}"',
      ],
      [{ eventId: 7036, level: 'information', strings: ['VSS'], data: Uint8Array.of(0x56, 0) }],
    ],
    [
      'LogParser',
      [
        'EventLog,RecordNumber,TimeGenerated,TimeWritten,EventID,EventType,EventTypeName,EventCategory,EventCategoryName,SourceName,Strings,ComputerName,SID,Message,Data',
        'System,12,2016-10-07 18:38:24,2016-10-07 18:38:24,51,2,Warning event,0,,disk,\\Device\\Harddisk0\\DR0|x,HOST01,,An error was detected.,0300680001',
      ],
      [
        {
          recordId: 12,
          channel: 'System',
          level: 'warning',
          eventId: 51,
          provider: 'disk',
          strings: ['\\Device\\Harddisk0\\DR0', 'x'],
          data: Uint8Array.of(3, 0, 0x68, 0, 1),
          time: { ...AT, orders: ['ymd'] },
        },
      ],
    ],
    [
      'LogParser, logs of another machine and of a saved file',
      [
        'EventLog,RecordNumber,TimeGenerated,EventID,EventTypeName,SourceName,Strings,ComputerName,Message',
        '\\\\EX1\\Application,12,2016-10-07 18:38:24,4003,Warning event,VSS,,EX1,A writer is frozen.',
        'C:\\case\\Application.evt,13,2016-10-07 18:38:24,4003,Warning event,VSS,,EX1,A writer is frozen.',
      ],
      [
        { recordId: 12, channel: 'Application', provider: 'VSS', time: { ...AT, orders: ['ymd'] } },
        { recordId: 13, channel: null, provider: 'VSS' },
      ],
    ],
    [
      'LogParser in W3C',
      [
        '#Software: Microsoft Log Parser',
        '#Version: 1.0',
        '#Date: 2016-10-08 10:00:00',
        '#Fields: EventLog RecordNumber TimeGenerated EventID EventTypeName SourceName Strings ComputerName Message',
        'System 12 2016-10-07+18:38:24 7036 Information+event Service+Control+Manager VSS|running HOST01 The+VSS+service+runs.',
        'System 13 2016-10-07+18:38:25 7000 Error+event Service+Control+Manager - HOST01 -',
      ],
      [
        {
          recordId: 12,
          level: 'information',
          provider: 'Service Control Manager',
          strings: ['VSS', 'running'],
          message: 'The VSS service runs.',
          time: AT,
        },
        { recordId: 13, level: 'error', strings: [], message: null },
      ],
    ],
    [
      'Azure Monitor',
      [
        'TenantId,SourceSystem,"TimeGenerated [UTC]",Source,EventLog,Computer,EventLevel,EventLevelName,ParameterXml,EventData,EventID,RenderedDescription,Type',
        'x,OpsManager,"10/7/2016, 6:38:24.123 PM",disk,System,HOST01,2,Warning,<Param>\\Device\\Harddisk0</Param><Param>a &amp; b</Param>,,51,"An error, detected.",Event',
      ],
      [
        {
          eventId: 51,
          level: 'warning',
          channel: 'System',
          host: 'HOST01',
          strings: ['\\Device\\Harddisk0', 'a & b'],
          message: 'An error, detected.',
          time: { kind: 'exact', basis: 'utc', timeMs: Date.UTC(2016, 9, 7, 18, 38, 24, 123) },
        },
      ],
    ],
    [
      'Azure Monitor, the bytes of a classic event',
      [
        'TenantId,"TimeGenerated [UTC]",Source,EventLog,Computer,EventLevelName,EventData,EventID',
        `x,"10/7/2016, 6:38:24.123 PM",disk,System,HOST01,Warning,"<DataItem type=""System.XmlData""><EventData><Data>a</Data><Binary>0F00</Binary></EventData></DataItem>",51`,
      ],
      [{ eventId: 51, strings: ['a'], data: Uint8Array.of(15, 0) }],
    ],
    [
      'Azure Monitor, in the zone of who exported it',
      [
        'TimeGenerated [Local Time],Computer,EventLog,Source,EventID,EventLevelName,RenderedDescription',
        '"10/7/2016, 6:38:24.123 PM",HOST01,System,disk,51,Warning,"An error, detected."',
      ],
      [
        {
          eventId: 51,
          provider: 'disk',
          host: 'HOST01',
          time: { kind: 'local', date: [10, 7, 2016], timeOfDayMs: AT.timeOfDayMs + 123 },
        },
      ],
    ],
    [
      'NirSoft with a header',
      [
        'Event Time\tRecord ID\tEvent ID\tLevel\tChannel\tProvider\tDescription\tOpcode\tTask\tKeywords\tProcess ID\tThread ID\tComputer\tUser',
        '10/7/2016 6:38:24.500 PM\t77\t7036\tInformation\tSystem\tService Control Manager\tIt runs.\t\t\tClassic\t4\t8\tHOST01\t',
      ],
      [{ recordId: 77, eventId: 7036, channel: 'System', message: 'It runs.', host: 'HOST01' }],
    ],
    [
      'NirSoft without a header',
      [
        '10/7/2016 6:38:24.500 PM,77,7036,Information,System,Service Control Manager,"It runs, and runs.",,,Classic,4,8,HOST01,',
      ],
      [{ recordId: 77, eventId: 7036, channel: 'System', message: 'It runs, and runs.', host: 'HOST01' }],
    ],
    [
      'psloglist -s',
      [
        '1234,System,Service Control Manager,INFORMATION,HOST01,10/7/2016 6:38:24 PM,7036,N/A,The VSS service, running.',
      ],
      [
        {
          recordId: 1234,
          channel: 'System',
          provider: 'Service Control Manager',
          level: 'information',
          host: 'HOST01',
          message: 'The VSS service, running.',
          time: AT,
        },
      ],
    ],
    [
      'dumpel by tabs',
      ['10/7/2016\t6:38:24 PM\t2\t0\t51\tN/A\tdisk\tHOST01\t\\Device\\Harddisk0 x'],
      [{ level: 'warning', eventId: 51, provider: 'disk', host: 'HOST01', strings: ['\\Device\\Harddisk0 x'] }],
    ],
    [
      'dumpel, the source in front of the user, by tabs and by blanks',
      [
        '10/7/2016\t6:38:24 PM\t1\t0\t7000\tService Control Manager\tN/A\tHOST01\tVSS %%2',
        '10/7/2016 6:38:24 PM 2 0 51 disk NT AUTHORITY\\SYSTEM HOST01 \\Device\\Harddisk0',
      ],
      [
        {
          level: 'error',
          eventId: 7000,
          provider: 'Service Control Manager',
          host: 'HOST01',
          user: null,
          strings: ['VSS %%2'],
        },
        {
          eventId: 51,
          provider: 'disk',
          user: 'NT AUTHORITY\\SYSTEM',
          host: 'HOST01',
          strings: ['\\Device\\Harddisk0'],
        },
      ],
    ],
    [
      'dumpel, no user in front of a source, a path behind it',
      ['10/7/2016 6:38:24 PM  2   0   51    N/A disk  HOST01  C:\\a\\b x'],
      [{ eventId: 51, provider: 'disk', host: 'HOST01', user: null, strings: ['C:\\a\\b x'] }],
    ],
    [
      'dumpel, a source of several words',
      ['10/7/2016 6:38:24 PM  4   0   7036    N/A Service Control Manager  HOST01  VSS  running'],
      [{ eventId: 7036, provider: 'Service Control Manager', host: 'HOST01', strings: ['VSS', 'running'] }],
    ],
    [
      'eventquery.vbs /FO CSV',
      [
        '"Type","Event","Date Time","Source","ComputerName","Category","User","Description"',
        '"error","7000","10/7/2016 6:38:24 PM","Service Control Manager","HOST01","None","N/A","It failed."',
      ],
      [{ level: 'error', eventId: 7000, provider: 'Service Control Manager', host: 'HOST01', message: 'It failed.' }],
    ],
    [
      'reports of support tools',
      [
        row(
          'Date',
          'Time',
          'Type/Level',
          'Computer Name',
          'Event Code',
          'Source',
          'Task Category',
          'Username',
          'Description',
        ),
        row('10/7/2016', '6:38:24 PM', 'Error', 'HOST01', '7', 'disk', 'None', 'N/A', 'A bad block.'),
        // What the script says of itself.
        ",,,,,,[Info],,[Export operation started at '10/8/2016 7:00:00 AM' - Log Name: 'System' - Machine Name: 'HOST01']",
        ",,,,,,[Info],,[Export operation ended at '10/8/2016 7:00:02 AM' - 1 record(s) generated.]",
      ],
      [{ level: 'error', eventId: 7, provider: 'disk', host: 'HOST01', message: 'A bad block.', time: AT }],
    ],
  ])('%s', (_name, lines, events) => {
    const text = lines.join('\n');
    expect(isTable(text)).toBe(true);
    for (const size of PIECE_SIZES) {
      const read = readCsv(text, { size });
      expect(read.problems).toEqual([]);
      expect(read.events).toMatchObject(events);
      expect(read.events).toHaveLength(events.length);
    }
  });
});

test.each([
  [
    'Kibana, with names of ECS and its own way to write times',
    '"@timestamp","winlog.event_id","winlog.provider_name","winlog.channel","log.level","host.name",message\n' +
      '"Apr 1, 2020 @ 10:11:12.123",7031,"Service Control Manager",System,error,HOST01,"The x, and"\n',
    {
      ...{ eventId: 7031, provider: 'Service Control Manager', channel: 'System', level: 'error', host: 'HOST01' },
      ...{ time: { kind: 'local', date: [1, 4, 2020], timeOfDayMs: 36_672_123 }, message: 'The x, and' },
    },
  ],
  [
    'Graylog, where `source` is the host',
    '"timestamp","source","EventID","SourceName","Channel","Severity","message"\n' +
      '"2020-04-01T10:11:12.123Z","HOST01","7031","Service Control Manager","System","ERROR","The x"\n',
    {
      ...{ eventId: 7031, provider: 'Service Control Manager', level: 'error', host: 'HOST01', message: 'The x' },
      time: { kind: 'exact', timeMs: Date.UTC(2020, 3, 1, 10, 11, 12, 123) },
    },
  ],
  [
    "LogParser, a few columns of one's choice",
    'TimeGenerated,EventID,SourceName,Strings\n2020-01-13 15:04:05,7036,Service Control Manager,Spooler|running\n',
    { eventId: 7036, strings: ['Spooler', 'running'], time: { kind: 'local', date: [2020, 1, 13] } },
  ],
  [
    'Jira, whose header has two bars',
    '||Level||Date and Time||Source||Event ID||Message||\n|Error|13/01/2020 3:04:05 PM|disk|7| The x |\n',
    { eventId: 7, provider: 'disk', level: 'error', message: 'The x', time: { date: [13, 1, 2020] } },
  ],
  [
    'Server Manager',
    'Server Name\tID\tSeverity\tSource\tLog\tDate and Time\nHOST01\t7\tError\tdisk\tSystem\t13/01/2020 3:04:05 PM\n',
    { eventId: 7, provider: 'disk', level: 'error', host: 'HOST01', channel: 'System', message: null },
  ],
  [
    'hayabusa, whose level is that of a rule',
    '"Timestamp","RuleTitle","Level","Computer","Channel","EventID","RecordID","Details"\n' +
      '"2021-10-22 22:39:25.123 +09:00","x","crit","HOST01","Sys",7045,12,"Svc: y"\n',
    { eventId: 7045, level: null, host: 'HOST01', channel: 'System', recordId: 12, message: 'Svc: y' },
  ],
])('%s', (_name, text, expected) => {
  const { events, problems } = readCsv(text);
  expect(events).toMatchObject([expected]);
  expect(problems).toEqual([]);
});

const eventXml = (id: number): string =>
  '<?xml version="1.0" encoding="utf-8"?>\n<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System>' +
  `<Provider Name="Service Control Manager"/><EventID>${id}</EventID><Level>2</Level>` +
  '<TimeCreated SystemTime="2024-03-01T10:00:01.1234567Z"/><EventRecordID>12</EventRecordID><Channel>System</Channel>' +
  '<Computer>HOST01</Computer></System><EventData><Data Name="param1">x</Data></EventData></Event>';
const inCell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

describe('the event itself in a cell, as XML', () => {
  const text = [
    'message,datetime,Severity,Event ID,Original Event Log,Computer Name,Channel',
    `found something,2024-03-01T14:00:01+04:00,Critical,7031,${inCell(eventXml(7031))},h,c`,
    `found more,2024-03-01T14:00:02+04:00,High,7034,${inCell(eventXml(7034).slice(0, 200))},h,c`,
    '',
  ].join('\n');
  test.each(PIECE_SIZES)('says what the cells beside it do not, unless it is cut; in pieces of %i', (size) => {
    const { events, findings } = readCsv(text, { size });
    expect(events).toMatchObject([
      {
        ...{ eventId: 7031, provider: 'Service Control Manager', level: 'error', host: 'HOST01', channel: 'System' },
        ...{ recordId: 12, message: null, strings: ['x'], time: { kind: 'exact', basis: 'utc' } },
      },
      { eventId: 7034, provider: null, host: 'h', channel: 'c', message: 'found more' },
    ]);
    expect(findings.records).toBe(2);
  });
});

describe('columns of names that are not known', () => {
  test('hold the values of the event, as SecurityEvent of Azure has them', () => {
    const { events } = readCsv(
      [
        ',TenantId,Account,EventID,TimeGenerated,Computer,Level,TargetUserName,LogonType,Status',
        '0,t,CORP\\b,4625,2019-01-15 05:15:02.980,HOST01,16,b,3,',
        '',
      ].join('\n'),
    );
    expect(events).toMatchObject([{ level: 'audit-failure', host: 'HOST01', strings: [] }]);
    expect(events[0]?.fields).toEqual(
      new Map([
        ['TargetUserName', 'b'],
        ['LogonType', '3'],
      ]),
    );
  });
  test('a payload in one cell says more', () => {
    const { events } = readCsv(
      'EventID,TimeGenerated,Computer,Level,EventData,Status\n7,2019-01-15 05:15:02,H,2,"{""a"":""b""}",0x1\n',
    );
    expect(events[0]?.fields).toEqual(new Map([['a', 'b']]));
  });
});

test('a column of times that says so is UTC', () => {
  const { events, findings } = readCsv(
    'TimeCreatedUtc,EventId,Provider,Channel\n2024-03-01 10:00:01,7036,Service Control Manager,System\n',
  );
  expect(events).toMatchObject([{ time: { kind: 'exact', timeMs: Date.parse('2024-03-01T10:00:01Z') } }]);
  expect(findings.timeBasis).toBe('utc');
});

test('a row of the log of a proxy, with a time and numbers, is no row without a header', () => {
  const row = (provider: string): string =>
    `2014-02-19T13:30:49.219Z,77,15,0,775,${provider},,RpcHttp,mail.example.com,/rpc`;
  expect([row('22'), row('-')].map(isHeadlessRow)).toEqual([false, false]);
});

test('what makes a row one without a header is a source with a name', () => {
  const row = (provider: string): string => `3/14/2012,1:00:00 AM,${provider},Error,None,7,N/A,EX1,A bad block.`;
  expect(['22', '-', 'disk'].map((provider) => isHeadlessRow(row(provider)))).toEqual([false, false, true]);
});

test('a table of events may lack their times', () => {
  const { events } = readCsv('ProviderName,Id,LevelDisplayName,Message\nContoso Agent,700,Error,Something odd.\n');
  expect(events).toMatchObject([
    { provider: 'Contoso Agent', eventId: 700, level: 'error', message: 'Something odd.', time: null },
  ]);
});

test('a table of the events that exist is none of events', () => {
  expect(
    isTable('EVENT_ID,EVENT_DESCRIPTION,EVENT_SOURCE\n1100,The event logging service has shut down,Windows\n'),
  ).toBe(false);
  expect(isTable('Provider,EventID,Version,Level,Channel,EventMessage\nA,1,0,Error,System,x\n')).toBe(false);
});

describe('columns of search engines and tools of forensics', () => {
  const said = { eventId: 7036, provider: 'Service Control Manager', channel: 'System', host: 'HOST01' };
  test('Winlogbeat out of Kibana, whose _id is none of the event', () => {
    const { events } = readCsv(
      '"@timestamp","winlog.event_id","winlog.channel","winlog.provider_name","winlog.computer_name","winlog.event_data.param1","_id","agent.version"\n' +
        '"Mar 1, 2024 @ 10:00:01.123",7036,System,"Service Control Manager",HOST01,x,abc,7.0\n',
    );
    expect(events).toMatchObject([said]);
    expect(events[0]?.fields).toEqual(new Map([['param1', 'x']]));
  });
  test('values that Winlogbeat left out because they are empty keep their positions', () => {
    const { events } = readCsv(
      '"@timestamp","event.code","winlog.provider_name","winlog.event_data.param1","winlog.event_data.param3"\n' +
        '"Mar 1, 2024 @ 10:00:01.123",7036,"Service Control Manager",x,z\n"Mar 1, 2024 @ 10:00:02.123",7036,"Service Control Manager",x,\n',
    );
    expect(events.map(({ strings }) => strings)).toEqual([['x', '', 'z'], ['x']]);
  });
  test('Dissect: a header for each kind of record', () => {
    const { events, problems } = readCsv(
      'hostname,domain,ts,Provider_Name,EventID,Channel,Computer,EventID_Qualifiers,EventRecordID,Execution_ProcessID,Level,' +
        'Provider_EventSourceName,Security_UserID,param1,param2,source,_source,_classification,_generated,_version\r\n' +
        'a,example.org,2024-05-06T07:08:09.123456+00:00,Service Control Manager,7036,System,HOST01,16384,77,700,4,' +
        'Service Control Manager,S-1-5-18,Spooler,running,System.evtx,t.E01,,2024-06-01T00:00:00+00:00,1\r\n' +
        'hostname,domain,ts,Provider_Name,EventID,Channel,Computer,EventRecordID,Level,Data_0,Data_1,Data_10,Data_2,source\r\n' +
        'a,,2024-05-06T07:08:11+00:00,Application Error,1000,Application,HOST01,79,2,a.exe,1.0,k,,Application.evtx\r\n',
    );
    expect(problems).toEqual([]);
    expect(events).toMatchObject([
      {
        ...{ ...said, position: 2, qualifiers: 16_384, recordId: 77, level: 'information', user: 'S-1-5-18' },
        ...{
          strings: ['Spooler', 'running'],
          time: { kind: 'exact', timeMs: Date.UTC(2024, 4, 6, 7, 8, 9, 123), ticks: 4560 },
        },
      },
      {
        ...{ position: 4, eventId: 1000, provider: 'Application Error', level: 'error', recordId: 79, host: 'HOST01' },
        strings: ['a.exe', '1.0', '', '', '', '', '', '', '', '', 'k'],
      },
    ]);
    expect([...(events[0]?.fields.keys() ?? [])]).toEqual(['param1', 'param2']);
  });
  test('Wazuh out of Kibana, whose description is that of a rule', () => {
    const { events } = readCsv(
      '"@timestamp","agent.name","data.win.system.eventID","data.win.system.channel","data.win.system.providerName","data.win.system.computer",' +
        '"data.win.system.message","data.win.eventdata.param1","rule.description"\n' +
        '"Mar 1, 2024 @ 10:00:01.123",a,7036,System,"Service Control Manager",HOST01,"The x service",x,"A rule"\n',
    );
    expect(events).toMatchObject([{ ...said, message: 'The x service' }]);
    expect(events[0]?.fields).toEqual(new Map([['param1', 'x']]));
  });
  test('Chainsaw: values on lines', () => {
    const { events } = readCsv(
      'timestamp,detections,path,count,Event.System.Provider,Event ID,Record ID,Computer,Event Data\n' +
        '2024-03-01T10:00:01.123+00:00,x,C:\\a.evtx,1,Service Control Manager,7045,101,HOST01,"ImagePath: C:\\x.exe\nServiceName: x\n"\n',
    );
    expect(events).toMatchObject([{ eventId: 7045, provider: 'Service Control Manager', recordId: 101 }]);
    expect(events[0]?.fields).toEqual(
      new Map([
        ['ImagePath', 'C:\\x.exe'],
        ['ServiceName', 'x'],
      ]),
    );
  });
  test('AXIOM: the zone in the name of the time, and XML under any name', () => {
    const header =
      'Record,Event ID,Created Date/Time - UTC+00:00 (M/d/yyyy)[DST],Provider Name,Channel,Computer,Evidence';
    const row = '1,7036,3/1/2024 10:00:01 AM,Service Control Manager,System,HOST01';
    expect(readCsv(`${header}\n${row},\n`).events).toMatchObject([{ ...said, time: { timeOfDayMs: 36_001_000 } }]);
    expect(readCsv(`${header}\n${row},${inCell(eventXml(7036))}\n`).events).toMatchObject([
      { eventId: 7036, level: 'error' },
    ]);
  });
  test('WMI: its lists, and a message over lines in front of all that decides', () => {
    const { events } = readCsv(
      'Node,Category,ComputerName,Data,EventCode,EventIdentifier,EventType,InsertionStrings,Logfile,Message,RecordNumber,SourceName,TimeGenerated,Type,User\n' +
        'H,0,HOST01,{1;2;255},7036,1073748860,3,{VSS;running},System,The service:\n\nis running.,12,Service Control Manager,20240301100001.000000+060,Information,\n' +
        'H,0,HOST01,,7036,1073748860,3,{a b},System,It runs.,11,Service Control Manager,20240301100000.000000+060,Information,EX\\jo\n',
    );
    expect(events).toMatchObject([
      {
        ...{ ...said, recordId: 12, qualifiers: 16_384, strings: ['VSS', 'running'], data: Uint8Array.of(1, 2, 255) },
        ...{ message: 'The service:\n\nis running.', time: { timeMs: Date.parse('2024-03-01T09:00:01Z') } },
      },
      { recordId: 11, strings: ['a b'], data: null, user: 'EX\\jo', message: 'It runs.' },
    ]);
  });
  test('WMI: its times', () => {
    const { events } = readCsv(
      'Node,ComputerName,EventCode,Logfile,SourceName,TimeGenerated,Type\nH,HOST01,7036,System,Service Control Manager,20240301100001.000000+060,Information\n',
    );
    expect(events).toMatchObject([{ ...said, time: { kind: 'exact', timeMs: Date.parse('2024-03-01T09:00:01Z') } }]);
  });
});

test('the history of Zabbix: the time of the event stands behind that of its arrival', () => {
  const { events } = readCsv(
    'Timestamp\tLocal time\tSource\tSeverity\tEvent ID\tValue\n' +
      '2016-10-07 18:39:01\t2016-10-07 18:38:24\tdisk\tError\t11\tThe driver detected a controller error.\n',
  );
  expect(events).toMatchObject([
    { time: AT, provider: 'disk', eventId: 11, level: 'error', message: 'The driver detected a controller error.' },
  ]);
});

test('tracerpt: a number for the channel, a FILETIME in a column of its own, and values behind all names', () => {
  const header =
    'Event Name, Type, Event ID, Version, Channel, Level, Opcode, Task, Keyword, PID, TID, Processor Number, Instance ID, ' +
    'Parent Instance ID, Activity ID, Related Activity ID, Clock-Time, Kernel(ms), User(ms), User Data';
  const row =
    'Microsoft-Windows-WER-SystemErrorReporting, 0, 1001, 1, 8, 2, 0, 0, 0x1, 0x00000510, 0x00000A3C, 2, , , {0}, , ' +
    '       134353010808889287, 30, 15, "0x0000007e (0x1, 0x2)",  "C:\\Windows\\MEMORY.DMP", 7 ';
  const { events, problems } = readCsv(`${header}\n${row}\n`);
  expect(events).toMatchObject([
    {
      time: { kind: 'exact', basis: 'utc', timeMs: Date.parse('2026-10-01T04:04:40.888Z'), ticks: 9287 },
      ...{ provider: 'Microsoft-Windows-WER-SystemErrorReporting', eventId: 1001, level: 'error', channel: null },
      ...{ user: null, strings: ['0x0000007e (0x1, 0x2)', 'C:\\Windows\\MEMORY.DMP', '7'] },
      system: { processId: 0x510, threadId: 0xa3c },
    },
  ]);
  expect(problems).toEqual([]);
});

describe('fields of Beats under the names of what carries them', () => {
  const time = { kind: 'exact', basis: 'utc', timeMs: Date.parse('2023-03-14T01:02:03.123Z') };
  const said = { time, provider: 'Service Control Manager', eventId: 7000, level: 'error', channel: 'System' };

  test.each([
    [
      'Graylog: without dots, behind `winlogbeat_`; `source` is the host',
      '"timestamp","source","message","winlogbeat_winlog_event_id","winlogbeat_winlog_provider_name","winlogbeat_winlog_channel","winlogbeat_log_level","winlogbeat_winlog_event_data_param1","winlogbeat_agent_type"',
      '"2023-03-14T01:02:03.123Z","HOST01","It failed.","7000","Service Control Manager","System","error","VSS","winlogbeat"',
    ],
    [
      'Graylog without that: `winlog_`',
      '"timestamp","source","message","winlog_event_id","winlog_provider_name","winlog_channel","log_level","winlog_event_data_param1"',
      '"2023-03-14T01:02:03.123Z","HOST01","It failed.","7000","Service Control Manager","System","error","VSS"',
    ],
    [
      'a search of Wazuh',
      '"_id","_source.agent.name","_source.data.win.system.eventID","_source.data.win.system.channel","_source.data.win.system.providerName","_source.data.win.system.systemTime","_source.data.win.system.severityValue","_source.data.win.system.message","_source.data.win.eventdata.param1","_source.timestamp"',
      '"x","HOST01","7000","System","Service Control Manager","2023-03-14T01:02:03.123Z","ERROR","It failed.","VSS","Mar 14, 2023 @ 02:02:05.500"',
    ],
    [
      'Kibana, with the host of the agent',
      '"@timestamp","_id","agent.hostname","winlog.event_id","winlog.provider_name","winlog.channel","log.level","winlog.event_data.param1",message',
      '"2023-03-14T01:02:03.123Z",x,HOST01,7000,"Service Control Manager",System,error,VSS,"It failed."',
    ],
  ])('%s', (_, header, row) => {
    const { events } = readCsv(`${header}\n${row}\n`);
    expect(events).toMatchObject([{ ...said, host: 'HOST01', message: 'It failed.' }]);
    expect(events[0]?.fields).toEqual(new Map([['param1', 'VSS']]));
  });
  test('Graylog beside NXLog, without a short message', () => {
    const { events } = readCsv(
      '"timestamp","source","EventID","Channel","SourceName","Severity","full_message"\n' +
        '"2023-03-14T01:02:03.123Z","HOST01","7000","System","Service Control Manager","ERROR","It failed."\n',
    );
    expect(events).toMatchObject([{ ...said, host: 'HOST01', message: 'It failed.' }]);
  });
});

test('a paste of `wmic /format:csv` is a table among other text, whose first message goes on over lines', () => {
  const { events } = parseText(
    createMixtureParser,
    'C:\\>wmic ntevent list full /format:csv\n\n' +
      'Node,EventCode,Logfile,Message,RecordNumber,SourceName,TimeGenerated,Type\n' +
      'H,7000,System,The service failed:\n\nIt is, and was, not there.,12,Service Control Manager,20240301100001.000000+060,Error\n' +
      'H,11,System,A controller error.,11,atapi,20240301100000.000000+060,Error\n\nC:\\>\n',
  );
  expect(events).toMatchObject([
    {
      ...{ position: 4, eventId: 7000, provider: 'Service Control Manager', recordId: 12, host: 'H', level: 'error' },
      message: 'The service failed:\n\nIt is, and was, not there.',
    },
    { position: 7, eventId: 11, provider: 'atapi', message: 'A controller error.' },
  ]);
});

test('columns that a script chose: `TimeCreated` is that of Windows, whatever its types are called', () => {
  const { events } = parseText(
    createMixtureParser,
    '"TimeCreated","EventID","EventType","TargetAccount"\n"4/25/2026 12:23:40 PM","4624","Successful Logon","DC01$"\n',
  );
  expect(events).toMatchObject([{ position: 2, eventId: 4624, level: null, time: { date: [4, 25, 2026] } }]);
});

test('a table of pywin32 has the inserts as Python prints them, and ids of 32 bits with a sign', () => {
  const { events } = parseText(
    createMixtureParser,
    'RecordNumber,EventID,TimeGenerated,SourceName,EventType,EventCategory,Description,StringInserts,ComputerName\n' +
      "1234,-2147477640,2025-05-20 10:11:12,EventLog,错误,0,,\"('10:09:00', '2025/5/20')\",PC1\n" +
      '1235,1073748860,2025-05-20 10:11:13,Service Control Manager,信息,0,,"(\'Bob\\\'s \\\\ service\', ""stopped"", \'\')",PC1\n' +
      '1236,-1073741818,2025-05-20 10:11:14,EventLog,信息,0,,None,PC1\n',
  );
  expect(events.map(({ recordId, eventId, level, strings }) => [recordId, eventId, level, strings])).toEqual([
    [1234, 0x80001778, 'error', ['10:09:00', '2025/5/20']],
    [1235, 0x40001b7c, 'information', ["Bob's \\ service", 'stopped', '']],
    [1236, 0xc0000006, 'information', []],
  ]);
});
