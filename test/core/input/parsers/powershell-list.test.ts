import { beforeAll, describe, expect, test } from 'vitest';
import { createMixtureParser, prepareMixture } from '../../../../src/core/input/mixture/parser.ts';
import { createPowershellListParser } from '../../../../src/core/input/parsers/powershell-list/parser.ts';
import { fixtureText } from '../../../support/fixtures.ts';
import { expectRobust } from '../../../support/hostile-text.ts';
import { parseText } from '../../../support/parse-text.ts';
import { PIECE_SIZES } from '../../../support/sources.ts';

beforeAll(() => prepareMixture());

const EXAMPLE = fixtureText('formats/powershell-text/powershell-get-eventlog-list.txt');
const read = (...lines: readonly string[]) => parseText(createMixtureParser, lines.join('\n'));
const AT = { kind: 'local', date: [10, 7, 2016], orders: ['mdy', 'dmy'], timeOfDayMs: 67_104_000, precisionMs: 1000 };

test('the example, whose lines the console broke inside words', () => {
  for (const size of PIECE_SIZES) {
    const { events, problems, findings } = parseText(createMixtureParser, EXAMPLE, { size });
    expect(events).toHaveLength(1);
    expect(events).toMatchObject([
      {
        position: 1,
        recordId: 32,
        time: { kind: 'local', date: [31, 1, 2024], orders: ['dmy'], timeOfDayMs: 15_999_000 },
        provider: 'example.log4jna_sample',
        eventId: 4096,
        level: 'information',
        category: 'Info',
        user: null,
        message:
          '04:26:37.314 [main] WARN  mapAppender - Event log from App message the quick brown fox jumps over the lazy dog',
        strings: [
          '04:26:37.314 [main] WARN  mapAppender - Event log from App message the quick brown fox jumps over the lazy dog\n',
        ],
        system: { task: 3 },
      },
    ]);
    expect(problems).toEqual([]);
    expect(findings).toMatchObject({ timeBasis: 'local', records: 1, freeText: [] });
  }
});

test('lines that the console broke between words', () => {
  const { events } = read(
    'EventID            : 20111',
    'EntryType          : Error',
    'Message            : RoutingDomainID- {00000000-0000-0000-0000-000000000000}: A Demand Dial connection to the remote',
    '                     interface AzureGateway on port VPN2-4 was successfully initiated but failed to complete',
    '                     successfully because of the following error: The network connection between your computer and',
    '                     the VPN server could not be established.',
    '                     A second line of the text.',
    'Source             : RemoteAccess',
    'ReplacementStrings : {AzureGateway, The network connection between your computer and the VPN server could not be',
    '                     established.}',
    'TimeGenerated      : 12/7/2016 3:25:09 AM',
  );
  expect(events).toMatchObject([
    {
      eventId: 20111,
      message:
        'RoutingDomainID- {00000000-0000-0000-0000-000000000000}: A Demand Dial connection to the remote interface AzureGateway on port ' +
        'VPN2-4 was successfully initiated but failed to complete successfully because of the following error: The network connection ' +
        'between your computer and the VPN server could not be established.\nA second line of the text.',
      strings: [
        'AzureGateway',
        'The network connection between your computer and the VPN server could not be established.',
      ],
    },
  ]);
});

const winEvent = (id: number, ...message: readonly string[]): readonly string[] => [
  'TimeCreated  : 10/7/2016 6:38:24 PM',
  'ProviderName : Service Control Manager',
  `Id           : ${id}`,
  `Message      : ${message.join('\n               ')}`,
  '',
];

describe('Get-WinEvent | Format-List', () => {
  test('times of a culture with the day of the week and the month by name', () => {
    const inWords = (id: number, time: string) =>
      winEvent(id, 'x').map((line) => line.replace('10/7/2016 6:38:24 PM', time));
    const { events } = read(
      ...inWords(7, 'vendredi 7 octobre 2016 18:38:24'),
      ...inWords(8, '7 октября 2016 г. 18:38:24'),
    );
    const time = { ...AT, date: [7, 10, 2016], orders: ['dmy'] };
    expect(events).toMatchObject([
      { eventId: 7, time },
      { eventId: 8, time },
    ]);
  });

  test('events between prompts and words', () => {
    const { events, findings } = read(
      'PS C:\\> Get-WinEvent System | fl',
      '',
      '',
      ...winEvent(7036, 'The service entered', '', 'the running state.'),
      ...winEvent(7000, 'Source : of a line', 'Id : 7'),
      '',
      'PS C:\\> exit',
    );
    expect(events).toMatchObject([
      {
        position: 4,
        eventId: 7036,
        provider: 'Service Control Manager',
        time: AT,
        level: null,
        message: 'The service entered\n\nthe running state.',
      },
      { position: 11, eventId: 7000, message: 'Source : of a line\nId : 7' },
    ]);
    expect(findings.freeText.map(({ text }) => text)).toEqual(['PS C:\\> Get-WinEvent System | fl', 'PS C:\\> exit']);
  });

  test('all properties, the message first', () => {
    const { events } = read(
      'Message              : A long message',
      ...Array.from({ length: 12 }, (_, index) => `                       line ${index}`),
      'Id                   : 41',
      'Version              : 8',
      'Qualifiers           : ',
      'Level                : 1',
      'Task                 : 63',
      'Opcode               : 0',
      'Keywords             : -9223301668110598142',
      'RecordId             : 4711',
      'ProviderName         : Microsoft-Windows-Kernel-Power',
      'ProviderId           : 331c3b3a-2005-44c2-ac5e-77220c37d6b4',
      'LogName              : System',
      'ProcessId            : 4',
      'ThreadId             : 8',
      'MachineName          : HOST01',
      'UserId               : S-1-5-18',
      'TimeCreated          : 10/7/2016 6:38:24 PM',
      'ActivityId           : ',
      'LevelDisplayName     : Critical',
      'TaskDisplayName      : ',
      'KeywordsDisplayNames : {}',
      'Properties           : {System.Diagnostics.Eventing.Reader.EventProperty, System.Diagnostics.Eventing.Reader.EventProperty...}',
    );
    expect(events).toMatchObject([
      {
        position: 1,
        eventId: 41,
        level: 'critical',
        recordId: 4711,
        channel: 'System',
        host: 'HOST01',
        user: 'S-1-5-18',
        strings: [],
        message: expect.stringMatching(/^A long message\nline 0\n[\s\S]*line 11$/),
        system: {
          version: 8,
          task: 63,
          keywords: '0x8000400000000002',
          processId: 4,
          providerGuid: '331c3b3a-2005-44c2-ac5e-77220c37d6b4',
        },
      },
    ]);
  });
});

test('instance ids are folded, and inserts are a list', () => {
  const { events } = read(
    'Index              : 14382',
    'EntryType          : SuccessAudit',
    'InstanceId         : 1073748860',
    'Message            : The VSS service entered the running state.',
    'Category           : (0)',
    'ReplacementStrings : {VSS, running}',
    'Source             : Service Control Manager',
    'TimeGenerated      : 10/7/2016 6:38:24 PM',
    'UserName           : NT AUTHORITY\\SYSTEM',
  );
  expect(events).toMatchObject([
    {
      eventId: 1_073_748_860,
      level: 'audit-success',
      strings: ['VSS', 'running'],
      category: null,
      user: 'NT AUTHORITY\\SYSTEM',
    },
  ]);
});

test('bytes that PowerShell left out are not made up', () => {
  const { events } = read(
    ...['EventCode        : 7', 'Logfile          : System', 'Data             : {15, 0, 16, 0...}'],
    ...['RecordNumber     : 1', 'SourceName       : disk', 'TimeGenerated    : 20161007183824.000000+120'],
  );
  expect(events).toMatchObject([{ eventId: 7, provider: 'disk', data: null }]);
});

test('Win32_NTLogEvent, whose times have an offset in minutes', () => {
  const { events } = read(
    'Category         : 0',
    'Data             : {1, 2, 255}',
    'EventCode        : 7036',
    'EventIdentifier  : 1073748860',
    'InsertionStrings : {VSS, running}',
    'LogFile          : System',
    'Message          : It runs.',
    'RecordNumber     : 14382',
    'SourceName       : Service Control Manager',
    'TimeGenerated    : 20161007183824.000000+120',
    'Type             : Information',
    'User             : ',
  );
  expect(events).toMatchObject([
    {
      eventId: 7036,
      qualifiers: 0x4000,
      channel: 'System',
      recordId: 14_382,
      level: 'information',
      strings: ['VSS', 'running'],
      data: Uint8Array.of(1, 2, 255),
      time: { kind: 'exact', basis: 'offset', timeMs: Date.UTC(2016, 9, 7, 16, 38, 24) },
    },
  ]);
});

test('blanks lost in a forum', () => {
  const { events } = read('Look:', ...winEvent(7036, 'It runs.').map((line) => line.replace(/\s+:/, ' :')), 'Thanks');
  expect(events).toMatchObject([{ eventId: 7036, message: 'It runs.', provider: 'Service Control Manager' }]);
});

test('words with colons are none', () => {
  expect(read('Source : a', 'and so on', 'Message : b').events).toEqual([]);
});

test.each([
  [
    'Get-Event',
    'ComputerName     :\nRunspaceId       : c2153740\nEventIdentifier  : 1\nSender           : System.Management.ManagementEventWatcher\nSourceIdentifier : ProcessStarted\nTimeGenerated    : 11/13/2008 12:09:32 PM\nMessageData      :',
  ],
  [
    'Get-CimSession',
    'Id           : 1\nName         : CimSession1\nInstanceId   : 80742787-e38e-41b1-a7d7-fa1369cf1402\nComputerName : dc01\nProtocol     : WSMAN',
  ],
  [
    'the events of a provider',
    'Id          : 8007\nVersion     : 0\nLevel       : System.Diagnostics.Eventing.Reader.EventLevel\nOpcode      : System.Diagnostics.Eventing.Reader.EventOpcode\nKeywords    : {}\nDescription : Completed periodic policy processing for user %3 in %1 seconds.',
  ],
])('%s lists no events', (_name, text) => {
  expect(read(text).events).toEqual([]);
});

test('cut or changed anywhere it never throws', () => {
  expectRobust(createPowershellListParser, EXAMPLE);
  expectRobust(createMixtureParser, [...winEvent(7036, 'a', 'b'), ...winEvent(7, 'c')].join('\n'), 100);
});

test('properties that other objects have are none of the event, and no end of it', () => {
  const record = (id: number): string =>
    [
      'ComputerName     : HOST01',
      'EventIdentifier  : 1001',
      'Logfile          : System',
      'Message          : The computer has rebooted',
      '                   from a bugcheck.',
      'ProductName      : Windows',
      '                   Server',
      `RecordNumber     : ${id}`,
      'SourceName       : Microsoft-Windows-WER-SystemErrorReporting',
      `TimeGenerated    : 3/14/2024 10:00:0${id} AM`,
      '',
    ].join('\n');
  const text = `Before.\n\n${[1, 2, 3].map(record).join('\n')}\n`;
  for (const size of [1, 7, 65_536]) {
    const { events, findings } = parseText(createMixtureParser, text, { size });
    expect(events).toMatchObject(
      [1, 2, 3].map((recordId) => ({
        ...{ recordId, eventId: 1001, channel: 'System', provider: 'Microsoft-Windows-WER-SystemErrorReporting' },
        ...{ message: 'The computer has rebooted\nfrom a bugcheck.', time: { date: [3, 14, 2024] } },
      })),
    );
    expect(findings.freeText.map(({ text: words }) => words.trim())).toEqual(['Before.']);
  }
});

test('names that a script chose, in front of those of the objects', () => {
  const record = (second: number): string =>
    [
      `Time     : 3/14/2024 10:00:0${second} AM`,
      'Computer : HOST01',
      'Log      : System',
      'EventId  : 7036',
      'Level    : Information',
      'Source   : Service Control Manager',
      '',
    ].join('\n');
  const { events } = parseText(createMixtureParser, `${record(1)}\n${record(2)}\n`);
  expect(events).toMatchObject(
    [36_001_000, 36_002_000].map((timeOfDayMs) => ({
      ...{ eventId: 7036, provider: 'Service Control Manager', channel: 'System', host: 'HOST01' },
      time: { date: [3, 14, 2024], timeOfDayMs },
    })),
  );
});

test('PowerShell prints four inserts, and dots for the others', () => {
  const list = (strings: string): string[] => [
    'EventID            : 7031',
    'EntryType          : Error',
    `ReplacementStrings : ${strings}`,
    'Source             : Service Control Manager',
    'TimeGenerated      : 13/01/2010 15:04:05',
  ];
  expect(read(...list('{Spooler, 1, 60000, 1...}')).events).toMatchObject([
    { strings: ['Spooler', '1', '60000', '1'] },
  ]);
  expect(read(...list('{Wait...}')).events).toMatchObject([{ strings: ['Wait...'] }]);
});

test('a list of times and messages has the event that the message tells', () => {
  const { events, problems } = read(
    'TimeCreated : 6/15/2025 9:24:40 PM',
    'Message     : The following boot-start or system-start driver(s) did not load: ',
    '              dam',
    '',
    'TimeCreated : 6/15/2025 9:20:40 PM',
    'Message     : Some words.',
    '',
    'TimeCreated : 6/14/2025 9:20:40 PM',
    'Message     : The x y service terminated unexpectedly.  It has done this 1 time(s).',
  );
  expect(events).toMatchObject([
    { position: 1, channel: 'System', provider: 'Service Control Manager', eventId: 7026, level: 'error' },
    { position: 8, channel: 'System', provider: 'Service Control Manager', eventId: 7034, level: 'error' },
  ]);
  expect(events.map(({ time }) => time)).toMatchObject([{ date: [6, 15, 2025] }, { date: [6, 14, 2025] }]);
  expect(problems).toEqual([{ code: 'event/bad-id', position: 5, detail: null }]);
});
