import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Calls } from '../../src/cli/calls.ts';
import { createDecodeCommand } from '../../src/cli/commands/decode.ts';
import { createDiagnoseCommand } from '../../src/cli/commands/diagnose.ts';
import { createDiffCommand } from '../../src/cli/commands/diff.ts';
import { createEventsCommand } from '../../src/cli/commands/events.ts';
import { createExplainCommand } from '../../src/cli/commands/explain.ts';
import { createRulesCommand } from '../../src/cli/commands/rules.ts';
import { configSchema } from '../../src/cli/config-schema.ts';
import type { CommandContext } from '../../src/cli/context.ts';
import { main } from '../../src/cli/main.ts';
import { EvdxError } from '../../src/core/model/errors.ts';
import type { DiagnoseOptions } from '../../src/core/pipeline/options.ts';
import { fakeCalls } from '../support/fake-calls.ts';
import { createFakeIo } from '../support/fake-io.ts';
import { report } from '../support/sample-report.ts';

let folder = '';
let below = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'evdx-config-'));
  below = join(folder, 'a', 'b');
  mkdirSync(below, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

const runWith = async (config: string, args: readonly string[], calls: Partial<Calls> = {}) => {
  writeFileSync(join(folder, 'evdx.config.yaml'), config);
  const seen: DiagnoseOptions[] = [];
  const io = createFakeIo({ cwd: below });
  const diagnose: Calls['diagnose'] = (_inputs, options) => {
    seen.push(options);
    return Promise.resolve(report());
  };
  const code = await main(args, io, fakeCalls({ diagnose, ...calls }));
  return { code, out: io.stdout.text, err: io.stderr.text, options: seen[0] };
};

describe('evdx.config.yaml', () => {
  test('is found upward and stands in for options that are not given', async () => {
    const { options, out } = await runWith('host: ex1\ntz: [UTC]\nformat: json\n', ['x']);
    expect(options).toMatchObject({ hosts: ['ex1'], tz: [{ file: null, zone: 'UTC' }] });
    expect(JSON.parse(out)).toEqual(report());
  });
  test('gives way to the command line, lists as a whole', async () => {
    const { options, out } = await runWith('host: [ex1, ex2]\nformat: json\n', ['--host', 'ex3', '-f', 'table', 'x']);
    expect(options).toMatchObject({ hosts: ['ex3'] });
    expect(out).toMatch(/^Looked at /);
  });
  test('names groups of hosts and how their names are joined', async () => {
    const { options } = await runWith('hosts: {ex1: {cluster: c1}}\nhost-names: full\n', ['x']);
    expect(options).toMatchObject({ groups: { ex1: { cluster: 'c1' } }, hostNames: 'full' });
  });
  test('means paths from where it stands', async () => {
    const seen: unknown[] = [];
    const loadRules: Calls['loadRules'] = (paths) => {
      seen.push(paths);
      return Promise.resolve({ rules: [], problems: [] });
    };
    await runWith('rules: own\n', ['x'], { loadRules });
    expect(seen).toEqual([[join(folder, 'own')]]);
  });
  test('may hold a format that this command does not know', async () => {
    expect((await runWith('format: markdown\n', ['decode', '-1032'], { decode: () => Promise.resolve([]) })).code).toBe(
      3,
    );
  });
  test.each([
    ['an unknown key with the nearest one', 'host: ex1\nfromat: json\n', '2:1: there is no key fromat; write format'],
    ['a list', '- host\n', '1:1: it holds no options; write one "key: value" a line'],
    ['a wrong value', 'min-grade: sure\n', '1:1: "min-grade" cannot be "sure"; write confirmed, likely or possible'],
    ['a word that is nearly one', 'format: brif\n', '1:1: "format" cannot be "brif"; write "brief"'],
    ['a list where one is wanted', 'by: [host]\n', '1:1: "by" cannot be a list; write run or host'],
    ['a map where a list is wanted', 'fact: {ex2003: yes}\n', '1:1: "fact" cannot be a map; write text or a list'],
    ['text for yes or no', 'quiet: "yes"\n', '1:1: "quiet" cannot be "yes"; write true or false'],
    ['a number too small', 'jobs: 0\n', '1:1: "jobs" is too small; write at least 1'],
    [
      'a wrong value deep down',
      'hosts:\n  ex1:\n    cluster: 7\n',
      '3:5: hosts.ex1.cluster: "cluster" cannot be "7"; write text',
    ],
    ['a slip in YAML', 'host: [ex1\nformat: json\n', /\d+:\d+: /],
  ])('%s is an error with its place', async (_name, config, message) => {
    const { code, err } = await runWith(config, ['x']);
    expect(code).toBe(2);
    expect(err).toMatch(/^evdx: \.\.\/\.\.\/evdx\.config\.yaml:/);
    if (typeof message === 'string') expect(err).toContain(`evdx.config.yaml:${message}`);
    else expect(err).toMatch(message);
  });
  test('a negated option is the key without no-', async () => {
    expect((await runWith('recovered: false\n', ['x'])).options).toMatchObject({ noRecovered: true });
    expect((await runWith('recovered: true\n', ['x'])).options).not.toHaveProperty('noRecovered');
  });
  test.each(['id: 7\n', 'id: [7, "51,55"]\n', 'id: "7"\n'])('ids are numbers or text: %s', async (config) => {
    const asked: unknown[] = [];
    const events: Calls['events'] = (_inputs, { ids }) => {
      asked.push(...(ids ?? []));
      return (async function* () {})();
    };
    await runWith(config, ['events', 'x'], { events });
    expect(asked[0]).toBe(7);
  });
  test('an empty one says nothing', async () => {
    expect((await runWith('', ['x'])).code).toBe(0);
  });
  test.each([
    ['tz: Nowhere\n', 'tz "Nowhere": there is no such time zone;'],
    ['since: soon\n', 'since "soon": write a time as '],
    ['clock: [ex1]\n', 'clock "ex1": write HOST=+90s or '],
  ])('the value of an option that cannot be is one of the file: %s', async (config, message) => {
    const { code, err } = await runWith(config, ['x']);
    expect(code).toBe(2);
    expect(err).toContain(`evdx: ../../evdx.config.yaml: ${message}`);
  });
  test('an error whose words name no option is of the file where that option stands there', async () => {
    const unknown = new EvdxError('EVDX_RULE_UNKNOWN', 'no rule is called nosuch', { option: 'only' });
    const of = async (config: string, args: readonly string[]): Promise<string> =>
      (await runWith(config, [...args, 'x'], { diagnose: () => Promise.reject(unknown) })).err;
    expect(await of('only: [disk, nosuch]\n', [])).toMatch(/^evdx: \.\.\/\.\.\/evdx\.config\.yaml: no rule is called /);
    expect(await of('skip: disk\n', ['--only', 'nosuch'])).toMatch(/^evdx: no rule is called /);
  });
  test('the value of an option of the command line is none of the file', async () => {
    expect((await runWith('tz: UTC\n', ['--tz', 'Nowhere', 'x'])).err).toMatch(/^evdx: --tz "Nowhere": /);
  });
  test('--config names another one, which must be there', async () => {
    writeFileSync(join(below, 'own.yaml'), 'host: ex9\n');
    expect((await runWith('host: ex1\n', ['--config', 'own.yaml', 'x'])).options).toMatchObject({ hosts: ['ex9'] });
    const { code, err } = await runWith('', ['--config', 'nosuch.yaml', 'x']);
    expect([
      code,
      err.includes('nosuch.yaml: the configuration cannot be read: there is no such file or folder.'),
    ]).toEqual([2, true]);
  });
});

test('every long option of every command is a key, and every key but two is one', () => {
  const context: CommandContext = { io: createFakeIo(), calls: fakeCalls(), config: {}, ended: () => {} };
  const create = [
    createDiagnoseCommand,
    createEventsCommand,
    createExplainCommand,
    createDecodeCommand,
    createDiffCommand,
    createRulesCommand,
  ];
  const withChildren = (command: Command): Command[] => [command, ...command.commands.flatMap(withChildren)];
  const options = create.flatMap((one) => withChildren(one(context))).flatMap((command) => command.options);
  const names = new Set(options.map(({ long }) => long?.replace(/^--(no-)?/, '') ?? ''));
  names.delete('config');
  expect(new Set(Object.keys(configSchema.shape))).toEqual(new Set([...names, 'hosts', 'host-names']));
});
