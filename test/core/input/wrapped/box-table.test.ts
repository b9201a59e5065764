import { expect, test } from 'vitest';
import { boxTableFormat } from '../../../../src/core/input/wrapped/box-table.ts';
import { parseText } from '../../../support/parse-text.ts';
import { readInput } from '../../../support/read-input.ts';

/** As Chainsaw prints what a rule found: values on lines of one row. */
const CHAINSAW = [
  '[+] Group: Service Installation',
  '┌─────────────────────┬──────────────────┬──────────┬───────────┬──────────┬──────────────────┐',
  '│      timestamp      │    detections    │ Event ID │ Record ID │ Computer │    Event Data    │',
  '├─────────────────────┼──────────────────┼──────────┼───────────┼──────────┼──────────────────┤',
  '│ 2023-03-14 01:02:03 │ + Service Failed │ 7000     │ 12345     │ SRV1     │ param1: Foo      │',
  '│                     │                  │          │           │          │ param2: x        │',
  '├─────────────────────┼──────────────────┼──────────┼───────────┼──────────┼──────────────────┤',
  '│ 2023-03-14 01:02:04 │ + Service Failed │ 7001     │ 12346     │ SRV1     │ param1: Bar      │',
  '└─────────────────────┴──────────────────┴──────────┴───────────┴──────────┴──────────────────┘',
  '',
].join('\n');

test('rows that go on over lines', async () => {
  const { events, problems } = await readInput(CHAINSAW);
  expect(events).toMatchObject([
    { position: 5, eventId: 7000, recordId: 12_345, host: 'SRV1', time: { kind: 'local', date: [2023, 3, 14] } },
    { position: 8, eventId: 7001, recordId: 12_346 },
  ]);
  expect(events.map(({ fields }) => [...fields])).toEqual([
    [
      ['param1', 'Foo'],
      ['param2', 'x'],
    ],
    [['param1', 'Bar']],
  ]);
  expect(problems).toEqual([]);
});

test.each([
  ['round', '╭─┬─╮', '│', '├─┼─┤', '╰─┴─╯'],
  ['double', '╔═╦═╗', '║', '╠═╬═╣', '╚═╩═╝'],
  ['heavy', '┏━┳━┓', '┃', '┡━╇━┩', '└─┴─┘'],
])('borders of a shell: %s', async (_name, top, bar, rule, bottom) => {
  const row = (...cells: readonly string[]): string => `${bar} ${cells.join(` ${bar} `)} ${bar}`;
  const { events } = await readInput(
    [
      top,
      row('#', 'TimeCreated', 'Id', 'LevelDisplayName', 'ProviderName', 'Message'),
      rule,
      row('0', '3/14/2023 1:02:03 AM', '7', 'Error', 'disk', 'A "bad"'),
      row(' ', '', '', '', '', 'block.'),
      row('1', '3/14/2023 1:02:04 AM', '51', 'Warning', 'disk', 'x'),
      bottom,
    ].join('\n'),
  );
  expect(events).toMatchObject([
    { eventId: 7, level: 'error', provider: 'disk', message: 'A "bad"\nblock.' },
    { eventId: 51, level: 'warning', message: 'x' },
  ]);
});

test('the console of a database, whose borders are signs of ASCII', async () => {
  const { events } = await readInput(
    [
      'mysql> select * from events;',
      '+---------------------+------+----------+-------+-----------+',
      '| TimeCreated         | Id   | Provider | Level | Message   |',
      '+---------------------+------+----------+-------+-----------+',
      '| 2023-03-14 01:02:03 | 7    | disk     | Error | Bad block |',
      '|                     |      |          |       | on 0.     |',
      '| 2023-03-14 01:02:04 | 51   | disk     | Error | x         |',
      '+---------------------+------+----------+-------+-----------+',
      '2 rows in set (0.00 sec)',
    ].join('\n'),
  );
  expect(events).toMatchObject([
    { eventId: 7, provider: 'disk', message: 'Bad block\non 0.' },
    { eventId: 51, provider: 'disk', message: 'x' },
  ]);
});

test.each([1, 7, 65_536])('%i characters at a time', (size) => {
  const { events } = parseText(boxTableFormat.create, CHAINSAW, { size });
  expect(events.map(({ eventId, position }) => [eventId, position])).toEqual([
    [7000, 5],
    [7001, 8],
  ]);
});

test('a table of something else is none', () => {
  expect(boxTableFormat.recognises('│ Name │ Id │ Role │\n│ Bob │ 7 │ x │\n')).toBe(false);
});
