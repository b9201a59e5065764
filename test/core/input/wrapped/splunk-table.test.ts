import { expect, test } from 'vitest';
import { splunkTableFormat } from '../../../../src/core/input/wrapped/splunk-table.ts';
import { parseText } from '../../../support/parse-text.ts';
import { readInput } from '../../../support/read-input.ts';

const raw = (id: number, message: string): string =>
  [
    '05/01/2023 11:59:58 AM',
    'LogName=System',
    `EventCode=${id}`,
    'SourceName=disk',
    'Type=Error',
    `Message=${message}`,
  ].join('\n');
const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const TABLE = [
  'host,"_raw","_time",source',
  `EX1,${cell(raw(7, 'A "bad" block,\n\nand more.'))},"2023-05-01T09:59:58.000+0000","WinEventLog:System"`,
  `EX1,${cell(raw(51, 'x'))},"2023-05-01T10:59:58.000+0100","WinEventLog:System"`,
  '',
].join('\n');
const AT = Date.UTC(2023, 4, 1, 9, 59, 58);

test('events that go on over lines in a cell, at the time that Splunk gave them', async () => {
  const { format, events, problems } = await readInput(TABLE);
  expect(format).toBe('splunk-table');
  expect(events).toMatchObject([
    { eventId: 7, provider: 'disk', level: 'error', message: 'A "bad" block,\n\nand more.', position: 2 },
    { eventId: 51, message: 'x', position: 10 },
  ]);
  expect(events.map(({ time }) => time)).toMatchObject([
    { kind: 'exact', timeMs: AT },
    { kind: 'exact', timeMs: AT },
  ]);
  expect(problems).toEqual([]);
});

test('without a time of Splunk that of the host, which has no zone', async () => {
  const { events } = await readInput(`"_raw"\n${cell(raw(7, 'x'))}\n`);
  expect(events).toMatchObject([{ eventId: 7, time: { kind: 'local', date: [5, 1, 2023] } }]);
});

test.each([1, 7, 65_536])('%i characters at a time', (size) => {
  const { events } = parseText(splunkTableFormat.create, TABLE, { size });
  expect(events.map(({ eventId, position }) => [eventId, position])).toEqual([
    [7, 2],
    [51, 10],
  ]);
});

test.each([
  ['events of something else', '"_raw","_time"\n"sshd[1]: LogName=x","2023-05-01T09:59:58Z"\n'],
  ['no table', `${raw(7, 'x')}\n`],
])('%s is none', async (_name, text) => {
  expect((await readInput(text)).format).not.toBe('splunk-table');
});
