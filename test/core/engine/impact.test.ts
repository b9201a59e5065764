import { expect, test } from 'vitest';
import { loadRules } from '../../../src/core/knowledge/rules/load.ts';
import { diagnose } from '../../../src/core/pipeline/diagnose.ts';
import { sourceOf, xmlEvent } from '../../support/sources.ts';
import { ruleFile } from './support/rule-file.ts';

const RULE = ruleFile(
  'own/impact',
  `events: {bad: {provider: disk, id: 7}, felt: {provider: disk, id: 11}, other: {provider: disk, id: 15}}
find: {hit: {one: bad}, hurt: {near: {of: felt, around: hit, after: 1h}}, more: {near: {of: other, around: hit, after: 1h}}}
anchor: hit
causes: [{id: c, title: C, evidence: [{if: hit, for: strong, because: b}]}]
impact: [{if: hurt, text: users feel it}, {if: more, text: worse than that}]`,
);
const judged = async (...ids: readonly number[]) => {
  const { rules, problems } = loadRules([RULE]);
  expect(problems).toEqual([]);
  const log = ids.map((id, record) => xmlEvent({ id, record, provider: 'disk', time: `2012-03-01T01:0${record}:00Z` }));
  const { findings, unexplained } = await diagnose([sourceOf('a.xml', log.join(''))], { rules, useBuiltin: false });
  return {
    findings: findings.map(({ impact, evidence, evidenceTotal }) => ({
      impact,
      evidence: evidence.map(({ role, eventId }) => `${role} ${eventId}`),
      evidenceTotal,
    })),
    unexplained: unexplained.map(({ eventId }) => eventId),
  };
};

test('what an impact rests on stands behind the other evidence and is not left unexplained', async () => {
  expect(await judged(7, 11)).toEqual({
    findings: [{ impact: ['users feel it'], evidence: ['bad 7', 'felt 11'], evidenceTotal: 2 }],
    unexplained: [],
  });
});

test('an impact that does not hold shows nothing', async () => {
  expect(await judged(7, 51)).toEqual({
    findings: [{ impact: [], evidence: ['bad 7'], evidenceTotal: 1 }],
    unexplained: [51],
  });
});
