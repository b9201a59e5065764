import { expect, test } from 'vitest';
import { loadRule, loadRules } from '../../../../src/core/knowledge/rules/load.ts';
import { SCHEMA, SEMANTICS, YAML } from './mistakes.ts';
import { changed, RULE, said } from './rule-text.ts';

test('a sound rule has no problems', () => {
  expect(said(RULE)).toEqual([]);
});

test.each([...YAML, ...SCHEMA, ...SEMANTICS])(
  '%s is told with its place and what to write',
  (_fact, from, to, problems) => {
    expect(said(changed(from, to))).toEqual(problems);
  },
);

test.each([
  ['what would be taken anyway may be written', 'gap: 5m', 'gap: 5m, optional: false, times: 1'],
  [
    'an optional step in between',
    '      - start\n',
    '      - start\n      - {event: other, optional: true, gap: 1m}\n',
  ],
  [
    'one guarded step',
    '      - start\n      - {event: fail, gap: 5m, forbid: stop, when',
    '      - {event: [start, fail], when',
  ],
  ['a step given twice may have a gap', '      - start\n', '      - {event: start, times: 2, gap: 1m}\n'],
  ['a pattern over all hosts', 'min: 3}, within: 1h', 'min: 3}, within: 1h, by: []'],
  ['a pattern over the hosts of a cluster', 'min: 3}, within: 1h', 'min: 3}, within: 1h, by: [cluster]'],
  ['a pattern finer than the rule', 'by: [host, path]', 'by: [host]'],
  ['an anchor made of others', 'anchor: failure', 'anchor: first'],
  ['an anchor of a class', 'anchor: failure', 'anchor: fail'],
  ['an anchor with one step that has the whole key', '      - start\n', '      - other\n      - start\n'],
  ['a class of a code and high levels', 'provider: disk, id: 7', 'code: -5, level: [critical, error, warning]'],
  ['branches that name id or provider', 'provider: disk, id: 7', 'any: [{id: 7}, {provider: disk}]'],
  ['a level for branches with codes', 'provider: disk, id: 7', 'level: error, any: [{id: 7}, {code: -5}]'],
  ['a provider by its beginning', 'provider: disk', 'provider: {like: "disk*"}'],
  ['equal ids of other providers', 'ESE, id: [2, 3]', '{like: "MSEx*"}, id: 1'],
  ['a class that replaces keys', 'extends: start, id: 4', 'extends: start, log: System, id: [4, 5]'],
  [
    'an expectation for what is asked to be absent',
    'capture: {path: [{field',
    'expect: {level: error}, capture: {path: [{field',
  ],
  ['a near without limits', 'around: failure, before: 5m', 'around: failure'],
  ['a condition that always holds', '- possible: failure', '- possible: true'],
  ['words that YAML 1.1 took for true', 'because: near', 'because: yes'],
  ['bytes with blanks between them', 'provider: disk, id: 7', 'provider: disk, id: 7, data: {hex: "0d 05"}'],
  ['a grade on two conditions', '- possible: failure', '- possible: chain\n  - possible: failure'],
  ['a context probe that a test expects to be unknown', 'unknown: never', 'unknown: [never, old]'],
  ['braces that are no place for a value', 'Look at {{path}}', 'Look at {{path}} and {{ $_ }} {{}}'],
  ['bounds that one version meets', '{below: "6.5"}', '{min: "6.9", max: "6.10"}'],
  ['a fact by the name of the rule', 'facts: {moved: true', 'facts: {area/name.moved: true'],
  ['a step as a near miss', '{pattern: chain, missing: [start]}', '{event: fail, failed: [code, log]}'],
  ['tests in a file of their own', RULE.slice(RULE.indexOf('tests:')), 'tests: name.tests.yaml\n'],
])('%s', (_fact, from, to) => {
  expect(said(changed(from, to))).toEqual([]);
});

test('a name may begin with a digit', () => {
  expect(said(RULE.replaceAll('chain', '2nd_chain'))).toEqual([]);
  expect(said(RULE.replace('  failure:', '  22:'))).toContain(
    '18:3: "22" cannot be a key here; write a name: letters, digits and _, not digits alone',
  );
});

test('a rule may anchor on a class and find nothing else', () => {
  const [top = ''] = RULE.split('events:\n');
  const text = `${top.replace('[host, path]', '[host]')}events: {hit: {id: 1}}
find: {}
anchor: hit
causes: [{id: c, title: Cause, evidence: [{if: hit, for: weak, because: seen}]}]
resolution: [{id: r, risk: {level: none, downtime: none, data_loss: none, reversible: true}, steps: [{do: Look.}]}]
refs: [a book]
tests: []
`;
  expect(said(text)).toEqual([]);
  expect(said(text.replace('anchor: hit\n', ''))).toEqual([
    '11:1: "find" names no pattern and "anchor" is missing; add "anchor: NAME" with hit',
  ]);
});

test('a rule with a mistake on line 7 says so in one sentence', () => {
  const text = `evdx: 1
id: storage/disk-bad-blocks
title: A disk keeps reporting bad blocks
severity: high
by: [host, device]
events:
  bad: {log: System, provdier: disk, id: 7, capture: {device: [{string: 1}]}}
find:
  burst: {count: {of: bad, min: 3}, within: 24h}
causes: [{id: medium, title: The drive is failing, evidence: [{if: burst, for: strong, because: bad blocks keep coming}]}]
resolution:
  - {id: save_data, risk: {level: none, downtime: none, data_loss: none, reversible: true}, steps: [{do: Back this drive up.}]}
refs: ['ntiologc.h: IO_ERR_BAD_BLOCK = 0xC0040007']
tests: []
`;
  expect(loadRule(text, { file: 'rules/storage/disk-bad-blocks.yaml' })).toEqual({
    rule: null,
    problems: [
      {
        file: 'rules/storage/disk-bad-blocks.yaml',
        line: 7,
        column: 22,
        message: 'unknown key "provdier"',
        hint: 'write "provider"',
      },
    ],
  });
});

test('mistakes of all kinds are told at once, in the order of the lines', () => {
  const text = RULE.replace('severity: high', 'severity: hihg')
    .replace('provider: disk', 'providr: disk')
    .replace('of: stop, after', 'of: stpo, after')
    .replace('chain and ctx.old', 'chain and and ctx.old')
    .replace('(?<v>[a-z]:.*)', '(?<v>[a-z:.*)')
    .replace('code: -1032', 'code: JET_errNoSuchThing')
    .replace('for: [disk, user]', 'for: [disk, usr]')
    .replace('refs:\n', 'refs:\n  - 5\n')
    .replace('{note: x}', '{}');
  expect(said(text).map((problem) => problem.replace(/;.*/, ''))).toEqual([
    '4:11: "severity" cannot be "hihg"',
    '12:94: this expression cannot be compiled: missing closing ]: "[a-z:.*)"',
    '13:40: no code is called "JET_errNoSuchThing"',
    '14:24: unknown key "providr"',
    '26:24: there is no class "stpo"',
    '31:26: a name is needed before "and"',
    '40:17: there is no cause "usr"',
    '48:5: "refs" cannot be "5"',
  ]);
});

test('a mistake is told where it stands even if an entry before it was refused', () => {
  // The step before is left out to look at the rest, so the entries behind it move up.
  const text = changed('      - start\n', '      - {evnt: start}\n').replace('forbid: stop', 'forbid: stpo');
  expect(said(text)).toEqual([
    '21:10: unknown key "evnt"; write "event"',
    '22:40: there is no class "stpo"; write "stop"',
  ]);
});

test('code names become signed numbers, and so do unsigned numbers', () => {
  const text = changed('code: -1032', 'code: [JET_errFileAccessDenied, 0xfffff69d, 0x50d]');
  const { rule } = loadRule(text, { file: 'f' });
  expect(rule?.events.fail).toEqual({ extends: 'start', id: 4, code: [-1032, -2403, 1293] });
});

test.each([
  ['an empty file', ''],
  ['blanks', ' \n \n'],
  ['a comment', '# nothing\n'],
  ['a list', '- evdx: 1\n'],
  ['a word', 'evdx'],
  ['a null byte', '\0'],
])('%s holds no rule', (_what, text) => {
  expect(said(text)).toEqual(['1:1: the file holds no rule; start with the line "evdx: 1"']);
});

test.each([
  ['a file of more than 256 KiB', `${RULE}#${'x'.repeat(256 * 1024)}`, 'the file is larger than 256 KiB'],
  ['letters of three bytes count as three', `${RULE}#${'€'.repeat(90_000)}`, 'the file is larger than 256 KiB'],
  ['more than 1000 nodes', `${RULE}more: [${'x, '.repeat(1000)}]`, 'more than 1000 keys and values outside of tests'],
  [
    'more than 4000 nodes in tests',
    RULE.slice(0, RULE.indexOf('tests:')).concat(`tests: [${'x, '.repeat(4000)}]`),
    'more than 4000 keys and values in tests',
  ],
  ['33 levels', `evdx: ${'['.repeat(32)}${']'.repeat(32)}`, 'nested deeper than 32 levels'],
  ['a hundred thousand brackets', '['.repeat(100_000), 'nested deeper than 32 levels'],
])('%s is too much', (_what, text, message) => {
  expect(loadRule(text, { file: 'f' }).problems).toMatchObject([{ line: 1, message }]);
});

test('tests do not count against the nodes of the rule', () => {
  const one = RULE.slice(RULE.indexOf('  - name: it fails'));
  const many = Array.from({ length: 100 }, (_, index) => one.replace('it fails', `it fails ${index}`));
  expect(said(RULE.replace(one, '') + many.join(''))).toEqual([]);
});

test('32 levels are not too deep', () => {
  const deep = `${'{any: ['.repeat(12)}{contains: x}${']}'.repeat(12)}`;
  expect(said(changed('provider: disk, id: 7', `provider: disk, id: 7, text: ${deep}`))).toEqual([]);
});

test.each([
  ['a byte order mark', `\uFEFF${RULE}`],
  ['Windows line ends', RULE.replaceAll('\n', '\r\n')],
])('%s changes nothing', (_what, text) => {
  expect(loadRule(text, { file: 'f' })).toEqual(loadRule(RULE, { file: 'f' }));
});

test('a place behind Windows line ends is the same', () => {
  expect(said(changed('ESE 4 error', 'ESE 4 eror').replaceAll('\n', '\r\n'))).toEqual(
    said(changed('ESE 4 error', 'ESE 4 eror')),
  );
});

test('a mistake inside a quoted condition is told at its character', () => {
  expect(said(changed('chain and ctx.old', `'chain and ctx.odl'`))).toEqual([
    '31:31: there is no context probe "odl"; write "old"',
  ]);
});

test('without an expected id any id will do', () => {
  expect(loadRule(RULE.replace('area/name', 'other/place'), { file: 'f' }).problems).toEqual([]);
});

test('rules that load are handed over, the others are told about', () => {
  const good = { file: 'good.yaml', text: RULE };
  const bad = { file: 'bad.yaml', text: changed('severity: high', 'severity: none').replace('area/name', 'area/bad') };
  const { rules, problems } = loadRules([bad, good]);
  expect(rules.map(({ id }) => id)).toEqual(['area/name']);
  expect(problems).toMatchObject([{ file: 'bad.yaml', line: 4, column: 11 }]);
});
