import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diagnose } from '../../src/core/index.ts';
import { epochMs } from '../../src/core/model/brand.ts';
import type { Report } from '../../src/core/model/report.ts';
import type { ByteSource } from '../../src/core/model/source.ts';
import { fileSource } from '../../src/node/file-source.ts';
import { findInputs } from '../../src/node/find-inputs.ts';
import { poolScan } from '../../src/node/scan-pool.ts';
import { threadsFor } from '../../src/node/threads-for.ts';

const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
let folder = '';
let workerUrl = new URL('file:///');
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'evdx-pool-'));
  await build({
    entryPoints: [file('src/node/scan-worker.ts')],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    splitting: true,
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  workerUrl = pathToFileURL(join(folder, 'scan-worker.mjs'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const cases = (): readonly ByteSource[] =>
  findInputs(['fixtures/cases', 'fixtures/formats/evtx', 'no-such-file'], file('.'));

describe('threadsFor', () => {
  const sized = (bytes: number): ByteSource => fileSource('/x', 'x', bytes);
  test('little is read by the thread that asks', () => {
    expect(threadsFor([sized(1000), sized(1000)])).toBe(1);
  });
  test('many small files are read by the thread that asks, unless there are enough others', () => {
    const small = Array.from({ length: 2000 }, () => sized(70_000));
    expect([threadsFor(small, undefined, 2), threadsFor(small, undefined, 8)]).toEqual([1, 8]);
    expect(threadsFor([sized(4e7), sized(4e7)], undefined, 2)).toBe(2);
  });
  test('one file is read by one thread, however large', () => {
    expect(threadsFor([sized(1e9)])).toBe(1);
  });
  test('so many as were asked for, but not more than files', () => {
    expect([
      threadsFor(
        Array.from({ length: 9 }, () => sized(1)),
        4,
      ),
      threadsFor([sized(1), sized(1)], 4),
    ]).toEqual([4, 2]);
  });
});

describe('poolScan', () => {
  test.each([1, 2, 5])('%i threads give the report that one gives', async (jobs) => {
    const alone = await diagnose(cases());
    expect(await diagnose(cases(), {}, poolScan({}, { jobs, workerUrl }))).toEqual(alone);
  });
  test('options reach the threads', async () => {
    // What a tool printed has no time, so no period leaves it out.
    const dated = ({ findings }: Report) => findings.filter(({ first }) => first !== null);
    const report = await diagnose(cases(), {}, poolScan({ until: epochMs(0) }, { jobs: 2, workerUrl }));
    expect(dated(report)).toEqual([]);
    expect(dated(await diagnose(cases()))).not.toEqual([]);
  });
  test('a source that is no file is read beside them', async () => {
    const paste: ByteSource = {
      name: 'paste',
      sizeBytes: null,
      chunks: () => [new TextEncoder().encode('Event ID: 9607')],
    };
    const report = await diagnose([paste, ...cases()], {}, poolScan({}, { jobs: 2, workerUrl }));
    expect(report.sources.map(({ name }) => name)).toContain('paste');
    expect(report.sources).toHaveLength(cases().length + 1);
  });
  test('files for whose events no memory is left are not read', async () => {
    const options = { memoryBytes: 1 };
    // Large ones are given out one by one.
    const large = cases().map((source) => ({ ...source, sizeBytes: 5_000_000 }));
    const report = await diagnose(large, options, poolScan(options, { jobs: 2, workerUrl }));
    const unread = report.sources.filter(({ problems }) => problems.some(({ code }) => code === 'input/memory'));
    expect(unread.length).toBeGreaterThan(0);
    expect(report.sources).toHaveLength(cases().length);
    expect(report.sources.length - unread.length).toBeGreaterThan(0);
  });
  test('progress is told for each file', async () => {
    let bytes = 0;
    const onRead = (count: number): void => {
      bytes += count;
    };
    const path = join(folder, 'log.evtx');
    copyFileSync(file('fixtures/formats/evtx/Security_1_record.evtx'), path);
    const source = { ...fileSource(path, 'log', 69_632), onRead };
    await diagnose([source, fileSource(path, 'again', 69_632)], {}, poolScan({}, { jobs: 2, workerUrl }));
    expect(bytes).toBe(69_632);
  });
  test('a thread that dies is the problem of the file it was reading; the rest is read by another', async () => {
    const deadly = join(folder, 'deadly.mjs');
    writeFileSync(
      deadly,
      `import { parentPort } from 'node:worker_threads';
       import { readFileSync } from 'node:fs';
       parentPort.on('message', (order) => {
         for (const { index, path, name } of order) {
           if (readFileSync(path, 'latin1').includes('9607')) process.exit(9);
           const empty = { encoding: null, language: null, timeBasis: 'none', records: 0, events: 0, recovered: 0, unclaimed: 0 };
           const none = { kept: [], coverage: [], clearedElsewhere: [], statistics: [], classMisses: [], facts: [], mentioned: [], problems: [], limits: [], hostsSeen: [] };
           parentPort.postMessage({ index, scans: [{ source: name, format: 'read', ...empty, ...none }] });
         }
       });`,
    );
    const [harmless, fatal] = ['harmless', '9607'].map((text) => {
      const path = join(folder, text);
      writeFileSync(path, text);
      return fileSource(path, text, text.length);
    });
    if (harmless === undefined || fatal === undefined) throw new Error('no sources');
    const report = await diagnose(
      [harmless, fatal, { ...harmless, name: 'also' }],
      {},
      poolScan({}, { jobs: 1, workerUrl: pathToFileURL(deadly) }),
    );
    expect(
      report.sources.map(({ name, format, problems }) => [name, format, problems.map(({ code }) => code)]),
    ).toEqual([
      ['9607', 'unknown', ['input/internal']],
      ['also', 'read', []],
      ['harmless', 'read', []],
    ]);
  });
});
