import { expect, test } from 'vitest';
import { joinHosts } from '../../../src/core/engine/hosts.ts';
import { joinCoverage } from '../../../src/core/engine/joined-coverage.ts';
import type { LogCoverage, RecordRun } from '../../../src/core/model/scan.ts';
import { at, cell, logCoverage, scanOf } from './support/events.ts';

/** A second a record. */
const run = (firstRecord: number, lastRecord: number): RecordRun => ({
  ...{ firstRecord, lastRecord, firstMs: at(firstRecord), lastMs: at(lastRecord) },
});
const coverageOf = (...coverage: readonly LogCoverage[]) => {
  const scan = scanOf('a', { coverage, statistics: coverage.map(({ host, channel }) => cell(host, channel)) });
  return joinCoverage(scan, joinHosts([scan]));
};

test('two names of a machine lack the records of one another, and its log lacks none', () => {
  const short = logCoverage(10, 22, {
    ...{ host: 'ex1', events: 5, runs: [run(10, 11), run(20, 22)], numbers: { first: 10, last: 22 } },
    gaps: [
      { fromMs: at(11), toMs: at(20), why: 'jump' },
      { fromMs: at(12), toMs: at(13), why: 'off' },
    ],
  });
  const full = logCoverage(1, 40, {
    ...{
      host: 'ex1.contoso.com',
      events: 37,
      runs: [run(1, 9), run(12, 19), run(25, 40)],
      numbers: { first: 1, last: 40 },
    },
    gaps: [
      { fromMs: at(9), toMs: at(12), why: 'jump' },
      { fromMs: at(19), toMs: at(25), why: 'jump' },
    ],
  });
  expect(coverageOf(short, full)).toEqual([
    {
      ...short,
      firstMs: at(1),
      lastMs: at(40),
      events: 42,
      gaps: [
        { fromMs: at(12), toMs: at(13), why: 'off' },
        { fromMs: at(22), toMs: at(25), why: 'jump' },
      ],
      runs: [run(1, 22), run(25, 40)],
      numbers: { first: 1, last: 40 },
    },
  ]);
});

test('the less sure of two decides, and the levels are those of both', () => {
  const [assumed] = coverageOf(
    logCoverage(0, 9, { host: 'ex1', completeness: 'assumed', levels: ['warning'], timeBasis: 'assumed-local' }),
    logCoverage(5, 20, { host: 'ex1.contoso.com', levels: ['error'], timeBasis: 'assumed-local' }),
  );
  expect(assumed).toMatchObject({ completeness: 'assumed', levels: ['error', 'warning'], lastMs: at(20) });
});

test('logs and hosts stay apart', () => {
  const logs = [logCoverage(0, 9), logCoverage(0, 9, { channel: 'System' }), logCoverage(0, 9, { host: 'ex2' })];
  expect(coverageOf(...logs)).toEqual(logs);
});
