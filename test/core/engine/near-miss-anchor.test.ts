import { expect, test } from 'vitest';
import { reported } from './support/reported.ts';

const RULE = `
events:
  bad: {log: System, provider: disk, id: 7}
  late: {log: System, provider: disk, id: 153}
find:
  often: {count: {of: bad, min: 3}, within: 1h}
  slow: {count: {of: late, min: 3}, within: 1h}
  beside: {count: {of: [bad, late], min: 4}, within: 1h}
  trouble: {any: [often, slow]}
anchor: trouble
grade:
  - confirmed: trouble and beside
  - likely: trouble`;
const LOG = `
2012-03-01T01:00:00 EX1 System disk 7 error
2012-03-01T01:02:00 EX1 System disk 153 warning`;

test('a near miss names the rule, and tells what a finding begins with from what it is only judged by', async () => {
  const { findings, nearMisses } = await reported({ 'own/rule': RULE }, LOG);
  expect(findings).toEqual([]);
  expect(nearMisses.map(({ name, title, isAnchor, had, needed }) => [name, title, isAnchor, had, needed])).toEqual([
    ['often', 'Something is wrong', true, '1', '3'],
    ['slow', 'Something is wrong', true, '1', '3'],
    ['beside', 'Something is wrong', false, '2', '4'],
  ]);
});
