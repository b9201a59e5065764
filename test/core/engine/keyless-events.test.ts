import { expect, test } from 'vitest';
import { reported } from './support/reported.ts';

const RULE = `
by: [host, device]
events:
  bad: {log: System, provider: disk, id: 7, capture: {device: {string: 1}}}
find:
  again: {count: {of: bad, min: 2}, within: 1h}
  any_disk: {count: {of: bad, min: 2}, within: 1h, by: [host]}
anchor: again
grade: [{confirmed: again and any_disk}]`;
const LOG = `
2012-03-01T01:00:00 EX1 System disk 7 error
2012-03-01T01:01:00 EX1 System disk 7 error | | | [""]
2012-03-01T01:02:00 EX1 System disk 7 error | | | ["Harddisk1"]
2012-03-01T01:03:00 EX2 System disk 7 error`;

test('an event that lacks a field of the key takes no part, and is a near miss that names the field', async () => {
  const { findings, nearMisses } = await reported({ 'own/rule': RULE }, LOG);
  expect(findings).toEqual([]);
  const classes = nearMisses.filter(({ kind }) => kind === 'class');
  expect(
    classes.map(({ name, host, count, failed, stoppedBy, samples }) => ({
      ...{ name, host, count, failed, stoppedBy },
      lines: samples.map(({ at }) => at.position),
    })),
  ).toEqual([
    { name: 'bad', host: 'ex1', count: 2, failed: ['device'], stoppedBy: 'key', lines: [2, 3] },
    { name: 'bad', host: 'ex2', count: 1, failed: ['device'], stoppedBy: 'key', lines: [5] },
  ]);
});

test('a pattern that does without the field takes the event all the same', async () => {
  const coarse = RULE.replace('by: [host, device]', 'by: [host]');
  const { findings, nearMisses } = await reported({ 'own/rule': coarse }, LOG);
  expect(findings.map(({ host, count, evidenceTotal }) => [host, count, evidenceTotal])).toEqual([['ex1', 1, 3]]);
  expect(nearMisses.filter(({ kind }) => kind === 'class')).toEqual([]);
});
