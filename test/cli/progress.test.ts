import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { formatBytes, formatProgress, showProgress } from '../../src/cli/progress.ts';
import type { ByteSource } from '../../src/core/model/source.ts';
import { fakeCalls } from '../support/fake-calls.ts';
import { createFakeIo } from '../support/fake-io.ts';

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [9_940_000, '9.9 MB'],
  [12_345_678, '12 MB'],
  [1.2e9, '1.2 GB'],
])('%i bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

describe('formatProgress', () => {
  const state = { files: 12, totalFiles: 400, bytes: 3e9, totalBytes: 9e9, elapsedMs: 2000 };
  test('says files, part, speed and what is left', () => {
    expect(formatProgress(state)).toBe('12 of 400 files, 33 %, 1.5 GB/s, 4 s left');
  });
  test('without sizes says what was read', () => {
    expect(formatProgress({ ...state, totalFiles: 1, files: 1, totalBytes: null })).toBe(
      '1 of 1 file, 3.0 GB, 1.5 GB/s',
    );
  });
  test('a file that grew is not more than all of it', () => {
    expect(formatProgress({ ...state, bytes: 10e9 })).toBe('12 of 400 files, 100 %, 5.0 GB/s, 0 s left');
  });
});

const source = (name: string, chunks: number): ByteSource => ({
  name,
  sizeBytes: chunks * 1000,
  *chunks() {
    for (let index = 0; index < chunks; index++) yield new Uint8Array(1000);
  },
});
const readAll = async (sources: readonly ByteSource[]) => {
  let bytes = 0;
  for (const one of sources) for await (const chunk of one.chunks()) bytes += chunk.length;
  return bytes;
};

describe('showProgress', () => {
  test('is silent at first, then redraws one line, and takes it away', async () => {
    const io = createFakeIo({ isTTY: true });
    let clock = 0;
    const progress = showProgress(io, [source('a', 10), source('b', 10)], () => (clock += 150));
    expect(await readAll(progress.sources)).toBe(20_000);
    const lines = io.stderr.text.split('\r\u001b[K');
    expect(lines[1]).toBe('evdx: 1 of 2 files, 35 %, 6.7 kB/s, 2 s left');
    expect(lines.length).toBeGreaterThan(4);
    await progress.end();
    expect(io.stderr.text.endsWith('\r\u001b[K')).toBe(true);
  });
  test('a quick run leaves no trace', async () => {
    const io = createFakeIo({ isTTY: true });
    const progress = showProgress(io, [source('a', 10)], () => 0);
    await readAll(progress.sources);
    await progress.end();
    expect(io.stderr.text).toBe('');
  });
});

test.each([
  ['a pipe', false, []],
  ['--no-progress', true, ['--no-progress']],
  ['--quiet', true, ['--quiet']],
] as const)('%s hands the inputs on as they are', async (_name, isTTY, args) => {
  const io = createFakeIo({ isTTY });
  const seen: unknown[] = [];
  const diagnose = (inputs: readonly ByteSource[]) => {
    seen.push(inputs[0]?.chunks.constructor.name);
    return Promise.reject(new Error('enough'));
  };
  await main([...args, 'nosuch'], io, fakeCalls({ diagnose }));
  expect(seen).toEqual(['Function']);
});
