import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Calls } from '../../../src/cli/calls.ts';
import { main } from '../../../src/cli/main.ts';
import { fakeCalls } from '../../support/fake-calls.ts';
import { createFakeIo } from '../../support/fake-io.ts';
import { sampleRule } from '../../support/sample-rule.ts';

const run = async (args: readonly string[], calls: Partial<Calls>) => {
  const io = createFakeIo();
  const code = await main(['rules', ...args], io, fakeCalls(calls));
  return { code, out: io.stdout.text, err: io.stderr.text };
};
const problem = { file: 'r/a.yaml', line: 7, column: 3, message: 'unknown key "providr"', hint: 'write "provider"' };

describe('evdx rules list', () => {
  const allRules: Calls['allRules'] = () => Promise.resolve([sampleRule]);
  test('names id, severity, status, article and title', async () => {
    expect((await run(['list'], { allRules })).out).toBe(
      [
        '• exchange/backup-never-closed · high · test · KB910250',
        '  New snapshot backup refused because an earlier Exchange backup was never',
        '  closed',
        '',
      ].join('\n'),
    );
  });
  test('as JSON it is an array of the documented objects', async () => {
    expect(JSON.parse((await run(['list', '-f', 'json'], { allRules })).out)).toEqual([
      {
        id: 'exchange/backup-never-closed',
        kb: [910250],
        title: sampleRule.title,
        area: 'exchange',
        severity: 'high',
        status: 'test',
      },
    ]);
  });
});

describe('evdx rules show', () => {
  const rulesNamed: Calls['rulesNamed'] = () => Promise.resolve([sampleRule]);
  test('says in words what a rule looks for and what it says then', async () => {
    await expect((await run(['show', 'KB910250'], { rulesNamed })).out).toMatchFileSnapshot('rule.snapshot.txt');
  });
  test('as JSON it is the rule', async () => {
    expect(JSON.parse((await run(['show', '-f', 'json', 'KB910250'], { rulesNamed })).out)).toEqual([sampleRule]);
  });
});

describe('evdx rules check', () => {
  test('prints every mistake with its place and what to write, and exits with 2', async () => {
    const checkRules: Calls['checkRules'] = () =>
      Promise.resolve({ rules: [sampleRule], problems: [problem], lint: [{ ...problem, line: 9 }] });
    const { code, out } = await run(['check', 'r'], { checkRules });
    expect(out).toBe(
      [
        'r/a.yaml:7:3: unknown key "providr"; write "provider"',
        'r/a.yaml:9:3: warning: unknown key "providr"; write "provider"',
        '1 rule without a mistake, 1 mistake, 1 warning.',
        '',
      ].join('\n'),
    );
    expect(code).toBe(2);
  });
  test('what is hardly meant is a warning, and makes it exit with 1', async () => {
    const checkRules: Calls['checkRules'] = () =>
      Promise.resolve({ rules: [sampleRule], problems: [], lint: [problem] });
    const { code, out } = await run(['check', 'r'], { checkRules });
    expect(out).toContain('\n1 rule without a mistake, 0 mistakes, 1 warning.\n');
    expect(code).toBe(1);
    const json = JSON.parse((await run(['check', '-f', 'json'], { checkRules })).out);
    expect(json).toEqual([{ ...problem, kind: 'warning' }]);
  });
  test('without mistakes it says so, and looks at the folder rules without being told', async () => {
    const seen: unknown[] = [];
    const checkRules: Calls['checkRules'] = (paths) => {
      seen.push(paths);
      return Promise.resolve({ rules: [sampleRule, sampleRule], problems: [], lint: [] });
    };
    expect(await run(['check'], { checkRules })).toEqual({
      code: 0,
      out: '2 rules without a mistake, 0 mistakes, 0 warnings.\n',
      err: '',
    });
    expect(seen).toEqual([['rules']]);
  });
});

describe('evdx rules test', () => {
  const result = { ruleId: sampleRule.id, file: 'r/a.yaml', line: 90, ok: true, message: '', derived: null };
  test('prints failures with their place and what was expected, and exits with 1', async () => {
    const results = [
      { ...result, name: 'passes' },
      { ...result, name: 'fails', ok: false, message: 'expected a finding, got no finding' },
      { ...result, name: 'fails', ok: false, derived: 'lines shuffled', message: 'expected none, got likely' },
    ];
    const { code, out } = await run(['test', 'r'], { testRules: () => Promise.resolve({ results, problems: [] }) });
    expect(out).toBe(
      [
        'r/a.yaml:90: fails: expected a finding, got no finding',
        'r/a.yaml:90: fails (lines shuffled): expected none, got likely',
        '3 tests, 2 failures.',
        '',
      ].join('\n'),
    );
    expect(code).toBe(1);
  });
  test('a rule that does not load beats a failing test', async () => {
    const results = [{ ...result, name: 'fails', ok: false, message: 'x' }];
    expect(
      (await run(['test', 'r'], { testRules: () => Promise.resolve({ results, problems: [problem] }) })).code,
    ).toBe(2);
  });
  test('--derive asks for the derived ones', async () => {
    const seen: unknown[] = [];
    const testRules: Calls['testRules'] = (_paths, _cwd, options) => {
      seen.push(options);
      return Promise.resolve({ results: [], problems: [] });
    };
    await run(['test', '--derive', 'r'], { testRules });
    await run(['test', 'r'], { testRules });
    expect(seen).toEqual([{ derive: true }, { derive: false }]);
  });
});

describe('evdx rules test --watch', () => {
  const result = { ruleId: sampleRule.id, file: 'r/a.yaml', line: 90, message: 'x', derived: null, name: 'n' };
  const watching = (ok: readonly boolean[], changes: number) => {
    let run = 0;
    const testRules: Calls['testRules'] = () =>
      Promise.resolve({ results: [{ ...result, ok: ok[run++] ?? true }], problems: [] });
    async function* watchRules() {
      for (let change = 0; change < changes; change++) yield ['a.yaml'];
    }
    return { testRules, watchRules, runs: () => run };
  };
  test('runs once more after each change, and ends as the last run did', async () => {
    const { testRules, watchRules, runs } = watching([false, true], 1);
    const { code, out, err } = await run(['test', '--watch', 'r'], { testRules, watchRules });
    expect([code, runs(), err]).toEqual([0, 2, '']);
    expect(out).toBe('r/a.yaml:90: n: x\n1 test, 1 failure.\n1 test, 0 failures.\n');
    expect((await run(['test', '--watch'], watching([true, false], 1))).code).toBe(1);
  });
  test('says at a terminal that it waits, and takes that back', async () => {
    const io = createFakeIo({ isTTY: true });
    await main(['rules', 'test', '--watch', 'r'], io, fakeCalls(watching([true, true], 1)));
    const waiting = 'Waiting for a change; Ctrl-C ends.\r\u001b[K';
    expect(io.stderr.text).toBe(waiting + waiting);
  });
});

describe('evdx rules new', () => {
  const newRule: Calls['newRule'] = (_inputs, _options, id) => Promise.resolve(`id: ${id}\n`);
  test('writes the proposal', async () => {
    expect(await run(['new'], { newRule })).toEqual({ code: 0, out: 'id: null\n', err: '' });
  });
  test('-o gives the id by its place, and no file is overwritten', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'evdx-new-'));
    mkdirSync(join(folder, 'rules', 'storage'), { recursive: true });
    const file = join(folder, 'rules', 'storage', 'own.yaml');
    expect(await run(['new', '-o', file], { newRule })).toEqual({ code: 0, out: '', err: '' });
    expect(readFileSync(file, 'utf8')).toBe('id: storage/own\n');
    const again = await run(['new', '-o', file], { newRule });
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('there is a file already')]);
    rmSync(folder, { recursive: true });
  });
  test('its id is the one that a folder of rules with any name asks for', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'evdx-new-'));
    mkdirSync(join(folder, 'area'));
    await run(['new', '-o', join(folder, 'area', 'name.yaml')], { newRule });
    expect(readFileSync(join(folder, 'area', 'name.yaml'), 'utf8')).toBe('id: area/name\n');
    rmSync(folder, { recursive: true });
  });
  test('says so where there is nothing to make a rule from', async () => {
    expect(await run(['new'], { newRule: () => Promise.resolve(null) })).toEqual({
      code: 3,
      out: '',
      err: 'evdx: No event here names a source or an id, so there is nothing to make a rule from.\n',
    });
  });
});

describe('evdx rules export', () => {
  const allRules: Calls['allRules'] = () => Promise.resolve([sampleRule]);
  test('writes what can be said, refuses the rest with the reasons, and exits with 2', async () => {
    const exportRules: Calls['exportRules'] = (rules, to, allowLossy) =>
      Promise.resolve({
        text: `${rules.length} ${to} ${allowLossy}\n`,
        refused: [{ id: 'x/a', losses: ['a', 'b'] }],
        lossy: [],
      });
    expect(await run(['export', '--to', 'sigma'], { allRules, exportRules })).toEqual({
      code: 2,
      out: '1 sigma false\n',
      err: 'evdx: x/a is not exported: a; b.\nevdx: 1 rule of 1 refused. --allow-lossy writes what can be written.\n',
    });
  });
  test('--allow-lossy says the losses on standard error; --quiet does not', async () => {
    const exportRules: Calls['exportRules'] = (_rules, _to, allowLossy) =>
      Promise.resolve({ text: `${allowLossy}\n`, refused: [], lossy: [{ id: 'x/a', losses: ['a'] }] });
    const args = ['export', '--to', 'sigma', '--allow-lossy'];
    expect(await run(args, { allRules, exportRules })).toEqual({
      code: 0,
      out: 'true\n',
      err: 'evdx: x/a loses: a.\n',
    });
    expect((await run([...args, '--quiet'], { allRules, exportRules })).err).toBe('');
  });
  test('takes ids, areas and articles, each rule once', async () => {
    const seen: string[] = [];
    const rulesNamed: Calls['rulesNamed'] = (name) => {
      seen.push(name);
      return Promise.resolve([sampleRule]);
    };
    const exportRules: Calls['exportRules'] = (rules) =>
      Promise.resolve({ text: `${rules.length}\n`, refused: [], lossy: [] });
    const { out } = await run(['export', 'exchange', 'KB910250', '--to', 'sigma'], { rulesNamed, exportRules });
    expect([out, seen]).toEqual(['1\n', ['exchange', 'KB910250']]);
  });
  test.each([
    [['export'], '--to is missing; write --to <name>'],
    [['export', '--to', 'spl'], 'sigma'],
  ])('%j is wrong usage', async (args, said) => {
    const { code, err } = await run(args, {});
    expect([code, err.includes(said)]).toEqual([2, true]);
  });
});
