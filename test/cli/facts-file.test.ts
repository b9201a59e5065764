import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFactsFile } from '../../src/cli/facts-file.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'evdx-facts-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const read = (text: string) => {
  writeFileSync(join(folder, 'facts.yaml'), text);
  return readFactsFile('facts.yaml', folder);
};

describe('a file of facts', () => {
  test('has answers for all hosts and for one', async () => {
    expect(await read('logs_touched: yes\nos: Windows Server 2003 SP2\nex1: {renamed: false, build: 7}\n')).toEqual([
      { host: null, name: 'logs_touched', value: true, from: 'option' },
      { host: null, name: 'os', value: 'Windows Server 2003 SP2', from: 'option' },
      { host: 'ex1', name: 'renamed', value: false, from: 'option' },
      { host: 'ex1', name: 'build', value: '7', from: 'option' },
    ]);
  });
  test('may be JSON', async () => {
    expect(await read('{"ex1": {"a": true}}')).toEqual([{ host: 'ex1', name: 'a', value: true, from: 'option' }]);
  });
  test.each([
    ['a list is no answer', 'a: yes\nb: [1]\n', 'facts.yaml:2:1: b is neither text, number nor yes or no.'],
    ['so is nothing, deep down', 'ex1:\n  a:\n', 'facts.yaml:2:3: a is neither text, number nor yes or no.'],
    ['nor is a bare text', 'yes\n', 'facts.yaml:1:1: the file must hold names and values.'],
    ['two documents', 'a: 1\n---\nb: 2\n', 'facts.yaml:2:1: a second document starts here; one file holds one.'],
    ['aliases would grow', 'a: &x [1]\nb: *x\n', 'facts.yaml:2:4: write the value itself, not an alias.'],
  ])('%s', async (_name, text, message) => {
    await expect(read(text)).rejects.toMatchObject({
      code: 'EVDX_FACTS_INVALID',
      message: expect.stringMatching(message),
    });
  });
  test('must be there', async () => {
    await expect(readFactsFile('nosuch.yaml', folder)).rejects.toThrow(
      '--facts nosuch.yaml: the file cannot be read: there is no such file or folder.',
    );
  });
});
