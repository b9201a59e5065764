import { linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Calls } from '../../src/cli/calls.ts';
import { main } from '../../src/cli/main.ts';
import { fakeCalls } from '../support/fake-calls.ts';
import { createFakeIo } from '../support/fake-io.ts';
import { report } from '../support/sample-report.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evdx-own-files-'));
  mkdirSync(join(folder, 'logs'));
  writeFileSync(join(folder, 'logs/a.xml'), 'log');
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = async (...args: readonly string[]) => {
  const io = createFakeIo({ cwd: folder });
  const read: string[] = [];
  const calls: Partial<Calls> = {
    diagnose: async (sources) => {
      for (const { name } of sources) read.push(name);
      return report();
    },
    loadRules: () => Promise.resolve({ rules: [], problems: [] }),
    events: async function* (sources) {
      for (const { name } of sources) read.push(name);
      yield [];
    },
  };
  const code = await main(args, io, fakeCalls(calls));
  return { code, read, err: io.stderr.text };
};
const LOST = 'evdx: --output logs/a.xml: this is an input, which would be lost; name another file.';

test.each([
  ['diagnose', ['logs/a.xml']],
  ['events', ['logs/a.xml']],
  ['events', ['other.xml', './logs/../logs/a.xml']],
  ['diff', ['logs/a.xml', 'other.json']],
])('evdx %s writes over none of its inputs: %j', async (command, inputs) => {
  const { code, read, err } = await run(command, ...inputs, '-o', 'logs/a.xml');
  expect([code, read]).toEqual([2, []]);
  expect(err).toContain(LOST);
  expect(readFileSync(join(folder, 'logs/a.xml'), 'utf8')).toBe('log');
});

test('an input is the same file by any link', async () => {
  symlinkSync(join(folder, 'logs/a.xml'), join(folder, 'soft.xml'));
  linkSync(join(folder, 'logs/a.xml'), join(folder, 'hard.xml'));
  expect([(await run('soft.xml', '-o', 'logs/a.xml')).code, (await run('logs/a.xml', '-o', 'hard.xml')).code]).toEqual([
    2, 2,
  ]);
});

test.each(['events', 'diagnose'])('evdx %s does not read in a folder what it writes there', async (command) => {
  for (const name of ['logs', 'logs/*']) {
    expect((await run(command, name, '-o', 'logs/0.txt')).read).toEqual(['logs/a.xml']);
    // Now it is there.
    expect((await run(command, name, '-o', 'logs/0.txt')).read).toEqual(['logs/a.xml']);
  }
});

test('a folder that holds nothing but the output is no input', async () => {
  expect((await run('logs', '-o', 'logs/a.xml')).err).toContain(LOST);
});

test.each(['diagnose', 'events'])('evdx %s does not read what tells it how to read', async (command) => {
  const answers = join(folder, 'logs/answers.yaml');
  const config = join(folder, 'logs/evdx.config.yaml');
  writeFileSync(answers, 'ex2003: true');
  writeFileSync(config, 'jobs: 1');
  const own = command === 'diagnose' ? ['--facts', 'logs/answers.yaml'] : [];
  const left = command === 'diagnose' ? ['logs/a.xml'] : ['logs/a.xml', 'logs/answers.yaml'];
  for (const name of ['logs', 'logs/*'])
    expect((await run(command, name, ...own, '--config', 'logs/evdx.config.yaml')).read).toEqual(left);
});

test('the configuration that a folder of logs brings is no log, nor is the map of pseudonyms', async () => {
  writeFileSync(join(folder, 'evdx.config.yaml'), 'redact-map: map.json');
  writeFileSync(join(folder, 'map.json'), '{"schemaVersion": 1, "id": "4e2f83a960b722f3", "names": []}');
  expect((await run('.')).read).toEqual(['./logs/a.xml']);
});

test('the rules of --rules in a folder of logs are no logs, and whatever else lies there is', async () => {
  mkdirSync(join(folder, 'logs/own/x'), { recursive: true });
  for (const name of ['x/a.yaml', 'x/a.tests.yaml', 'b.yml', 'x/a.evtx', 'own.yaml'])
    writeFileSync(join(folder, 'logs/own', name), '');
  writeFileSync(join(folder, 'logs/owner.yaml'), '');
  expect((await run('logs', '--rules', 'logs/own')).read).toEqual([
    'logs/a.xml',
    'logs/own/x/a.evtx',
    'logs/owner.yaml',
  ]);
});

test('a file that was named alone is looked at, whatever it is', async () => {
  writeFileSync(join(folder, 'evdx.config.yaml'), 'jobs: 1');
  expect((await run('evdx.config.yaml')).read).toEqual(['evdx.config.yaml']);
});
