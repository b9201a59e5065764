import { expect, test } from 'vitest';
import { loadRules } from '../../../src/core/knowledge/rules/load.ts';
import { diagnose } from '../../../src/core/pipeline/diagnose.ts';
import { sourceOf, xmlEvent } from '../../support/sources.ts';
import { ruleFile } from './support/rule-file.ts';

const CAUSE = ruleFile(
  'own/cause',
  `scope: {before: 1h, after: 1h}
events: {bad: {provider: disk, id: 7}}
find: {burst: {count: {of: bad, min: 2}, within: 1h}, single: {one: bad}}
anchor: single
grade: [{likely: burst}, {possible: single}]
causes: [{id: c, title: C, evidence: [{if: single, for: strong, because: b}]}]`,
);
const EFFECT = ruleFile(
  'own/effect',
  `scope: {before: 6h, after: 6h}
events: {failed: {provider: Q, id: 5}, cause: {finding: own/cause}}
find: {led: {seq: [cause, failed], within: 1h}}
anchor: failed
grade: [{confirmed: led}, {possible: failed}]
causes: [{id: disk, title: The disk, evidence: [{if: led, for: strong, because: it came right behind}]}]`,
);
const LOG = [
  ['disk', 7, '00:00'],
  ['disk', 7, '00:10'],
  ['Q', 5, '00:20'],
  ['disk', 7, '03:00'],
  ['Q', 5, '03:30'],
] as const;

test('a finding is explained by the episode that it rests on, not by a later one that is possible at most', async () => {
  const { rules, problems } = loadRules([CAUSE, EFFECT]);
  expect(problems).toEqual([]);
  const log = LOG.map(([provider, id, time], index) =>
    xmlEvent({ provider, id, record: index + 1, time: `2012-03-01T${time}:00Z` }),
  );
  const { findings } = await diagnose([sourceOf('a.xml', log.join(''))], { rules, useBuiltin: false });
  expect(findings.map(({ ruleId, grade, first, explainedBy }) => [ruleId, grade, first, explainedBy])).toEqual([
    ['own/cause', 'likely', '2012-03-01T00:00:00.000Z', null],
    ['own/effect', 'confirmed', '2012-03-01T00:20:00.000Z', 0],
    ['own/cause', 'possible', '2012-03-01T03:00:00.000Z', null],
  ]);
});
