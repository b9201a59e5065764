import { describe, expect, test } from 'vitest';
import { exportRules } from '../../../../src/core/knowledge/rules/exporters/index.ts';
import { sigmaRegex } from '../../../../src/core/knowledge/rules/exporters/sigma/regex.ts';
import { codeSpellings } from '../../../../src/core/knowledge/rules/exporters/sigma/spellings.ts';
import { formatRuleProblem, loadRule, type RuleDefinition } from '../../../../src/core/knowledge/rules/load.ts';

/** @param body the keys from `events` on, but causes, resolution, refs and tests. */
function rule(
  body: string,
  { causes = 'if: true, for: strong', by = '[host]', severity = 'high' } = {},
): RuleDefinition {
  const text = `evdx: 1
id: area/a-rule
title: Something is wrong
severity: ${severity}
by: ${by}
${body}
causes: [{id: c, title: The cause, evidence: [{${causes}, because: seen}]}]
resolution: [{id: r, risk: {level: none, downtime: none, data_loss: none, reversible: true}, steps: [{do: Look.}]}]
refs: [{kb: 1}, {url: "https://example.org/a"}, a book]
tests: []
`;
  const loaded = loadRule(text, { file: 'f' });
  if (loaded.rule === null) throw new Error(loaded.problems.map(formatRuleProblem).join('\n'));
  return loaded.rule;
}
const exported = (one: RuleDefinition, allowLossy = false) => exportRules([one], 'sigma', allowLossy);
const lossesOf = (body: string, more = {}): readonly string[] => exported(rule(body, more)).refused[0]?.losses ?? [];

const BAD = '  bad: {log: System, provider: disk, id: 7}';
const ONE = 'find: {hit: {one: bad}}';

describe('an export to Sigma 2.1', () => {
  test('a class is a detection rule, with everything that describes it', () => {
    const { text, refused, lossy } = exported(rule(`events:\n${BAD}\n${ONE}`));
    expect({ refused, lossy }).toEqual({ refused: [], lossy: [] });
    expect(text).toBe(`title: Something is wrong
id: ${/id: (\S+)/.exec(text)?.[1]}
status: test
description: |-
  evdx rule area/a-rule.
  Causes: The cause.
references:
  - KB1
  - https://example.org/a
  - a book
logsource:
  product: windows
detection:
  bad_own:
    Channel: System
    Provider_Name: disk
    EventID: 7
  condition: bad_own
level: high
`);
    expect(text).toMatch(/\nid: [0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}\n/);
    expect(exported(rule(`events:\n${BAD}\n${ONE}`)).text).toBe(text);
  });
  test('a sequence is a temporal_ordered correlation behind the rules of its steps', () => {
    const { text } = exported(
      rule(`events:\n${BAD}\n  worse: {provider: disk, id: 11}\n  gone: {provider: disk, id: 15}
find: {chain: {seq: [bad, {event: [worse, gone]}], within: 10m}}`),
    );
    const documents = text.split('---\n');
    expect(documents.map((document) => /^title: (.*)$/m.exec(document)?.[1])).toEqual([
      'area_a_rule_bad',
      'area_a_rule_worse_or_gone',
      'Something is wrong',
    ]);
    expect(documents[1]).toContain('  condition: worse_own or gone_own\n');
    expect(documents[2]).toContain(`correlation:
  type: temporal_ordered
  rules:
    - area_a_rule_bad
    - area_a_rule_worse_or_gone
  group-by:
    - Computer
  timespan: 10m
`);
  });
  test.each([
    ['all', '{all: [bad, worse], within: 1h}', 'type: temporal\n'],
    ['count', '{count: {of: bad, min: 3}, within: 24h}', 'type: event_count\n'],
    ['distinct', '{count: {of: named, min: 3, distinct: share}, within: 24h}', 'type: value_count\n'],
  ])('%s', (_name, pattern, type) => {
    const named = '  named: {provider: srv, id: 1, capture: {share: {field: ShareName}}}';
    const { text, refused } = exported(
      rule(`events:\n${BAD}\n  worse: {provider: disk, id: 11}\n${named}\nfind: {hit: ${pattern}}`),
    );
    expect(refused).toEqual([]);
    expect(text).toContain(type);
    if (type.includes('count')) expect(text).toContain('gte: 3');
    if (type.includes('value')) expect(text).toContain('field: ShareName');
  });
  test('fields that events are kept apart by get aliases where their names differ', () => {
    const events =
      '  a: {provider: p, id: 1, capture: {share: {field: ShareName}}}\n  b: {provider: p, id: 2, capture: {share: {field: Share}}}';
    const { text } = exported(
      rule(`events:\n${events}\nfind: {hit: {seq: [a, b], within: 1h}}`, { by: '[host, share]' }),
    );
    expect(text).toContain(
      '  group-by:\n    - Computer\n    - share\n  timespan: 1h\n  aliases:\n    share:\n      area_a_rule_a: ShareName\n      area_a_rule_b: Share\n',
    );
  });
  test('an anchor of several patterns is a rule for each', () => {
    const { text } = exported(
      rule(`events:\n${BAD}\n  worse: {provider: disk, id: 11}
find: {one: {one: bad}, two: {one: worse}, hit: {any: [one, two]}}\nanchor: hit`),
    );
    expect([...text.matchAll(/^title: (.*)$/gm)].map(([, title]) => title)).toEqual([
      'Something is wrong (one)',
      'Something is wrong (two)',
    ]);
  });
  test('clauses are selections: levels, ranges, patterns, codes, texts, branches, exclusions', () => {
    const events = `  bad:
    log: [System, Application]
    provider: {like: "ESE*"}
    id: {from: 100, to: 200}
    level: [error, information]
    code: -1022
    any: [{fields: {Name: {contains: "a*"}}}, {text: {regex: '\\d+ MB'}}, {fields: {Path: 'c:\\*'}}]
    not: {fields: {Kind: [1, 2]}}`;
    const { text, refused } = exported(rule(`events:\n${events}\n${ONE}`));
    expect(refused).toEqual([]);
    expect(text.slice(text.indexOf('detection:'), text.indexOf('level: high'))).toBe(String.raw`detection:
  bad_own:
    Channel:
      - System
      - Application
    Provider_Name: ESE*
    EventID|gte: 100
    EventID|lte: 200
    Level:
      - 2
      - 0
      - 4
  bad_own_code:
    - "-1022"
    - "4294966274"
    - "0xfffffc02"
    - JET_errDiskIO
  bad_any1:
    Name|contains: a\*
  bad_any2_text:
    "|re|i":
      - "[0-9]+ MB"
  bad_any3:
    Path: c:\\\*
  bad_not1:
    Kind:
      - 1
      - 2
  condition: (bad_own and bad_own_code) and (bad_any1 or bad_any2_text or bad_any3) and not bad_not1
`);
  });
  test('information is no alarm', () => {
    expect(exported(rule(`events:\n${BAD}\n${ONE}`, { severity: 'info' })).text).toContain('\nlevel: informational\n');
  });
});

describe('what Sigma cannot say', () => {
  const TWO = `${BAD}\n  gone: {provider: disk, id: 15}\n  worse: {provider: disk, id: 11, capture: {device: {string: 1}}}`;
  test.each([
    ['grades', `events:\n${BAD}\n${ONE}\ngrade: [{likely: hit and bad}]`, 'grades: every match counts the same'],
    [
      'rule_out',
      `events:\n${TWO}\n${ONE}\nrule_out: [{if: worse, because: b}]`,
      'rule_out: what shows that it is something else is not looked at',
    ],
    [
      'gap',
      `events:\n${TWO}\nfind: {hit: {seq: [bad, {event: worse, gap: 5m}], within: 1h}}`,
      'hit: that worse comes at most 5m after the step before is not looked at',
    ],
    [
      'forbid',
      `events:\n${TWO}\nfind: {hit: {seq: [bad, {event: gone, forbid: worse}], within: 1h}}`,
      'hit: that no worse comes before gone is not looked at',
    ],
    [
      'the same step twice',
      `events:\n${BAD}\nfind: {hit: {seq: [bad, bad], within: 1h}}`,
      'hit: Sigma counts different events, so the same one twice is one',
    ],
    [
      'times',
      `events:\n${TWO}\nfind: {hit: {seq: [bad, {event: worse, times: 3}], within: 1h}}`,
      'hit: worse has to come only once, not 3 times',
    ],
    [
      'a flag',
      `events:\n${TWO}\nstate: {up: {set: worse, clear: worse}}\nfind: {hit: {seq: [{event: bad, when: {up: true}}], within: 1h}}`,
      'hit: that up stands right before bad is not looked at',
    ],
    [
      'skip',
      `events:\n${TWO}\nfind: {hit: {seq: [bad, worse], within: 1h, skip: none}}`,
      'hit: Sigma does not say whether an event may serve two matches',
    ],
    ['milliseconds', `events:\n${TWO}\nfind: {hit: {all: [bad, worse], within: 500ms}}`, 'hit: 500ms become 1s'],
    [
      'absence',
      `events:\n${TWO}\nfind: {hit: {one: bad}, never: {absent: {of: worse, after: hit, for: 1h}}}\nanchor: never`,
      'never: that worse is absent is not looked at; Sigma 2.1 has no absence',
    ],
    [
      'nearness',
      `events:\n${TWO}\nfind: {hit: {one: bad}, close: {near: {of: worse, around: hit, before: 1h}}}\nanchor: close`,
      'close: that worse is near is not looked at',
    ],
    ['bytes', `events:\n  bad: {provider: disk, id: 7, data: {hex: "00"}}\n${ONE}`, 'bad: Sigma cannot test "data"'],
    [
      'inserts',
      `events:\n  bad: {provider: disk, id: 7, strings: {2: gone}}\n${ONE}`,
      'bad: insert 2 is looked for in the whole event, because Sigma does not number inserts',
    ],
    [
      'audits',
      `events:\n  bad: {provider: disk, id: 7, level: audit-failure}\n${ONE}`,
      'bad: Sigma has no field for audit success and failure',
    ],
    [
      'an expression',
      `events:\n  bad: {provider: disk, id: 7, text: {regex: '\\bgone'}}\n${ONE}`,
      'bad: the expressions of Sigma cannot say \\bgone',
    ],
  ])('%s: it is refused', (_name, body, loss) => expect(lossesOf(body)).toEqual([loss]));
  test('events kept apart by an insert', () => {
    const events = '  bad: {provider: disk, id: 7, capture: {device: {string: 1}}}';
    expect(
      lossesOf(`events:\n${events}\nfind: {hit: {count: {of: bad, min: 3}, within: 1h}}`, { by: '[host, device]' }),
    ).toEqual(['hit: events are not kept apart by device, which is no field of theirs in Sigma']);
  });
  test('causes ranked by evidence', () => {
    expect(lossesOf(`events:\n${TWO}\n${ONE}`, { causes: 'if: worse, for: weak' })).toEqual([
      'causes: they are not ranked by evidence',
    ]);
  });
  test('with --allow-lossy the losses stand in the description', () => {
    const { text, lossy } = exported(rule(`events:\n${BAD}\n${ONE}\ngrade: [{likely: hit and bad}]`), true);
    expect(text).toContain('  Lost in the export:\n  - grades: every match counts the same\n');
    expect(lossy).toEqual([{ id: 'area/a-rule', losses: ['grades: every match counts the same'] }]);
  });
  test('an exclusion of which a part is lost would exclude too much, so all of it is', () => {
    const body = `events:\n  bad: {provider: disk, id: 7, not: {id: 7, data: {hex: "00"}}}\n${ONE}`;
    expect(exported(rule(body), true).text).toContain(
      '  bad_own:\n    Provider_Name: disk\n    EventID: 7\n  condition: bad_own\n',
    );
  });
  test.each([
    [
      'findings of another rule',
      'events:\n  bad: {finding: x/b}\nfind: {hit: {one: bad}}',
      'bad stands for findings of another rule',
    ],
    [
      'the output of a tool',
      'events:\n  bad: {tool: eseutil}\nfind: {hit: {one: bad}}',
      'bad: Sigma cannot test "tool"',
    ],
  ])('%s: it is refused even then', (_name, body, loss) => {
    expect(exported(rule(body), true)).toEqual({
      text: '',
      refused: [{ id: 'area/a-rule', losses: [loss] }],
      lossy: [],
    });
  });
});

test.each([
  [String.raw`(?i)a\d+(?:b|c)\.exe`, String.raw`a[0-9]+(b|c)\.exe`],
  [String.raw`[\w-]+\s\S`, String.raw`[0-9A-Za-z_-]+[ \t\r\n][^ \t\r\n]`],
  [String.raw`\\Device\\`, String.raw`\\Device\\`],
  [String.raw`\bword`, null],
  ['(?<v>x)', null],
  [String.raw`[^\S]`, null],
  [String.raw`\p{L}`, null],
])('the expression %s in the flavour of Sigma', (regex, expected) => expect(sigmaRegex(regex)).toBe(expected));

test.each([
  [5, ['0x5', '0x00000005', 'ERROR_ACCESS_DENIED']],
  [-2147024891, ['-2147024891', '2147942405', '0x80070005', 'E_ACCESSDENIED']],
  [-939522285, ['-939522285', '3355445011', '0xc8000713', 'c8000713']],
])('the spellings of %i', (code, spellings) => expect(codeSpellings(code)).toEqual(expect.arrayContaining(spellings)));
