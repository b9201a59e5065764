import { expect, test } from 'vitest';
import { createClipboardParser } from '../../../../../src/core/input/parsers/clipboard/parser.ts';
import { parseText } from '../../../../support/parse-text.ts';

const parse = (...lines: readonly string[]) => parseText(createClipboardParser, lines.join('\n'));

const MESSAGE =
  'The Print Spooler service terminated unexpectedly. It has done this 1 time(s). The following corrective action will be taken.';
const SERVICE = 'Source: Service Control Manager';

test('headings without an id have that of the event whose message stands below, and a problem says so', () => {
  const { events, problems } = parse('It says:', '', 'Log Name: System', SERVICE, 'Description:', MESSAGE);
  expect(events).toMatchObject([
    { position: 3, channel: 'System', provider: 'Service Control Manager', eventId: 7031, message: MESSAGE },
  ]);
  expect(problems).toEqual([{ code: 'event/no-headings', position: 3, detail: null }]);
});

test('headings without id and source have both', () => {
  const block = ['> Log Name: System', '> Level: Error', '> Computer: S1', '> Description:', `> ${MESSAGE}`];
  expect(parse(...block).events).toMatchObject([
    { provider: 'Service Control Manager', eventId: 7031, level: 'error', host: 'S1' },
  ]);
});

test.each([
  ['of another source', ['Log Name: System', 'Source: MyService', 'Description:', MESSAGE]],
  ['that tells nothing', ['Log Name: System', SERVICE, 'Description:', 'It stopped.']],
])('a message %s leaves the headings text', (_, block) => {
  const { events, problems } = parse(...block);
  expect(events).toEqual([]);
  expect(problems).toEqual([{ code: 'clipboard/bad-id', position: 1, detail: null }]);
});

test('an id without a colon on the line above the other headings is the id of their event', () => {
  const text = [
    'Event ID 7000',
    SERVICE,
    'Description: A failed.',
    '',
    '  Event ID 7009',
    `  ${SERVICE}`,
    '',
    '  Timeout',
  ];
  expect(parse(...text).events).toMatchObject([
    { position: 1, provider: 'Service Control Manager', eventId: 7000, message: 'A failed.' },
    { position: 5, provider: 'Service Control Manager', eventId: 7009 },
  ]);
});

test.each([
  ['### Ereignis-ID 105', 'Quelle: ESE97', 'ESE97', 105],
  ['**Event 7000**', 'Source: Disk', 'Disk', 7000],
  ['Event ID 4320', 'Source NetBT', 'NetBT', 4320],
  ['Event ID 7031', 'Source - Service Control Manager', 'Service Control Manager', 7031],
  ['Event ID 150:', 'Source: MSExchangeMTA', 'MSExchangeMTA', 150],
  ['Event ID 105', '\nSource: ESE97', 'ESE97', 105],
])('%s', (title, source, provider, eventId) => {
  expect(parse(title, source).events).toMatchObject([{ provider, eventId }]);
});

test('such a line above headings that have an id of their own is a title', () => {
  const { events } = parse('Event ID 1511', 'Source: Profile', 'Event ID: 1508', 'Level: Error');
  expect(events).toMatchObject([{ provider: 'Profile', eventId: 1508 }]);
});

test('a sentence about a source below it is none', () => {
  expect(parse('Event ID 4320', 'Source says: nothing', 'more').events).toEqual([]);
  expect(parse('Event ID 4320', 'Sources of it are many and all of them are known').events).toEqual([]);
});

test('a sentence that ends in a number is none', () => {
  expect(parse('We saw event ID 7000', 'Source: our monitoring', 'Type: mail').events).toEqual([]);
});
