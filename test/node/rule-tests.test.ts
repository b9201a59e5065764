import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runRuleTests } from '../../src/node/rule-tests.ts';

/** A rule of nine lines and its tests; the first test stands in line 11. */
const rule = (id: string, tests: string): string =>
  [
    'evdx: 1',
    `id: ${id}`,
    'title: Something is wrong',
    'severity: high',
    'events: {fail: {log: Application, provider: Store, id: 3}}',
    'find: {failure: {one: fail}}',
    'causes: [{id: cause, title: The cause, evidence: [{if: failure, for: strong, because: so it is}]}]',
    'resolution: [{id: repair, risk: {level: none, downtime: none, data_loss: none, reversible: true}, steps: [{do: Repair it.}]}]',
    'refs: [a source]',
    tests,
  ].join('\n');
const FAILS = '"2006-03-01T02:00:00 EX1 Application Store 3 error"';
const OTHER = '"2006-03-01T02:00:00 EX1 Application Store 4 error"';
const NT_BLOCK = [
  ...['Event Type:\tError', 'Event Source:\tStore', 'Event Category:\tNone', 'Event ID:\t3', 'Date:\t\t3/1/2006'],
  ...['Time:\t\t2:00:00 AM', 'User:\t\tN/A', 'Computer:\tEX1', 'Description:', 'It failed.', ''],
].join('\r\n');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evdx-rule-tests-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (files: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
};
const run = (derive = false, paths = ['rules']) => runRuleTests(paths, folder, { derive, beside: [] });

test('a step of several classes lacks each of them', async () => {
  write({
    'rules/a/b.yaml': rule(
      'a/b',
      `tests: [{name: half, log: ${FAILS}, expect: none, near_miss: {pattern: failure, reached: fail, missing: [stop, halt]}}]`,
    )
      .replace('}}\nfind', '}, stop: {provider: Store, id: 5}, halt: {provider: Store, id: 6}}\nfind')
      .replace('{one: fail}', '{seq: [fail, {event: [stop, halt]}], within: 1h}'),
  });
  expect(await run()).toMatchObject({ results: [{ name: 'half', ok: true }], problems: [] });
});

test('a test that passes and one that fails, each with its place', async () => {
  write({
    'rules/a/b.yaml': rule(
      'a/b',
      `tests:\n  - {name: passes, log: ${FAILS}, expect: {grade: confirmed}}\n  - {name: fails, log: ${FAILS}, expect: none}`,
    ),
  });
  expect(await run()).toEqual({
    results: [
      { ruleId: 'a/b', name: 'passes', file: 'rules/a/b.yaml', line: 11, ok: true, message: '', derived: null },
      {
        ...{ ruleId: 'a/b', name: 'fails', file: 'rules/a/b.yaml', line: 12, ok: false, derived: null },
        message: 'expected none, got confirmed ×1, cause cause',
      },
    ],
    problems: [],
  });
});

test('a known gap may fail, and may not pass', async () => {
  write({
    'rules/a/b.yaml': rule(
      'a/b',
      `tests:\n  - {name: open, log: ${FAILS}, expect: none, known_gap: true}\n  - {name: closed, log: ${OTHER}, expect: none, known_gap: true}`,
    ),
  });
  const { results } = await run(true);
  expect(results.map(({ name, ok, message }) => [name, ok, message])).toEqual([
    ['open', true, ''],
    ['closed', false, 'the gap is closed: leave "known_gap" out'],
  ]);
});

test('a broken rule is a problem with its place, and the others are tested', async () => {
  write({
    'rules/a/b.yaml': rule('a/b', `tests: [{name: passes, log: ${FAILS}, expect: {grade: confirmed}}]`),
    'rules/a/c.yaml': rule('a/c', 'tests: []').replace('provider', 'providr'),
  });
  const { results, problems } = await run();
  expect(results.map(({ ruleId, ok }) => [ruleId, ok])).toEqual([['a/b', true]]);
  expect(problems.map(({ file, line }) => [file, line])).toContainEqual(['rules/a/c.yaml', 5]);
});

test('what is derived stands behind its test, and only behind one that passes', async () => {
  write({
    'rules/a/b.yaml': rule(
      'a/b',
      `tests:\n  - {name: passes, log: ${FAILS}, expect: {count: 1}}\n  - {name: fails, log: ${FAILS}, expect: none}`,
    ),
  });
  const { results } = await run(true);
  const derived = results.filter((result) => result.derived !== null);
  expect(results[0]?.derived).toBeNull();
  expect(new Set(derived.map(({ name, line, ok }) => `${name} ${line} ${ok}`))).toEqual(new Set(['passes 11 true']));
  expect(derived.map((result) => result.derived)).toEqual(
    expect.arrayContaining(['newest line first', 'the log given twice', 'in another time zone', 'without 3 in line 1']),
  );
  expect(results.at(-1)).toMatchObject({ name: 'fails', ok: false, derived: null });
});

test('tests in a file of their own have their places there', async () => {
  write({
    'rules/a/b.yaml': rule('a/b', 'tests: more/b.tests.yaml'),
    'rules/a/more/b.tests.yaml': `# the tests of b\n- {name: passes, log: ${FAILS}, expect: {grade: confirmed}}\n\n- {name: fails, log: ${OTHER}, expect: {grade: confirmed}}\n`,
  });
  const { results, problems } = await run();
  expect(problems).toEqual([]);
  expect(results.map(({ name, file, line, ok }) => [name, file, line, ok])).toEqual([
    ['passes', 'rules/a/more/b.tests.yaml', 2, true],
    ['fails', 'rules/a/more/b.tests.yaml', 4, false],
  ]);
});

test('a mistake in a file of tests has its place there', async () => {
  write({
    'rules/a/b.yaml': rule('a/b', 'tests: b.tests.yaml'),
    'rules/a/b.tests.yaml': `- {name: passes, log: ${FAILS}, expect: {grade: confirmed}}\n- {name: odd, log: ${FAILS}, expct: none}\n`,
    'rules/a/c.yaml': rule('a/c', 'tests: c.tests.yaml'),
    'rules/a/c.tests.yaml': 'name: no list\n',
    'rules/a/d.yaml': rule('a/d', 'tests: d.tests.yaml'),
  });
  const { results, problems } = await run();
  expect(results).toEqual([]);
  expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual(
    expect.arrayContaining(['rules/a/b.tests.yaml:2', 'rules/a/c.tests.yaml:1', 'rules/a/d.tests.yaml:1']),
  );
});

test('a test may name an export beside the rule, in any format', async () => {
  write({
    'rules/a/b.yaml': rule(
      'a/b',
      'tests:\n  - {name: a paste, file: logs/paste.txt, expect: {grade: confirmed, count: 1}}',
    ),
    'rules/a/logs/paste.txt': NT_BLOCK,
  });
  expect((await run(true)).results).toEqual([
    { ruleId: 'a/b', name: 'a paste', file: 'rules/a/b.yaml', line: 11, ok: true, message: '', derived: null },
  ]);
});

test('a file that is not there fails the test, even one that expects nothing', async () => {
  write({ 'rules/a/b.yaml': rule('a/b', 'tests:\n  - {name: nothing, file: gone.evtx, expect: none}') });
  expect((await run()).results).toMatchObject([
    { ok: false, message: 'rules/a/gone.evtx: There is no such file or folder; check the path.' },
  ]);
});

test('a single file and a path that holds no rule', async () => {
  write({ 'mine/b.yaml': rule('a/b', `tests: [{name: passes, log: ${FAILS}, expect: {grade: confirmed}}]`) });
  const { results, problems } = await run(false, ['mine/b.yaml', 'nowhere']);
  expect(results.map(({ file, ok }) => [file, ok])).toEqual([['mine/b.yaml', true]]);
  expect(problems.map(({ file }) => file)).toEqual(['nowhere']);
});

test('a rule that uses findings of another rule has that beside it', async () => {
  const user = rule('a/user', `tests:\n  - {name: chained, log: ${FAILS}, expect: {grade: confirmed, evidence: found}}`)
    .replace('events: {', 'events: {found: {finding: a/b}, ')
    .replace(
      'find: {failure: {one: fail}}',
      'find: {failure: {one: fail}, close: {near: {of: found, around: failure}}}\nanchor: failure',
    )
    .replace('if: failure', 'if: close');
  write({
    'rules/a/b.yaml': rule('a/b', 'tests: []').replace('id: 3', 'id: [3, 5]'),
    'rules/a/user.yaml': user,
  });
  const { results, problems } = await run();
  expect(problems).toEqual([]);
  expect(results.map(({ name, ok, message }) => [name, ok, message])).toEqual([['chained', true, '']]);
});
