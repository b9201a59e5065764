import { expect, test } from 'vitest';
import { loadRules } from '../../../src/core/knowledge/rules/load.ts';
import { diagnose } from '../../../src/core/pipeline/diagnose.ts';

const { rules, problems } = loadRules([
  {
    file: 'damaged.yaml',
    text: `
evdx: 1
id: area/damaged
title: A volume is damaged
severity: high
events:
  damaged: {provider: Ntfs, id: 55, capture: {volume: {regex: 'volume (?<v>\\S+)', normalize: lower, else: "?"}}}
find: {hit: {one: damaged}}
anchor: hit
causes: [{id: any, title: Anything, evidence: [{if: hit, for: weak, because: it is}]}]
resolution:
  - id: check
    risk: {level: low, downtime: none, data_loss: none, reversible: true}
    steps: [{do: 'Check {{volume}} now.', run: {shell: cmd, command: 'chkdsk {{volume}}', needs: administrator, effect: read-only}}]
refs: [a source]
tests: []
`,
  },
]);

const log = (...volumes: readonly string[]): string =>
  volumes
    .map((volume, index) =>
      [
        ...[
          'Event Type:\tError',
          'Event Source:\tNtfs',
          'Event Category:\tDisk',
          'Event ID:\t55',
          'Date:\t\t3/14/2012',
        ],
        ...[
          `Time:\t\t1:0${index}:00 AM`,
          'User:\t\tN/A',
          'Computer:\tEX1',
          'Description:',
          `Damage on the ${volume}`,
          '',
        ],
      ].join('\r\n'),
    )
    .join('\r\n');

async function stepOf(text: string) {
  const { findings } = await diagnose([text], { rules, useBuiltin: false });
  const [step] = findings[0]?.resolution[0]?.steps ?? [];
  return { do: step?.do, command: step?.run?.command, values: step?.run?.values };
}

test('the rule loads', () => {
  expect(problems).toEqual([]);
});

test('a value that is in no key comes from the events of the finding, as they write it', async () => {
  expect(await stepOf(log('volume D:'))).toEqual({
    do: 'Check D: now.',
    command: 'chkdsk D:',
    values: { volume: 'D:' },
  });
});

test('of several values a command takes none', async () => {
  expect(await stepOf(log('volume D:', 'volume E:', 'volume D:'))).toEqual({
    do: 'Check D:, E: now.',
    command: 'chkdsk {{volume}}',
    values: { volume: 'D:, E:' },
  });
});

test('a text without a value says what is missing', async () => {
  expect(await stepOf(log('disk'))).toEqual({ do: 'Check <volume> now.', command: 'chkdsk {{volume}}', values: {} });
});

test('a value that would act stands beside the command', async () => {
  expect(await stepOf(log('volume D:&calc'))).toEqual({
    do: 'Check D:&calc now.',
    command: 'chkdsk {{volume}}',
    values: { volume: 'D:&calc' },
  });
});

test('a value that looks like a placeholder stays what it is', async () => {
  expect((await stepOf(log('volume {{volume}}'))).do).toBe('Check {{volume}} now.');
});

test('a key that stands in for no value fills nothing', async () => {
  const keyed = rules.map((rule) => ({ ...rule, by: ['host', 'volume'] }));
  const { findings } = await diagnose([log('disk')], { rules: keyed, useBuiltin: false });
  const [step] = findings[0]?.resolution[0]?.steps ?? [];
  expect(findings[0]?.key).toEqual({ host: 'ex1', volume: '?' });
  expect([step?.do, step?.run?.command, step?.run?.values]).toEqual(['Check <volume> now.', 'chkdsk {{volume}}', {}]);
});
