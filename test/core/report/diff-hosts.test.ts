import { expect, test } from 'vitest';
import { diffHosts } from '../../../src/core/report/diff-hosts.ts';
import { reportOf, sampleHostDiff } from '../../support/sample-diff.ts';
import { finding } from '../../support/sample-report.ts';

test('says what differs, what is unclear and what is the same', () => {
  const diff = sampleHostDiff();
  expect(diff).toMatchObject({ by: 'host', hosts: ['ex1', 'ex2', 'ex3'], counts: { differs: 1, unclear: 1, same: 1 } });
  expect(diff.findings.map(({ change, ruleId }) => [change, ruleId])).toEqual([
    ['differs', 'exchange/backup-never-closed'],
    ['unclear', 'a/unclear'],
    ['same', 'a/same'],
  ]);
});

test('every host is told: its finding, or why there is none', () => {
  const [differs, unclear] = sampleHostDiff().findings;
  expect(differs).toMatchObject({
    key: { volume: 'C:' },
    hosts: [
      { host: 'ex1', fingerprint: '1111111111111111', state: { grade: 'likely' }, because: null, checked: true },
      { host: 'ex2', fingerprint: '2222222222222222', state: { grade: 'confirmed' } },
      { host: 'ex3', fingerprint: null, state: null, because: 'ruled out: the fix is there', checked: true },
    ],
  });
  expect(unclear?.hosts.map(({ checked }) => checked)).toEqual([false, false, true]);
});

test('the same finding in another grade differs', () => {
  const findings = ['ex1', 'ex2'].map((host, index) =>
    finding({ host, key: { host }, grade: index === 0 ? 'likely' : 'confirmed' }),
  );
  expect(diffHosts(reportOf(['ex1', 'ex2'], { findings })).counts).toEqual({ differs: 1, unclear: 0, same: 0 });
});

test('what belongs to no single host is left out and told', () => {
  expect(sampleHostDiff().notes).toEqual(['Left out, as they belong to no single host: 1.']);
});

test('one host alone has nothing to be compared with', () => {
  expect(diffHosts(reportOf(['ex1'], { findings: [finding()] }))).toMatchObject({
    counts: { differs: 0, unclear: 0, same: 1 },
    notes: ['There are no two hosts to compare.'],
  });
});

test('the host without a name is one where a source names none', () => {
  const { sources } = reportOf(['ex1']);
  const unnamed = sources.map((one) => ({ ...one, coverage: one.coverage.map((log) => ({ ...log, host: null })) }));
  const findings = [finding({ host: null, key: { host: null } })];
  expect(diffHosts(reportOf([], { sources: [...sources, ...unnamed], findings }))).toMatchObject({
    hosts: [null, 'ex1'],
    counts: { differs: 1 },
  });
});
