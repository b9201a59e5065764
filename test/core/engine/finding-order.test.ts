import { describe, expect, test } from 'vitest';
import { reported } from './support/reported.ts';

const RULES = {
  'own/cause': `
events: {bad: {log: System, provider: disk, id: 7}}
find: {burst: {count: {of: bad, min: 2}, within: 1h}}
scope: {before: 1h, after: 1h}`,
  'own/effect': `
events:
  cause: {finding: own/cause}
  failed: {log: System, provider: Q, id: 5}
find:
  led: {seq: [cause, failed], within: 1h}
  followed: {seq: [failed, cause], within: 1h}
anchor: failed
grade: [{confirmed: led}, {likely: followed}, {possible: failed}]`,
};
const graded = async (log: string) => (await reported(RULES, log)).findings.map(({ grade, notes }) => [grade, notes]);

test('a finding stands in its log where its last event stands: the numbers order it beside events of the same second', async () => {
  expect(
    await graded(`
2012-03-01T01:00:00 EX1 System disk 7 error
2012-03-01T01:10:00 EX1 System disk 7 error
2012-03-01T01:10:00 EX1 System Q 5 error`),
  ).toEqual([['confirmed', []]]);
  expect(
    await graded(`
2012-03-01T01:00:00 EX1 System disk 7 error
2012-03-01T01:10:00 EX1 System Q 5 error
2012-03-01T01:10:00 EX1 System disk 7 error`),
  ).toEqual([['likely', []]]);
});
test('a finding of another log stays undecided there', async () => {
  const elsewhere = { ...RULES, 'own/effect': RULES['own/effect'].replace('log: System', 'log: Application') };
  const { findings } = await reported(
    elsewhere,
    `
2012-03-01T01:00:00 EX1 System disk 7 error
2012-03-01T01:10:00 EX1 System disk 7 error
2012-03-01T01:10:00 EX1 Application Q 5 error`,
  );
  expect(findings.map(({ grade, notes }) => [grade, notes])).toEqual([['likely', ['order not decidable at 1 s']]]);
});
test('where the clock of its log was set back behind a finding, nobody knows how far away it is', async () => {
  const { findings } = await reported(
    RULES,
    `
2012-03-01T01:00:00 EX1 System disk 7 error
2012-03-01T01:10:00 EX1 System disk 7 error
2012-03-01T00:50:00 EX1 System Q 5 error`,
  );
  expect(findings.map(({ grade, wouldRaise }) => [grade, wouldRaise])).toEqual([
    ['possible', ['confirmed: led: the clock was set back in between']],
  ]);
});

describe('without times', () => {
  const OTHERS = {
    'own/known': `
events: {bad: {log: System, provider: disk, id: 7}}
find: {hit: {one: bad}}
grade: [{likely: hit}]`,
    'own/rest': `
events:
  known: {finding: own/known}
  failed: {log: System, provider: disk, id: [7, 11]}
find:
  hit: {one: failed}
  told: {near: {of: known, around: hit, before: 15m, after: 15m}}
anchor: hit
rule_out: [{if: told, because: another finding reads it}]`,
  };
  const counted = async (log: string) => {
    const { findings, ruledOut } = await reported(OTHERS, log);
    const own = findings.filter(({ ruleId }) => ruleId === 'own/rest').map(({ count }) => count);
    return { found: own, ruledOut: ruledOut.map(({ because }) => because) };
  };

  test('a finding is surely near an event that it reads itself', async () =>
    expect(await counted('- EX1 System disk 7 error')).toEqual({ found: [], ruledOut: ['another finding reads it'] }));

  test('be it as evidence', async () => {
    const withEvidence = `
events:
  bad: {log: System, provider: disk, id: 7}
  first: {log: System, provider: disk, id: 11}
find:
  hit: {one: bad}
  led: {seq: [first, bad], within: 10m}
anchor: hit
grade: [{likely: hit}]
causes: [{id: a, title: A, evidence: [{if: led, for: strong, because: b}]}]`;
    const { findings, ruledOut } = await reported(
      { ...OTHERS, 'own/known': withEvidence },
      '- EX1 System disk 11 error\n- EX1 System disk 7 error',
    );
    expect([findings.length, ruledOut.map(({ because }) => because)]).toEqual([0, ['another finding reads it']]);
  });

  test('but not surely near another one', async () =>
    expect(await counted('- EX1 System disk 11 error\n- EX1 System disk 7 error')).toEqual({
      found: [1],
      ruledOut: ['another finding reads it'],
    }));
});
