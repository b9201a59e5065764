import { expect, test } from 'vitest';
import { headOf } from '../../../src/core/engine/rule-head.ts';
import type { RuleDefinition } from '../../../src/core/knowledge/rules/schema.ts';
import { ruleWith, shape } from './oracle/arbitrary.ts';

const head = (events: RuleDefinition['events'], find: RuleDefinition['find'] = { p: { one: 'a' } }) =>
  headOf({ ...ruleWith(find, shape()), events });

test('a class asks for ids and canonical providers, by branch', () => {
  const { classes } = head({
    a: {
      log: 'System',
      any: [{ provider: 'disk', id: 7 }, { provider: { like: 'e1*' }, id: [27, 32] }, { id: { from: 1, to: 3 } }],
    },
  });
  expect(classes).toEqual([
    {
      name: 'a',
      identities: [{ ids: [7], providers: ['disk'] }, { ids: [27, 32], like: ['e1*'] }, { ids: { from: 1, to: 3 } }],
    },
  ]);
});

test('without an id it asks for level and log as well, and with neither for codes', () => {
  const { classes } = head({
    a: { provider: 'ESE', level: 'error', log: 'Application' },
    b: { level: ['error'], code: [-1032, 5] },
  });
  expect(classes.map(({ identities }) => identities)).toEqual([
    [{ providers: ['ese'], asks: [{ level: 'error', log: 'Application' }] }],
    [{ asks: [{ level: ['error'] }] }],
  ]);
  expect(classes.map(({ codes }) => codes)).toEqual([undefined, [-1032, 5]]);
});

test('the logs of its anchor are those of all classes behind it; a class without a log means any', () => {
  const events: RuleDefinition['events'] = {
    a: { log: 'System', id: 1 },
    b: { log: ['Application', 'System'], id: 2 },
    c: { id: 3 },
  };
  expect(head(events, { p: { seq: ['a', 'b'], within: '1m' } }).anchorLogs).toEqual(['System', 'Application']);
  expect(head(events, { p: { seq: ['a', 'c'], within: '1m' } }).anchorLogs).toEqual([]);
});

test('an anchor that rests on findings has the logs of another rule', () => {
  const { anchorLogs, findings, classes } = head({ a: { finding: 'other/rule' }, b: { id: 2, log: 'System' } });
  expect({ anchorLogs, findings, classes: classes.length }).toEqual({
    anchorLogs: null,
    findings: [['a', 'other/rule']],
    classes: 1,
  });
});
