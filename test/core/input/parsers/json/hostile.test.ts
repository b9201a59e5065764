import { expect, test } from 'vitest';
import { createJsonParser } from '../../../../../src/core/input/parsers/json/parser.ts';
import { closedJson } from '../../../../../src/core/input/parsers/json/repair.ts';
import { events } from '../../../../../src/core/pipeline/events.ts';
import { leastCostMs } from '../../../../support/cost.ts';
import { parseText } from '../../../../support/parse-text.ts';
import { evtxDumpRecord } from './support.ts';

const EVENT = `${JSON.stringify(evtxDumpRecord(7))}\n`;

/** Beginnings of records, none of which ends: each is the last one that could be read. */
test.each([
  ['nested', '{"Event":', 100_000],
  ['around whole ones', '{"Event":1,"x":{"Event":1}', 40_000],
  ['inside strings', '{"Event":"', 40_000],
  ['too large for a record', '{"Event":{"a":1},', 300_000],
  ['one a line', '{"Event":\n', 40_000],
])('a text made of beginnings is read again from a few of them only: %s', async (_name, beginning, count) => {
  let read: ReturnType<typeof parseText> | null = null;
  const cost = await leastCostMs(() => {
    read = parseText(createJsonParser, EVENT + beginning.repeat(count));
  }, 15_000);
  expect(read).toMatchObject({ events: [{ recordId: 7 }] });
  expect(parseText(createJsonParser, beginning.repeat(count / 4)).events).toEqual([]);
  // Each of them again would take minutes.
  expect(cost).toBeLessThan(15_000);
});

test('what closes a record that ends early is found once, however deep it is', async () => {
  const text = `${'{"a":'.repeat(50_000)}${'[1,'.repeat(50_000)}`;
  let closed: string | null = null;
  expect(
    await leastCostMs(() => {
      closed = closedJson(text);
    }, 2000),
  ).toBeLessThan(2000);
  expect(closed).toBe(`${text.slice(0, -1)}${']'.repeat(50_000)}${'}'.repeat(50_000)}`);
});

test('lines that each open a record are no work for the detection', async () => {
  const read = async () => {
    const ids: (number | null)[] = [];
    for await (const batch of events([EVENT + '{"Event":\n'.repeat(6000)]))
      ids.push(...batch.map(({ recordId }) => recordId));
    expect(ids).toEqual([7]);
  };
  expect(await leastCostMs(read, 3000)).toBeLessThan(3000);
});
