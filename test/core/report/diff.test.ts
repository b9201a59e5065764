import { describe, expect, test } from 'vitest';
import type { RunDiff } from '../../../src/core/model/diff.ts';
import type { Finding, Grade, Report, Severity } from '../../../src/core/model/report.ts';
import { diffReports } from '../../../src/core/report/diff.ts';
import { reportOf } from '../../support/sample-diff.ts';
import { finding, fullReport } from '../../support/sample-report.ts';

const of = (findings: readonly Finding[], over: Partial<Report> = {}) => reportOf(['ex1'], { findings, ...over });
const changesOf = ({ findings }: RunDiff): string[] => findings.map(({ change }) => change);

describe('a finding is', () => {
  test.each<[string, Severity, Grade, Severity, Grade]>([
    ['unchanged', 'high', 'likely', 'high', 'likely'],
    ['worse', 'high', 'likely', 'critical', 'likely'],
    ['worse', 'high', 'likely', 'high', 'confirmed'],
    ['worse', 'medium', 'confirmed', 'high', 'possible'],
    ['better', 'high', 'likely', 'high', 'possible'],
    ['better', 'high', 'possible', 'medium', 'confirmed'],
  ])('%s from %s, %s to %s, %s', (change, oldSeverity, oldGrade, severity, grade) => {
    const diff = diffReports(
      of([finding({ severity: oldSeverity, grade: oldGrade })]),
      of([finding({ severity, grade })]),
    );
    expect(changesOf(diff)).toEqual([change]);
    expect(diff.findings[0]).toMatchObject({
      old: { severity: oldSeverity, grade: oldGrade },
      new: { severity, grade },
      because: null,
      checked: true,
    });
  });
  test('new without one before, gone without one now', () => {
    expect(diffReports(of([]), of([finding()]))).toMatchObject({
      counts: { new: 1, gone: 0 },
      findings: [{ change: 'new', old: null, checked: true }],
    });
    expect(diffReports(of([finding()]), of([]))).toMatchObject({
      counts: { new: 0, gone: 1 },
      findings: [{ change: 'gone', new: null, checked: true, because: null }],
    });
  });
  test('unchanged when only its count and its words changed', () => {
    const diff = diffReports(
      of([finding({ count: 2 })]),
      of([finding({ count: 57, summary: 'other words', title: 'Renamed' })]),
    );
    expect(diff.findings).toMatchObject([
      { change: 'unchanged', title: 'Renamed', old: { count: 2 }, new: { count: 57 } },
    ]);
  });
});

describe('of several episodes the last one counts', () => {
  const early = finding({ grade: 'confirmed', first: '2006-03-01T00:00:00.000Z', last: '2006-03-01T00:00:00.000Z' });
  const late = finding({ grade: 'possible', first: '2006-03-03T00:00:00.000Z', last: '2006-03-03T00:00:00.000Z' });
  test.each([
    ['in order', [early, late]],
    ['out of order', [late, early]],
  ])('%s', (_name, episodes) => {
    const diff = diffReports(of(episodes), of([finding({ grade: 'likely' })]));
    expect(diff.findings).toMatchObject([
      { change: 'worse', old: { grade: 'possible', episodes: 2 }, new: { episodes: 1 } },
    ]);
  });
  test('100 ns make a later one, and a time beats none', () => {
    const whole = finding({ grade: 'possible', last: '2006-03-03T00:00:00.000Z' });
    const ticks = finding({ grade: 'confirmed', last: '2006-03-03T00:00:00.0000001Z' });
    const none = finding({ grade: 'likely', first: null, last: null });
    const diff = diffReports(of([ticks, whole, none]), of([finding({ grade: 'confirmed' })]));
    expect(changesOf(diff)).toEqual(['unchanged']);
  });
});

describe('what is missing says why', () => {
  const gone = (over: Partial<Report>) => diffReports(of([finding()]), of([], over)).findings[0];
  const ruledOut = {
    ruleId: finding().ruleId,
    because: 'the fix is there',
    host: 'ex1',
    key: finding().key,
    fingerprint: finding().fingerprint,
    grade: 'likely' as const,
    first: null,
    last: null,
  };
  const skipped = { ruleId: finding().ruleId, because: 'no System log was given', host: null };
  const told = (over: Partial<Report['selection']>) => ({
    only: null,
    skip: [],
    minGrade: 'possible' as const,
    ...over,
  });
  test.each<[string, Partial<Report>, string | null, boolean]>([
    ['ruled out', { ruledOut: [ruledOut] }, 'ruled out: the fix is there', true],
    ['another one ruled out', { ruledOut: [{ ...ruledOut, fingerprint: 'ffffffffffffffff' }] }, null, true],
    ['not checked', { notChecked: [skipped] }, 'not checked: no System log was given', false],
    [
      'not checked on this host',
      { notChecked: [{ ...skipped, host: 'ex1' }] },
      'not checked: no System log was given',
      false,
    ],
    ['not checked on another host', { notChecked: [{ ...skipped, host: 'ex2' }] }, null, true],
    [
      'a limit',
      { limits: [{ limit: 'keys', source: null, ruleId: finding().ruleId, detail: '12 keys given up' }] },
      'a limit was reached: 12 keys given up',
      false,
    ],
    [
      'a rule that did not run',
      { selection: told({ skip: [finding().ruleId] }) },
      'its rule was left out by --skip',
      false,
    ],
    ['another one', { selection: told({ skip: ['a/other'] }) }, null, true],
    ['others alone ran', { selection: told({ only: ['a/other'] }) }, 'its rule was left out by --only', false],
    ['it alone ran', { selection: told({ only: [finding().ruleId] }) }, null, true],
    [
      'what is less sure was not told',
      { selection: told({ minGrade: 'confirmed' }) },
      '--min-grade confirmed leaves out what is less sure',
      false,
    ],
    ['a host that was not looked at', { sources: reportOf(['ex2']).sources }, 'no log of this host was given', false],
  ])('%s', (_name, over, because, checked) => {
    expect(gone(over)).toMatchObject({ change: 'gone', because, checked });
  });
  test('a report of an evdx that did not tell is taken as whole', () => {
    const { selection: _untold, ...before } = of([]);
    expect(diffReports(of([finding()]), before).findings[0]).toMatchObject({ because: null, checked: true });
  });
  test('of the old report for what is new', () => {
    const diff = diffReports(of([], { notChecked: [skipped] }), of([finding()]));
    expect(diff.findings).toMatchObject([
      { change: 'new', because: 'not checked: no System log was given', checked: false },
    ]);
  });
});

test('each side names the hosts whose logs were given, by name', () => {
  const { old, new: now } = diffReports(reportOf(['ex2', 'ex1', 'ex2']), reportOf([]));
  expect([old.hosts, now.hosts]).toEqual([['ex1', 'ex2'], []]);
});

describe('notes', () => {
  const notesOf = (old: Report, now: Report) => diffReports(old, now).notes;
  const period = (last: string) =>
    reportOf([], {
      sources: reportOf(['ex1']).sources.map((one) => ({
        ...one,
        coverage: one.coverage.map((log) => ({ ...log, last })),
      })),
    });
  test('there are none between two sound reports', () => expect(notesOf(of([]), of([]))).toEqual([]));
  test('say when a report is incomplete', () => {
    const problems = [{ code: 'input/missing', place: 'a.evtx', detail: null }];
    expect(notesOf(of([], { problems }), of([]))).toEqual([expect.stringMatching(/^The old report is incomplete/)]);
    expect(notesOf(of([]), of([], { problems }))).toEqual([expect.stringMatching(/^The new report is incomplete/)]);
  });
  test('say when no host is in both', () => {
    expect(notesOf(reportOf(['ex1']), reportOf(['ex2']))).toEqual(['The reports have no host in common.']);
  });
  test('say when they seem swapped', () => {
    expect(notesOf(period('2006-03-05T00:00:00.000Z'), period('2006-03-04T00:00:00.000Z'))).toEqual([
      expect.stringMatching(/wrong order/),
    ]);
  });
  test('say when the rules differ', () => {
    const tool = { name: 'evdx' as const, version: '0.2.0', ruleCount: 9 };
    expect(notesOf(of([]), of([], { tool }))).toEqual([
      expect.stringContaining('0.1.0 with 6 rules, then 0.2.0 with 9 rules'),
    ]);
  });
});

describe('redacted reports', () => {
  test.each([
    [null, 'map-a', '^The new report is redacted and the other is not'],
    ['map-a', null, '^The old report is redacted and the other is not'],
    ['map-a', 'map-b', 'different maps'],
  ])('%s beside %s is refused', (old, now, message) => {
    expect(() => diffReports(of([], { redacted: old }), of([], { redacted: now }))).toThrow(
      expect.objectContaining({ code: 'EVDX_DIFF_MISMATCH', message: expect.stringMatching(message) }),
    );
  });
  test('of one map are compared, and the map is named', () => {
    expect(diffReports(of([], { redacted: 'map-a' }), of([], { redacted: 'map-a' })).redacted).toBe('map-a');
  });
});

test('the order is by change, weight, rule and key, whatever the order of the reports', () => {
  const now = [
    finding({ fingerprint: '1'.repeat(16), ruleId: 'a/b', severity: 'low' }),
    finding({ fingerprint: '2'.repeat(16), ruleId: 'a/a', severity: 'high', key: { host: 'b' } }),
    finding({ fingerprint: '3'.repeat(16), ruleId: 'a/a', severity: 'high', key: { host: 'a' } }),
    finding({ fingerprint: '4'.repeat(16), ruleId: 'a/c', severity: 'critical' }),
  ];
  const old = [now[3], finding({ fingerprint: '5'.repeat(16), severity: 'critical' })].flatMap((one) => one ?? []);
  const diff = diffReports(of(old), of(now));
  expect(diff.findings.map(({ fingerprint }) => fingerprint[0])).toEqual(['3', '2', '1', '5', '4']);
  expect(diffReports(of([...old].reverse()), of([...now].reverse()))).toEqual(diff);
});

test('a report beside itself is unchanged', () => {
  const diff = diffReports(fullReport(), fullReport());
  expect(new Set(changesOf(diff))).toEqual(new Set(['unchanged']));
  expect(diff.counts).toEqual({ new: 0, worse: 0, better: 0, gone: 0, unchanged: 1 });
});
