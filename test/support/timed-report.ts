import type { Finding, Report, ReportCoverage } from '../../src/core/model/report.ts';
import { poisoned } from './poisoned.ts';
import { evidence, finding, fullReport, source } from './sample-report.ts';

/** Two nights of a backup on one host: what a time line shows, one of each. */
const begin = evidence({
  role: 'begin',
  eventId: 9604,
  level: 'information',
  time: '2012-03-02T01:00:00.000Z',
  text: null,
  timeBasis: 'utc',
  at: { source: 0, position: 12, recordId: 125 },
});
export const timedFinding = (over: Partial<Finding> = {}): Finding =>
  finding({
    grade: 'confirmed',
    first: '2012-03-02T01:00:01.000Z',
    last: '2012-03-02T01:00:01.000Z',
    count: 1,
    evidence: [
      begin,
      { ...begin, role: 'aborted', eventId: 9614, time: '2012-03-02T01:00:00.500Z' },
      { ...begin, role: 'refused', eventId: 9607, level: 'error', time: '2012-03-02T01:00:01.000Z' },
      { ...begin, role: 'prepared', eventId: 9606, time: '2012-03-01T01:00:01.000Z' },
    ],
    evidenceTotal: 4,
    timeline: {
      from: '2012-03-01T01:00:01.000Z',
      to: '2012-03-03T01:00:01.000Z',
      windows: [{ pattern: 'attempt', from: '2012-03-02T01:00:00.000Z', to: '2012-03-02T01:00:01.000Z' }],
      missing: [
        {
          pattern: 'never_finished',
          roles: ['complete', 'shutdown', 'init'],
          from: '2012-03-02T01:00:01.000Z',
          to: '2012-03-03T01:00:01.000Z',
          value: 'true',
        },
      ],
      flags: [
        {
          flag: 'backupInProgress',
          value: 'true',
          from: '2012-03-01T01:00:01.000Z',
          to: '2012-03-02T01:00:00.000Z',
        },
      ],
    },
    ...over,
  });

const coverage = (over: Partial<ReportCoverage> = {}): ReportCoverage => ({
  host: 'ex1',
  channel: 'Application',
  first: '2012-03-01T00:00:00.000Z',
  last: '2012-03-04T00:00:00.000Z',
  gaps: [{ from: '2012-03-01T12:00:00.000Z', to: '2012-03-01T18:00:00.000Z', why: 'jump' }],
  levels: 'all',
  completeness: 'proven',
  ...over,
});

/** Every list holds something, and the first finding has a time line with one of each. */
export const timedReport = (over: Partial<Report> = {}): Report => {
  const full = fullReport();
  return {
    ...full,
    findings: [timedFinding(), ...full.findings.slice(1)],
    sources: [
      source({ name: 'ex1.evtx', format: 'evtx', timeBasis: 'utc', coverage: [coverage()] }),
      source({
        name: 'ex2.evtx',
        format: 'evtx',
        timeBasis: 'utc',
        coverage: [coverage({ host: 'ex2', channel: 'System', gaps: [], completeness: 'assumed' })],
      }),
      ...full.sources.slice(2),
    ],
    ...over,
  };
};

/** A report with `text` in every field, but for the truth values: a report has a word for each of these, and no other. */
export const poisonedReport = (text: string): Report => {
  const [first] = timedReport().findings;
  const whole = poisoned(timedReport(), text);
  const [poisonedFirst, ...others] = whole.findings;
  if (first === undefined || poisonedFirst === undefined) return whole;
  const valued = <T extends { readonly value: string }>(poisonedOnes: readonly T[], ones: readonly T[]): T[] =>
    poisonedOnes.map((one, index) => ({ ...one, value: ones[index]?.value ?? one.value }));
  const { timeline } = poisonedFirst;
  const kept = {
    ...timeline,
    missing: valued(timeline.missing, first.timeline.missing),
    flags: valued(timeline.flags, first.timeline.flags),
  };
  return { ...whole, findings: [{ ...poisonedFirst, timeline: kept }, ...others] };
};
