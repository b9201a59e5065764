import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Watch, watchRuleFiles } from '../../src/node/watch-rules.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'evdx-watch-'));
  mkdirSync(join(root, 'rules'));
  writeFileSync(join(root, 'own.yaml'), '');
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(root, { recursive: true });
});

/** A watcher that says what a test tells it to. */
function fakeWatch() {
  const watched: { path: string; isFolder: boolean; told: (file: string | null) => void; isOpen: boolean }[] = [];
  const watch: Watch = (path, isFolder, told) => {
    const one = { path, isFolder, told, isOpen: true };
    watched.push(one);
    return {
      close: () => {
        one.isOpen = false;
      },
    };
  };
  return { watch, watched };
}

test('rule files are told once the writing has settled; other files are not', async () => {
  vi.useFakeTimers();
  const { watch, watched } = fakeWatch();
  const changes = watchRuleFiles(['rules', 'own.yaml', 'nosuch'], root, watch);
  const first = changes.next();
  expect(watched.map(({ path, isFolder }) => [path, isFolder])).toEqual([
    [join(root, 'rules'), true],
    [root, false],
  ]);
  watched[0]?.told('a/x.yaml');
  watched[0]?.told('a/notes.txt');
  watched[1]?.told('other.yaml');
  await vi.advanceTimersByTimeAsync(100);
  watched[0]?.told('a/x.yaml');
  watched[1]?.told('own.yaml');
  await vi.advanceTimersByTimeAsync(149);
  const state = await Promise.race([first.then(() => 'told'), Promise.resolve('waits')]);
  expect(state).toBe('waits');
  await vi.advanceTimersByTimeAsync(1);
  expect(await first).toEqual({ done: false, value: ['a/x.yaml', 'own.yaml'] });
});

test('what changes while nobody waits is told next; the end closes the watchers', async () => {
  vi.useFakeTimers();
  const { watch, watched } = fakeWatch();
  const changes = watchRuleFiles(['rules'], root, watch);
  const first = changes.next();
  watched[0]?.told('x.yaml');
  await vi.advanceTimersByTimeAsync(150);
  await first;
  watched[0]?.told('y.yaml');
  await vi.advanceTimersByTimeAsync(500);
  const second = changes.next();
  await vi.advanceTimersByTimeAsync(150);
  expect((await second).value).toEqual(['y.yaml']);
  const last = changes.next();
  void last;
  watched[0]?.told(null);
  await vi.advanceTimersByTimeAsync(150);
  expect((await last).value).toEqual([join(root, 'rules')]);
  await changes.return(undefined);
  expect(watched.map(({ isOpen }) => isOpen)).toEqual([false]);
});

test('real files are seen', async () => {
  const changes = watchRuleFiles(['rules'], root);
  const first = changes.next();
  writeFileSync(join(root, 'rules', 'new.yaml'), 'evdx: 1\n');
  expect((await first).value).toEqual(['new.yaml']);
  await changes.return(undefined);
});
