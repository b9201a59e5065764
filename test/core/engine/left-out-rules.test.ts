import { expect, test } from 'vitest';
import { loadRules } from '../../../src/core/knowledge/rules/load.ts';
import { diagnose } from '../../../src/core/pipeline/diagnose.ts';
import { sourceOf, xmlEvent } from '../../support/sources.ts';
import { ruleFile } from './support/rule-file.ts';

const BASE = ruleFile(
  'own/base',
  `events: {bad: {provider: disk, id: 7}}
find: {one: {one: bad}}
causes: [{id: c, title: C, evidence: [{if: one, for: strong, because: b}]}]`,
);
const asking = (find: string, grade: string) =>
  ruleFile(
    'own/asking',
    `events: {known: {finding: own/base}, full: {provider: disk, id: 11}}
find: {anchor: {one: full}, ${find}}
anchor: anchor
grade: [{confirmed: ${grade}}, {possible: anchor}]
causes: [{id: c, title: C, evidence: [{if: anchor, for: strong, because: b}]}]`,
  );
const LOG = [7, 11].map((id, record) =>
  xmlEvent({ id, record, provider: 'disk', time: `2012-03-01T01:00:0${record}Z` }),
);
const judged = async (asker: { file: string; text: string }, skip: readonly string[]) => {
  const { rules, problems } = loadRules([BASE, asker]);
  expect(problems).toEqual([]);
  const report = await diagnose([sourceOf('a.xml', LOG.join(''))], { rules, skip, useBuiltin: false });
  const of = (list: readonly { readonly ruleId: string }[]) => list.filter(({ ruleId }) => ruleId === 'own/asking');
  return {
    found: report.findings
      .filter(({ ruleId }) => ruleId === 'own/asking')
      .map(({ grade, wouldRaise }) => [grade, ...wouldRaise]),
    notChecked: of(report.notChecked),
  };
};

test.each([
  ['seen', 'seen: {one: known}', 'seen', 'finding own/base (seen)'],
  ['in a sequence', 'chain: {seq: [known, full], within: 1h}', 'chain', 'chain'],
  ['near', 'close: {near: {of: known, around: anchor, before: 1h}}', 'close', 'finding own/base (close)'],
  ['absent', 'gone: {absent: {of: known, after: anchor, for: 1ms}}', 'gone', 'finding own/base (gone)'],
  ['not seen', 'seen: {one: known}', 'not seen', 'finding own/base (seen)'],
])(
  'findings of a rule that was skipped are unknown, and the reason names the rule: %s',
  async (_fact, find, grade, name) => {
    const { found } = await judged(asking(find, grade), ['own/base']);
    expect(found).toEqual([['possible', `confirmed: ${name}: own/base did not run`]]);
  },
);

test('a rule whose anchor asks for them was not checked', async () => {
  const asker = ruleFile(
    'own/asking',
    `events: {known: {finding: own/base}}
find: {seen: {one: known}}
causes: [{id: c, title: C, evidence: [{if: seen, for: strong, because: b}]}]`,
  );
  expect(await judged(asker, ['own/base'])).toEqual({
    found: [],
    notChecked: [{ ruleId: 'own/asking', because: 'own/base did not run', host: null }],
  });
  expect(await judged(asker, [])).toEqual({ found: [['confirmed']], notChecked: [] });
});
