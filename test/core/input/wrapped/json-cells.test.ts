import { expect, test } from 'vitest';
import { jsonCellsFormat } from '../../../../src/core/input/wrapped/json-cells.ts';
import { parseText } from '../../../support/parse-text.ts';
import { readInput } from '../../../support/read-input.ts';

const cell = (value: unknown): string => `"${JSON.stringify(value, null, 1).replaceAll('"', '""')}"`;
/** As Promtail sends it. */
const line = (event_id: number): unknown => ({
  ...{ source: 'disk', channel: 'System', computer: 'HOST01', event_id, level: 2, levelText: 'Error' },
  ...{ timeCreated: '2023-05-01T09:59:58Z', eventRecordID: event_id, message: 'A "bad" block,\nand more.' },
});
/** As Grafana exports what it shows of Loki: the labels are JSON, too. */
const TABLE = [
  '"Time","labels","Line"',
  `"1682935198000",${cell({ channel: 'System', job: 'win' })},${cell(line(7))}`,
  `"1682935199000",${cell({ channel: 'System', job: 'win' })},${cell(line(51))}`,
  '',
].join('\n');

test('the cell that holds the event, beside another of JSON', async () => {
  const { format, events, problems } = await readInput(TABLE);
  expect(format).toBe('json-cells');
  expect(events).toMatchObject([
    {
      ...{ provider: 'disk', channel: 'System', host: 'HOST01', eventId: 7, level: 'error', recordId: 7, position: 2 },
      ...{ message: 'A "bad" block,\nand more.', time: { kind: 'exact', timeMs: Date.UTC(2023, 4, 1, 9, 59, 58) } },
    },
    { eventId: 51 },
  ]);
  expect(problems).toEqual([]);
});

test.each([1, 7, 65_536])('%i characters at a time', (size) => {
  const { events } = parseText(jsonCellsFormat.create, TABLE, { size });
  expect(events.map(({ eventId, recordId }) => [eventId, recordId])).toEqual([
    [7, 7],
    [51, 51],
  ]);
});

test.each([
  ['records of something else', `a,b\n1,${cell({ level: 'info', msg: 'x' })}\n`, 'text'],
  [
    'a table of events with a payload',
    `EventID,Provider,TimeCreated,EventData\n7,disk,2023-05-01T09:59:58Z,${cell({ a: 'b' })}\n`,
    'csv',
  ],
])('%s is none', async (_name, text, format) => {
  expect((await readInput(text)).format).toBe(format);
});
