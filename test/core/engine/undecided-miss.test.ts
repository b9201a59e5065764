import { expect, test } from 'vitest';
import { loadRules } from '../../../src/core/knowledge/rules/load.ts';
import { diagnose } from '../../../src/core/pipeline/diagnose.ts';
import { outlineExplanation } from '../../../src/core/report/outline/explanation.ts';
import { plainText } from '../../support/plain-text.ts';
import { sourceOf } from '../../support/sources.ts';
import { ruleFile } from './support/rule-file.ts';

const ruleOf = (order: string) =>
  ruleFile(
    'own/pair',
    `order: ${order}
scope: {before: 1h, after: 1h}
events: {first: {provider: VSS, id: 8229}, second: {provider: volsnap, id: 25}}
find: {pair: {seq: [first, second], within: 10m}}
grade: [{likely: pair}]
causes: [{id: c, title: C, evidence: [{if: pair, for: strong, because: b}]}]`,
  );
const copied = (log: string, provider: string, id: number): string =>
  [
    ...[`Log Name: ${log}`, `Source: ${provider}`, 'Date: 10/10/2020 11:10:05 PM', `Event ID: ${id}`],
    ...['Level: Error', 'Computer: hv1', 'Description:', 'It failed.', ''],
  ].join('\n');

const diagnosed = (order: string) => {
  const { rules } = loadRules([ruleOf(order)]);
  // Two logs at the same second: nothing tells which was first.
  const text = copied('Application', 'VSS', 8229) + copied('System', 'volsnap', 25);
  return diagnose([sourceOf('a.txt', text)], { rules, useBuiltin: false });
};
const rule = { id: 'own/pair', title: 'T', eventByRole: new Map<string, string>() };

test('steps whose order is open are no match for a strict rule, and it is told so', async () => {
  const report = await diagnosed('strict');
  expect(report.findings).toEqual([]);
  expect(report.nearMisses.map(({ name, reached, stoppedBy }) => [name, reached, stoppedBy])).toEqual([
    ['pair', ['first', 'second'], 'undecided'],
  ]);
  const lines = plainText(outlineExplanation(report, [rule], 'UTC')).split('\n');
  expect(lines).toContain('It did not match.');
  expect(lines.filter((line) => line.includes('pair (sequence)')).map((line) => line.replace(/^\W+/, ''))).toEqual([
    'pair (sequence): all steps, but not decidable',
  ]);
});

test('any other rule takes them', async () => {
  const report = await diagnosed('lenient');
  expect(report.findings.map(({ ruleId, grade }) => [ruleId, grade])).toEqual([['own/pair', 'likely']]);
  expect(report.nearMisses.map(({ name, stoppedBy }) => [name, stoppedBy])).toEqual([['pair', null]]);
});
