import { describe, expect, test } from 'vitest';
import { encodedJsonFormat } from '../../../../src/core/input/wrapped/encoded-json.ts';
import { encodedXmlFormat } from '../../../../src/core/input/wrapped/encoded-xml.ts';
import { escapedTextFormat } from '../../../../src/core/input/wrapped/escaped-text.ts';
import { jsonStringsFormat } from '../../../../src/core/input/wrapped/json-strings.ts';
import { parseText } from '../../../support/parse-text.ts';
import { readInput } from '../../../support/read-input.ts';
import { TWO_EVENTS, unplaced } from './support.ts';

const plain = await readInput(TWO_EVENTS);
const inner = JSON.stringify(TWO_EVENTS).slice(1, -1);
const innerDos = JSON.stringify(TWO_EVENTS.replaceAll('\n', '\r\n')).slice(1, -1);

describe('the line breaks of a text are escapes', () => {
  test.each([
    ['\\n', inner],
    ['\\r\\n', innerDos],
    ['in a line of a log', `2024-04-13 10:00:00 INFO sent:\n${inner}\n`],
  ])('%s', async (_name, text) => {
    const { format, events } = await readInput(text);
    expect(format).toBe('escaped-text');
    expect(unplaced(events)).toEqual(unplaced(plain.events));
    expect(new Set(events.map(({ position }) => position))).toEqual(
      new Set([text.split('\n').indexOf(inner) < 1 ? 1 : 2]),
    );
  });

  test.each([1, 7, 65_536])('%i characters at a time', (size) => {
    const text = `${inner}\\r\\n\n${innerDos}\\u0021`;
    const { events } = parseText(escapedTextFormat.create, text, { size });
    expect(events.map(({ eventId, position }) => [eventId, position])).toEqual([
      [7031, 1],
      [454, 1],
      [7031, 2],
      [454, 2],
    ]);
    expect(events.at(-1)?.message).toBe(`${plain.events[1]?.message}!`);
  });

  test.each([
    ['paths', 'Log Name: System\nSource: disk\nEvent ID: 7\nDescription:\nC:\\new\\nine\\none\\n1'],
    ['prose', 'Use \\n, not \\r\\n, and never \\n\\n\\n\\n.'],
  ])('%s are none', async (_name, text) => {
    expect((await readInput(text)).format).toBe('text');
  });
});

const XML =
  '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="disk"/><EventID>7</EventID>' +
  '<TimeCreated SystemTime="2023-05-01T09:59:58Z"/><Channel>System</Channel></System>\r\n' +
  '<EventData><Data>\\Device\\Harddisk0\\DR0</Data></EventData></Event>';

describe('events in the strings of JSON', () => {
  const words = `Hello,\r\n\r\n\`\`\`\r\n${TWO_EVENTS}\r\n\`\`\`\r\n`;
  test.each([
    ['a string', JSON.stringify(TWO_EVENTS), [1, 1]],
    ['an issue', JSON.stringify({ url: 'https://example.org/1', number: 1, title: 'It stops', body: words }), [1, 1]],
    ['a ticket', JSON.stringify({ ticket: { id: 5, from: 'a@b.c', description: words } }, null, 1), [5, 5]],
    ['a list', JSON.stringify([{ body: 'nothing here' }, { body: words }], null, 1), [6, 6]],
  ])('%s', async (_name, text, positions) => {
    const { format, events } = await readInput(text);
    expect(format).toBe('json-strings');
    expect(unplaced(events)).toEqual(unplaced(plain.events));
    expect(events.map(({ position }) => position)).toEqual(positions);
  });

  test('the line of an agent of OSSEC', async () => {
    const text = {
      agent: { id: '001' },
      full_log:
        '2018 Dec 05 08:22:47 WinEvtLog: System: ERROR(7000): Service Control Manager: SYSTEM: x: EX1: It failed.',
      decoder: { name: 'windows' },
    };
    const { events } = await readInput(`${JSON.stringify(text)}\n`.repeat(2));
    expect(events).toMatchObject([
      { eventId: 7000, host: 'EX1', message: 'It failed.', position: 1 },
      { eventId: 7000, message: 'It failed.', position: 2 },
    ]);
  });

  test('the line of another log', async () => {
    const record = {
      EventID: 7036,
      Channel: 'System',
      SourceName: 'Service Control Manager',
      EventTime: '2024-04-13 09:05:58',
    };
    const { events } = await readInput(JSON.stringify({ sekoiaio: { intake: 'x' }, input: JSON.stringify(record) }));
    expect(events).toMatchObject([{ eventId: 7036, channel: 'System', provider: 'Service Control Manager' }]);
  });

  test.each([1, 7, 65_536])('%i characters at a time', (size) => {
    const text = JSON.stringify({ key: 'a "quoted\\" path \\', body: words, again: [words] }, null, 2);
    const { events } = parseText(jsonStringsFormat.create, text, { size });
    expect(events.map(({ eventId, position }) => [eventId, position])).toEqual([
      [7031, 3],
      [454, 3],
      [7031, 5],
      [454, 5],
    ]);
  });

  test.each([
    [
      'a text in one record',
      JSON.stringify({ ticket: { description: `${words}\n`.repeat(300) } }),
      'json-strings',
      600,
    ],
    ['texts in a list', JSON.stringify(Array(300).fill({ body: words }), null, 1), 'json-strings', 600],
    ['texts under a name', JSON.stringify({ value: Array(300).fill(XML) }, null, 2), 'json-strings', 300],
    ['records with XML', JSON.stringify(Array(300).fill({ Xml: XML }), null, 2), 'json', 300],
  ])('larger than a head: %s', async (_name, text, inForm, count) => {
    expect(text.length).toBeGreaterThan(65_536);
    const { format, events, problems } = await readInput(text);
    expect(format).toBe(inForm);
    expect(events).toHaveLength(count);
    expect(problems).toEqual([]);
  });

  // Names and records wait for their end; what is longer is neither.
  const long = `${TWO_EVENTS}\n\n`.repeat(1900);
  test.each([1000, 65_536, 1 << 22])('a text of more than a million characters, %i at a time', (size) => {
    expect(long.length).toBeGreaterThan(1 << 20);
    const text = JSON.stringify({ before: 'and some more words', long, behind: words }, null, 1);
    const { events, problems } = parseText(jsonStringsFormat.create, text, { size });
    expect(events.map(({ eventId, position }) => [eventId, position])).toEqual([
      ...Array.from({ length: 3800 }, (_, index) => [index % 2 === 0 ? 7031 : 454, 3]),
      [7031, 4],
      [454, 4],
    ]);
    expect(new Set(events.map(({ message }) => message))).toEqual(new Set(plain.events.map(({ message }) => message)));
    expect(problems).toEqual([]);
  });

  test.each([
    [
      'words',
      JSON.stringify({ title: 'x', body: 'Event ID 7031 of the System log\nis what I see.\nWhat now?\nThanks' }),
    ],
    ['a record', JSON.stringify({ EventID: 1, Channel: 'System', SourceName: 'x', Message: TWO_EVENTS })],
  ])('%s are read as before', async (_name, text) => {
    expect((await readInput(text)).format).toBe('json');
  });
});

describe('JSON in the strings of JSON', () => {
  const record = {
    TimeCreated: '2023-05-01T09:59:58Z',
    Id: 7,
    ProviderName: 'disk',
    LogName: 'System',
    Message: '"\\Device\\Harddisk0\\DR0"\n\u00fc is bad.',
  };
  const message = '"\\Device\\Harddisk0\\DR0"\n\u00fc is bad.';
  const text = (space?: number) => JSON.stringify(record, null, space);

  test.each([1000, 65_536, 1 << 22])('more than a million characters of it on one line, %i at a time', (size) => {
    const records = Array.from({ length: 8000 }, (_, index) => ({
      ...record,
      RecordId: index,
      Data: { of: { a: '},' } },
    }));
    const output = JSON.stringify(records);
    expect(output.length).toBeGreaterThan(1 << 20);
    const { events, problems } = parseText(jsonStringsFormat.create, JSON.stringify({ rc: 0, output }), { size });
    expect(events.map(({ recordId }) => recordId)).toEqual(records.map(({ RecordId }) => RecordId));
    expect(problems).toEqual([]);
  });

  test.each([
    ['a record', JSON.stringify(text()), [1]],
    ['a record with line ends', JSON.stringify(text(2)), [1]],
    ['a list', JSON.stringify(JSON.stringify([record, record], null, 1)), [1, 1]],
    ['a record a line', `${JSON.stringify(text())}\n${JSON.stringify(text())}\n`, [1, 2]],
    ['a list of records', JSON.stringify([text(), text()]), [1, 1]],
    ['a list of records on lines', JSON.stringify([text(2), text(2)], null, 2), [2, 3]],
  ])('%s', async (_name, encoded, positions) => {
    const { format, events, problems } = await readInput(encoded);
    expect(format).toBe('encoded-json');
    expect(events).toMatchObject(
      positions.map((position) => ({ ...{ eventId: 7, provider: 'disk', channel: 'System' }, message, position })),
    );
    expect(problems).toEqual([]);
  });

  test.each([1, 7, 65_536])('of any length, %i characters at a time', (size) => {
    const many = Array.from({ length: size === 1 ? 20 : 6000 }, () => record);
    const { events, problems } = parseText(encodedJsonFormat.create, JSON.stringify(JSON.stringify(many)), { size });
    expect(events).toHaveLength(many.length);
    expect(events.at(-1)).toMatchObject({ eventId: 7, message });
    expect(problems).toEqual([]);
  });

  test.each([
    ['a table', '"Id","Payload"\n"7","{""a"":1}"\n'],
    ['other records', JSON.stringify([JSON.stringify({ name: 'x', id: 1 })])],
  ])('%s is none', async (_name, other) => {
    expect((await readInput(other)).format).not.toBe('encoded-json');
  });
});

describe('events as XML in the strings of JSON', () => {
  const byNumbers = (json: string): string =>
    json.replace(/[<>']/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
  const many = Array.from({ length: 3000 }, () => XML);

  test.each([
    ['a list', JSON.stringify([XML, XML]), [1, 1]],
    ['a list, a string a line', JSON.stringify([XML, XML], null, 4), [2, 3]],
    ['single quotes', JSON.stringify([XML, XML].map((one) => one.replaceAll('"', "'"))), [1, 1]],
    ['as ConvertTo-Json escapes them', byNumbers(JSON.stringify([XML, XML], null, 4)), [2, 3]],
    ['a string a line', `${JSON.stringify(XML)}\n${JSON.stringify(XML)}\n`, [1, 2]],
    ['one string', JSON.stringify(`<?xml version="1.0"?>\r\n<Events>${XML}\r\n${XML}</Events>`), [1, 1]],
    ['a list with gaps', JSON.stringify([null, [XML], XML]), [1, 1]],
    ['more than a head', JSON.stringify(many, null, 1), many.map((_, index) => index + 2)],
  ])('%s', async (_name, text, positions) => {
    const { format, events, problems } = await readInput(text);
    expect(format).toBe('encoded-xml');
    expect(events.map(({ position }) => position)).toEqual(positions);
    expect(events.at(-1)).toMatchObject({ eventId: 7, provider: 'disk', strings: ['\\Device\\Harddisk0\\DR0'] });
    expect(problems).toEqual([]);
  });

  test.each([1, 7, 65_536])('%i characters at a time', async (size) => {
    await encodedXmlFormat.prepare?.('');
    const { events, problems } = parseText(encodedXmlFormat.create, JSON.stringify([XML, XML], null, 1), { size });
    expect(events.map(({ eventId, strings, position }) => [eventId, strings, position])).toEqual([
      [7, ['\\Device\\Harddisk0\\DR0'], 2],
      [7, ['\\Device\\Harddisk0\\DR0'], 3],
    ]);
    expect(problems).toEqual([]);
  });

  test.each([
    ['a table of one column', `"${XML.replaceAll('"', "'")}"\n`, 'event-xml'],
    ['a list of words', JSON.stringify(['The log says', '7 of disk']), 'text'],
  ])('%s is none', async (_name, text, format) => {
    expect((await readInput(text)).format).toBe(format);
  });
});

test.each([
  ['backslashes', '\\'.repeat(400_000)],
  ['quotes', '"'.repeat(400_000)],
  ['half escapes', '\\u00'.repeat(100_000)],
])('%s cost what they are long', (_name, text) => {
  for (const { create } of [escapedTextFormat, jsonStringsFormat, encodedJsonFormat, encodedXmlFormat])
    expect(parseText(create, text, { size: 1000 }).events).toEqual([]);
});
