import { expect, test } from 'vitest';
import { loadRules } from '../../../src/core/knowledge/rules/load.ts';
import { diagnose } from '../../../src/core/pipeline/diagnose.ts';
import { sourceOf, xmlEvent } from '../../support/sources.ts';
import { ruleFile } from './support/rule-file.ts';

const RULE = ruleFile(
  'own/full',
  `scope: {before: 1h, after: 1h}
events: {full: {provider: ESE, id: 623}, refused: {provider: MSExchangeIS, id: 1022}, slow: {provider: ESE, id: 510}}
find:
  hit: {one: full}
  felt: {near: {of: refused, around: hit, before: 5m, after: 30m}}
  crowd: {count: {of: refused, min: 3}, within: 1h}
  slowly: {near: {of: slow, around: hit, before: 5m, after: 5m}}
anchor: hit
causes: [{id: c, title: C, evidence: [{if: hit, for: strong, because: b}]}]
impact: [{if: felt, text: Clients get errors.}, {if: crowd, text: Many of them.}, {if: slowly and felt, text: The disk is slow too.}]`,
);

const reportOf = async (log: readonly (readonly [provider: string, id: number, minute: number])[]) => {
  const { rules, problems } = loadRules([RULE]);
  expect(problems).toEqual([]);
  const events = log.map(([provider, id, minute], index) =>
    xmlEvent({
      provider,
      id,
      record: index + 1,
      level: 2,
      time: `2012-03-01T00:${String(minute).padStart(2, '0')}:00Z`,
    }),
  );
  return diagnose([sourceOf('a.xml', events.join(''))], { rules, useBuiltin: false });
};

test('what the impact speaks of is shown, its first and last event, and is explained', async () => {
  const { findings, unexplained } = await reportOf([
    ['ESE', 623, 1],
    ['MSExchangeIS', 1022, 2],
    ['MSExchangeIS', 1022, 3],
    ['MSExchangeIS', 1022, 4],
  ]);
  expect(findings[0]?.impact).toEqual(['Clients get errors.', 'Many of them.']);
  expect(findings[0]?.evidence.map(({ role, at }) => [role, at?.recordId])).toEqual([
    ['full', 1],
    ['refused', 4],
    ['refused', 2],
  ]);
  expect(unexplained).toEqual([]);
});

test('what a sentence asks for that is not said is not shown', async () => {
  const { findings, unexplained } = await reportOf([
    ['ESE', 623, 1],
    ['ESE', 510, 2],
  ]);
  expect(findings[0]?.impact).toEqual([]);
  expect(findings[0]?.evidence.map(({ role }) => role)).toEqual(['full']);
  expect(unexplained.map(({ eventId }) => eventId)).toEqual([510]);
});
