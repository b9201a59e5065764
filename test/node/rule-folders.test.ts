import fs, { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  checkRuleFolders,
  idForNewFile,
  idOfFile,
  loadRuleFolders,
  readRuleFiles,
} from '../../src/node/rule-folders.ts';

/** Permissions mean nothing to root, who runs many a test. */
async function whileClosed<T>(ending: string, work: () => Promise<T>): Promise<T> {
  const open = fs.openSync;
  const spy = vi.spyOn(fs, 'openSync').mockImplementation((path, ...rest) => {
    if (String(path).endsWith(ending)) throw Object.assign(new Error('EACCES: no, open'), { code: 'EACCES' });
    return open(path, ...rest);
  });
  syncBuiltinESMExports();
  try {
    return await work();
  } finally {
    spy.mockRestore();
    syncBuiltinESMExports();
  }
}

const rule = (id: string): string =>
  [
    'evdx: 1',
    `id: ${id}`,
    'title: A disk keeps reporting bad blocks',
    'severity: high',
    'events: {bad: {log: System, provider: disk, id: 7}}',
    'find: {burst: {count: {of: bad, min: 3}, within: 24h}}',
    'causes: [{id: medium, title: The drive is failing, evidence: [{if: burst, for: strong, because: bad blocks keep coming}]}]',
    'resolution: [{id: save, risk: {level: none, downtime: none, data_loss: none, reversible: true}, steps: [{do: Back up now.}]}]',
    "refs: ['ntiologc.h: IO_ERR_BAD_BLOCK = 0xC0040007']",
    'tests: []',
    '',
  ].join('\n');

let root = '';
const write = (name: string, text: string) => {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
};
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'evdx-rules-'));
  write('own/storage/b.yaml', rule('storage/b'));
  write('own/storage/a.yml', rule('storage/a'));
  write('own/storage/notes.txt', 'no rule');
  write('own/.draft.yaml', 'no rule');
  write('rules/storage/c.yaml', rule('storage/c'));
  write('bad/storage/d.yaml', rule('storage/d').replace('provider', 'providr'));
  write('bad/storage/e.yaml', rule('storage/other'));
  mkdirSync(join(root, 'empty'));
});
afterAll(() => rmSync(root, { recursive: true }));

describe('readRuleFiles', () => {
  test('reads a folder by code units, with the id each path stands for', () => {
    const { files, problems } = readRuleFiles(['own'], root);
    expect(files.map(({ file, expectedId }) => [file, expectedId])).toEqual([
      ['own/storage/a.yml', 'storage/a'],
      ['own/storage/b.yaml', 'storage/b'],
    ]);
    expect(problems).toEqual([]);
  });
  test('a file with no folder between has the folder that was given for its area, as a new file there', () => {
    write('flat/one.yaml', rule('flat/one'));
    write('My Rules/one.yaml', rule('flat/one'));
    const { files } = readRuleFiles(['flat', 'My Rules'], root);
    expect(files.map(({ expectedId }) => expectedId)).toEqual(['flat/one', undefined]);
    expect(idForNewFile(join(root, 'flat', 'one.yaml'))).toBe('flat/one');
  });
  test('a single file below a folder of rules stands for its id, any other for none', () => {
    const { files } = readRuleFiles(['rules/storage/c.yaml', 'own/storage/b.yaml'], root);
    expect(files.map(({ expectedId }) => expectedId)).toEqual(['storage/c', undefined]);
  });
  test('a path without rules is a problem of its own', () => {
    const { problems } = readRuleFiles(['empty', 'nosuch', 'rules'], root);
    expect(problems.map(({ file, message }) => [file, message.replace(/\(.*/s, '(…')])).toEqual([
      ['empty', 'there is no rule in this folder'],
      ['nosuch', 'it cannot be read (…'],
    ]);
  });
});

describe('loadRuleFolders', () => {
  test('loads what is right and names what is not, with its place', async () => {
    const { rules, problems } = await loadRuleFolders(['own', 'bad'], root, []);
    expect(rules.map(({ id }) => id)).toEqual(['storage/a', 'storage/b']);
    expect(problems.map(({ file, line }) => [file, line])).toEqual([
      ['bad/storage/d.yaml', 5],
      ['bad/storage/e.yaml', 2],
    ]);
  });
});

test('an area of the rules is checked by its path below rules/', () => {
  const { files, problems } = readRuleFiles(['rules/storage'], fileURLToPath(new URL('../..', import.meta.url)));
  expect(problems).toEqual([]);
  expect(files.every(({ expectedId }) => expectedId?.startsWith('storage/'))).toBe(true);
});

test('what rules hardly mean is told with its place, beside mistakes and missing paths', async () => {
  const { rules, problems, lint } = await checkRuleFolders(['own', 'bad/storage/d.yaml', 'nosuch'], root, []);
  expect(rules.map(({ id }) => id)).toEqual(['storage/a', 'storage/b']);
  expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual(['nosuch:1', 'bad/storage/d.yaml:5']);
  expect(lint).toEqual([
    {
      file: 'own/storage/b.yaml',
      line: 6,
      column: 8,
      message: expect.stringContaining('the same events as that of "storage/a"'),
      hint: expect.any(String),
    },
  ]);
});

test.each([
  ['/x/rules/storage/own.yaml', 'storage/own'],
  ['/x/storage/own.yaml', null],
])('the id of %s is %s', (path, id) => expect(idOfFile(path)).toBe(id));

test.each([
  ['/x/rules/a/storage/own.yaml', 'a/storage/own'],
  ['/x/my-rules/storage/own.yml', 'storage/own'],
])('a new file %s gets the id %s', (path, id) => expect(idForNewFile(path)).toBe(id));

test('mistakes in a file of tests are found with those of its rule', async () => {
  write('apart/storage/f.yaml', rule('storage/f').replace('tests: []', 'tests: f.tests.yaml'));
  write('apart/storage/g.yaml', rule('storage/g').replace('tests: []', 'tests: gone.yaml'));
  write('apart/storage/f.tests.yaml', "- {name: x, log: '- - System disk 7 error', expct: none}\n");
  const { problems } = await checkRuleFolders(['apart'], root, []);
  expect(problems.map(({ file, line, message }) => [file, line, message.slice(0, 19)])).toEqual([
    ['apart/storage/f.tests.yaml', 1, 'unknown key "expct"'],
    ['apart/storage/gone.yaml', 1, 'it cannot be read ('],
  ]);
});

test('a rule that cannot be read costs itself only', async () => {
  write('closed/storage/h.yaml', rule('storage/h'));
  write('closed/storage/i.yaml', rule('storage/i'));
  const load = () => loadRuleFolders(['closed'], root, []);
  const { rules, problems } = await whileClosed('closed/storage/h.yaml', load);
  expect([rules.map(({ id }) => id), problems.map(({ file, message }) => [file, message])]).toEqual([
    ['storage/i'],
    [['closed/storage/h.yaml', 'it cannot be read (permission denied)']],
  ]);
});

test('of a file larger than any rule only the beginning is read', async () => {
  write('huge/storage/h.yaml', rule('storage/h'));
  truncateSync(join(root, 'huge/storage/h.yaml'), 3 * 2 ** 30);
  const { problems } = await loadRuleFolders(['huge'], root, []);
  expect(problems.map(({ message }) => message)).toEqual(['the file is larger than 256 KiB']);
  expect(readRuleFiles(['huge'], root).files[0]?.text).toHaveLength(256 * 1024 + 4);
});
