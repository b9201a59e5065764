import { expect, test } from 'vitest';
import { reported } from './support/reported.ts';

const rule = (severity: string) => `
severity: ${severity}
by: [host, disk]
events:
  bad: {log: System, provider: disk, id: 7, capture: {disk: {string: 1}}}
  mended: {log: System, provider: disk, id: 8, by: [host]}
find:
  hit: {one: bad}
  gone: {near: {of: mended, around: hit, before: 0s, after: 1m}}
anchor: hit
scope: {before: 1h, after: 1h}
rule_out: [{if: gone, because: it was mended}]`;
const USER = `
events:
  known: {finding: own/noise}
  failed: {log: System, provider: Q, id: 5}
find:
  hit: {one: failed}
  told: {near: {of: known, around: hit, before: 10m, after: 10m}}
anchor: hit
grade: [{confirmed: told}, {possible: hit}]`;

const DAYS = `
2012-03-01T01:00:00 EX1 System disk 7 error | | | ["d0"]
2012-03-01T01:30:00 EX1 System disk 7 error | | | ["d0"]
2012-03-02T02:00:00 EX1 System disk 7 error | | | ["d1"]
2012-03-05T01:00:00 EX1 System disk 7 error | | | ["d0"]`;
const told = async (severity: string, log: string) => {
  const { findings, ruledOut } = await reported({ 'own/noise': rule(severity) }, log);
  return { found: findings.map(({ key, count, first, last }) => [key.disk, count, first, last]), ruledOut };
};

test('each episode is a finding of its own', async () => {
  expect((await told('low', DAYS)).found).toEqual([
    ['d0', 2, '2012-03-01T01:00:00.000Z', '2012-03-01T01:30:00.000Z'],
    ['d1', 1, '2012-03-02T02:00:00.000Z', '2012-03-02T02:00:00.000Z'],
    ['d0', 1, '2012-03-05T01:00:00.000Z', '2012-03-05T01:00:00.000Z'],
  ]);
});
test('known noise is one note for each thing, however long its pauses are', async () => {
  expect((await told('info', DAYS)).found).toEqual([
    ['d0', 3, '2012-03-01T01:00:00.000Z', '2012-03-05T01:00:00.000Z'],
    ['d1', 1, '2012-03-02T02:00:00.000Z', '2012-03-02T02:00:00.000Z'],
  ]);
});
test('other rules see the episodes of a note, not the days between them', async () => {
  const log = `${DAYS}
2012-03-05T01:05:00 EX1 System Q 5 error
2012-03-03T00:00:00 EX2 System disk 7 error | | | ["d0"]
2012-03-04T00:00:00 EX2 System Q 5 error
2012-03-05T00:00:00 EX2 System disk 7 error | | | ["d0"]`;
  const { findings } = await reported({ 'own/noise': rule('info'), 'own/user': USER }, log);
  expect(findings.filter(({ ruleId }) => ruleId === 'own/user').map(({ host, grade }) => [host, grade])).toEqual([
    ['ex1', 'confirmed'],
    ['ex2', 'possible'],
  ]);
});
test('what is ruled out counts in no finding', async () => {
  const log = `
2012-03-01T01:00:00 EX1 System disk 7 error | | | ["d0"]
2012-03-01T01:10:00 EX1 System disk 7 error | | | ["d0"]
2012-03-01T01:10:30 EX1 System disk 8 info
2012-03-01T01:20:00 EX1 System disk 7 error | | | ["d0"]`;
  const { found, ruledOut } = await told('low', log);
  expect(found).toEqual([['d0', 2, '2012-03-01T01:00:00.000Z', '2012-03-01T01:20:00.000Z']]);
  expect(ruledOut).toMatchObject([{ because: 'it was mended', first: '2012-03-01T01:10:00.000Z' }]);
});
