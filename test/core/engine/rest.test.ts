import { expect, test } from 'vitest';
import { loadRules } from '../../../src/core/knowledge/rules/load.ts';
import { diagnose } from '../../../src/core/pipeline/diagnose.ts';
import { sourceOf, xmlEvent } from '../../support/sources.ts';
import { ruleFile } from './support/rule-file.ts';

const RULE = (conclusions: string) =>
  ruleFile(
    'own/rest',
    `scope: {before: 1h, after: 1h}
events: {lost: {provider: P, id: 1}, back: {provider: P, id: 2}, gone: {provider: P, id: 3}}
find:
  hit: {one: lost}
  again: {count: {of: lost, min: 2}, within: 1h}
  returned: {near: {of: back, around: hit, after: 30m}}
  given_up: {near: {of: gone, around: hit, after: 1h}}
  stayed_away: {absent: {of: back, after: hit, for: 1h}}
anchor: hit
${conclusions}
causes: [{id: c, title: C, evidence: [{if: hit, for: strong, because: b}]}]`,
  );

type Line = readonly [time: string, provider: string, id: number];
const verdictOf = async (conclusions: string, lines: readonly Line[]) => {
  const { rules, problems } = loadRules([RULE(conclusions)]);
  expect(problems).toEqual([]);
  const events = lines.map(([time, provider, id], index) =>
    xmlEvent({ provider, id, record: index + 1, level: 4, time: `2012-03-02T${time}:00Z` }).replace(
      '>Application<',
      '>System<',
    ),
  );
  const { findings, ruledOut } = await diagnose([sourceOf('a.xml', events.join(''))], { rules, useBuiltin: false });
  return findings[0]?.grade ?? (ruledOut.length > 0 ? 'ruled out' : 'nothing');
};

const BEFORE: readonly Line[] = [['00:00', 'Q', 9]];
const LOST: readonly Line[] = [
  ['03:50', 'P', 1],
  ['03:52', 'P', 2],
];
const SHUT_DOWN: readonly Line[] = [['04:00', 'EventLog', 6006]];
const STARTED: readonly Line[] = [
  ['04:20', 'Microsoft-Windows-Kernel-General', 12],
  ['04:20', 'EventLog', 6005],
];
const CRASHED: readonly Line[] = [
  ['04:20', 'Microsoft-Windows-Kernel-General', 12],
  ['04:20', 'EventLog', 6008],
  ['04:20', 'EventLog', 6005],
];
const AFTER: readonly Line[] = [['08:00', 'Q', 9]];

test.each([
  ['counted', 'returned and not again'],
  ['looked for nearby', 'returned and not given_up'],
])('no trouble was written while the machine was shut down: what is %s is not there', async (_how, condition) => {
  const ruleOut = `rule_out: [{if: ${condition}, because: it came back}]`;
  expect(await verdictOf(ruleOut, [...BEFORE, ...LOST, ...SHUT_DOWN, ...STARTED, ...AFTER])).toBe('ruled out');
});

test.each([
  ['counted', 'returned and not again'],
  ['looked for nearby', 'returned and not given_up'],
])('what was written last before a crash may be lost: what is %s is not sure to be absent', async (_how, condition) => {
  const ruleOut = `rule_out: [{if: ${condition}, because: it came back}]`;
  expect(await verdictOf(ruleOut, [...BEFORE, ...LOST, ...CRASHED, ...AFTER])).toBe('possible');
});

test('trouble behind the start is trouble', async () => {
  const ruleOut = 'rule_out: [{if: returned and not given_up, because: it came back}]';
  const log: readonly Line[] = [...BEFORE, ...LOST, ...SHUT_DOWN, ...STARTED, ['04:30', 'P', 3], ...AFTER];
  expect(await verdictOf(ruleOut, log)).toBe('confirmed');
});

test('a log that ends too early rules nothing out', async () => {
  const ruleOut = 'rule_out: [{if: returned and not given_up, because: it came back}]';
  expect(await verdictOf(ruleOut, [...BEFORE, ...LOST, ...SHUT_DOWN, ...STARTED])).toBe('confirmed');
});

test('what did not come back while the machine was shut down may have had no time to', async () => {
  const grade = 'grade: [{confirmed: stayed_away}, {possible: hit}]';
  const lost = LOST.slice(0, 1);
  expect(await verdictOf(grade, [...BEFORE, ...lost, ...SHUT_DOWN, ...STARTED, ...AFTER])).toBe('possible');
  expect(await verdictOf(grade, [...BEFORE, ...lost, ...AFTER])).toBe('confirmed');
});
