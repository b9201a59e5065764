import { expect, test } from 'vitest';
import { eventCsv } from '../../../../../src/core/report/writers/event-csv.ts';
import { eventRecord } from '../../../engine/support/events.ts';
import { readCsv } from './support.ts';

const tableOf = (strings: readonly string[]): string =>
  eventCsv.head + eventCsv.write(eventRecord({ eventId: 41, provider: 'Kernel-Power', message: null, strings }));

test('the inserts that evdx wrote in one cell come back, whatever stands in them', () => {
  const strings = ['65537', '', 'a|b', '=1+1', '"quoted"\nand, more'];
  expect(readCsv(tableOf(strings)).events).toMatchObject([{ eventId: 41, strings }]);
});

test('a cell that only begins like such a list is a text', () => {
  const [header, row = ''] = tableOf(['a', 'b']).trim().split('\n');
  const broken = row.replace('""a"",""b""', '""a"",b');
  expect(broken).not.toBe(row);
  expect(readCsv(`${header}\n${broken}\n`).events).toMatchObject([{ eventId: 41, strings: [] }]);
});
