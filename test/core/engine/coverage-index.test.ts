import { describe, expect, test } from 'vitest';
import { CoverageIndex, type CoverageNeed, type CoveredTime } from '../../../src/core/engine/coverage-index.ts';
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
  { timeClass = 'utc', isAwake = false }: Partial<Pick<CoveredTime, 'timeClass' | 'isAwake'>> = {},
) => index.covers(EX1, need, { fromMs: at(from), toMs: at(to), timeClass, isAwake });
const ABOUT = { fromMs: at(200), toMs: at(200), word: '9606' };
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

test.each<CoverageGap['why']>(['jump', 'cleared', 'clock', 'unreadable'])('a gap of kind %s is cut out', (why) => {
  const index = indexOf(covering(logCoverage(0, 100, { gaps: [gap(40, 60, why)] })));
  expect([covers(index, 0, 40), covers(index, 0, 41), covers(index, 50, 50), covers(index, 60, 100)]).toEqual([
    TRUE,
    UNKNOWN,
    UNKNOWN,
    TRUE,
  ]);
});

test('a changed clock is cut out of every log of the host', () => {
  const system = logCoverage(0, 100, { channel: 'System', gaps: [gap(40, 60, 'clock'), gap(80, 90, 'cleared')] });
  const index = indexOf(covering(logCoverage(0, 100), system));
  expect([covers(index, 30, 70), covers(index, 70, 100)]).toEqual([UNKNOWN, TRUE]);
});

describe('while the machine is off', () => {
  const withOff = (differences: Partial<CoverageGap> = {}) =>
    indexOf(
      covering(
        logCoverage(0, 100),
        logCoverage(0, 100, { channel: 'System', gaps: [{ ...gap(40, 60, 'off'), ...differences }] }),
      ),
    );

  test('nothing is written, so that every log of the host covers that time', () => {
    expect([covers(withOff(), 30, 70), covers(withOff(), 45, 50)]).toEqual([TRUE, TRUE]);
  });

  test('nothing can come either, so that it is not covered for what should have come', () => {
    const awake = (from: number, to: number) => covers(withOff(), from, to, APPLICATION, { isAwake: true });
    expect([awake(0, 40), awake(30, 70), awake(60, 100)]).toEqual([TRUE, UNKNOWN, TRUE]);
  });

  test('after a crash the last records may be lost', () => {
    const index = withOff({ isUnexpected: true });
    expect([covers(index, 0, 40), covers(index, 30, 70), covers(index, 60, 100)]).toEqual([TRUE, LENIENT, TRUE]);
    expect(covers(index, 30, 70, APPLICATION, { isAwake: true })).toBe(UNKNOWN);
    const inTime = (fromMs: number, toMs: number) =>
      index.isCrashIn(EX1, APPLICATION, { fromMs: at(fromMs), toMs: at(toMs), timeClass: 'utc', isAwake: false });
    expect([inTime(30, 70), inTime(0, 40), inTime(60, 100)]).toEqual([true, false, false]);
  });
});

test('runs that continue each other by number are one, whoever gives them', () => {
  const first = logCoverage(0, 50, { runs: [run(1, 5, 0, 20), run(9, 12, 40, 50)], gaps: [gap(20, 40, 'jump')] });
  const second = logCoverage(25, 35, { runs: [run(6, 8, 25, 35)] });
  expect(covers(indexOf(covering(first)), 0, 50)).toBe(UNKNOWN);
  expect(covers(indexOf(covering(first), scanOf('b.evtx', { coverage: [second] })), 0, 50)).toBe(TRUE);
});

test('the same numbers at other times are another log: it was cleared, and nothing is known of the time between', () => {
  const old = scanOf('old.evt', { coverage: [logCoverage(0, 1000, { runs: [run(1, 50, 0, 1000)] })] });
  const now = covering(logCoverage(9000, 9500, { runs: [run(1, 60, 9000, 9500)] }));
  const index = indexOf(now, old);
  expect([covers(index, 0, 1000), covers(index, 9000, 9500), covers(index, 500, 9200)]).toEqual([TRUE, TRUE, UNKNOWN]);
  expect(
    index.lack(EX1, APPLICATION, { fromMs: at(500), toMs: at(9200), timeClass: 'utc', isAwake: false }, ABOUT),
  ).toBe('the Application log has a gap 13m 20s after 9606');
});

test('one record in whole minutes here and in seconds there is one record', () => {
  const first = logCoverage(0, 90, { runs: [run(1, 5, 0, 90)] });
  const second = logCoverage(120, 300, { runs: [run(5, 9, 120, 300)] });
  expect(covers(indexOf(covering(first), scanOf('b.csv', { coverage: [second] })), 0, 300)).toBe(TRUE);
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
  expect([covers(index, 0, 100), covers(index, 0, 100, APPLICATION, { timeClass: 'local:host:ex1' })]).toEqual([
    UNKNOWN,
    TRUE,
  ]);
});

describe('why a time is not covered', () => {
  const lack = (
    index: CoverageIndex,
    from: number,
    to: number,
    { need = APPLICATION, isAwake = false }: { readonly need?: CoverageNeed; readonly isAwake?: boolean } = {},
  ) => index.lack(EX1, need, { fromMs: at(from), toMs: at(to), timeClass: 'utc', isAwake }, ABOUT);
  const whole = (gaps: readonly CoverageGap[] = []) => indexOf(covering(logCoverage(100, 400, { gaps })));

  test('the log begins or ends too early', () => {
    expect(lack(whole(), 50, 200)).toBe('the Application log given begins 1m 40s before 9606');
    expect(lack(whole(), 200, 500)).toBe('the Application log given ends 3m 20s after 9606');
    expect(lack(indexOf(covering(logCoverage(300, 400))), 200, 350)).toBe(
      'the Application log given begins after 9606',
    );
    expect(lack(indexOf(covering(logCoverage(100, 150))), 120, 200)).toBe('the Application log given ends before 9606');
    const withIt = (from: number, to: number) => indexOf(covering(logCoverage(from, to)));
    expect(lack(withIt(200, 400), 150, 250)).toBe('the Application log given begins with 9606');
    expect(lack(withIt(100, 200), 150, 250)).toBe('the Application log given ends with 9606');
    expect(lack(whole(), 150, 250)).toBeNull();
  });

  test('something is missing inside', () => {
    const inside = (why: CoverageGap['why']) => lack(whole([gap(230, 260, why)]), 200, 300, { isAwake: true });
    expect((['cleared', 'unreadable', 'off', 'clock'] as const).map(inside)).toEqual([
      'the Application log was cleared 30s after 9606',
      'records of the Application log could not be read 30s after 9606',
      'the machine was off 30s after 9606',
      'the clock was set 30s after 9606',
    ]);
    const jumped = logCoverage(0, 300, {
      runs: [run(1, 5, 0, 150), run(9, 12, 190, 300)],
      gaps: [gap(150, 190, 'jump')],
    });
    expect(lack(indexOf(covering(jumped)), 100, 250)).toBe(
      'records of the Application log are missing 10s before 9606',
    );
  });

  test('only a part of the log was exported', () => {
    const part = (events: number, levels: LogCoverage['levels'] = 'all') =>
      lack(indexOf(covering(logCoverage(100, 400, { completeness: 'selected', events, levels }))), 150, 250);
    expect([part(3), part(60), part(10, ['error', 'warning'])]).toEqual([
      'of the Application log only single events were given',
      'the Application log given may be an excerpt, without record numbers that prove it whole',
      'of the Application log only errors and warnings were given',
    ]);
  });

  test('an export of errors is asked for an informational event', () => {
    const index = indexOf(covering(logCoverage(100, 400, { completeness: 'assumed', levels: ['error', 'warning'] })));
    expect(lack(index, 150, 250, { need: { ...APPLICATION, levels: ['information'] } })).toBe(
      'of the Application log only errors and warnings were given',
    );
    expect(lack(index, 150, 250, { need: { ...APPLICATION, levels: ['error'] } })).toBeNull();
  });

  test('another log was not given at all, or its times do not compare', () => {
    expect(lack(whole(), 150, 250, { need: { ...APPLICATION, logs: ['Application', 'System'] } })).toBe(
      'no System log was given',
    );
    expect(lack(indexOf(covering(logCoverage(100, 400, { timeBasis: 'assumed-local' }))), 150, 250)).toBe(
      'the times of the Application log cannot be compared: give --tz',
    );
  });
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
