import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Calls } from '../../src/cli/calls.ts';
import { main } from '../../src/cli/main.ts';
import { EvdxError } from '../../src/core/model/errors.ts';
import type { DiagnoseOptions } from '../../src/core/pipeline/options.ts';
import { fakeCalls } from '../support/fake-calls.ts';
import { createFakeIo, type FakeIoOptions } from '../support/fake-io.ts';
import { finding, report, source } from '../support/sample-report.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'evdx-main-'));
  writeFileSync(join(folder, 'a.txt'), 'Event ID: 9607\n');
  writeFileSync(join(folder, 'events'), 'a file that is called like a command');
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = async (args: readonly string[], calls: Partial<Calls> = {}, over: FakeIoOptions = {}) => {
  const io = createFakeIo({ cwd: folder, ...over });
  const code = await main(args, io, fakeCalls(calls));
  return { code, out: io.stdout.text, err: io.stderr.text };
};
/** What `diagnose` was asked. */
const asked = async (args: readonly string[], over: FakeIoOptions = {}) => {
  const seen: { names: string[]; options: DiagnoseOptions }[] = [];
  const { code, err } = await run(
    args,
    {
      diagnose: (inputs, options) => {
        seen.push({ names: inputs.map(({ name }) => name), options });
        return Promise.resolve(report());
      },
    },
    over,
  );
  return { code, err, names: seen[0]?.names, options: seen[0]?.options };
};

describe('usage', () => {
  test.each<[string, string[], number, RegExp]>([
    [
      'an unknown option names the nearest',
      ['--fromat', 'json', 'a.txt'],
      2,
      /unknown option '--fromat'; did you mean --format\? Run `evdx help` or `evdx help COMMAND` for the options /,
    ],
    [
      'a command with a slip names the nearest',
      ['diagnos', 'a.txt'],
      2,
      /no command or file "diagnos"; did you mean "evdx diagnose"\?/,
    ],
    [
      'an input without a name',
      ['a.txt', ''],
      2,
      /^evdx: the name of an input is empty; is a variable of a script not set\?/,
    ],
    ['an unknown sub-command names the nearest', ['rules', 'lst'], 2, /unknown command 'lst'; did you mean list\?/],
    ['an option of a sub-command', ['rules', 'list', '--bad'], 2, /unknown option '--bad'/],
    ['a missing argument', ['decode'], 2, /missing required argument 'codes'/],
    [
      'a wrong choice',
      ['-f', 'pdf', 'a.txt'],
      2,
      /^evdx: --format "pdf": write table, markdown, html, json, jsonl, csv, sarif, junit, brief\. Run /,
    ],
    ['a value that is missing', ['--tz'], 2, /^evdx: --tz: its value is missing; write --tz <zone>\. Run /],
    ['an option that is missing', ['rules', 'export'], 2, /^evdx: --to is missing; write --to <name>\. Run /],
    [
      'an option with nothing in it',
      ['--only', '', 'a.txt'],
      2,
      /^evdx: --only "": it is empty; a variable of a script may not be set\. Run /,
    ],
    ['a list of nothing', ['--only', ' , ', 'a.txt'], 2, /^evdx: --only "": it is empty/],
    [
      'one of several with nothing in it',
      ['--host', 'ex1', '--host', ' ', 'a.txt'],
      2,
      /^evdx: --host "": it is empty/,
    ],
    ['a wrong zone', ['--display-tz', 'Berlin', 'a.txt'], 2, /--display-tz "Berlin": there is no such time zone/],
    ['a wrong fact', ['--fact', 'x', 'a.txt'], 2, /--fact "x": write name=value/],
    [
      'an output that cannot be written',
      ['-o', 'no/such/folder.txt', 'a.txt'],
      2,
      /--output no\/such\/folder.txt: it cannot be written: there is no such file or folder\. Name a file that you may write, in a folder that exists\.\n$/,
    ],
  ])('%s', async (_name, args, code, sentence) => {
    const result = await run(args);
    expect(result.code).toBe(code);
    expect(result.err).toMatch(sentence);
    expect(result.err).toMatch(/^evdx: [^\n]+\n$/);
    expect(result.out).toBe('');
  });
  test('a word that is no command and no slip of one is an input', async () => {
    expect((await asked(['server'])).names).toEqual(['server']);
  });
  test('a file that is called like a command needs its folder', async () => {
    expect((await asked(['./events'])).names).toEqual(['./events']);
  });
  test.each([[['rules']], [['help', 'nosuch']]])('%j is answered with the help on standard error', async (args) => {
    const { code, out, err } = await run(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^Usage: evdx .*\n\nCommands:\n {2}/s);
  });
  test('help and version are results', async () => {
    const version = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;
    expect(await run(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
    const help = await run(['help']);
    expect(help.code).toBe(0);
    expect(help.out).toMatch(/^Usage: evdx /);
    expect((await run(['help', 'decode'])).out).toMatch(/^Usage: evdx decode /);
    expect((await run(['rules', 'check', '--help'])).out).toMatch(/^Usage: evdx rules check /);
    expect((await run(['help', 'rules', 'check'])).out).toMatch(/^Usage: evdx rules check /);
  });
});

describe('inputs', () => {
  test('"evdx FILE" is "evdx diagnose FILE"', async () => {
    expect((await asked(['a.txt'])).names).toEqual(['a.txt']);
    expect((await asked(['diagnose', 'a.txt'])).names).toEqual(['a.txt']);
  });
  test('nothing and "-" are standard input', async () => {
    expect((await asked([])).names).toEqual(['-']);
    expect((await asked(['-', 'a.txt'])).names).toEqual(['-', 'a.txt']);
  });
  test('a missing one among good ones is one of the sources', async () => {
    expect((await asked(['a.txt', 'nosuch.evtx'])).names).toEqual(['a.txt', 'nosuch.evtx']);
  });
});

describe('names that are in none of the inputs', () => {
  const found = report({
    sources: [source({ name: 'logs/a.txt', events: 1 })],
    statistics: [
      {
        ...{ host: 'ex1.corp.example', channel: 'Application', provider: 'disk', eventId: 7, level: 'error' },
        ...{ count: 1, first: null, last: null },
      },
    ],
  });
  const said = async (args: readonly string[], of = found) =>
    (await run([...args, 'a.txt'], { diagnose: () => Promise.resolve(of) })).err;

  test.each([
    ['--tz', 'b.txt=UTC', 'evdx: --tz b.txt=…: no input has this name.\n'],
    ['--clock', 'ex2=+90s', 'evdx: --clock ex2=…: no log is from this host.\n'],
    ['--fact', 'ex2:ex2003=yes', 'evdx: --fact ex2:ex2003=…: no log is from this host.\n'],
    ['--fact', 'ex1:ex203=yes', 'evdx: --fact ex1:ex203=…: no rule asks for it; did you mean ex2003?\n'],
    ['--fact', 'a-b-c-d-e=1', 'evdx: --fact a-b-c-d-e=…: no rule asks for it.\n'],
    ['--fact', 'ex2003=perhaps', 'evdx: --fact ex2003=…: write yes or no.\n'],
  ])('%s %s is said to change nothing', async (option, value, sentence) =>
    expect(await said([option, value])).toBe(sentence),
  );

  test.each(['EX1:EX2003=no', 'ex2003=N', 'exchange/Backup-never-closed.ex2003=0'])(
    '--fact %s is an answer',
    async (answer) => expect(await said(['--fact', answer])).toBe(''),
  );

  test('a file by the end of its path and a host without its domain are there', async () =>
    expect(await said(['--tz', 'a.txt=UTC', '--tz', 'UTC', '--clock', 'EX1=+90s', '--host', 'EX1'])).toBe(''));

  test.each(['ex2003=no', 'EX1:exchange/backup-never-closed.ex2003=no', 'os=Windows Server 2003', 'file.ese.dll=6.5'])(
    '--fact %s can change something',
    async (fact) => expect(await said(['--fact', fact])).toBe(''),
  );

  test('a period with no event in it is no result', async () =>
    expect(await said(['--since', '2006-03-02'], { ...found, statistics: [] })).toBe(
      'evdx: No event is in the period and on the hosts asked for.\n',
    ));

  test('nobody who wants no remarks is told, and a redacted report cannot tell', async () => {
    expect(await said(['--quiet', '--clock', 'ex2=+90s'])).toBe('');
    expect(await said(['--clock', 'ex2=+90s'], { ...found, redacted: 'a1b2' })).toBe('');
  });

  test('a configuration names the files and hosts of other runs, too', async () => {
    writeFileSync(join(folder, 'fleet.yaml'), 'clock: [ex2=+90s]\ntz: [b.txt=UTC]\n');
    expect(await said(['--config', 'fleet.yaml'])).toBe('');
  });
});

describe('options', () => {
  test('reach the library as values', async () => {
    const { options } = await asked(
      [
        '--tz',
        'UTC',
        '--tz',
        'a.txt=+02:00',
        '--date-order',
        'dmy',
        '--clock',
        'ex1=+90s',
        '--since',
        '2006-03-02',
      ].concat([
        '--host',
        'ex1',
        '--only',
        'exchange,KB910250',
        '--skip',
        'vss',
        '--fact',
        'ex1:a=yes',
        '--input-format',
        'evtx',
        'a.txt',
      ]),
    );
    expect(options).toEqual({
      tz: [
        { file: null, zone: 'UTC' },
        { file: 'a.txt', zone: '+02:00' },
      ],
      dateOrder: 'dmy',
      clocks: [{ host: 'ex1', offsetMs: 90_000 }],
      since: Date.UTC(2006, 2, 2),
      hosts: ['ex1'],
      only: ['exchange', 'KB910250'],
      skip: ['vss'],
      facts: [{ host: 'ex1', name: 'a', value: true, from: 'option' }],
      inputFormat: 'evtx',
      rules: [],
    });
  });
  test('--min-grade leaves findings out, and out of the exit code', async () => {
    const findings = [finding({ grade: 'possible', severity: 'critical' })];
    const diagnose = () => Promise.resolve(report({ findings }));
    expect((await run(['a.txt'], { diagnose })).code).toBe(1);
    const likely = await run(['--min-grade', 'likely', '-f', 'json', 'a.txt'], { diagnose });
    expect([likely.code, JSON.parse(likely.out).findings]).toEqual([0, []]);
  });
  test('--fail-on moves the bar', async () => {
    const diagnose = () => Promise.resolve(report({ findings: [finding({ severity: 'medium' })] }));
    expect((await run(['a.txt'], { diagnose })).code).toBe(0);
    expect((await run(['--fail-on', 'medium', 'a.txt'], { diagnose })).code).toBe(1);
  });
  test('--output writes a file and nothing else', async () => {
    const { code, out, err } = await run(['-f', 'json', '-o', 'out.json', 'a.txt']);
    expect([code, out, err]).toEqual([0, '', '']);
    expect(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'))).toEqual(report());
  });
  test('--output - is standard output, whatever file a configuration names', async () => {
    writeFileSync(join(folder, 'out.yaml'), 'output: out-of-config.json');
    const { code, out } = await run(['--config', join(folder, 'out.yaml'), '-f', 'json', '-o', '-', 'a.txt']);
    expect([code, JSON.parse(out)]).toEqual([0, report()]);
    expect(existsSync(join(folder, '-')) || existsSync(join(folder, 'out-of-config.json'))).toBe(false);
  });
  test('rules that do not load are said one by one, the rest runs, and the exit code is 2', async () => {
    const problem = {
      file: 'r/a.yaml',
      line: 7,
      column: 3,
      message: 'unknown key "providr"',
      hint: 'write "provider"',
    };
    const loadRules = () => Promise.resolve({ rules: [], problems: [problem] });
    const { code, out, err } = await run(['--rules', 'r', '-f', 'json', 'a.txt'], { loadRules });
    expect(err).toBe('evdx: r/a.yaml:7:3: unknown key "providr"; write "provider"\n');
    expect([code, JSON.parse(out).schemaVersion]).toEqual([2, 1]);
  });
});

describe('failures', () => {
  const fail = (error: unknown) => () => Promise.reject(error);
  test('an error of the library is its sentence and its hint', async () => {
    const { code, err } = await run(['--only', 'x', 'a.txt'], {
      diagnose: fail(new EvdxError('EVDX_RULE_UNKNOWN', 'no rule is called x')),
    });
    expect(code).toBe(2);
    expect(err).toBe(
      'evdx: no rule is called x. Run `evdx rules list` for the ids; KB numbers work as well (KB910250).\n',
    );
  });
  test('an internal failure is one sentence, never a stack', async () => {
    const { code, err } = await run(['a.txt'], { diagnose: fail(new Error('boom \u001b[31m')) });
    expect(code).toBe(3);
    expect(err).toBe(
      'evdx: It failed: boom \\x1b[31m. This is a bug in evdx; please report it. EVDX_DEBUG=1 shows where it happened.\n',
    );
  });
  test('EVDX_DEBUG=1 shows where', async () => {
    const { err } = await run(['a.txt'], { diagnose: fail(new Error('boom')) }, { env: { EVDX_DEBUG: '1' } });
    expect(err).toMatch(/\nError: boom\n {4}at /);
  });
});
