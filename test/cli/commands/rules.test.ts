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
    const loadRules: Calls['loadRules'] = () => Promise.resolve({ rules: [sampleRule], problems: [problem] });
    const { code, out } = await run(['check', 'r'], { loadRules });
    expect(out).toBe('r/a.yaml:7:3: unknown key "providr"; write "provider"\n1 rule without a mistake, 1 mistake.\n');
    expect(code).toBe(2);
  });
  test('without mistakes it says so, and looks at the folder rules without being told', async () => {
    const seen: unknown[] = [];
    const loadRules: Calls['loadRules'] = (paths) => {
      seen.push(paths);
      return Promise.resolve({ rules: [sampleRule, sampleRule], problems: [] });
    };
    expect(await run(['check'], { loadRules })).toEqual({
      code: 0,
      out: '2 rules without a mistake, 0 mistakes.\n',
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
