import { expect, test } from 'vitest';
import { loadRules } from '../../../src/core/knowledge/rules/load.ts';
import { diagnose } from '../../../src/core/pipeline/diagnose.ts';
import { sourceOf, xmlEvent } from '../../support/sources.ts';
import { ruleFile } from './support/rule-file.ts';

const RULE = ruleFile(
  'own/doubted',
  `scope: {before: 1h, after: 1h}
events: {lost: {provider: P, id: 1}, back: {provider: P, id: 2}, gone: {provider: P, id: 3}}
find:
  hit: {one: lost}
  returned: {near: {of: back, around: hit, after: 30m}}
  given_up: {near: {of: gone, around: hit, after: 1h}}
anchor: hit
rule_out: [{if: returned and not given_up, because: it came back}]
causes: [{id: c, title: C, evidence: [{if: hit, for: strong, because: b}]}]`,
);

/** An hour each for three days, in two levels and of three providers, as a whole log has them. */
const everyday = Array.from({ length: 72 }, (_, hour) => ({
  ...{ id: 100, provider: hour % 2 === 0 ? 'Q' : 'R', level: hour % 3 === 0 ? 3 : 4 },
  time: new Date(Date.UTC(2012, 2, 1, hour)).toISOString(),
}));
const P = (id: number, time: string) => ({ id, provider: 'P', level: 2, time });
const LOST = [P(1, '2012-03-02T03:10:00.000Z'), P(2, '2012-03-02T03:20:00.000Z')];

const verdictOf = async (events: readonly ReturnType<typeof P>[], isNumbered: boolean) => {
  const { rules, problems } = loadRules([RULE]);
  expect(problems).toEqual([]);
  const lines = events
    .toSorted((a, b) => (a.time < b.time ? -1 : 1))
    .map((event, at) => {
      const text = xmlEvent({ ...event, record: at + 1 });
      return isNumbered ? text : text.replace(/<EventRecordID>\d+<\/EventRecordID>/, '');
    });
  const { findings, ruledOut } = await diagnose([sourceOf('a.xml', lines.join(''))], { rules, useBuiltin: false });
  return { findings: findings.map(({ grade, unless }) => ({ grade, unless })), ruledOut: ruledOut.length };
};

test('a log that is proven to be whole rules out', async () => {
  expect(await verdictOf([...everyday, ...LOST], true)).toEqual({ findings: [], ruledOut: 1 });
});

test('one that seems to be whole leaves the finding possible, and says why', async () => {
  expect(await verdictOf([...everyday, ...LOST], false)).toEqual({
    findings: [
      {
        grade: 'possible',
        unless: ['it came back: the log seems complete, but carries no record numbers to prove it'],
      },
    ],
    ruledOut: 0,
  });
});

test('an extract leaves the grade as it is', async () => {
  const unless = ['it came back: of the Application log only single events were given'];
  expect(await verdictOf(LOST, false)).toEqual({ findings: [{ grade: 'confirmed', unless }], ruledOut: 0 });
});

test('trouble that was seen is not doubted', async () => {
  const events = [...everyday, ...LOST, P(3, '2012-03-02T03:40:00.000Z')];
  expect(await verdictOf(events, false)).toEqual({ findings: [{ grade: 'confirmed', unless: [] }], ruledOut: 0 });
});
