import type { HostDiff, RunDiff } from '../../src/core/model/diff.ts';
import type { Report } from '../../src/core/model/report.ts';
import { diffReports } from '../../src/core/report/diff.ts';
import { diffHosts } from '../../src/core/report/diff-hosts.ts';
import { finding, fullReport, report, source } from './sample-report.ts';

const covered = (host: string) => ({
  host,
  channel: 'Application',
  first: '2006-03-01T00:00:00.000Z',
  last: '2006-03-05T00:00:00.000Z',
  gaps: [],
  levels: 'all' as const,
  completeness: 'proven' as const,
});
/** A report on these hosts. */
export const reportOf = (hosts: readonly string[], over: Partial<Report> = {}): Report =>
  report({ sources: [source({ timeBasis: 'utc', coverage: hosts.map(covered) })], ...over });

/** Every change once, with all that can be said of it. */
export const sampleRunDiff = (): RunDiff => {
  const old = [
    finding({ fingerprint: '1111111111111111', severity: 'medium', grade: 'likely' }),
    finding({ fingerprint: '2222222222222222', ruleId: 'a/better', grade: 'confirmed' }),
    finding({ fingerprint: '3333333333333333', ruleId: 'a/gone', title: 'Gone' }),
    finding({ fingerprint: '4444444444444444', ruleId: 'a/unchanged', title: 'Unchanged' }),
  ];
  const now = [
    finding({
      fingerprint: '1111111111111111',
      grade: 'confirmed',
      count: 7,
      key: { host: 'ex1', device: 'D1' },
      causes: [{ id: 'c', title: 'The drive is failing', score: 3, named: true, for: [], against: [] }],
    }),
    finding({ fingerprint: '2222222222222222', ruleId: 'a/better', title: 'Better' }),
    finding({ fingerprint: '4444444444444444', ruleId: 'a/unchanged', title: 'Unchanged' }),
    finding({
      fingerprint: '4444444444444444',
      ruleId: 'a/unchanged',
      title: 'Unchanged',
      last: '2006-03-04T00:00:00.000Z',
    }),
    finding({ fingerprint: '5555555555555555', ruleId: 'a/new', title: 'New', host: 'ex2', key: { host: 'ex2' } }),
  ];
  return diffReports(reportOf(['ex1'], { findings: old, tool: { name: 'evdx', version: '0.1.0', ruleCount: 6 } }), {
    ...fullReport(),
    findings: now,
    notChecked: [{ ruleId: 'a/gone', because: 'no System log was given', host: null }],
  });
};

export const sampleHostDiff = (): HostDiff =>
  diffHosts(
    reportOf(['ex1', 'ex2', 'ex3'], {
      findings: [
        finding({ fingerprint: '1111111111111111', key: { host: 'ex1', volume: 'C:' } }),
        finding({
          fingerprint: '2222222222222222',
          host: 'ex2',
          key: { host: 'ex2', volume: 'C:' },
          grade: 'confirmed',
        }),
        ...['ex1', 'ex2', 'ex3'].map((host) => finding({ ruleId: 'a/same', title: 'The same', host, key: { host } })),
        finding({ ruleId: 'a/unclear', title: 'Unclear', host: 'ex3', key: { host: 'ex3' } }),
        finding({ ruleId: 'a/cluster', host: null, key: { cluster: 'c1' } }),
      ],
      notChecked: [{ ruleId: 'a/unclear', because: 'no System log was given', host: null }],
      ruledOut: [
        {
          ruleId: 'exchange/backup-never-closed',
          because: 'the fix is there',
          host: 'ex3',
          key: { host: 'ex3', volume: 'C:' },
          fingerprint: '3333333333333333',
          grade: 'likely',
          first: null,
          last: null,
        },
      ],
    }),
  );
