import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const project = file('../..');
/** What bin/evdx.js does, from the sources: tests need no build. */
const run = [
  `import { createIo } from "${new URL('../../src/cli/io.ts', import.meta.url).href}";`,
  `import { main } from "${new URL('../../src/cli/main.ts', import.meta.url).href}";`,
  'process.exitCode = await main(process.argv.slice(1), createIo(process));',
].join('\n');
const evdx = `'${process.execPath}' --import tsx --input-type=module -e '${run}' --`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'evdx-process-'));
  const event =
    '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="disk"/><EventID>7</EventID><Level>2</Level>' +
    '<TimeCreated SystemTime="2012-03-14T04:17:38.276Z"/><EventRecordID>1</EventRecordID><Channel>System</Channel>' +
    `<Computer>ex1</Computer></System><EventData><Data>${'x'.repeat(200)}</Data></EventData></Event>\n`;
  writeFileSync(join(folder, 'many.xml'), `<Events>\n${event.repeat(5000)}</Events>\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

const shell = (command: string): SpawnSyncReturns<string> =>
  spawnSync('sh', ['-c', command], {
    cwd: project,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8' },
  });

describe('the process', () => {
  test('ends in silence when the reader of its output has gone', () => {
    const { stdout, stderr } = shell(
      `{ ${evdx} events -f jsonl '${folder}/many.xml'; echo "code $?" >&2; } | head -n 1`,
    );
    expect(stdout.split('\n')).toHaveLength(2);
    expect(stderr).toBe('code 0\n');
  });
  test('writes all of a large result into a pipe', () => {
    const { stdout, status } = shell(`${evdx} events -f jsonl '${folder}/many.xml' | wc -l`);
    expect([stdout.trim(), status]).toEqual(['5000', 0]);
  });
  test('reads standard input from a pipe, and says what is wrong with an empty one', () => {
    const { stdout, stderr, status } = shell(`${evdx} < /dev/null`);
    expect(status).toBe(3);
    expect(stdout).toContain('Could not look: no event was read');
    expect(stderr).toBe('');
  });
  test('a full disk is a sentence, not a lost report', () => {
    const { stderr, status } = shell(`${evdx} '${folder}/many.xml' > /dev/full`);
    expect(stderr).toMatch(/^evdx: The system refused: no space is left on the device\.\n$/);
    expect(status).toBe(3);
  });
});

describe('bin/evdx.js', () => {
  const bundle = () => join(folder, 'dist/bundle/evdx.cjs');
  const start = (...args: readonly string[]) =>
    spawnSync(process.execPath, [join(folder, 'bin/evdx.js'), ...args], { encoding: 'utf8' });
  beforeAll(() => {
    mkdirSync(join(folder, 'bin'));
    for (const name of ['evdx.js', 'load.cjs']) copyFileSync(file(`../../bin/${name}`), join(folder, 'bin', name));
    copyFileSync(file('../../bin/package.json'), join(folder, 'bin/package.json'));
    writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
  });

  test('says that it is not built yet', () => {
    const { stderr, status } = start();
    expect([stderr, status]).toEqual(['evdx: It is not built yet. Run "npm run build" in its folder.\n', 2]);
  });

  test('runs the bundle with or without the code made of it, and whatever stands in the place of that code', () => {
    mkdirSync(join(folder, 'dist/bundle'), { recursive: true });
    const text =
      "exports.createIo = () => null; exports.main = async (args) => (console.log(/^(\\u00b7|b)$/.test(args[0]) ? 'ran' : args[0]), 7);";
    writeFileSync(bundle(), text);
    const ran = () => ((one) => [one.stdout, one.stderr, one.status])(start('·'));
    expect(ran()).toEqual(['ran\n', '', 7]);
    const loader = createRequire(import.meta.url)(join(folder, 'bin/load.cjs'));
    writeFileSync(loader.CODE, loader.compile().createCachedData());
    expect(ran()).toEqual(['ran\n', '', 7]);
    writeFileSync(loader.CODE, 'of another version');
    expect(ran()).toEqual(['ran\n', '', 7]);
  });
});
