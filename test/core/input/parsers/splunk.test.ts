import { beforeAll, describe, expect, test } from 'vitest';
import { createMixtureParser, prepareMixture } from '../../../../src/core/input/mixture/parser.ts';
import { createSplunkParser } from '../../../../src/core/input/parsers/splunk/parser.ts';
import { fixtureText } from '../../../support/fixtures.ts';
import { expectRobust } from '../../../support/hostile-text.ts';
import { expectInterest } from '../../../support/interest-text.ts';
import { parseText } from '../../../support/parse-text.ts';
import { readInput } from '../../../support/read-input.ts';
import { PIECE_SIZES } from '../../../support/sources.ts';

beforeAll(() => prepareMixture());

const EXAMPLE = fixtureText('formats/agents/splunk-wineventlog.txt');
const block = (id: number, time: string | null, ...message: readonly string[]): readonly string[] => [
  ...(time === null ? [] : [time]),
  ...['LogName=Application', `EventCode=${id}`, 'EventType=2', 'ComputerName=HOST01.example.com', 'SourceName=VSS'],
  ...['Type=Error', `RecordNumber=${id * 10}`, 'Keywords=Classic', 'TaskCategory=None', 'OpCode=None'],
  `Message=${message.join('\n')}`,
];
const TWO = [
  ...block(8193, '04/01/2019 07:07:21 PM', 'hr = 0x80070539, a', '', 'Operation:', '   b'),
  '',
  ...block(8194, '04/01/2019 07:07:22.123 PM', 'c'),
].join('\n');

const read = (text: string, size?: number) => parseText(createMixtureParser, text, size === undefined ? {} : { size });
const local = (day: number, month: number, year: number, timeOfDayMs: number, precisionMs = 1000) => ({
  kind: 'local',
  date: [month, day, year],
  orders: ['mdy'],
  timeOfDayMs,
  precisionMs,
});

test('a real event', () => {
  for (const size of PIECE_SIZES) {
    const { events, problems, findings } = read(EXAMPLE, size);
    expect(events).toMatchObject([
      {
        position: 1,
        recordId: 57_321,
        time: local(23, 8, 2017, ((20 * 60 + 33) * 60 + 29) * 1000),
        host: 'host01.example.local',
        channel: 'Security',
        provider: 'Microsoft Windows security auditing.',
        eventId: 4688,
        level: 'audit-success',
        category: 'Process Creation',
        user: null,
        strings: [],
        data: null,
      },
    ]);
    const [{ message = '' } = {}] = events;
    expect(message?.split('\n')).toHaveLength(14);
    expect(message).toMatch(/^A new process has been created\.\n\nSubject:\n\tSecurity ID:\t\tDOMAIN\\user1\n/);
    expect(message?.endsWith('advfirewall set allprofiles state off')).toBe(true);
    expect(problems).toEqual([]);
    expect(findings).toMatchObject({ format: 'splunk', records: 1, freeText: [], timeBasis: 'local' });
  }
});

const EXPECTED = [
  {
    position: 1,
    recordId: 81_930,
    time: local(1, 4, 2019, 68_841_000),
    channel: 'Application',
    provider: 'VSS',
    host: 'HOST01.example.com',
    eventId: 8193,
    level: 'error',
    category: null,
    message: 'hr = 0x80070539, a\n\nOperation:\n   b',
  },
  { eventId: 8194, time: local(1, 4, 2019, 68_842_123, 1), message: 'c' },
];

describe('the newer order of keys', () => {
  test.each([
    ['as it is', TWO],
    ['with doubled line ends', TWO.split('\n').join('\n\n')],
    ['quoted in a mail', TWO.replace(/^/gm, '> ')],
    ['with blanks around the signs', TWO.replace(/^(\w+)=/gm, '$1 =')],
    ['with the time as a key', TWO.replace(/^(\d\d\/.*)$/gm, 'Date=$1')],
  ])('%s', (_name, text) => {
    const { events, problems } = read(text);
    expect(problems).toEqual([]);
    expect(events).toMatchObject(EXPECTED);
    expect(events).toHaveLength(2);
  });

  test('swapped, and with the account', () => {
    const text = [
      ...['04/01/2019 07:07:21 PM', 'SourceName=VSS', 'EventCode=8193', 'LogName=Application', 'User=NOT_TRANSLATED'],
      ...['Sid=S-1-5-18', 'SidType=0', 'Type=Warning', 'Message=x'],
    ].join('\n');
    expect(read(text).events).toMatchObject([{ eventId: 8193, provider: 'VSS', level: 'warning', user: 'S-1-5-18' }]);
  });

  test('without times, one event behind another', () => {
    const { events } = read([...block(1, null, 'a'), ...block(2, null, 'b')].join('\n'));
    expect(events).toMatchObject([
      { position: 1, eventId: 1, message: 'a', time: null },
      { position: 12, eventId: 2, message: 'b', time: null },
    ]);
  });

  test('in the cell of a table', () => {
    const cell = `"${[...block(8193, '04/01/2019 07:07:21 PM', 'say ""x""')].join('\n')}","2019-04-01"`;
    expect(read(cell).events).toMatchObject([{ eventId: 8193, message: 'say "x"', time: EXPECTED[0]?.time }]);
  });
});

describe('on one line', () => {
  const line =
    '04/01/2019 07:07:21 PM LogName=Security SourceName=Microsoft Windows security auditing. EventCode=4625 EventType=0 ' +
    'Type=Information ComputerName=host.example.com TaskCategory=Logon OpCode=Info RecordNumber=13730612955 ' +
    'Keywords=Audit Failure Message=An account failed to log on. Subject: User=x';

  test('with blanks', () => {
    expect(read(line).events).toMatchObject([
      {
        recordId: 13_730_612_955,
        time: local(1, 4, 2019, 68_841_000),
        host: 'host.example.com',
        channel: 'Security',
        provider: 'Microsoft Windows security auditing.',
        eventId: 4625,
        level: 'audit-failure',
        category: 'Logon',
        message: 'An account failed to log on. Subject: User=x',
      },
    ]);
  });

  test('with escaped line ends; without them a path stays a path', () => {
    const escaped =
      '04/01/2019 07:07:22 PM\\nLogName=System\\nSourceName=VSS\\nEventCode=8193\\nType=Error\\nMessage=a\\r\\n\\tC:\\\\new';
    expect(read(escaped).events).toMatchObject([{ provider: 'VSS', level: 'error', message: 'a\n\tC:\\new' }]);
    const plain = 'LogName="System" EventCode="7" SourceName="disk" Message="C:\\new"';
    expect(read(plain).events).toMatchObject([{ channel: 'System', provider: 'disk', eventId: 7, message: 'C:\\new' }]);
  });
});

describe('bad input', () => {
  test('words around and between', () => {
    const { events, findings } = read(`Look\n\n${TWO.replace('\n\n04', '\n04')}\n`);
    expect(events.map(({ position }) => position)).toEqual([3, 18]);
    expect(findings.freeText).toEqual([{ text: 'Look', line: 1 }]);
  });

  test('an id that is no number', () => {
    const { events, problems } = read(TWO.replace('EventCode=8193', 'EventCode=n/a'));
    expect(events).toMatchObject([{ eventId: 8194 }]);
    expect(problems).toEqual([{ code: 'event/bad-id', position: 1, detail: 'n/a' }]);
  });

  test('a time that is none', () => {
    const { events, problems } = read(TWO.replace('04/01/2019 07:07:21 PM', 'Date=40/40/2019 07:07:21 PM'));
    expect(events).toMatchObject([{ eventId: 8193, time: null }, { eventId: 8194 }]);
    expect(problems).toEqual([{ code: 'time/unreadable', position: 1, detail: '40/40/2019 07:07:21 PM' }]);
  });

  test('5 MB in one message', () => {
    const long = 'x'.repeat(5 << 20);
    const { events, problems } = read(TWO.replace('0x80070539, a', long));
    expect(events.map(({ eventId }) => eventId)).toEqual([8193, 8194]);
    expect(problems.map(({ code }) => code)).toEqual(['text/line-too-long']);
  });

  test('keys of other programs begin nothing', () => {
    expect(read('Type=1\nUser=x\nMessage=y\n').events).toEqual([]);
    expect(read('LogName=System was searched\nEventCode was not\n').events).toEqual([]);
  });

  test('cut or changed anywhere it never throws', () => {
    expectRobust(createSplunkParser, `${TWO}\n${EXAMPLE}`);
    expectRobust(createMixtureParser, TWO, 60);
  });
});

test('what is dropped early is counted', () => {
  expectInterest(createSplunkParser, `${TWO}\n\n${EXAMPLE}`);
});

test('a large file is read without the mixture, and gives the same', async () => {
  const text = Array.from({ length: 300 }, (_, index) =>
    block(index + 1, '04/01/2019 07:07:21 PM', 'a', '', 'b').join('\n'),
  ).join('\n\n');
  const { format, events } = await readInput(`${text}\n`);
  expect(format).toBe('splunk');
  expect(events).toEqual(read(text).events);
  expect(events).toHaveLength(300);
});
