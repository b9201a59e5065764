import { describe, expect, test } from 'vitest';
import type { Finding, Report, ReportCoverage } from '../../../../src/core/model/report.ts';
import { outlineReport } from '../../../../src/core/report/outline/outline.ts';
import { plainText } from '../../../support/plain-text.ts';
import { finding, fullReport, report, source } from '../../../support/sample-report.ts';

const linesOf = (over: Partial<Report>, zone = 'UTC'): string[] =>
  plainText(outlineReport(report(over), zone)).split('\n');
const notChecked = (ruleId: string, host: string | null = null) => ({
  ruleId,
  because: 'no System log was given',
  host,
});
const missing = { code: 'input/missing', place: 'nosuch.evtx', detail: null };

test('what renamed machines were called before stands with what was looked at, and not among what is known', () => {
  const earlier = (host: string, value: string) => ({
    ...{ name: 'earlierName', value, host, from: 'event' as const, at: null, changed: [] },
  });
  const facts = [earlier('ex1', 'win-1'), earlier('ex1', 'image'), earlier('ex2', 'win-2')];
  const lines = linesOf({ facts });
  expect(lines).toContain('ex1 was called win-1 and image before; ex2 was called win-2 before.');
  expect(lines.join(' ')).not.toContain('earlierName');
  const more = [...facts, earlier('ex3', 'win-3'), earlier('ex4', 'win-4'), earlier('ex5', 'win-5')];
  expect(linesOf({ facts: more }).join(' ')).toContain('ex3 was called win-3 before; 2 more hosts had other names.');
});

describe('the verdict', () => {
  test('counts the findings by grade', () => {
    const findings = [finding({ grade: 'confirmed' }), finding(), finding()];
    expect(linesOf({ findings })).toContain('3 findings: 1 confirmed, 2 likely.');
  });
  test('found nothing', () => {
    expect(linesOf({})).toContain('Found nothing: no rule matched.');
  });
  test('found nothing, though some rules could not be checked and an input was not read', () => {
    expect(linesOf({ notChecked: [notChecked('a/b')], problems: [missing] })).toContain(
      'Found nothing: no rule matched. 1 rule could not be checked. 1 input could not be read.',
    );
  });
  test('could not look: no input gave an event', () => {
    expect(linesOf({ sources: [source({ events: 0 })], problems: [missing] })).toContain(
      'Could not look: no event was read, so nothing can be said about the machine.',
    );
  });
  test('found nothing, as a sound log is empty', () => {
    expect(linesOf({ sources: [source({ events: 0 })] })).toContain(
      'Found nothing: no event was read, so nothing can be said about the machine.',
    );
  });
  test('found nothing, as no rule had its log', () => {
    const all = Array.from({ length: 6 }, (_, index) => notChecked(`a/rule-${index}`));
    expect(linesOf({ notChecked: all })).toContain(
      'Found nothing: no rule needs the logs of these events, so none could be checked.',
    );
  });
  test('a rule that was not checked on one host only is no reason', () => {
    const all = Array.from({ length: 6 }, (_, index) => notChecked(`a/rule-${index}`, 'ex1'));
    expect(linesOf({ notChecked: all })).toContain('Found nothing: no rule matched.');
  });
  test('found nothing, as all events are of another time or host than was asked for', () => {
    const nothing = { sources: [source({ coverage: [], timeBasis: 'none' })], statistics: [] };
    expect(linesOf(nothing)).toEqual(
      expect.arrayContaining([
        'Read 5 events in 1 source with 6 rules; none is in the period and on the hosts asked for.',
        'Found nothing: none is in the period and on the hosts asked for.',
      ]),
    );
  });
  test('what is less sure than was asked for is counted, and its rules came not merely close', () => {
    const nearMisses = fullReport().nearMisses;
    const leftOut = nearMisses.map(({ ruleId }) => finding({ ruleId, grade: 'possible' }));
    const linesWithout = (findings: readonly Finding[], out: readonly Finding[]) =>
      plainText(outlineReport(report({ findings, nearMisses }), 'UTC', { leftOut: out })).split('\n');
    expect(linesWithout([], [])).toEqual(expect.arrayContaining(['Found nothing: no rule matched.', 'Came close']));
    expect(linesWithout([], leftOut)).toContain('Found nothing sure enough: 1 less sure finding is left out.');
    expect(linesWithout([], leftOut)).not.toContain('Came close');
    expect(linesWithout([finding()], [...leftOut, ...leftOut])).toContain(
      '1 finding: 1 likely. 2 less sure findings are left out.',
    );
  });
  test('what was ruled out for one reason again and again is one line, and did not come close', () => {
    const [ruledOut] = fullReport().ruledOut;
    if (ruledOut === undefined) throw new Error('nothing is ruled out');
    const nearMisses = fullReport().nearMisses.map((miss) => ({ ...miss, ruleId: ruledOut.ruleId }));
    const lines = linesOf({ ruledOut: [ruledOut, ruledOut, { ...ruledOut, host: 'ex2' }], nearMisses });
    expect(lines.filter((line) => line.startsWith(`• ${ruledOut.ruleId}`))).toEqual([
      `• ${ruledOut.ruleId} on ${ruledOut.host}, 2 times: ${ruledOut.because}.`,
      `• ${ruledOut.ruleId} on ex2: ${ruledOut.because}.`,
    ]);
    expect(lines).not.toContain('Came close');
  });
  test('what is ruled out is said', () => {
    const { ruledOut } = fullReport();
    expect(linesOf({ ruledOut })).toContain('Found nothing: what looked like a known fault is ruled out (see below).');
  });
});

describe('what was looked at', () => {
  const log = (over: Partial<ReportCoverage> = {}): ReportCoverage => ({
    host: 'ex1',
    channel: 'System',
    first: '2006-03-01T01:00:00.000Z',
    last: '2006-03-02T01:00:00.000Z',
    gaps: [],
    levels: 'all',
    completeness: 'proven',
    ...over,
  });
  test('names format, language, events, log and period of a source', () => {
    const sources = [source({ name: 'a.txt', language: 'de', encoding: 'windows-1252', coverage: [log()] })];
    expect(linesOf({ sources })[1]).toBe(
      '• a.txt · clipboard, in German, windows-1252 · 5 events · ex1 System · 2006-03-01 01:00:00 to 2006-03-02 01:00:00',
    );
  });
  test('standard input has a name', () => {
    expect(linesOf({ sources: [source({ name: '-' })] })[1]).toBe(
      '• standard input · clipboard, in English · 5 events',
    );
  });
  test('many sources are counted, with hosts and the whole period', () => {
    const sources = Array.from({ length: 6 }, (_, index) =>
      source({
        name: `${index}`,
        format: index < 4 ? 'evtx' : 'event-xml',
        timeBasis: 'utc',
        coverage: [log({ host: `ex${index}`, last: `2006-03-0${index + 2}T01:00:00.000Z` })],
      }),
    );
    const [looked, counts] = linesOf({ sources });
    expect(looked).toBe('Looked at 30 events in 6 sources from 6 hosts with 6 rules; times in UTC.');
    expect(counts).toBe('2 event xml, 4 evtx · 2006-03-01 01:00:00 to 2006-03-07 01:00:00');
  });
  test('times of an unknown zone are said to be as written, whatever zone is asked for', () => {
    expect(linesOf({}, 'Europe/Berlin')[0]).toContain('times as written, the log names no zone (--tz sets it).');
  });
  test('the zone of known times is named', () => {
    expect(linesOf({ sources: [source({ timeBasis: 'utc' })] }, 'Europe/Berlin')[0]).toContain(
      'times in Europe/Berlin.',
    );
  });
  test('loud levels are counted from the statistics', () => {
    const cell = { host: null, channel: null, provider: 'disk', eventId: 7, first: null, last: null };
    const statistics = [
      { ...cell, level: 'error', count: 12 },
      { ...cell, level: 'warning', count: 1 },
      { ...cell, level: 'information', count: 99 },
    ] as const;
    expect(linesOf({ statistics })[0]).toContain('5 events (12 errors, 1 warning) in 1 source');
  });
});
