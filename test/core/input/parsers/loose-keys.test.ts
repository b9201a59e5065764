import { beforeAll, describe, expect, test } from 'vitest';
import { createMixtureParser, prepareMixture } from '../../../../src/core/input/mixture/parser.ts';
import { keyPairsSegment } from '../../../../src/core/input/parsers/key-pairs/segment.ts';
import { scomSegment } from '../../../../src/core/input/parsers/scom.ts';
import { expectRobust } from '../../../support/hostile-text.ts';
import { expectInterest } from '../../../support/interest-text.ts';
import { parseText } from '../../../support/parse-text.ts';
import { PIECE_SIZES } from '../../../support/sources.ts';

beforeAll(() => prepareMixture());

const read = (text: string, size = 65_536) => parseText(createMixtureParser, text, { size });

/** From a notebook of the technology-toolbox repository, in which the guide's names stand between underscores. */
const SCOM = [
  ...['_Source: VSS_', '_Event ID: 8193_', '_Event Category: 0_', '_User: N/A_', '_Computer: HOST01.example.com_'],
  '_Event Description: Volume Shadow Copy Service error: hr = 0x80070539, The security ID structure is invalid._',
].join('\n');
const ALERT = [
  ...['Alert: Volume Shadow Copy error', 'Source: SERVER01', 'Path: SERVER01', 'Last modified by: System'],
  ...['Alert description: Event Description: The shadow copy failed.', '', 'Operation: x', '', 'Log Name: Application'],
  ...['Event Number: 8193', 'Event Source: VSS', 'Event Level: 1', 'Logging Computer: SERVER02', '', 'Thanks'],
].join('\n');

describe('alerts of SCOM', () => {
  test('with the names of the guide', () => {
    for (const size of PIECE_SIZES)
      expect(read(SCOM, size).events).toMatchObject([
        {
          position: 1,
          provider: 'VSS',
          eventId: 8193,
          host: 'HOST01.example.com',
          user: null,
          category: null,
          time: null,
          message: 'Volume Shadow Copy Service error: hr = 0x80070539, The security ID structure is invalid.',
        },
      ]);
  });

  test('in a mail, where the source of the alert is no source of events', () => {
    const { events, findings } = read(ALERT);
    expect(events).toMatchObject([
      {
        provider: 'VSS',
        eventId: 8193,
        host: 'SERVER02',
        channel: 'Application',
        level: 'error',
        message: 'The shadow copy failed.\n\nOperation: x',
      },
    ]);
    expect(findings.freeText.map(({ text, line }) => [text.split('\n')[0], line])).toEqual([
      ['Alert: Volume Shadow Copy error', 1],
      ['Thanks', 15],
    ]);
  });

  test('two alerts, and an event of the viewer is none', () => {
    expect(read(`${SCOM}\n\n${SCOM.replace('8193', '8194')}`).events.map(({ eventId }) => eventId)).toEqual([
      8193, 8194,
    ]);
    const viewer = 'Event Type:\tError\nEvent Source:\tdisk\nEvent Category:\tNone\nEvent ID:\t7\nDescription:\nbad';
    expect(read(viewer)).toMatchObject({ events: [{ eventId: 7 }], findings: { format: 'text' } });
  });
});

const WMIC = [
  ...['Category=0', 'CategoryString=', 'ComputerName=HOST01', 'Data={1,2}', 'EventCode=7036'],
  ...['EventIdentifier=1073748860', 'EventType=3', 'InsertionStrings={"VSS","running"}', 'Logfile=System'],
  ...['Message=The VSS service', '', 'entered the running state.', 'RecordNumber=12'],
  ...['SourceName=Service Control Manager', 'TimeGenerated=20110302145512.000000-300'],
  ...['TimeWritten=20110302145512.000000-300', 'Type=Information', 'User='],
];

describe('pairs with an equals sign', () => {
  test('as wmic lists them, with doubled line ends or without', () => {
    for (const text of [WMIC.join('\n'), WMIC.join('\n\n'), `\n\n${WMIC.join('\n')}\n\n\n`])
      expect(read(text).events).toMatchObject([
        {
          host: 'HOST01',
          channel: 'System',
          provider: 'Service Control Manager',
          eventId: 7036,
          qualifiers: 0x4000,
          recordId: 12,
          level: 'information',
          strings: ['VSS', 'running'],
          time: { kind: 'exact', timeMs: Date.UTC(2011, 2, 2, 19, 55, 12) },
        },
      ]);
  });

  test.each([
    ['as they are', '{"\\Device\\Harddisk0\\DR0","C:\\"}', ['\\Device\\Harddisk0\\DR0', 'C:\\']],
    ['escaped', '{"\\\\Device\\\\DR0","a \\"b\\""}', ['\\Device\\DR0', 'a "b"']],
  ])('inserts with backslashes %s', (_name, list, strings) => {
    const text = WMIC.join('\n').replace('{"VSS","running"}', list);
    expect(read(text).events).toMatchObject([{ eventId: 7036, strings }]);
  });

  test('several records', () => {
    const text = [...WMIC, '', '', ...WMIC.map((line) => line.replace('7036', '7000'))].join('\n');
    expect(read(text).events.map(({ eventId, position }) => [eventId, position])).toEqual([
      [7036, 1],
      [7000, 21],
    ]);
  });

  test('typed by hand', () => {
    const { events, findings } = read(
      'EventID=51\nSource=disk\n\nhello\nsee EventID=7, Source="disk", Computer=x\nbye',
    );
    expect(events).toMatchObject([
      { eventId: 51, provider: 'disk', host: null },
      { eventId: 7, provider: 'disk', host: 'x', position: 5 },
    ]);
    expect(findings.freeText.map(({ text }) => text)).toEqual(['hello', 'bye']);
  });

  test.each([
    ['an id alone', 'EventID=7 is what I see'],
    ['ids of other things', 'id=7 name=x source of the problem'],
    ['code', 'const eventId = 7;\nconst x = 1;'],
    ['a source without an id', 'Source=disk\nLevel=2'],
  ])('%s is no event', (_name, text) => {
    expect(read(text).events).toEqual([]);
  });
});

test.each([
  [
    'what to look for',
    "Get-WinEvent -FilterHashtable @{\n   LogName='Application'\n   ProviderName='.NET Runtime'\n   ID=1023\n}",
  ],
  [
    'a variable',
    '$filter = @{\n    LogName = "System"\n    ProviderName = "Microsoft-Windows-Kernel-Power"\n    ID = 41\n}',
  ],
  ['the first key beside the brace', "@{ LogName='System'\nProviderName='Microsoft-Windows-Kernel-Power'\nID=41 }"],
  ['a line', 'Get-WinEvent -FilterHashtable @{LogName="System"; ProviderName="disk"; ID=7}'],
])('%s in code is no event', (_name, text) => {
  expect(read(`I use\n\n${text}\n\nand see nothing.`).events).toEqual([]);
});

test('time and host in front of the pairs are those of the event', () => {
  const { events, problems } = read(
    [
      '2019-03-04T22:00:01Z SRV1 EventID=7034 SourceName="Service Control Manager" Level=Error Message="It stopped."',
      '2019-03-04T22:00:02Z SRV2 agent[12]: EventID=7 Source=disk Message="A bad block."',
      '2019-03-04T22:00:03Z SRV3 EventID=7 Source=disk Computer=OTHER TimeCreated="2019-03-04 21:00:00"',
    ].join('\n'),
  );
  expect(events).toMatchObject([
    {
      eventId: 7034,
      host: 'SRV1',
      time: { kind: 'exact', timeMs: Date.UTC(2019, 2, 4, 22, 0, 1) },
      message: 'It stopped.',
    },
    { eventId: 7, host: 'SRV2', time: { timeMs: Date.UTC(2019, 2, 4, 22, 0, 2) } },
    { eventId: 7, host: 'OTHER', time: { kind: 'local' } },
  ]);
  expect(problems).toEqual([]);
});

test('the headings of the viewer with equals signs, those of two words, too', () => {
  const text =
    'Log Name = System\nSource = Service Control Manager\nDate = 13/04/2024 09:05:58\nEvent ID = 7031\nTask Category = None\n' +
    'Level = Error\nUser = N/A\nComputer = EX01\nDescription = The service ended.\n';
  const event = {
    channel: 'System',
    provider: 'Service Control Manager',
    eventId: 7031,
    category: null,
    level: 'error',
    host: 'EX01',
    message: 'The service ended.',
  };
  for (const size of PIECE_SIZES) expect(read(text, size).events).toMatchObject([event]);
});

test('a word in front of a key is no part of it', () => {
  expect(read('it ended Source=disk, Event ID=7, Level=Error\n').events).toMatchObject([
    { provider: 'disk', eventId: 7, level: 'error' },
  ]);
});

test('pairs with quotes are no code', () => {
  const { events } = read('EventID="7"\nSource="disk"\nLevel="Error"\nMessage="The device has a bad block."');
  expect(events).toMatchObject([{ eventId: 7, provider: 'disk', level: 'error' }]);
});

test('keys with a colon, date and time in one', () => {
  const text =
    'Event Log: System\nEvent ID: 7\nSource: disk\nComputer: HOST01\nTime: 1/2/2018 3:04:05 PM\nMessage: bad block';
  expect(read(text)).toMatchObject({
    events: [
      {
        channel: 'System',
        eventId: 7,
        provider: 'disk',
        host: 'HOST01',
        message: 'bad block',
        time: { date: [1, 2, 2018] },
      },
    ],
    problems: [],
  });
});

describe.each([
  ['SCOM', scomSegment.create, `${SCOM}\n\n${ALERT}`],
  ['pairs', keyPairsSegment.create, WMIC.join('\n')],
])('%s', (_name, create, text) => {
  test('what is dropped early is counted', () => expectInterest(create, text));
  test('cut or changed anywhere it never throws', () => {
    expectRobust(create, text, 50);
    expectRobust(createMixtureParser, text, 30);
  });
});

describe('a query for events is no event', () => {
  test.each([
    ['a search that names its index', 'index=windows source="WinEventLog:System" EventCode=7 host="*DC*"'],
    ['conditions that a word joins', 'source="WinEventLog:System" AND EventCode=7 AND Level=2'],
    ['a statement', "SELECT * FROM logs WHERE Channel='System' AND (Provider_Name='disk' AND EventID=7)"],
    ['one of two ids', 'Source=disk EventCode=7 OR EventCode=11'],
  ])('%s', (_name, query) => expect(read(query).events).toEqual([]));

  test('a message may hold such words', () =>
    expect(read('Source=disk EventCode=7 Index=12 Message=A bad block AND Path=C:').events).toMatchObject([
      { provider: 'disk', eventId: 7, message: 'A bad block AND Path=C:' },
    ]));
});

test('a word that announces the log is no key of its first event', () => {
  const lines = ['Source: disk, Event ID: 7, Level: Error', 'Source: disk, Event ID: 51, Level: Warning'];
  for (const text of [
    `Log:\n${lines.join('\n')}`,
    `Log:\n\`\`\`\n- ${lines.join('\n- ')}\n\`\`\`\n`,
    `Events:\n\n${lines.join('\n')}`,
  ])
    expect(read(text).events).toMatchObject([
      { eventId: 7, provider: 'disk', level: 'error', channel: null, message: null },
      { eventId: 51, provider: 'disk', level: 'warning', message: null },
    ]);
});
