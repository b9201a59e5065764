import { describe, expect, test } from 'vitest';
import {
  checkRules,
  formatRuleProblem,
  loadRule,
  type RuleDefinition,
} from '../../../../src/core/knowledge/rules/load.ts';

/** A rule that lint has nothing to say about; each case changes one part of it. */
interface Parts {
  readonly id?: string;
  readonly status?: string;
  readonly context?: string;
  readonly events?: string;
  readonly state?: string;
  readonly find?: string;
  readonly anchor?: string;
  readonly grade?: string;
  readonly causes?: string;
  readonly more?: string;
  readonly tests?: string;
}
const ruleText = ({
  id = 'x/a',
  status = 'test',
  context = '',
  events = '  bad: {log: System, provider: disk, id: 7}',
  state = '',
  find = '  hit: {one: bad}',
  anchor = 'hit',
  grade = '',
  causes = '[{id: c, title: Cause, evidence: [{if: hit, for: strong, because: seen}]}]',
  more = '',
  tests = '[]',
}: Parts): string => `evdx: 1
id: ${id}
title: Something
severity: low
status: ${status}
${context}events:
${events}
${state}find:
${find}
anchor: ${anchor}
${grade}causes: ${causes}
resolution: [{id: r, risk: {level: none, downtime: none, data_loss: none, reversible: true}, steps: [{do: Look.}]}]
refs: [a book]
${more}tests: ${tests}
`;

/** What lint says, without the file. */
function said(parts: Parts, others: readonly Parts[] = [], beside: readonly RuleDefinition[] = []): readonly string[] {
  const files = [...others, parts].map((one, index) => ({ file: `f${index}`, text: ruleText(one) }));
  const { problems, lint } = checkRules(files, beside);
  expect(problems.map(formatRuleProblem)).toEqual([]);
  return lint.map((one) => formatRuleProblem(one).replace(/^f\d+:/, ''));
}
const grades = (...lines: readonly string[]): string =>
  ['grade:', ...lines.map((line) => `  - ${line}`), ''].join('\n');

const TWO = {
  events: '  bad: {log: System, provider: disk, id: 7}\n  worse: {log: System, provider: disk, id: 11}',
  find: '  hit: {one: bad}\n  both: {all: [bad, worse], within: 1h}',
};
const IS_NEVER = 'it contradicts itself or what every match of the anchor makes true; correct it or leave it out';

test('a rule that means what it says is not lectured', () => {
  expect(said({})).toEqual([]);
  expect(said({ ...TWO, grade: grades('confirmed: both', 'possible: hit') })).toEqual([]);
});

describe('a grade that can never be reached', () => {
  test('is shadowed by the one before it', () => {
    expect(said({ ...TWO, grade: grades('confirmed: hit', 'likely: both') })).toEqual([
      '15:5: the grade "likely" can never be reached: wherever it holds, the grade "confirmed" before it holds too; leave it out, or put the stricter condition first',
    ]);
  });
  test('contradicts itself', () => {
    expect(said({ ...TWO, grade: grades('confirmed: both and not both', 'possible: hit') })).toEqual([
      `14:5: the grade "confirmed" can never be reached: its condition is never true; ${IS_NEVER}`,
    ]);
  });
  test('contradicts the anchor, or what the anchor is made of', () => {
    expect(said({ ...TWO, anchor: 'both', grade: grades('likely: not worse and hit', 'possible: both') })).toEqual([
      `14:5: the grade "likely" can never be reached: its condition is never true; ${IS_NEVER}`,
    ]);
  });
  test('asks for a class that excludes itself', () => {
    const events = `${TWO.events.replace('11}', '11, not: {id: 11}}')}`;
    expect(said({ ...TWO, events, grade: grades('confirmed: both', 'possible: hit') })).toEqual([
      '14:5: the grade "confirmed" can never be reached: its condition is never true; "not" excludes all that worse takes',
    ]);
  });
  test('asks for findings that are never likely', () => {
    const weak = { id: 'x/b', events: '  bad: {log: System, provider: ntfs, id: 7}', grade: grades('possible: hit') };
    const parts = {
      events: '  bad: {log: System, provider: disk, id: 7}\n  theirs: {finding: x/b}',
      find: '  hit: {one: bad}\n  close: {near: {of: theirs, around: hit, before: 1h}}',
      grade: grades('confirmed: close and theirs', 'possible: hit'),
    };
    expect(said(parts, [weak])).toEqual([
      '14:5: the grade "confirmed" can never be reached: its condition is never true; findings of x/b are never likely, and only such count',
    ]);
  });
  test('is capped by a class that nobody has seen', () => {
    const events = '  bad: {log: System, provider: disk, id: 7, source: unverified}';
    expect(said({ events, grade: grades('likely: hit') })).toEqual([
      '12:5: the grade "likely" can never be reached: "hit" rests on a class of "source: unverified", which caps it at possible; write "possible", or name a source that has the event',
    ]);
    expect(said({ events, grade: grades('possible: hit') })).toEqual([]);
  });
  test('is not one that an unknown before it leaves open', () => {
    const context = 'context: {old: {os: Windows Server 2003}}\n';
    expect(said({ context, grade: grades('confirmed: ctx.old', 'likely: not ctx.old', 'possible: hit') })).toEqual([]);
  });
  test('is not looked for among too many names', () => {
    const names = Array.from({ length: 12 }, (_, index) => `c${index}`);
    const context = `context: {${names.map((name) => `${name}: {os: Windows ${name}}`).join(', ')}}\n`;
    const condition = names.map((name) => `ctx.${name}`).join(' or ');
    expect(said({ context, grade: grades(`confirmed: ${condition}`, 'possible: hit') })).toEqual([]);
  });
});

describe('a cause', () => {
  test('that nothing speaks for can never be named', () => {
    const causes = '[{id: c, title: Cause, evidence: [{if: hit, against: weak, because: seen}]}]';
    expect(said({ causes })).toEqual([
      '11:32: nothing speaks for the cause "c", so it can never be named; add evidence with "for", or leave the cause out',
    ]);
  });
  test('has evidence that can never count', () => {
    const causes =
      '[{id: c, title: Cause, evidence: [{if: hit, for: weak, because: seen}, {if: not bad, for: weak, because: no}]}]';
    expect(said({ causes })).toEqual([
      `11:85: this evidence can never count: its condition is never true; ${IS_NEVER}`,
    ]);
  });
  test('so can reasons to rule it out, and impacts', () => {
    const more = 'rule_out: [{if: not hit, because: none}]\nimpact: [{if: hit and not hit, text: none}]\n';
    expect(said({ more })).toEqual([
      `14:17: this reason to rule it out can never count: its condition is never true; ${IS_NEVER}`,
      `15:15: this impact can never count: its condition is never true; ${IS_NEVER}`,
    ]);
  });
});

describe('what decides nothing', () => {
  const HINT =
    'decides nothing: nothing that counts uses it; use it in a grade, cause, rule_out or impact, or leave it out';
  test('is told: class, pattern, flag, context probe', () => {
    expect(
      said({
        ...TWO,
        context: 'context: {old: {os: Windows Server 2003}}\n',
        state: 'state: {up: {set: bad, clear: worse}}\n',
      }),
    ).toEqual([
      `6:11: context probe "old" ${HINT}`,
      `9:3: class "worse" ${HINT}`,
      `10:9: flag "up" ${HINT}`,
      `13:3: pattern "both" ${HINT}`,
    ]);
  });
  test.each([
    ['a step of the anchor', { find: '  hit: {seq: [bad, worse], within: 1h}' }],
    [
      'the flag of a step',
      {
        state: 'state: {up: {set: worse, clear: worse}}\n',
        find: '  hit: {seq: [{event: bad, when: {up: true}}], within: 1h}',
      },
    ],
    [
      'what another class extends',
      { events: '  worse: {log: System, provider: disk, id: 7}\n  bad: {extends: worse}' },
    ],
    ['what a step of the resolution shows', { more: '' }],
  ])('but not %s', (name, parts) => {
    const text = name.startsWith('what a step')
      ? 'steps: [{do: Look., show: {events: worse}}]'
      : 'steps: [{do: Look.}]';
    const file = { file: 'f', text: ruleText({ events: TWO.events, ...parts }).replace('steps: [{do: Look.}]', text) };
    expect(checkRules([file])).toMatchObject({ problems: [], lint: [] });
  });
});

describe('a class without provider', () => {
  test('is told where it names ids', () => {
    expect(said({ events: '  bad: {log: System, id: 7}' })).toEqual([
      '7:3: class "bad" names ids without who writes them: other sources use the same numbers; add "provider"',
    ]);
  });
  test.each([
    ['a code alone', '  bad: {level: error, code: -1032}'],
    ['the output of a tool', '  bad: {tool: eseutil, fields: {State: Dirty Shutdown}}'],
    ['branches that have one', '  bad: {any: [{provider: disk, id: 7}, {provider: ntfs, id: 55}]}'],
  ])('but not %s', (_name, events) => expect(said({ events })).toEqual([]));
});

describe('words of the message as all that tells a class', () => {
  const bad = (clauses: string): string => `  bad: {log: System, provider: disk, id: 7, ${clauses}}`;
  const TOLD =
    '7:45: class "bad" is told by words of the message alone, which .evt and .evtx files do not carry; test a code, an insert ("strings", "fields") or bytes of "data", here or in another branch of "any"';
  test.each([
    'text: {contains: the backup was started by another program on this machine}',
    'text: {contains: [the database has been detached from the store, the backup was started by somebody else here]}',
    "text: {regex: 'the device .* lost communication'}",
    String.raw`text: {regex: 'the service \S+ entered'}`,
    'text: {all: [{contains: the database has been detached from the store}, {regex: "disk [^ ]+ went away"}]}',
  ])('are told: %s', (clauses) => expect(said({ events: bad(clauses) })).toEqual([TOLD]));
  test.each([
    String.raw`text: {contains: '\Device\Harddisk0'}`,
    'text: {contains: "0x80070005"}',
    'text: {contains: Windows Search}',
    'text: {contains: the device is not ready}',
    'text: {contains: outdated binding information}',
    'text: {contains: [file system driver, kernel mode driver]}',
    'text: {contains: The process cannot access the file because it is being used by another process}',
    'text: {contains: Microsoft Exchange Information Store}',
    'text: {contains: volsnap}',
    String.raw`text: {regex: '\b(?:lsass|services|winlogon)\.exe'}`,
    "text: {regex: '(?i)(certsvc|certificate services)'}",
    "text: {regex: 'the device .* went away'}, strings: {2: gone}",
    "text: {regex: 'the device .* went away'}, code: -1032",
    "any: [{text: {regex: 'the device .* went away'}}, {strings: {2: gone}}]",
    "any: [{text: {regex: 'the device .* went away'}}, {text: {regex: '^%%2$'}}]",
  ])('but not %s', (clauses) => expect(said({ events: bad(clauses) })).toEqual([]));
  test('nor of a source whose insert is the whole text', () => {
    const events =
      '  bad: {log: Application, provider: Microsoft-Windows-Wininit, id: 1001, text: {contains: a check of the volume has been scheduled}}';
    expect(said({ events })).toEqual([]);
  });
});

describe('the absence of an event that takes more logging', () => {
  const absent = (events: string): Parts => ({
    events: `  bad: {log: System, provider: disk, id: 7}\n${events}`,
    find: '  hit: {one: bad}\n  never: {absent: {of: quiet, after: hit, for: 1h}}',
    grade: grades('confirmed: never', 'possible: hit'),
  });
  const told = (why: string): string[] => [
    `8:3: the absence of "quiet" counts, but ${why}; add "expect: {logging: …}" with what has to be turned on`,
  ];
  test.each([
    ['  quiet: {log: System, provider: p, id: 1, level: verbose}', 'verbose events are not logged by default'],
    ['  quiet: {log: Microsoft-Windows-CAPI2/Operational, provider: p, id: 1}', 'its log is off by default'],
    ['  quiet: {log: Microsoft-Windows-DNS-Server/Analytic, provider: p, id: 1}', 'its log is off by default'],
    [
      '  quiet: {log: Application, provider: MSExchangeTransport, id: 1, level: information}',
      'its source writes such events only with more diagnostics logging',
    ],
  ])('is told: %s', (events, why) => expect(said(absent(events))).toEqual(told(why)));
  test('is told under a "not", too', () => {
    const parts = absent('  quiet: {log: System, provider: p, id: 1, level: verbose}');
    const find = '  hit: {one: bad}\n  close: {near: {of: quiet, around: hit, before: 1h}}';
    expect(said({ ...parts, find, grade: grades('confirmed: not close', 'possible: hit') })).toEqual(
      told('verbose events are not logged by default'),
    );
  });
  test.each([
    '  quiet: {log: System, provider: p, id: 1, level: verbose, expect: {logging: debug output of p}}',
    '  quiet: {log: System, provider: p, id: 1, level: information}',
    '  quiet: {log: Application, provider: MSExchangeIS, id: 9616}',
  ])('but not %s', (events) => expect(said(absent(events))).toEqual([]));
});

describe('an everyday event without a look into it', () => {
  const WHERE = 'counted in public logs of Windows XP, 7 and 10';
  const told = (name: string, event: string, times: number, log: string, source = WHERE): string =>
    `class "${name}" takes an everyday event: ${event} stands up to ${times} times per 1 000 records in a healthy ${log} log (${source}); ask for a code, an insert ("strings", "fields"), a text or bytes of "data"`;
  const SPARE = ', or do without it: no grade and no rule-out rests on it';

  test('is told with how often it stands in a log, the most frequent first', () => {
    expect(said({ events: '  bad: {log: System, provider: Service Control Manager, id: [7035, 7036, 7045]}' })).toEqual(
      [`7:3: ${told('bad', 'Service Control Manager 7036', 804, 'System')}`],
    );
  });
  test('is told with the page that says so where nobody counted', () => {
    const source = 'learn.microsoft.com/windows/security/threat-protection/auditing/audit-file-system';
    expect(said({ events: '  bad: {provider: Microsoft-Windows-Security-Auditing, id: 4663}' })).toEqual([
      `7:3: ${told('bad', 'Microsoft-Windows-Security-Auditing 4663', 200, 'Security', source)}`,
    ]);
  });
  test.each([
    ['another name of the source', 'provider: Microsoft-Windows-Service Control Manager, id: 7036'],
    ['a pattern that fits the source', 'provider: {like: "Service Control*"}, id: 7036'],
    ['a range', 'provider: Microsoft-Windows-Security-Auditing, id: {from: 5150, to: 5160}'],
    ['a source without an id', 'provider: Microsoft-Windows-Sysmon'],
    ['its level', 'provider: Microsoft-Windows-PowerShell, id: 4104, level: [warning, verbose]'],
  ])('is told for %s', (_, clauses) => expect(said({ events: `  bad: {${clauses}}` })).toHaveLength(1));
  test('is told for each branch', () => {
    const any = '{id: 7036}, {id: 7000}, {id: 7035}';
    expect(said({ events: `  bad: {provider: Service Control Manager, any: [${any}]}` })).toHaveLength(2);
  });
  test.each([
    '  bad: {log: System, provider: Service Control Manager, id: 7036, strings: {1: VSS}}',
    '  bad: {log: System, provider: Service Control Manager, id: 7036, not: {text: {contains: running}}}',
    '  bad: {log: System, provider: Service Control Manager, level: error}',
    '  bad: {log: System, provider: disk, id: 7036}',
    '  bad: {log: System, provider: Microsoft-Windows-Security-Auditing, id: 4625}',
  ])('but not for %s', (events) => expect(said({ events })).toEqual([]));

  describe('that is less frequent', () => {
    const UPDATE = '  update: {log: System, provider: Microsoft-Windows-WindowsUpdateClient, id: 19}';
    const events = `  bad: {log: System, provider: disk, id: 7}\n${UPDATE}`;
    const find = '  hit: {one: bad}\n  after: {seq: [update, {event: bad, gap: 1h}], within: 1h}';
    const causes =
      '[{id: c, title: Cause, evidence: [{if: hit, for: strong, because: seen}, {if: after, for: weak, because: close}]}]';

    test('is told where it only speaks about a finding', () => {
      expect(said({ events, find, grade: grades('confirmed: hit'), causes })).toEqual([
        `8:3: ${told('update', 'Microsoft-Windows-WindowsUpdateClient 19', 123, 'System')}${SPARE}`,
      ]);
    });
    test.each(['confirmed: after', 'possible: hit or after'])('but not where a grade rests on it: %s', (grade) => {
      expect(said({ events, find, grade: grades(grade) })).toEqual([]);
    });
  });
});

describe('a value so short that a message holds it by accident', () => {
  const bad = (clauses: string): string => `  bad: {log: System, provider: disk, id: 7, ${clauses}}`;
  const WHY =
    'a text export has no inserts, and its whole message is searched, which holds so short a value by accident';
  test.each([
    ['strings: {2: "5"}', `7:59: "5": ${WHY}; write "{regex: '^5$'}", or "{code: 5}"`],
    ['fields: {Alert: [42, 43]}', `7:62: "42" and "43": ${WHY}; write "{regex: '^(42|43)$'}", or "{code: [42, 43]}"`],
    ['fields: {Alert: "+A"}', String.raw`7:62: "+A": ${WHY}; write "{regex: '^\+A$'}"`],
    ['fields: {Alert: ""}', `7:62: "": ${WHY}; write "{regex: '^$'}"`],
    ['not: {strings: {1: no}}', `7:64: "no": ${WHY}; write "{regex: '^no$'}"`],
  ])('is told: %s', (clauses, told) => expect(said({ events: bad(clauses) })).toEqual([told]));
  test.each([
    'strings: {2: {code: 5}}',
    "strings: {2: {regex: '^5$'}}",
    "strings: {1: {regex: '(?i)^msDFSR-'}, 3: '5'}",
    'strings: {2: volsnap}',
    'strings: {1: "80", 2: ["1250", "1051"]}',
    'strings: {2: 1053}',
    'fields: {Done: true}',
  ])('but not %s', (clauses) => expect(said({ events: bad(clauses) })).toEqual([]));
  test('nor in the output of a tool, which has its fields', () => {
    expect(said({ events: '  bad: {tool: vssadmin, fields: {state: "5"}}' })).toEqual([]);
  });
});

describe('anchors of the same events', () => {
  const TOLD =
    '9:9: the anchor is made of the same events as that of "x/a": a log that shows them is told twice; join the rules, make one more specific, or let one take the findings of the other';
  test('are told at the later rule, whatever their names, captures and order', () => {
    const events = '  other: {id: [7], provider: Disk, log: SYSTEM, source: external, capture: {d: {string: 1}}}';
    const parts = { id: 'x/b', events, find: '  hit: {count: {of: other, min: 3}, within: 1h}' };
    expect(said(parts, [{}])).toEqual([TOLD.replace('9:9', '10:9')]);
  });
  test('also beside the built-in rules', () => {
    const { rule } = loadRule(ruleText({}), { file: 'beside' });
    expect(said({ id: 'x/b' }, [], rule === null ? [] : [rule])).toEqual([TOLD.replace('9:9', '10:9')]);
  });
  test('but not where one takes the findings of the other, where an event differs, or for a deprecated rule', () => {
    const chained = {
      id: 'x/b',
      events: '  bad: {log: System, provider: disk, id: 7}\n  theirs: {finding: x/a}',
      find: '  hit: {one: bad}\n  close: {near: {of: theirs, around: hit, before: 1h}}',
      grade: grades('confirmed: close', 'possible: hit'),
    };
    expect(said(chained, [{}])).toEqual([]);
    expect(said({ id: 'x/b', events: '  bad: {log: System, provider: disk, id: 11}' }, [{}])).toEqual([]);
    expect(said({ id: 'x/b', status: 'deprecated' }, [{}])).toEqual([]);
  });
});

describe('a stable rule', () => {
  const log = 'log: "2020-01-01T00:00:00 h System disk 7 error"';
  const HIT = `{name: a, ${log}, expect: {grade: confirmed}}`;
  const MISS = `{name: b, ${log}, expect: none}`;
  const NEAR = `{name: c, ${log}, expect: ruled_out, near_miss: {event: bad, failed: [log]}}`;
  const missing = (...tests: readonly string[]): readonly string[] =>
    said({ status: 'stable', tests: `[${tests.join(', ')}]` });
  const complaint = (what: string): string =>
    `5:9: a rule is stable by its tests, and some are missing: ${what}; write them, or "status: test"`;

  test.each([
    [[MISS, NEAR], 'one where it finds something'],
    [[HIT], 'one where it does not ("expect: none" or "ruled_out"), one that it nearly misses ("near_miss")'],
    [[HIT, MISS], 'one that it nearly misses ("near_miss")'],
    [[HIT.replace('}}', '}, known_gap: true}'), NEAR], 'one where it finds something'],
  ])('needs tests of each kind: %j', (tests, what) => expect(missing(...tests)).toEqual([complaint(what)]));

  test('has them here or in a file, and any other rule needs none', () => {
    expect(missing(HIT, NEAR)).toEqual([]);
    expect(said({ status: 'stable', tests: 'tests.yaml' })).toEqual([]);
    expect(said({ status: 'test' })).toEqual([]);
  });
});
