import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ByteSource } from '../../src/core/model/source.ts';
import { SourceError } from '../../src/core/model/source-error.ts';
import { findInputs } from '../../src/node/find-inputs.ts';

let root = '';
const write = (...names: readonly string[]) => {
  for (const name of names) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), name);
  }
};
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'evdx-find-'));
  write(
    'logs/b.evtx',
    'logs/a.evtx',
    'logs/Z.evtx',
    'logs/deep/er/c.xml',
    'logs/deep/d.EVTX',
    'logs/.hidden',
    'logs/.git/x',
    'top.txt',
  );
  write('odd/[1].txt', 'odd/a*b.txt', 'odd/ü.txt');
  mkdirSync(join(root, 'empty/inner'), { recursive: true });
  mkdirSync(join(root, 'links/real'), { recursive: true });
  write('links/real/f.txt');
  symlinkSync(join(root, 'links'), join(root, 'links/real/back'));
  symlinkSync(join(root, 'links/real/f.txt'), join(root, 'links/to-file'));
  symlinkSync(join(root, 'nowhere'), join(root, 'links/broken'));
});
afterAll(() => rmSync(root, { recursive: true }));

const names = (...inputs: readonly string[]): string[] => findInputs(inputs, root).map(({ name }) => name);
const outcome = async (source: ByteSource): Promise<string> => {
  try {
    let bytes = 0;
    for await (const chunk of source.chunks()) bytes += chunk.length;
    return `${source.name}: ${bytes} bytes`;
  } catch (error) {
    return error instanceof SourceError ? `${source.name}: ${error.code} ${error.detail}` : String(error);
  }
};
const outcomes = (...inputs: readonly string[]) => Promise.all(findInputs(inputs, root).map(outcome));

describe('findInputs', () => {
  test('files keep the order and the names they were given with', () => {
    expect(names('top.txt', './logs/b.evtx', join(root, 'logs/a.evtx'))).toEqual([
      'top.txt',
      './logs/b.evtx',
      `${root}/logs/a.evtx`,
    ]);
  });
  test('a folder is walked by code units, hidden files and folders left out', () => {
    expect(names('logs')).toEqual([
      'logs/Z.evtx',
      'logs/a.evtx',
      'logs/b.evtx',
      'logs/deep/d.EVTX',
      'logs/deep/er/c.xml',
    ]);
    expect(names('logs/')).toEqual(names('logs'));
  });
  test.runIf(process.platform === 'linux')('names that are no UTF-8 are read, each under its own name', async () => {
    const folder = Buffer.from(join(root, 'latin'));
    mkdirSync(folder);
    for (const name of ['Stra\xdfe.evtx', 'Stra\xdfe2.evtx', '\xfcber/a.txt']) {
      const path = Buffer.concat([folder, Buffer.from('/'), Buffer.from(name, 'latin1')]);
      mkdirSync(path.subarray(0, path.lastIndexOf('/')), { recursive: true });
      writeFileSync(path, 'four');
    }
    write('latin/Straße.txt');
    expect(await outcomes('latin')).toEqual([
      'latin/Straße.evtx: 4 bytes',
      'latin/Straße.txt: 17 bytes',
      'latin/Straße2.evtx: 4 bytes',
      'latin/über/a.txt: 4 bytes',
    ]);
    expect(await outcomes('latin/*.evtx')).toEqual(['latin/Straße.evtx: 4 bytes', 'latin/Straße2.evtx: 4 bytes']);
    // As Node hands over what a shell expanded.
    expect(await outcomes('latin/Stra\ufffde.evtx')).toEqual(['latin/Straße.evtx: 4 bytes']);
    expect(await outcomes('latin/Stra\ufffd.evtx')).toEqual(['latin/Stra\ufffd.evtx: input/missing null']);
  });
  test('a hidden file that is named is read', () => {
    expect(names('logs/.hidden')).toEqual(['logs/.hidden']);
  });
  test('a file is read once, however often it is named', () => {
    expect(names('logs/a.evtx', 'logs', 'logs/a.evtx', 'logs')).toEqual([
      'logs/a.evtx',
      'logs/Z.evtx',
      'logs/b.evtx',
      'logs/deep/d.EVTX',
      'logs/deep/er/c.xml',
    ]);
  });
  test('links that lead back end, links to files are files, broken ones are missing', async () => {
    expect(await outcomes('links')).toEqual([
      'links/broken: input/missing null',
      'links/real/f.txt: 16 bytes',
      'links/to-file: 16 bytes',
    ]);
  });
  test('what is missing stands among what is there', async () => {
    expect(await outcomes('top.txt', 'nosuch.evtx', 'logs/a.evtx')).toEqual([
      'top.txt: 7 bytes',
      'nosuch.evtx: input/missing null',
      'logs/a.evtx: 11 bytes',
    ]);
  });
  test('a folder without files is empty', async () => {
    expect(await outcomes('empty')).toEqual(['empty: input/empty a folder without files']);
  });
  test('what the system refuses to look at is unreadable, the rest is read', async () => {
    const long = 'x'.repeat(5000);
    expect(await outcomes(long, 'top.txt')).toEqual([`${long}: input/unreadable ENAMETOOLONG`, 'top.txt: 7 bytes']);
  });
});

describe('patterns that no shell expanded', () => {
  test.each([
    ['logs/*.evtx', ['logs/Z.evtx', 'logs/a.evtx', 'logs/b.evtx']],
    ['logs/?.evtx', ['logs/Z.evtx', 'logs/a.evtx', 'logs/b.evtx']],
    ['logs/**/*.evtx', ['logs/Z.evtx', 'logs/a.evtx', 'logs/b.evtx', 'logs/deep/d.EVTX']],
    ['**/c.xml', ['logs/deep/er/c.xml']],
    ['logs/**/**/c.xml', ['logs/deep/er/c.xml']],
    ['l*s/d*p', ['logs/deep/d.EVTX', 'logs/deep/er/c.xml']],
    ['./logs/a*', ['./logs/a.evtx']],
    ['odd/a*b.txt', ['odd/a*b.txt']],
    ['odd/[1]*', ['odd/[1].txt']],
    ['odd/?.txt', ['odd/ü.txt']],
  ])('%s', (pattern, expected) => {
    expect(names(pattern)).toEqual(expected);
  });
  test('an absolute one', () => {
    expect(names(`${root}/logs/a*`)).toEqual([`${root}/logs/a.evtx`]);
  });
  test('one that matches nothing is missing', async () => {
    expect(await outcomes('logs/*.zip')).toEqual(['logs/*.zip: input/missing no file matches this pattern']);
  });
  test('hidden files only match by name', () => {
    expect(names('logs/*').some((name) => name.includes('/.'))).toBe(false);
  });
});
