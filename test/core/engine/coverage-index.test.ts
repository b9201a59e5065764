import { expect, test } from 'vitest';
import { CoverageIndex, type CoverageNeed } from '../../../src/core/engine/coverage-index.ts';
import { buildHistory } from '../../../src/core/engine/history.ts';
import { joinHosts } from '../../../src/core/engine/hosts.ts';
import { LENIENT, TRUE, UNKNOWN } from '../../../src/core/engine/truth.ts';
import type { CoverageGap, LogCoverage, RecordRun, Scan } from '../../../src/core/model/scan.ts';
import { at, cell, kept, logCoverage, scanOf } from './support/events.ts';

const APPLICATION: CoverageNeed = { logs: ['Application'], levels: null, sinceVista: false };
const EX1 = 'host:ex1';

const indexOf = (...scans: readonly Scan[]): CoverageIndex => {
  const hosts = joinHosts(scans);
  return new CoverageIndex(scans, hosts, buildHistory(scans, hosts));
};
const covering = (...coverage: readonly LogCoverage[]): Scan =>
  scanOf('a.evtx', { coverage, statistics: coverage.map(({ host, channel }) => cell(host, channel)) });
const covers = (
  index: CoverageIndex,
  from: number,
  to: number,
  need = APPLICATION,
  timeClass: 'utc' | 'local:host:ex1' = 'utc',
) => index.covers(EX1, need, timeClass, at(from), at(to));
const gap = (from: number, to: number, why: CoverageGap['why']): CoverageGap => ({
  fromMs: at(from),
  toMs: at(to),
  why,
});
const run = (firstRecord: number, lastRecord: number, first: number, last: number): RecordRun => ({
  ...{ firstRecord, lastRecord, firstMs: at(first), lastMs: at(last) },
});

test('proven coverage proves, from its first to its last moment', () => {
  const index = indexOf(covering(logCoverage(0, 100)));
  expect([covers(index, 0, 100), covers(index, 50, 50), covers(index, 0, 101), covers(index, -1, 5)]).toEqual([
    TRUE,
    TRUE,
    UNKNOWN,
    UNKNOWN,
  ]);
});

test('a record of another file that says that the log was cleared cuts its coverage there', () => {
  const clearedElsewhere = [
    { host: 'ex1.contoso.com', log: 'application', fromMs: at(50), toMs: at(51) },
    { host: 'ex2', log: 'application', fromMs: at(10), toMs: at(11) },
  ];
  const index = indexOf(covering(logCoverage(0, 100)), scanOf('System.evtx', { clearedElsewhere }));
  expect([covers(index, 0, 50), covers(index, 51, 100), covers(index, 40, 60)]).toEqual([TRUE, TRUE, UNKNOWN]);
});

test('assumed coverage holds leniently, selected proves nothing', () => {
  expect(covers(indexOf(covering(logCoverage(0, 100, { completeness: 'assumed' }))), 0, 100)).toBe(LENIENT);
  expect(covers(indexOf(covering(logCoverage(0, 100, { completeness: 'selected' }))), 0, 100)).toBe(UNKNOWN);
});

test('proven and assumed together cover leniently where the proven one ends', () => {
  const index = indexOf(
    covering(logCoverage(0, 100)),
    scanOf('b.csv', { coverage: [logCoverage(50, 200, { completeness: 'assumed' })] }),
  );
  expect([covers(index, 0, 100), covers(index, 0, 150), covers(index, 120, 201)]).toEqual([TRUE, LENIENT, UNKNOWN]);
});

test.each<CoverageGap['why']>(['jump', 'cleared', 'off', 'clock', 'unreadable'])(
  'a gap of kind %s is cut out',
  (why) => {
    const index = indexOf(covering(logCoverage(0, 100, { gaps: [gap(40, 60, why)] })));
    expect([covers(index, 0, 40), covers(index, 0, 41), covers(index, 50, 50), covers(index, 60, 100)]).toEqual([
      TRUE,
      UNKNOWN,
      UNKNOWN,
      TRUE,
    ]);
  },
);

test('the time the machine was off and a changed clock are cut out of every log of the host', () => {
  const system = logCoverage(0, 100, { channel: 'System', gaps: [gap(40, 60, 'off'), gap(80, 90, 'cleared')] });
  const index = indexOf(covering(logCoverage(0, 100), system));
  expect([covers(index, 30, 70), covers(index, 70, 100)]).toEqual([UNKNOWN, TRUE]);
});

test('runs that continue each other by number are one, whoever gives them', () => {
  const first = logCoverage(0, 50, { runs: [run(1, 5, 0, 20), run(9, 12, 40, 50)], gaps: [gap(20, 40, 'jump')] });
  const second = logCoverage(25, 35, { runs: [run(6, 8, 25, 35)] });
  expect(covers(indexOf(covering(first)), 0, 50)).toBe(UNKNOWN);
  expect(covers(indexOf(covering(first), scanOf('b.evtx', { coverage: [second] })), 0, 50)).toBe(TRUE);
});

test('a jump in numbers is a hole', () => {
  const index = indexOf(covering(logCoverage(0, 50, { runs: [run(1, 5, 0, 20), run(9, 12, 40, 50)] })));
  expect([covers(index, 0, 20), covers(index, 20, 40), covers(index, 40, 50)]).toEqual([TRUE, UNKNOWN, TRUE]);
});

test('a clock that stepped back cuts the time between', () => {
  const events = [
    kept({ recordId: 1, timeMs: at(5000), position: 1 }),
    kept({ recordId: 2, timeMs: at(1000), position: 2 }),
  ];
  const index = indexOf(
    scanOf('a.evtx', { kept: events, coverage: [logCoverage(0, 6000, { runs: [run(1, 2, 0, 6000)] })] }),
  );
  expect([covers(index, 0, 1000), covers(index, 500, 2000), covers(index, 5000, 6000)]).toEqual([TRUE, UNKNOWN, TRUE]);
});

test('an export of errors covers the classes of that level only', () => {
  const index = indexOf(
    covering(logCoverage(0, 100, { completeness: 'assumed', levels: ['critical', 'error', 'warning'] })),
  );
  const at_ = (levels: CoverageNeed['levels']) =>
    covers(index, 0, 100, { logs: ['Application'], levels, sinceVista: false });
  expect([
    at_(['error']),
    at_(['error', 'warning']),
    at_(['information']),
    at_(['error', 'information']),
    at_(null),
  ]).toEqual([LENIENT, LENIENT, UNKNOWN, UNKNOWN, UNKNOWN]);
});

test('every log of a class must be covered; a class without one needs every log given for the host', () => {
  const index = indexOf(
    covering(logCoverage(0, 100), logCoverage(0, 50, { channel: 'System' }), logCoverage(0, 1, { host: 'ex2' })),
  );
  expect(covers(index, 0, 50, { logs: ['Application', 'System'], levels: null, sinceVista: false })).toBe(TRUE);
  expect(covers(index, 0, 100, { logs: ['application', 'SYSTEM'], levels: null, sinceVista: false })).toBe(UNKNOWN);
  expect(covers(index, 0, 50, { logs: [], levels: null, sinceVista: false })).toBe(TRUE);
  expect(covers(index, 0, 100, { logs: [], levels: null, sinceVista: false })).toBe(UNKNOWN);
  expect(covers(index, 0, 100, { logs: ['App*'], levels: null, sinceVista: false })).toBe(TRUE);
  expect(covers(index, 0, 50, { logs: ['Application', 'Security'], levels: null, sinceVista: false })).toBe(UNKNOWN);
});

test('local times are covered by local times', () => {
  const index = indexOf(covering(logCoverage(0, 100, { timeBasis: 'assumed-local' })));
  expect([covers(index, 0, 100), covers(index, 0, 100, APPLICATION, 'local:host:ex1')]).toEqual([UNKNOWN, TRUE]);
});

test('coverage says up to when it reaches', () => {
  const index = indexOf(covering(logCoverage(0, 100, { gaps: [gap(60, 70, 'cleared')] })));
  const until = (from: number) => index.coveredUntil(EX1, APPLICATION, 'utc', at(from));
  expect([until(10), until(65), until(80), until(200)]).toEqual([at(60), null, at(100), null]);
});

test('a log is given for a host by its events, and events of an unknown log may be of any', () => {
  const index = indexOf(covering(logCoverage(0, 1)), scanOf('b.txt', { statistics: [cell('ex2', null)] }));
  expect([
    index.wasGiven(EX1, ['Application']),
    index.wasGiven(EX1, ['System']),
    index.wasGiven('host:ex2', ['System']),
  ]).toEqual([true, false, true]);
  expect(index.hostKeys()).toEqual([EX1, 'host:ex2']);
});
