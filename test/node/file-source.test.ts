import { Buffer } from 'node:buffer';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ByteSource } from '../../src/core/model/source.ts';
import { SourceError } from '../../src/core/model/source-error.ts';
import { fileSource, toSourceError } from '../../src/node/file-source.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'evdx-source-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const readAll = async (source: ByteSource): Promise<{ bytes: Buffer; chunks: number }> => {
  const pieces: Uint8Array[] = [];
  // A piece is valid until the next one is asked for.
  for await (const chunk of source.chunks()) pieces.push(new Uint8Array(chunk));
  return { bytes: Buffer.concat(pieces), chunks: pieces.length };
};
const failure = async (path: string) => {
  try {
    await readAll(fileSource(path, 'shown'));
  } catch (error) {
    return error instanceof SourceError ? [error.code, error.detail] : error;
  }
  return null;
};

const PIECE = 1 << 18;

describe('fileSource', () => {
  test.each([0, 1, 65_536, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE + 7])(
    'reads %i bytes whole and in order',
    async (size) => {
      const path = join(folder, 'file');
      const written = Buffer.alloc(size, 'evdx reads bytes ');
      writeFileSync(path, written);
      const { bytes, chunks } = await readAll(fileSource(path, 'file'));
      expect(bytes.equals(written)).toBe(true);
      expect(chunks).toBe(Math.ceil(size / PIECE));
    },
  );
  test('reading two files side by side mixes nothing', async () => {
    const [first, second] = ['first', 'second'].map((name, index) => {
      const path = join(folder, name);
      writeFileSync(path, Buffer.alloc(2 * PIECE, index + 1));
      return fileSource(path, name);
    });
    const seen: number[] = [];
    for await (const outer of first?.chunks() ?? []) {
      for await (const inner of second?.chunks() ?? []) seen.push(inner[0] ?? 0);
      seen.push(outer[0] ?? 0);
    }
    expect(seen).toEqual([2, 2, 1, 2, 2, 1]);
  });
  test('may be left in the middle', async () => {
    const path = join(folder, 'middle');
    writeFileSync(path, Buffer.alloc(4 << 20));
    for await (const _chunk of fileSource(path, 'x').chunks()) break;
    expect((await readAll(fileSource(path, 'x'))).bytes).toHaveLength(4 << 20);
  });
  test('reads a range', async () => {
    const path = join(folder, 'range');
    writeFileSync(path, 'abcdef');
    const { read } = fileSource(path, 'x');
    expect(Buffer.from((await read?.(2, 4)) ?? []).toString()).toBe('cd');
    expect(Buffer.from((await read?.(4, 99)) ?? []).toString()).toBe('ef');
  });
  test('a missing file says so when it is read', async () => {
    expect(await failure(join(folder, 'nosuch'))).toEqual(['input/missing', null]);
    expect(await failure(join(folder, 'range', 'below-a-file'))).toEqual(['input/missing', null]);
  });
  test('a folder cannot be read as a file', async () => {
    mkdirSync(join(folder, 'folder'));
    expect(await failure(join(folder, 'folder'))).toEqual(['input/unreadable', 'this is a folder']);
  });
  test('the reasons of the system are put in words', () => {
    const reason = (code: string) => toSourceError(Object.assign(new Error('x'), { code })).detail;
    expect(['EACCES', 'EPERM', 'EBUSY', 'EIO', 'EWHATEVER'].map(reason)).toEqual([
      'permission denied',
      'permission denied',
      'in use by another program',
      'the device failed to read it',
      'EWHATEVER',
    ]);
  });
  test('reads a named pipe once, to its end', async () => {
    const path = join(folder, 'pipe');
    execFileSync('sh', ['-c', `mkfifo '${path}'`]);
    chmodSync(path, 0o600);
    const reading = readAll(fileSource(path, 'pipe'));
    execFileSync('sh', ['-c', `printf 'through a pipe' > '${path}' &`]);
    expect((await reading).bytes.toString()).toBe('through a pipe');
  });
});
