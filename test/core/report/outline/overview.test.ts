import { expect, test } from 'vitest';
import type { Finding } from '../../../../src/core/model/report.ts';
import { outlineReport } from '../../../../src/core/report/outline/outline.ts';
import { plainText } from '../../../support/plain-text.ts';
import { finding, report } from '../../../support/sample-report.ts';

/** The lines between the verdict and the first finding. */
const overview = (...findings: readonly Finding[]): readonly string[] =>
  plainText(outlineReport(report({ findings }), 'UTC'))
    .replace(/^[\s\S]*\d findings:.*\n/, '')
    .replace(/\n+── 1 ─[\s\S]*/, '')
    .split('\n')
    .filter((line) => line !== '');
const named = (title: string, over: Partial<Finding> = {}): Finding => finding({ title, fingerprint: title, ...over });

test('three findings need no list ahead of them', () => {
  expect(overview(named('A'), named('B'), named('C'))).toEqual([]);
});

test('from four findings on each root has a line, with its episodes and what follows from it', () => {
  const keyed = { key: { host: 'ex1', device: 'disk1' } };
  expect(
    overview(named('A', keyed), named('B', { explainedBy: 0, severity: 'low' }), named('C'), named('A', keyed)),
  ).toEqual(['• High: A · device disk1 · findings 1 and 4 · with it 2', '• High: C · finding 3']);
});

test('the host is named where there are several', () => {
  expect(overview(named('A'), named('B'), named('C'), named('D', { host: 'ex2' }))).toEqual([
    '• High: A · ex1 · finding 1',
    '• High: B · ex1 · finding 2',
    '• High: C · ex1 · finding 3',
    '• High: D · ex2 · finding 4',
  ]);
});

const serviceFails = (service: string, over: Partial<Finding> = {}): Finding =>
  finding({ title: 'A', fingerprint: service, key: { host: 'ex1', service }, ...over });

test('what one rule finds of more than three things of a host shares a line', () => {
  const [first, ...others] = ['spooler', 'dns', 'ntds', 'netlogon'].map((service) => serviceFails(service));
  if (first === undefined) throw new Error('no finding');
  expect(overview(first, named('B', { ruleId: 'a/b' }), ...others)).toEqual([
    '• High: A · service spooler, dns and 2 more · findings 1 and 3 to 5',
    '• High: B · finding 2',
  ]);
  expect(overview(first, ...others.slice(1), named('B', { ruleId: 'a/b' }))).toEqual([
    '• High: A · service spooler · finding 1',
    '• High: A · service ntds · finding 2',
    '• High: A · service netlogon · finding 3',
    '• High: B · finding 4',
  ]);
});

test('of two things that differ in something else, too, both are named', () => {
  const findings = ['c:', 'd:'].flatMap((volume) =>
    ['1', '2'].map((code) => finding({ fingerprint: volume + code, key: { host: 'ex1', volume, code } })),
  );
  expect(overview(...findings)).toEqual([`• High: ${findings[0]?.title} · volume c:, d: · findings 1 to 4`]);
});

test('of hundreds the first thirty are listed', () => {
  const lines = overview(...Array.from({ length: 132 }, (_, index) => named(`F${index}`, { ruleId: `a/f${index}` })));
  expect([lines.length, lines[29], lines[30]]).toEqual([31, '• High: F29 · finding 30', '• and 102 more']);
});

test('of episodes that stand apart the first eight runs of numbers are told, the others counted', () => {
  const episodes = Array.from({ length: 11 }, (_, at) => [named('A'), named(`B${at}`, { explainedBy: 0 })]).flat();
  expect(overview(...episodes)).toEqual([
    '• High: A · findings 1, 3, 5, 7, 9, 11, 13, 15 and 3 more · with it 2, 4, 6, 8, 10, 12, 14, 16 and 3 more',
  ]);
});
