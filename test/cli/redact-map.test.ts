import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { realCalls } from '../../src/cli/real-calls.ts';
import { openRedaction } from '../../src/cli/redact-map.ts';
import { createFakeIo } from '../support/fake-io.ts';
import { FOUR_EVENTS } from '../support/sources.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'evdx-map-'));
  writeFileSync(join(folder, 'EX1.xml'), FOUR_EVENTS);
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = async (args: readonly string[], stdin: readonly string[] = []) => {
  const io = createFakeIo({ cwd: folder, stdin });
  const code = await main(args, io, realCalls);
  return { code, out: io.stdout.text, err: io.stderr.text };
};
const readMap = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));

describe('--redact', () => {
  test.each([
    ['diagnose', ['diagnose', '-f', 'json', '--redact', 'EX1.xml']],
    ['a table', ['--redact', 'EX1.xml']],
    ['explain', ['explain', 'exchange/backup-never-closed', '--redact', 'EX1.xml']],
    ['explain an event', ['explain', '--event', 'EX1.xml:#1', '--redact']],
    ['explain an event as JSON', ['explain', '-f', 'json', '--event', 'EX1.xml:#2', '--redact']],
    ['events', ['events', '-f', 'csv', '--redact', 'EX1.xml']],
    ['events as XML', ['events', '-f', 'xml', '--redact', 'EX1.xml']],
    ['the summary', ['events', '--summary', '--redact', 'EX1.xml']],
  ])('hides names: %s', async (_name, args) => {
    const { out, err } = await run(args);
    expect(err).toBe('');
    expect(out).toContain('HOST-1');
    expect(out).not.toMatch(/ex[12]\b|corp\.example/i);
  });
  test('reads standard input once, for events too', async () => {
    const { out } = await run(
      ['events', '--redact', '-f', 'jsonl', '-'],
      [FOUR_EVENTS.slice(0, 700), FOUR_EVENTS.slice(700)],
    );
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).host),
    ).toEqual(['HOST-1', 'HOST-2.DOMAIN-1', 'HOST-1', 'HOST-1']);
  });
  test('explains an event of standard input with the names of all', async () => {
    const { code, out, err } = await run(['explain', '--event', '-:#1', '--redact'], [FOUR_EVENTS]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('HOST-1');
    expect(out).not.toMatch(/ex[12]\b|corp\.example/i);
  });
  test.skipIf(process.platform === 'win32')('reads a named pipe, which can be opened once only', async () => {
    const path = join(folder, 'events.fifo');
    execFileSync('mkfifo', [path]);
    const [{ out }] = await Promise.all([
      run(['events', '--redact', '-f', 'jsonl', 'events.fifo']),
      writeFile(path, FOUR_EVENTS),
    ]);
    expect(out.trim().split('\n')).toHaveLength(4);
    expect(out).not.toMatch(/ex[12]\b|corp\.example/i);
  });
  test('gives the same bytes each time', async () => {
    const args = ['-f', 'json', '--redact', 'EX1.xml'];
    expect((await run(args)).out).toBe((await run(args)).out);
  });
});

describe('--redact-map', () => {
  test('is written for its owner alone, names the report, and is read again', async () => {
    const first = await run(['-f', 'json', '--redact-map', 'names.json', 'EX1.xml']);
    const { id, names } = readMap('names.json');
    expect(JSON.parse(first.out).redacted).toBe(id);
    expect(names).toContainEqual({ pseudonym: 'HOST-1', name: 'ex1', isWord: true });
    expect(statSync(join(folder, 'names.json')).mode & 0o777).toBe(0o600);
    // A new machine that comes before the others by name.
    writeFileSync(join(folder, 'more.xml'), FOUR_EVENTS.replaceAll('EX1', 'AA1'));
    chmodSync(join(folder, 'names.json'), 0o644);
    const { out } = await run(['events', '-f', 'jsonl', '--redact-map', 'names.json', 'more.xml', 'EX1.xml']);
    const hosts = new Set(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).host),
    );
    expect([...hosts].sort()).toEqual(['HOST-1', 'HOST-2.DOMAIN-1', 'HOST-3']);
    expect(readMap('names.json').id).toBe(id);
    expect(statSync(join(folder, 'names.json')).mode & 0o777).toBe(0o600);
  });
  test.each([
    ['no JSON', 'x', 'it is no JSON'],
    ['of another kind', '{"schemaVersion": 2}', 'it is not a pseudonym map of this version'],
    ['with a bad id', '{"schemaVersion":1,"id":"<b>","names":[]}', 'its id or one of its names is damaged'],
    [
      'with a pseudonym that is none',
      '{"schemaVersion":1,"id":"0011223344556677","names":[{"pseudonym":"<b>","name":"a","isWord":true}]}',
      'its id or one of its names is damaged',
    ],
    [
      'with one pseudonym for two',
      `{"schemaVersion":1,"id":"0011223344556677","names":[${['a', 'b'].map((name) => `{"pseudonym":"HOST-1","name":"${name}","isWord":true}`)}]}`,
      'a name or a pseudonym is in it twice',
    ],
  ])('is refused: %s', async (_name, text, sentence) => {
    writeFileSync(join(folder, 'bad.json'), text);
    const { code, out, err } = await run(['--redact-map', 'bad.json', 'EX1.xml']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`evdx: --redact-map bad.json: ${sentence}. `);
    expect(readFileSync(join(folder, 'bad.json'), 'utf8')).toBe(text);
  });
  test('that cannot be written ends the run before anything is given out', async () => {
    const { code, out, err } = await run(['--redact-map', 'no/such/map.json', 'EX1.xml']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^evdx: --redact-map no\/such\/map\.json: it cannot be written: /);
  });
  test('without either option nothing is hidden', async () => {
    expect(await openRedaction({}, folder)).toBeNull();
  });
});
