import { describe, expect, test } from 'vitest';
import type { RuleDefinition } from '../../../src/core/knowledge/rules/schema.ts';
import type { Report } from '../../../src/core/model/report.ts';
import { diagnose } from '../../../src/core/pipeline/diagnose.ts';
import type { DiagnoseOptions, FactInput } from '../../../src/core/pipeline/options.ts';
import { markdown } from '../../../src/core/report/reporters/markdown.ts';
import { FOUR_EVENTS, sourceOf } from '../../support/sources.ts';

const refusal: RuleDefinition = {
  evdx: 1,
  id: 'test/refusal',
  title: 'A backup is refused',
  severity: 'high',
  by: ['host'],
  context: { moved: { ask: 'Were files moved?' }, clustered: { ask: 'Is it clustered?' }, old: { os: 'Windows 2000' } },
  events: { refused: { log: 'Application', provider: 'MSExchangeIS', id: 9607 } },
  find: { refusal: { one: 'refused' } },
  anchor: 'refusal',
  grade: [{ confirmed: 'refusal and ctx.moved' }, { possible: 'refusal' }],
  rule_out: [{ if: 'ctx.old', because: 'Windows 2000 has no such backups' }],
  causes: [
    {
      id: 'cluster',
      title: 'The cluster moved',
      evidence: [{ if: 'ctx.clustered', for: 'strong', because: 'it can' }],
    },
  ],
  resolution: [],
  refs: ['this test'],
};
/** It sees what the other rule finds. */
const follower: RuleDefinition = {
  ...refusal,
  id: 'test/follower',
  title: 'A refusal is followed',
  context: {},
  events: { cause: { finding: 'test/refusal' } },
  find: { seen: { one: 'cause' } },
  anchor: 'seen',
  grade: [{ likely: 'seen' }],
  rule_out: [],
  causes: [],
};
const run = (facts: readonly FactInput[], options: DiagnoseOptions = {}): Promise<Report> =>
  diagnose([sourceOf('a.xml', FOUR_EVENTS)], { useBuiltin: false, rules: [refusal, follower], facts, ...options });
const fact = (name: string, value: string | boolean, host: string | null = null): FactInput => ({
  ...{ host, name, value },
  from: 'option',
});

describe('what an answer changed', () => {
  test('is the grade, and what follows from it', async () => {
    const { facts } = await run([fact('moved', true)]);
    expect(facts.map(({ name, changed }) => [name, changed])).toEqual([
      [
        'moved',
        [
          { ruleId: 'test/follower', was: 'not_found', is: 'likely' },
          { ruleId: 'test/refusal', was: 'possible', is: 'confirmed' },
        ],
      ],
    ]);
  });
  test('is the cause where the grade stays', async () => {
    const { facts } = await run([fact('clustered', true)]);
    expect(facts[0]?.changed).toEqual([
      { ruleId: 'test/refusal', was: 'possible, no cause named', is: 'possible, cause cluster' },
    ]);
  });
  test('is that a finding is ruled out', async () => {
    const { facts, ruledOut } = await run([fact('os', 'Windows 2000 SP4', 'ex2')]);
    expect(ruledOut).toHaveLength(1);
    expect(facts[0]?.changed).toEqual([{ ruleId: 'test/refusal', was: 'possible', is: 'ruled_out' }]);
  });
  test('is nothing for an answer that nobody asked for, of another host, or said twice', async () => {
    const { facts } = await run([
      fact('nosuch', true),
      fact('clustered', true, 'ex1'),
      fact('moved', true),
      fact('moved', true),
    ]);
    expect(facts.map(({ changed }) => changed)).toEqual([[], [], [], []]);
  });
  test('is shown', async () => {
    expect(markdown(await run([fact('moved', true)]), { zone: 'UTC' })).toContain(
      'test/refusal: was possible, is confirmed',
    );
  });
});

describe('answers at a terminal', () => {
  test('are concluded again until nothing is left, the inputs read once', async () => {
    const asked: string[][] = [];
    let reads = 0;
    const source = {
      ...sourceOf('a.xml', FOUR_EVENTS),
      chunks: () => {
        reads += 1;
        return sourceOf('a.xml', FOUR_EVENTS).chunks();
      },
    };
    const report = await diagnose([source], {
      ...{ useBuiltin: false, rules: [refusal, follower] },
      ask: ({ questions }) => {
        asked.push(questions.map(({ fact }) => fact));
        return Promise.resolve(asked.length === 1 ? [{ host: 'ex2', name: 'moved', value: true, from: 'answer' }] : []);
      },
    });
    expect(reads).toBe(1);
    expect(asked[0]).toContain('moved');
    expect(asked[1]).not.toContain('moved');
    expect(report.findings.map(({ ruleId, grade }) => [ruleId, grade])).toEqual([
      ['test/refusal', 'confirmed'],
      ['test/follower', 'likely'],
    ]);
    expect(report.facts).toMatchObject([{ name: 'moved', host: 'ex2', from: 'answer' }]);
  });
  test('come before names are hidden', async () => {
    const report = await run([], {
      redact: { map: null },
      ask: ({ questions, facts }) =>
        Promise.resolve(
          facts.length > 0 ? [] : [{ host: questions[0]?.host ?? null, name: 'moved', value: true, from: 'answer' }],
        ),
    });
    expect(report.facts).toMatchObject([{ host: 'HOST-2', changed: [{ is: 'likely' }, { is: 'confirmed' }] }]);
  });
});
