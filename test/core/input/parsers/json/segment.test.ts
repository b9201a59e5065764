import { beforeAll, expect, test } from 'vitest';
import { createMixtureParser, prepareMixture } from '../../../../../src/core/input/mixture/parser.ts';
import { parseInPieces } from '../../../../support/parse-text.ts';
import { evtxDumpRecord } from './support.ts';

beforeAll(() => prepareMixture());

const read = (text: string) =>
  parseInPieces(createMixtureParser, text).events.map(({ recordId, position }) => [recordId, position]);
const lines = [1, 2].map((id) => JSON.stringify(evtxDumpRecord(id)));

test.each([
  ['one record', `Hi,\nthis is the event:\n${lines[0]}\nThanks`, [[1, 3]]],
  ['an indented one', `Hi,\n${JSON.stringify(evtxDumpRecord(1), null, 2)}\nThanks: {"a": 1}`, [[1, 2]]],
  [
    'an indented list',
    `Hi:\n\n${JSON.stringify([evtxDumpRecord(1), evtxDumpRecord(2)], null, 4)}\n\nBye`,
    [
      [1, 4],
      [2, 42],
    ],
  ],
  [
    'lines',
    `Hi:\n${lines.join('\n')}\nBye`,
    [
      [1, 2],
      [2, 3],
    ],
  ],
  [
    'lines of a log of several forms',
    `<13>Jan 2 03:04:05 HOST01 sshd[1]: x\n<13>Jan 2 03:04:05 HOST01 ${lines[0]}\nwin.0: [1.5, ${lines[1]}]\n`,
    [
      [1, 2],
      [2, 3],
    ],
  ],
  ['a cell of a table in Markdown', `| time | record |\n|---|---|\n| x | ${lines[0]} |\n`, [[1, 3]]],
  [
    'behind words of each',
    `First:\n${lines[0]}\nSecond:\n${lines[1]}\n`,
    [
      [1, 2],
      [2, 4],
    ],
  ],
  ['a record of something else in a line', 'Jan 2 03:04:05 app {"level": "info", "message": "x"}\n', []],
  ['nothing of the kind', 'Hi,\n{"colour": "red"}\n[PS] C:\\>\n{\nBye', []],
])('a letter with %s', (_name, text, expected) => {
  const found = read(text);
  expect(found?.map(([id]) => id)).toEqual(expected.map(([id]) => id));
  expect(found?.[0]).toEqual(expected[0]);
});

test('a record whose keys are parted by underscores, below words', () => {
  const record = { provider_name: 'disk', event_id: 7, record_number: 9, time_created: '2024-05-06T07:08:09Z', x: 'y' };
  const { events } = parseInPieces(createMixtureParser, `Here it is:\n${JSON.stringify(record)}\nThanks!\n`);
  expect(events).toMatchObject([{ position: 2, eventId: 7, provider: 'disk', recordId: 9 }]);
});
