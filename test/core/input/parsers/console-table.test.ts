import { beforeAll, describe, expect, test } from 'vitest';
import { createMixtureParser, prepareMixture } from '../../../../src/core/input/mixture/parser.ts';
import { createConsoleTableParser } from '../../../../src/core/input/parsers/console-table/parser.ts';
import { fixtureText } from '../../../support/fixtures.ts';
import { expectRobust } from '../../../support/hostile-text.ts';
import { parseText } from '../../../support/parse-text.ts';
import { PIECE_SIZES } from '../../../support/sources.ts';

beforeAll(() => prepareMixture());

const EXAMPLE = fixtureText('formats/powershell-text/powershell-get-winevent-table.txt');
const read = (...lines: readonly string[]) => parseText(createMixtureParser, lines.join('\n'));
const AT = { kind: 'local', date: [10, 7, 2016], timeOfDayMs: 67_104_000 };

test('a real table of Get-WinEvent gives an event a row, cut messages left out', () => {
  const times = [
    [12, 21, 15_827_000],
    [12, 18, 55_137_000],
    [12, 15, 31_822_000],
    [12, 14, 61_748_000],
  ] as const;
  for (const size of PIECE_SIZES) {
    const { events, problems, findings } = parseText(createMixtureParser, EXAMPLE, { size });
    expect(events).toMatchObject(
      times.map(([month, day, timeOfDayMs], index) => ({
        position: index + 6,
        time: { kind: 'local', date: [month, day, 2020], orders: ['mdy'], timeOfDayMs },
        provider: 'WLMS',
        eventId: 100,
        level: 'information',
        message: null,
        recordId: null,
      })),
    );
    expect(problems).toEqual([]);
    expect(findings).toMatchObject({ timeBasis: 'local', records: 4, freeText: [] });
  }
});

const HEAD = [
  'TimeCreated                     Id LevelDisplayName Message',
  '-----------                     -- ---------------- -------',
];
const row = (id: number, level: string, message: string): string =>
  `10/7/2016 6:38:24 PM  ${`${id}`.padStart(12)} ${level.padEnd(16)} ${message}`;

describe('Get-WinEvent', () => {
  test('groups, prompts and words', () => {
    const { events, findings } = read(
      'PS C:\\> Get-WinEvent System',
      '',
      '',
      '   ProviderName: Service Control Manager',
      '',
      ...HEAD,
      row(7036, 'Information', 'The VSS service entered the running state.'),
      row(7000, 'Error', 'The x service failed to start due to...'),
      '',
      '',
      '   ProviderName: disk',
      '',
      ...HEAD,
      row(51, '', 'An error was detected on device \\Device\\Hard…'),
      '',
      'PS C:\\> exit',
    );
    expect(events).toMatchObject([
      { position: 8, eventId: 7036, provider: 'Service Control Manager', level: 'information', time: AT },
      { position: 9, eventId: 7000, level: 'error', message: 'The x service failed to start due to...' },
      { position: 16, eventId: 51, provider: 'disk', level: null },
    ]);
    expect(findings.freeText.map(({ text }) => text)).toEqual(['PS C:\\> Get-WinEvent System', 'PS C:\\> exit']);
  });

  test('without its group a row has no provider; wrapped messages go on below themselves', () => {
    const wrapped = [
      row(51, 'Warning', 'An error was detected'),
      `${' '.repeat(52)}on device x.`,
      row(7, 'Error', 'Bad.'),
    ];
    expect(read(...HEAD, ...wrapped).events).toMatchObject([
      { eventId: 51, provider: null, message: 'An error was detected\non device x.' },
      { eventId: 7, message: 'Bad.' },
    ]);
  });
});

describe('Get-EventLog', () => {
  const TABLE = [
    '   Index Time          EntryType   Source                 InstanceID Message',
    '   ----- ----          ---------   ------                 ---------- -------',
    '   14382 Feb 10 16:02  Information Microsoft-Windows...   1073748860 The ...',
    '   14381 Feb 10 16:01  SuccessA... disk                   3221232498 x',
    '       7 май 21 22:02  0           EventLog               2147489661 y',
  ];

  test('cut names are no names, and times have no year', () => {
    const { events, problems } = read('Here:', ...TABLE, 'Thanks');
    expect(events).toMatchObject([
      { position: 4, recordId: 14_382, eventId: 1_073_748_860, provider: null, level: 'information', time: null },
      { position: 5, recordId: 14_381, eventId: 3_221_232_498, provider: 'disk', level: 'audit-success', message: 'x' },
      { position: 6, recordId: 7, eventId: 2_147_489_661, provider: 'EventLog', level: 'information' },
    ]);
    expect(problems).toEqual([{ code: 'time/no-year', position: 4, detail: 'Feb 10 16:02' }]);
  });

  test('a long name that no other begins like is known where it was cut', () => {
    const { events } = read(
      ...TABLE.slice(0, 2),
      '   14380 Feb 10 16:02  Error       Service Control M...   3221232503 z',
    );
    expect(events).toMatchObject([{ provider: 'Service Control Manager' }]);
  });

  // `MMM dd HH:mm`, whatever the culture calls the month.
  test.each([
    ...['Feb 10 16:02', 'Mrz 10 16:02', 'févr. 10 1...', 'feb. 10 16:02', 'fev 10 16:02', 'mrt 10 16:02'],
    ...['lut 10 16:02', 'фев 10 16:02', 'úno 10 16:02', 'Şub 10 16:02', 'helmi 10 1...', 'márc. 10 16…'],
    ...['2 10 16:02', '2月 10 16:02', '二月 10 16:02', '2월 10 16:02'],
  ])('a row of %s is an event without a time', (time) => {
    const { events, problems } = read(
      ...TABLE.slice(0, 2),
      `   14382 ${time.padEnd(14)}Error       disk                   3221232498 x`,
    );
    expect(events).toMatchObject([{ recordId: 14_382, eventId: 3_221_232_498, time: null }]);
    expect(problems).toEqual([{ code: 'time/no-year', position: 3, detail: time }]);
  });
});

test('eventquery.vbs', () => {
  const { events, findings } = read(
    "Listing the events in 'application' log of host 'HOST01'",
    '-'.repeat(78),
    'Type          Event  Date Time                Source            ComputerName   ',
    '------------- ------ ------------------------ ----------------- ---------------',
    'error         7000   10/7/2016 6:38:24 PM     VSS               HOST02         ',
    'information   100    10/7/2016 6:38:25 PM     ESENT             HOST01         ',
  );
  expect(events).toMatchObject([
    { position: 5, level: 'error', eventId: 7000, provider: 'VSS', host: 'HOST02', channel: 'application', time: AT },
    { position: 6, level: 'information', eventId: 100, provider: 'ESENT', host: 'HOST01' },
  ]);
  expect(findings.freeText).toEqual([]);
});

test('other tables are text', () => {
  const { events, findings } = read('Name  Size  Date', '----  ----  ----', 'a.txt 17    10/7/2016 6:38:24 PM');
  expect(events).toEqual([]);
  expect(findings.freeText).toHaveLength(1);
});

test('cut or changed anywhere it never throws', () => {
  expectRobust(createConsoleTableParser, EXAMPLE);
  expectRobust(createMixtureParser, EXAMPLE, 100);
});

test('a message that could not be found, wrapped by -Wrap, has its inserts and its provider', () => {
  const text = [
    ...[
      'TimeGenerated         EventID UserName              Message',
      '-------------         ------- --------              -------',
    ],
    "2/13/2025 7:48:56 AM       41 NT AUTHORITY\\SYSTEM   The description for Event ID '41' in Source 'Microsoft-Windows-Kernel-Power'",
    ...[
      'cannot be found.  The local computer may not have the necessary registry',
      'information or message DLL files to display the message, or you may not have',
      "permission to access them.  The following information is part of the event:'0',",
      "'0x0', '0x0', '0x0', '0x0', '0', '0', '0'",
    ].map((line) => ' '.repeat(52) + line),
  ].join('\n');
  for (const size of PIECE_SIZES)
    expect(parseText(createMixtureParser, text, { size }).events).toMatchObject([
      {
        provider: 'Microsoft-Windows-Kernel-Power',
        eventId: 41,
        strings: ['0', '0x0', '0x0', '0x0', '0x0', '0', '0', '0'],
      },
    ]);
});

test.each([
  ['LogParser joins them', 'Spooler|running', ['Spooler', 'running']],
  ['PowerShell lists the first four', '{a, b, c, d...}', ['a', 'b', 'c', 'd']],
  ['what the table cut is none', '{a, some...', []],
])('inserts: %s', (_name, cell, strings) => {
  const { events } = read(
    'TimeGenerated       EventID SourceName Strings',
    '------------------- ------- ---------- ---------------',
    `2009-05-12 08:00:11 9999    x          ${cell}`,
  );
  expect(events).toMatchObject([{ eventId: 9999, provider: 'x', strings }]);
});

test('wmic rules nothing off, and doubles its line ends', () => {
  const table = [
    'ComputerName  EventCode  Logfile  SourceName               TimeGenerated              Type',
    'HOST01        7036       System   Service Control Manager  20110302145512.000000-300  Information',
    'HOST01        7          System   disk                     20110302145513.000000-300  Error',
  ];
  for (const lines of [table, table.flatMap((line) => [line, ''])]) {
    const { events, problems } = read('C:\\>wmic ntevent get', '', ...lines);
    expect(events).toMatchObject([
      {
        ...{ eventId: 7036, provider: 'Service Control Manager', channel: 'System', host: 'HOST01' },
        ...{ level: 'information', time: { kind: 'exact', timeMs: Date.UTC(2011, 2, 2, 19, 55, 12) } },
      },
      { eventId: 7, provider: 'disk', level: 'error' },
    ]);
    expect(problems).toEqual([]);
  }
  expect(read('Type  User  Message', '7     8     9').events).toEqual([]);
});

test('words between tables stand on their own lines, whatever follows them', () => {
  const { findings } = parseText(createConsoleTableParser, 'Hello\n\nWorld\n\nEnd');
  expect(findings.freeText).toEqual([
    { text: 'Hello', line: 1 },
    { text: 'World', line: 3 },
    { text: 'End', line: 5 },
  ]);
});
