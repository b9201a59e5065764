import { beforeAll, describe, expect, test } from 'vitest';
import { createMixtureParser, prepareMixture } from '../../../../src/core/input/mixture/parser.ts';
import { createWevtutilTextParser } from '../../../../src/core/input/parsers/wevtutil-text/parser.ts';
import { fixtureText } from '../../../support/fixtures.ts';
import { expectRobust } from '../../../support/hostile-text.ts';
import { parseText } from '../../../support/parse-text.ts';
import { PIECE_SIZES } from '../../../support/sources.ts';

beforeAll(() => prepareMixture());

const OLD = fixtureText('formats/wevtutil-text/wevtutil-text-old.txt');
const NEW = fixtureText('formats/wevtutil-text/wevtutil-text-ru-values.txt');
const local = (date: readonly number[], timeOfDayMs: number, precisionMs: number) => ({
  kind: 'local',
  date,
  orders: ['ymd'],
  timeOfDayMs,
  precisionMs,
});

test.each([
  [
    'the older generation',
    OLD,
    {
      position: 1,
      time: local([2020, 12, 14], 61_748_940, 1),
      host: 'HOST01',
      channel: 'Application',
      provider: 'WLMS',
      eventId: 100,
      level: 'information',
      category: null,
      user: null,
      message: null,
      recordId: null,
      system: null,
    },
  ],
  [
    'the newer one, whose Z nobody has proven, in Russian',
    NEW,
    {
      position: 1,
      time: local([2024, 1, 31], 15_999_017, 1),
      host: 'HOST01',
      channel: 'log4jna_sample',
      provider: 'example.log4jna_sample',
      eventId: 4096,
      level: 'information',
      category: 'Info',
      user: null,
      message:
        '04:26:37.314 [main] WARN  mapAppender - Event log from App message the quick brown fox jumps over the lazy dog',
    },
  ],
])('%s', (_name, text, event) => {
  for (const size of PIECE_SIZES) {
    const read = parseText(createMixtureParser, text, { size });
    expect(read.events).toMatchObject([event]);
    expect(read).toMatchObject({ problems: [], findings: { timeBasis: 'local', freeText: [], records: 1 } });
  }
});

const event = (index: number, id: number, ...description: readonly string[]): readonly string[] => [
  `Event[${index}]`,
  '  Log Name: Security',
  '  Source: Microsoft-Windows-Security-Auditing',
  '  Date: 2025-11-11T11:44:42.9510000Z',
  `  Event ID: ${id}`,
  '  Task: Logon',
  '  Level: Information',
  '  Opcode: Info',
  '  Keyword: Audit Failure',
  '  User: S-1-5-18',
  '  User Name: NT AUTHORITY\\SYSTEM',
  '  Computer: HOST01.example.com',
  '  Description: ',
  ...description,
];
const read = (...lines: readonly string[]) => parseText(createMixtureParser, lines.join('\n'));

describe('descriptions', () => {
  test('of several paragraphs, with lines like keys, up to the next event', () => {
    const { events } = read(
      ...event(0, 4625, 'An account failed to log on.', '', '  User: somebody', '  Event ID: 7', ''),
      ...event(1, 4624, 'Next.'),
    );
    expect(events).toMatchObject([
      {
        eventId: 4625,
        level: 'audit-failure',
        user: 'S-1-5-18',
        category: 'Logon',
        message: 'An account failed to log on.\n\n  User: somebody\n  Event ID: 7',
      },
      { eventId: 4624, position: 19, message: 'Next.' },
    ]);
  });

  test('that name their inserts only', () => {
    const lost = [
      'The description for Event ID 51 from source disk cannot be found.',
      '',
      'The following information was included with the event: ',
      '',
      '\\Device\\Harddisk0',
    ];
    const lines = event(0, 51, ...lost).map((line) => line.replace('Microsoft-Windows-Security-Auditing', 'disk'));
    expect(read(...lines).events).toMatchObject([{ strings: ['\\Device\\Harddisk0'] }]);
  });
});

test('lines that somebody filtered', () => {
  const lines = event(0, 7036, 'x').filter((line) => !/Date|User|Description|^x/.test(line));
  expect(read(...lines, ...event(1, 7, 'y')).events).toMatchObject([
    { eventId: 7036, time: null, user: null, message: null },
    { eventId: 7, message: 'y' },
  ]);
});

test('keywords on several lines, and one of them an audit', () => {
  const lines = event(0, 7, 'x').flatMap((line) =>
    line.includes('Keyword') ? ['  Keyword: Classic', '           Audit Success'] : [line],
  );
  expect(read(...lines).events).toMatchObject([{ level: 'audit-success' }]);
});

test('between prompts, words, a copied event and XML', () => {
  const copied = [
    'Log Name: System',
    'Source: disk',
    'Date: 1/2/2020 3:04:05 AM',
    'Event ID: 7',
    'Level: Error',
    'Description:',
    'Bad.',
  ];
  const { events, findings } = read(
    'C:\\>wevtutil qe System /c:1 /f:text',
    ...event(0, 1, 'one', ''),
    'C:\\>exit',
    ...event(0, 2, 'two', ''),
    ...copied,
  );
  expect(events.map(({ eventId, message }) => [eventId, message])).toEqual([
    [1, 'one'],
    [2, 'two'],
    [7, 'Bad.'],
  ]);
  expect(findings.freeText.map(({ text }) => text)).toEqual(['C:\\>wevtutil qe System /c:1 /f:text', 'C:\\>exit']);
});

test('an event without its number is kept as text', () => {
  const lines = event(0, 7, 'x').filter((line) => !line.includes('Event ID'));
  const { events, problems, findings } = read(...lines, ...event(1, 8, 'y'));
  expect(events.map(({ eventId }) => eventId)).toEqual([8]);
  expect(problems).toEqual([{ code: 'event/bad-id', position: 1, detail: null }]);
  expect(findings.freeText[0]?.line).toBe(1);
});

test('an indented paste', () => {
  const lines = event(0, 7, 'x').map((line) => `    ${line}`);
  expect(read('Here it is:', '', ...lines).events).toMatchObject([{ eventId: 7, position: 3, level: 'audit-failure' }]);
});

test.each([
  ['its own parser', createWevtutilTextParser],
  ['the mixture', createMixtureParser],
])('cut or changed anywhere it never throws: %s', (_name, create) => {
  expectRobust(create, `${OLD}\n${event(1, 7, 'x', '', 'y').join('\n')}`);
});
