import { expect, test } from 'vitest';
import {
  formatRuleProblem,
  loadRule,
  loadRules,
  type RuleDefinition,
} from '../../../../src/core/knowledge/rules/load.ts';

/** A rule on one class of events and, if named, on the findings of another. */
const ruleText = (id: string, { finding = '', by = '[host]', classBy = '' } = {}): string => `evdx: 1
id: ${id}
title: Something
severity: low
by: ${by}
events:
  own: {provider: ESE, id: 1, capture: {path: {string: 1}, device: {string: 2}}}
${finding === '' ? '' : `  theirs: {finding: ${finding}${classBy === '' ? '' : `, by: ${classBy}`}}\n`}find:
  hit: {one: own}
${finding === '' ? '' : '  close: {near: {of: theirs, around: hit, before: 5m}}\n'}anchor: hit
causes: [{id: c, title: Cause, evidence: [{if: hit, for: weak, because: seen}]}]
resolution: [{id: r, risk: {level: none, downtime: none, data_loss: none, reversible: true}, steps: [{do: Look.}]}]
refs: [a book]
tests: []
`;

function load(texts: Readonly<Record<string, string>>, beside: readonly RuleDefinition[] = []) {
  const files = Object.entries(texts).map(([file, text]) => ({ file, text }));
  const { rules, problems } = loadRules(files, beside);
  return { ids: rules.map(({ id }) => id), said: problems.map(formatRuleProblem) };
}

function definition(text: string): RuleDefinition {
  const { rule } = loadRule(text, { file: 'beside' });
  if (rule === null) throw new Error('the rule beside does not load');
  return rule;
}

test('rules load together with those whose findings they name', () => {
  expect(load({ a: ruleText('x/a', { finding: 'x/b' }), b: ruleText('x/b') })).toEqual({
    ids: ['x/a', 'x/b'],
    said: [],
  });
});

test('a finding may be one of a rule that runs beside', () => {
  expect(load({ a: ruleText('x/a', { finding: 'x/b' }) }, [definition(ruleText('x/b'))])).toEqual({
    ids: ['x/a'],
    said: [],
  });
});

test('a rule of the same id replaces the one beside', () => {
  const files = { a: ruleText('x/a', { finding: 'x/b' }), b: ruleText('x/b') };
  expect(load(files, [definition(ruleText('x/b', { by: '[path]' }))])).toEqual({ ids: ['x/a', 'x/b'], said: [] });
});

test('a finding of a rule that is not there leaves its rule out', () => {
  expect(load({ a: ruleText('x/a', { finding: 'x/bb' }), b: ruleText('x/b') })).toEqual({
    ids: ['x/b'],
    said: ['a:8:21: there is no rule "x/bb"; write "x/b"'],
  });
});

test('a finding of a rule that did not load is no mistake of the rule that names it', () => {
  const broken = ruleText('x/b').replace('severity: low', 'severity: none');
  expect(load({ a: ruleText('x/a', { finding: 'x/b' }), b: broken })).toEqual({
    ids: ['x/a'],
    said: ['b:4:11: "severity" cannot be "none"; write critical, high, medium, low or info'],
  });
});

test('an id stands once; the first rule keeps it', () => {
  expect(load({ a: ruleText('x/a'), b: ruleText('x/a') })).toEqual({
    ids: ['x/a'],
    said: ['b:2:5: there is a rule "x/a" already; an id stands once'],
  });
});

test('a rule cannot rest on its own findings, whatever way they take', () => {
  const files = {
    a: ruleText('x/a', { finding: 'x/b' }),
    b: ruleText('x/b', { finding: 'x/c' }),
    c: ruleText('x/c', { finding: 'x/a' }),
    d: ruleText('x/d', { finding: 'x/a' }),
    e: ruleText('x/e', { finding: 'x/e' }),
  };
  expect(load(files)).toEqual({
    ids: ['x/d'],
    said: [
      'a:8:21: "x/b" rests on findings of this rule; break the circle',
      'b:8:21: "x/c" rests on findings of this rule; break the circle',
      'c:8:21: "x/a" rests on findings of this rule; break the circle',
      'e:8:21: "x/e" rests on findings of this rule; break the circle',
    ],
  });
});

test('a finding has the fields of its own key only', () => {
  const finer = ruleText('x/a', { finding: 'x/b', by: '[host, path]' });
  expect(load({ a: finer, b: ruleText('x/b') }).said).toEqual([
    'a:8:3: findings of "x/b" have no field "path", only host; write "by: [host]"',
  ]);
  expect(load({ a: finer, b: ruleText('x/b', { by: '[host, path, device]' }) }).said).toEqual([]);
});

test('a class of findings may be coarser than the rule', () => {
  const coarser = ruleText('x/a', { finding: 'x/b', by: '[host, path]', classBy: '[host]' });
  expect(load({ a: coarser, b: ruleText('x/b') }).said).toEqual([]);
  expect(load({ a: coarser, b: ruleText('x/b', { by: '[device]' }) }).said).toEqual([
    'a:8:26: findings of "x/b" have no field "host", only device; write "by: []"',
  ]);
});

test('a finding by host can be joined by the cluster of the host', () => {
  const rule = ruleText('x/a', { finding: 'x/b', by: '[host]', classBy: '[cluster]' });
  expect(load({ a: rule, b: ruleText('x/b') }).said).toEqual([]);
});
