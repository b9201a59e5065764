import { describe, expect, test } from 'vitest';
import { unknownHeadingsFormat } from '../../../../src/core/input/wrapped/unknown-headings.ts';
import { expectRobust } from '../../../support/hostile-text.ts';
import { parseText } from '../../../support/parse-text.ts';
import { readInput } from '../../../support/read-input.ts';

/** No language of any table. */
const HEADINGS = [
  'Logbuo',
  'Fonto',
  'Dato de',
  'Evento-n-ro',
  'Tasko',
  'Nivelo',
  'Slosilo',
  'Uzanto',
  'Maŝino',
  'Priskribo',
];
const block = (values: readonly string[], headings = HEADINGS): string =>
  headings.map((heading, index) => `${heading}:${index === 9 ? '\n' : '   '}${values[index] ?? ''}`).join('\n');
const FIRST = block([
  ...['System', 'disk', '13.04.2024 09:05:58', '7', 'Neniu', 'Eraro', 'Klasika', 'Ne havebla', 'HOST01.example.com'],
  'La disko \\Device\\Harddisk0\\DR0.\nUzanto: x',
]);
const SECOND = block([
  ...[
    'Microsoft-Windows-x/Operational',
    'Example',
    '2024-04-14 09:05:58',
    '51',
    '(2)',
    'Eraro',
    '',
    'EXAMPLE\\user1',
    'HOST01',
  ],
  'Alia.',
]);

test('headings of an unknown language are read by their order', async () => {
  const { events, problems } = await readInput(`Saluton!\n\n${FIRST}\n\n${SECOND}\n`);
  expect(events).toMatchObject([
    {
      position: 3,
      channel: 'System',
      provider: 'disk',
      time: { date: [13, 4, 2024] },
      eventId: 7,
      level: null,
      user: null,
      host: 'HOST01.example.com',
      message: 'La disko \\Device\\Harddisk0\\DR0.\nUzanto: x',
    },
    {
      position: 16,
      channel: 'Microsoft-Windows-x/Operational',
      provider: 'Example',
      eventId: 51,
      user: 'EXAMPLE\\user1',
    },
  ]);
  expect(events).toHaveLength(2);
  expect(problems).toEqual([]);
});

test.each([
  ['quoted', `${FIRST}\n\n${SECOND}`.replaceAll(/^/gm, '> ')],
  ['with colons of East Asia', `${FIRST}\n\n${SECOND}`.replaceAll(/^([\p{L}-]{4,12}(?: de)?):/gmu, '$1：')],
])('%s', async (_name, text) => {
  expect((await readInput(text)).events.map(({ eventId }) => eventId)).toEqual([7, 51]);
});

test('day and month are told apart by the dates, not by English', async () => {
  const { events } = await readInput(FIRST.replace('13.04.2024', '03/04/2024'));
  expect(events).toMatchObject([{ time: { orders: ['dmy', 'mdy'] } }]);
});

describe('is left alone', () => {
  test.each([
    ['without an id', FIRST.replace('7\n', 'sep\n')],
    ['without a date', FIRST.replace('13.04.2024 09:05:58', 'hieraŭ')],
    ['without the name of a log', FIRST.replace('System', 'Domo')],
    ['with a line less', FIRST.replace('Nivelo:   Eraro\n', '')],
  ])('%s', async (_name, text) => {
    expect((await readInput(text)).events).toEqual([]);
  });
});

test.each([1, 7, 65_536])('%i characters at a time', (size) => {
  const { events } = parseText(unknownHeadingsFormat.create, `a\nb\n${FIRST}\n\n${SECOND}`, { size });
  expect(events.map(({ eventId, position }) => [eventId, position])).toEqual([
    [7, 3],
    [51, 16],
  ]);
});

test('cut or changed anywhere it never throws', () =>
  expectRobust(unknownHeadingsFormat.create, `${FIRST}\n\n${SECOND}`, 60));
