import { expect, test } from 'vitest';
import { uprightLinesFormat } from '../../../../src/core/input/wrapped/upright-lines.ts';
import { parseText } from '../../../support/parse-text.ts';
import { readInput } from '../../../support/read-input.ts';

/** As a portal copies the details of two rows of a table of events. */
const TEXT = [
  'Hello, this is it:',
  '',
  'TimeGenerated [UTC]\t3/14/2023, 1:02:03.457 AM',
  'Source\tService Control Manager',
  'EventLog\tSystem',
  'Computer\tSRV1.contoso.local',
  'EventLevelName\tError',
  'RenderedDescription\tThe "Foo" service failed:',
  '',
  'Not found.',
  'EventID\t7000',
  'Type\tEvent',
  '',
  'TimeGenerated [UTC]\t3/14/2023, 1:02:04.457 AM',
  'Source\tService Control Manager',
  'EventLog\tSystem',
  'EventID\t7036',
  'RenderedDescription\tIt stopped.',
  '',
  'Regards',
].join('\n');

test('properties below one another, a message over lines, words around them', async () => {
  const { events, problems } = await readInput(TEXT);
  expect(events).toMatchObject([
    {
      ...{ position: 3, provider: 'Service Control Manager', eventId: 7000, channel: 'System', level: 'error' },
      ...{ host: 'SRV1.contoso.local', message: 'The "Foo" service failed:\n\nNot found.' },
      time: { kind: 'exact', basis: 'utc', timeMs: Date.parse('2023-03-14T01:02:03.457Z') },
    },
    { position: 14, eventId: 7036, message: 'It stopped.', host: null },
  ]);
  expect(problems).toEqual([]);
});

test.each([1, 7, 65_536])('%i characters at a time', (size) => {
  const { events, findings } = parseText(uprightLinesFormat.create, TEXT, { size });
  expect(events.map(({ eventId, position }) => [eventId, position])).toEqual([
    [7000, 3],
    [7036, 14],
  ]);
  expect(findings.freeText.map(({ text, line }) => [text.trim(), line])).toEqual([
    ['Hello, this is it:', 1],
    ['Regards', 20],
  ]);
});

test.each([
  [
    'what the viewer copies',
    'Log Name:\tSystem\nSource:\tdisk\nEvent ID:\t7\nLevel:\tError\nComputer:\tEX1\nDescription:\nA bad block.',
  ],
  ['a list of something else', 'Name\tBob\nRole\tAdmin\nSource\tHR\nId\tx\n'],
])('%s is left to its own reader', async (_name, text) => {
  const { events } = await readInput(text);
  expect(uprightLinesFormat.recognises(text)).toBe(false);
  expect(events.map(({ eventId }) => eventId)).toEqual(text.startsWith('Log') ? [7] : []);
});
