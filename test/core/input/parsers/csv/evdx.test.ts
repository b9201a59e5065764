import { expect, test } from 'vitest';
import { epochMs } from '../../../../../src/core/model/brand.ts';
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

test('a row is read as it was written: its level, a time without a zone, and no file for a source or place for a value', () => {
  const event = eventRecord({
    ...{
      eventId: 4625,
      provider: null,
      message: 'An account failed.',
      strings: [],
      codes: [-1032],
      level: 'audit-failure',
    },
    ...{
      source: 'logs/a.txt',
      position: 12,
      timeMs: epochMs(Date.UTC(2006, 10, 18, 4, 18, 6)),
      timeBasis: 'assumed-local',
    },
  });
  const [read] = readCsv(eventCsv.head + eventCsv.write(event)).events;
  expect(read).toMatchObject({ eventId: 4625, provider: null, level: 'audit-failure', fields: new Map() });
  expect(read?.time).toMatchObject({ kind: 'local', date: [2006, 11, 18], timeOfDayMs: 15_486_000 });
  const known = { ...event, timeBasis: 'utc' as const };
  expect(readCsv(eventCsv.head + eventCsv.write(known)).events[0]?.time).toMatchObject({ kind: 'exact', basis: 'utc' });
});
