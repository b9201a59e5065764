import { describe, expect, test } from 'vitest';
import { loadRules } from '../../../src/core/knowledge/rules/load.ts';
import type { Report } from '../../../src/core/model/report.ts';
import { diagnose } from '../../../src/core/pipeline/diagnose.ts';
import { sourceOf, xmlEvent } from '../../support/sources.ts';

const { rules } = loadRules([
  {
    file: 'twice.yaml',
    text: `
evdx: 1
id: test/twice
title: It fails
severity: low
events:
  fails: {provider: disk, id: 7}
find:
  hit: {one: fails}
causes: [{id: any, title: Any, evidence: [{if: hit, for: weak, because: it fails}]}]
resolution: [{id: look, risk: {level: none, downtime: none, data_loss: none, reversible: true}, steps: [{do: Look.}]}]
refs: [A page]
tests: []
`,
  },
]);

type Row = readonly [record: number, time: string];
const log = (rows: readonly Row[], host = 'EX1'): string =>
  rows.map(([record, time]) => xmlEvent({ id: 7, time, record, host, provider: 'disk' })).join('');
const csv = (rows: readonly Row[], { host = 'EX1', provider = 'disk' } = {}): string =>
  [
    'TimeCreated,ProviderName,Id,RecordId,LogName,MachineName,LevelDisplayName',
    ...rows.map(([record, time]) => `${time},${provider},7,${record},Application,${host},Error`),
  ].join('\n');

/** Three times in winter, of which the CSV says one hour more; the first two are records 1 and 2 of the log. */
const LOG: readonly Row[] = [
  [1, '2024-03-05T07:00:00.1234567Z'],
  [2, '2024-03-05T08:00:10Z'],
];
const CSV: readonly Row[] = [
  [1, '2024-03-05 08:00:00'],
  [2, '2024-03-05 09:00:10'],
  [3, '2024-03-05 10:00:20'],
];
const read = (...texts: readonly string[]): Promise<Report> =>
  diagnose(
    texts.map((text, index) => sourceOf(String(index), text)),
    { rules, useBuiltin: false },
  );
const found = ({ findings }: Report): unknown => findings.map(({ count, first, last }) => [count, first, last]);

test('records that a log holds in UTC tie the local times of its CSV', async () => {
  const report = await read(log(LOG), csv(CSV));
  expect(found(report)).toEqual([[3, '2024-03-05T07:00:00.1234567Z', '2024-03-05T09:00:20.000Z']]);
  expect(report.sources[1]).toMatchObject({
    timeBasis: 'inferred',
    coverage: [{ first: '2024-03-05T07:00:00.000Z', last: '2024-03-05T09:00:20.000Z' }],
  });
  expect(report.statistics.map(({ first, last }) => [first, last])).toEqual([
    ['2024-03-05T07:00:00.000Z', '2024-03-05T09:00:20.000Z'],
  ]);
});

test('the order of the files changes nothing', async () => {
  const report = await diagnose([sourceOf('1', csv(CSV)), sourceOf('0', log(LOG))], { rules, useBuiltin: false });
  expect(report).toEqual(await read(log(LOG), csv(CSV)));
});

test('between two ties that differ, where the clock was changed, times stay as they were written', async () => {
  const spring: readonly Row[] = [
    [8, '2024-04-05 09:30:00'],
    [9, '2024-04-05 10:00:00'],
    [10, '2024-04-05 11:00:00'],
  ];
  const report = await read(log([...LOG, [9, '2024-04-05T08:00:00Z']]), csv([...CSV, ...spring]));
  expect(report.sources[1]).toMatchObject({
    timeBasis: 'assumed-local',
    // One of its gaps ends where no tie tells the zone.
    coverage: [{ first: '2024-03-05T08:00:00.000Z', last: '2024-04-05T11:00:00.000Z' }],
  });
  const bases = report.findings.flatMap(({ evidence }) => evidence.map(({ time, timeBasis }) => [time, timeBasis]));
  expect(bases).toEqual([
    ['2024-03-05T10:00:20.000Z', 'assumed-local'],
    ['2024-04-05T09:00:00.000Z', 'inferred'],
  ]);
});

test.each<readonly [string, string]>([
  ['of another host', csv(CSV, { host: 'EX2' })],
  ['of another source of events', csv(CSV, { provider: 'cdrom' })],
  ['at a distance that no zone has', csv(CSV.map(([record, time]) => [record, time.replace(':00:', ':07:')]))],
  ['with other numbers', csv(CSV.map(([record, time]) => [record + 10, time]))],
])('records %s tie nothing', async (_name, text) => {
  const { sources } = await read(log(LOG), text);
  expect(sources.map(({ timeBasis }) => timeBasis)).toEqual(['utc', 'assumed-local']);
});

describe('text of wevtutil, which has no record numbers', () => {
  const text = (...dates: readonly string[]): string =>
    dates
      .map(
        (date, index) =>
          `Event[${index}]\n  Log Name: Application\n  Source: disk\n  Date: ${date}\n  Event ID: 7\n  Level: Error\n  Computer: EX1\n  Description: \nIt fails.\n\n`,
      )
      .join('');
  test('is tied where the milliseconds agree, with a Z or without one', async () => {
    const report = await read(log(LOG), text('2024-03-05T08:00:00.1230000Z', '2024-03-05T09:30:00.555'));
    expect(found(report)).toEqual([[3, '2024-03-05T07:00:00.1234567Z', '2024-03-05T08:30:00.555Z']]);
    expect(report.sources[1]?.timeBasis).toBe('inferred');
  });
  test('is not where they differ by one', async () => {
    const { sources } = await read(log(LOG), text('2024-03-05T08:00:00.124'));
    expect(sources[1]?.timeBasis).toBe('assumed-local');
  });
  test('is not where two events of a kind could be the same', async () => {
    const twice: readonly Row[] = [...LOG, [3, '2024-03-05T09:00:00.1230000Z']];
    const { sources } = await read(log(twice), text('2024-03-05T08:00:00.123'));
    expect(sources[1]?.timeBasis).toBe('assumed-local');
  });
});

test('--tz beats what records tell', async () => {
  const report = await diagnose([sourceOf('0', log(LOG)), sourceOf('1', csv(CSV))], {
    ...{ rules, useBuiltin: false },
    tz: [{ file: null, zone: '+02:00' }],
  });
  expect(report.sources[1]?.timeBasis).toBe('given');
});
