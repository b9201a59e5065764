import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMixtureParser } from '../../../../../src/core/input/mixture/parser.ts';
import { leastCostMs } from '../../../../support/cost.ts';
import { fixtureText } from '../../../../support/fixtures.ts';
import { parseText } from '../../../../support/parse-text.ts';
import { PIECE_SIZES } from '../../../../support/sources.ts';
import { HEADER, ROWS, readCsv } from './support.ts';

const table = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;
const idsIn = (text: string, size?: number) =>
  readCsv(text, size === undefined ? {} : { size }).events.map(({ eventId }) => eventId);
const row = (id: number, text: string): string => `Error,10/7/2016 6:38:24 PM,disk,${id},None,${text}`;

describe('quotes that do not close cost one row', () => {
  test.each([
    ['rows without quotes behind', [row(1, '"never closed'), row(2, 'plain'), row(3, 'plain')], [1]],
    ['a row in quotes behind', [row(1, '"never closed'), row(2, '"closed, well"'), row(3, 'plain')], [1]],
    ['an empty one behind', [row(1, '"never closed'), row(2, '""'), row(3, '"x ""y"" z"')], [1]],
    ['many', [row(1, '"a'), row(2, '"b'), row(3, '"c')], [1, 2, 3]],
    ['text behind its quotes', [row(1, '"a" b'), row(2, '"b"'), row(3, 'c')], [1]],
    ['a quote as a letter', [row(1, 'a "quoted" word'), row(2, '5" disk'), row(3, 'c')], []],
    ['at the very end', [row(1, 'a'), row(2, 'b'), row(3, '"c')], [3]],
  ])('%s', (_name, rows, broken) => {
    const text = table(HEADER, ...rows);
    for (const size of PIECE_SIZES) {
      const { events, problems } = readCsv(text, { size });
      expect(events.map(({ eventId, position }) => [eventId, position])).toEqual([
        [1, 2],
        [2, 3],
        [3, 4],
      ]);
      expect(problems).toEqual(
        broken.map((line) => ({ code: 'table/broken-quotes', position: line + 1, detail: null })),
      );
    }
  });

  test.each([
    'Tuesday, January 3, 2012 3:04:05 PM',
    'January 3, 2012 3:04:05 PM',
    'mardi 3 janvier 2012 15:04:05',
    'mercredi 1er février 2012 15:04:05',
    '3-janv.-12 15:04',
    'terça-feira, 3 de janeiro de 2012 15:04:05',
    'tirsdag den 3. januar 2012 15.04.05',
    '2012. január 3., kedd 15:04:05',
    '2012年1月3日 15:04:05',
  ])('below a time with its month by name: %s', (time) => {
    const line = (id: number, text: string): string => `Error,"${time}",disk,${id},None,${text}`;
    for (const size of PIECE_SIZES) {
      const { events, problems } = readCsv(table(HEADER, line(1, '"never closed'), line(2, 'plain')), { size });
      expect(events.map(({ eventId, position }) => [eventId, position])).toEqual([
        [1, 2],
        [2, 3],
      ]);
      expect(problems).toEqual([{ code: 'table/broken-quotes', position: 2, detail: null }]);
    }
  });

  test('where all is in quotes and the message stands in front', () => {
    const line = (id: number, text: string): string => `${text},"${id}","Error","10/7/2016 6:38:24 PM","disk"`;
    const text = table(
      '"Message","Id","LevelDisplayName","TimeCreated","ProviderName"',
      ...[line(1, '"one'), line(2, '"two\nlines"'), line(3, '"three"')],
    );
    expect(idsIn(text)).toContain(3);
    expect(idsIn(text)).toContain(2);
  });
});

test('a row of a report inside a closed description is text', () => {
  const text = table(HEADER, row(1, `"See:\n${row(9, 'x')}\nand so on"`), row(2, 'b'));
  expect(idsIn(text)).toEqual([1, 2]);
});

test('a line that is no row is kept as text, and named', () => {
  const text = table(
    HEADER,
    row(1, '"a"'),
    '---',
    'and words',
    row(2, '"b"'),
    'Error,soon,disk,many,None,"c"',
    row(3, '"d"'),
  );
  const { events, problems, findings } = readCsv(text);
  expect(events.map(({ eventId }) => eventId)).toEqual([1, 2, 3]);
  expect(problems).toEqual([
    { code: 'table/odd-row', position: 3, detail: null },
    { code: 'table/odd-row', position: 6, detail: null },
  ]);
  expect(findings.freeText).toEqual([
    { text: '---\nand words', line: 3 },
    { text: 'Error,soon,disk,many,None,"c"', line: 6 },
  ]);
});

test('line ends in a description without quotes', () => {
  const { events, problems } = readCsv(table(HEADER, row(1, 'one'), '  two', row(2, 'three')));
  expect(events.map(({ message }) => message)).toEqual(['one\n  two', 'three']);
  expect(problems).toEqual([]);
});

test('a time that cannot be read', () => {
  const { events, problems } = readCsv(
    table(HEADER, 'Error,32/13/2016 6:38:24 PM,disk,7,None,x', 'Error,,disk,8,None,y'),
  );
  expect(events).toMatchObject([
    { eventId: 7, time: null },
    { eventId: 8, time: null },
  ]);
  expect(problems).toEqual([{ code: 'time/unreadable', position: 2, detail: '32/13/2016 6:38:24 PM' }]);
});

test('two tables in one file', () => {
  const second = ['Event ID\tLevel\tDate and Time\tSource', '9\tError\t10/7/2016 6:38:24 PM\tVSS'];
  expect(idsIn(table(HEADER, ...ROWS, '', ...second))).toEqual([7036, 8193, 51, 6013, 9]);
  expect(idsIn(table(HEADER, ...ROWS, HEADER, row(9, 'x')))).toEqual([7036, 8193, 51, 6013, 9]);
});

test('five megabytes in one cell', () => {
  const big = 'x'.repeat(5_000_000);
  const { events } = readCsv(table(HEADER, row(1, `"${big}\n${big.slice(0, 10)}"`), row(2, 'b')));
  expect(events.map(({ message }) => message?.length)).toEqual([5_000_011, 1]);
});

test('a quote that is never closed does not hold all that follows in memory', () => {
  const lines = `${'y'.repeat(99)}\n`.repeat(100_000);
  const { events, problems } = readCsv(table(HEADER, row(1, `"${lines}`)));
  expect(events[0]).toMatchObject({ eventId: 1 });
  expect(problems[0]).toMatchObject({ code: 'table/broken-quotes', position: 2 });
});

describe('between other text', () => {
  const read = (...lines: readonly string[]) => parseText(createMixtureParser, lines.join('\n'));

  test('a table and words', () => {
    const { events, findings } = read('Please look:', '', HEADER, ...ROWS, '', 'Thanks, me');
    expect(events.map(({ eventId, position }) => [eventId, position])).toEqual([
      [7036, 4],
      [8193, 5],
      [51, 9],
      [6013, 10],
    ]);
    expect(findings.freeText).toEqual([
      { text: 'Please look:', line: 1 },
      { text: 'Thanks, me', line: 12 },
    ]);
  });

  test('a table and a copied event', () => {
    const copied = [
      'Log Name: System',
      'Source: disk',
      'Date: 10/7/2016 6:38:24 PM',
      'Event ID: 7',
      'Level: Error',
      'Description:',
      'Bad.',
    ];
    expect(read(...copied, '', HEADER, ...ROWS).events.map(({ eventId }) => eventId)).toEqual([
      7, 7036, 8193, 51, 6013,
    ]);
    expect(read(HEADER, ...ROWS, '', ...copied).events.map(({ eventId }) => eventId)).toEqual([
      7036, 8193, 51, 6013, 7,
    ]);
  });
});

test('cut at every character the rows before the cut are read', () => {
  const text = table(HEADER, ...ROWS);
  const ends = [2, 6, 7, 8].map((lines) => text.split('\n').slice(0, lines).join('\n').length);
  for (let end = 0; end <= text.length; end += 1) {
    const ids = idsIn(text.slice(0, end));
    const whole = ends.filter((rowEnd) => rowEnd <= end).length;
    expect(ids.slice(0, whole)).toEqual([7036, 8193, 51, 6013].slice(0, whole));
  }
});

test.each([
  ['the viewer', table(HEADER, ...ROWS)],
  ['PowerShell', fixtureText('formats/csv/powershell-get-winevent.csv')],
  ['dumpel', fixtureText('formats/csv/dumpel-line.txt')],
])('changed anywhere it never throws, and pieces of any size agree: %s', (_name, text) => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(text.length - 1), fc.constantFrom('"', ',', '\n', '\t', ';', '7', '""', '')), {
        maxLength: 12,
      }),
      fc.integer({ min: 1, max: 300 }),
      (changes, size) => {
        const characters = [...text];
        for (const [at, character] of changes) characters[at] = character;
        const changed = characters.join('');
        expect(readCsv(changed, { size })).toEqual(readCsv(changed));
        parseText(createMixtureParser, changed);
      },
    ),
    { numRuns: 150 },
  );
});

describe('the last description of an older viewer', () => {
  const older = (id: number, text: string): string => `10/7/2016,6:38:24 PM,disk,Error,None,${id},N/A,HOST01,${text}`;

  test('goes on over empty lines where another row follows', () => {
    const { events, findings } = readCsv(table(older(1, 'one'), '', 'two', older(2, 'three'), 'four'));
    expect(events.map(({ message }) => message)).toEqual(['one\n\ntwo', 'three\nfour']);
    expect(findings.freeText).toEqual([]);
  });

  test('ends at an empty line where none does', () => {
    const { events, findings } = readCsv(table(older(1, 'one'), '', 'Thanks'));
    expect(events.map(({ message }) => message)).toEqual(['one']);
    expect(findings.freeText.map(({ text }) => text.trim())).toEqual(['Thanks']);
  });
});

test('a line that is full of opening quotes costs one pass, not one for each of them', async () => {
  const text = table(HEADER, 'Error,1/1/2012 1:00:00 AM,disk,7,None,"'.repeat(300_000));
  let found = 0;
  expect(await leastCostMs(() => (found = readCsv(text).events.length), 20_000)).toBeLessThan(20_000);
  expect(found).toBe(1);
});
