import { expect, test } from 'vitest';
import { reported } from './support/reported.ts';

const RULE = `
by: []
events:
  lost: {log: Application, provider: P, id: 1}
  back: {log: System, provider: Q, id: 2}
find:
  seen: {one: lost}
  never_back: {absent: {of: back, after: lost, for: 1m}}
  returned: {near: {of: back, around: seen, after: 1m}}
scope: {before: 0s, after: 1m}
anchor: seen`;
const confirmedBy = (condition: string) => `${RULE}\ngrade: [{confirmed: ${condition}}, {possible: seen}]`;
const EX1 = `
2012-03-01T01:00:00 EX1 Application P 1 error
2012-03-01T01:00:00 EX1 System R 3 error
2012-03-01T01:02:00 EX1 System R 3 error`;
const ex2 = (from: string, to: string) => `
2012-03-01T${from} EX2 System R 3 error
2012-03-01T${to} EX2 System R 3 error`;
const grades = async (rule: string, log: string) =>
  (await reported({ 'own/rule': rule }, log)).findings.map(({ grade }) => grade);

test.each(['never_back', 'not returned', 'not back'])(
  'without the host in the key an event may stand in the log of any host, so each that has it must be covered: %s',
  async (condition) => {
    const rule = confirmedBy(condition);
    expect(await grades(rule, EX1 + ex2('01:00:00', '01:01:00'))).toEqual(['confirmed']);
    expect(await grades(rule, EX1 + ex2('01:00:30', '01:01:00'))).toEqual(['possible']);
    expect(await grades(rule.replace('by: []', 'by: [host]'), EX1 + ex2('01:00:30', '01:01:00'))).toEqual([
      'confirmed',
    ]);
  },
);

test('the log may be another host’s only, where the class joins all hosts', async () => {
  const rule = confirmedBy('never_back').replace('by: []', 'by: [host]').replace('id: 2}', 'id: 2, by: []}');
  const [failure = ''] = EX1.trim().split('\n');
  expect(await grades(rule, `${failure}${ex2('01:00:00', '01:01:00')}`)).toEqual(['confirmed']);
  expect(await grades(rule, failure)).toEqual(['possible']);
});

test('with the cluster in the key only its own nodes count', async () => {
  const rule = confirmedBy('never_back').replace('by: []', 'by: [cluster]');
  const log = EX1 + ex2('01:00:30', '01:01:00');
  const graded = async (cluster: string) => {
    const groups = new Map([
      ['ex1', { cluster: 'c1' }],
      ['ex2', { cluster }],
    ]);
    return (await reported({ 'own/rule': rule }, log, groups)).findings.map(({ grade }) => grade);
  };
  expect([await graded('c1'), await graded('c2')]).toEqual([['possible'], ['confirmed']]);
});
