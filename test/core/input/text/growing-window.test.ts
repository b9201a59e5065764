import { expect, test } from 'vitest';
import { GrowingWindow } from '../../../../src/core/input/text/growing-window.ts';

const MIN = 16_384;
const filled = (...sizes: readonly number[]): GrowingWindow => {
  const window = new GrowingWindow();
  for (const size of sizes) window.add('x'.repeat(size));
  return window;
};

test.each([
  ['nothing kept: from 16 Ki on', [MIN - 1], 0, false],
  ['nothing kept: from 16 Ki on', [MIN], 0, true],
  ['several pieces count together', [MIN - 1, 1], 0, true],
  ['a little kept changes nothing', [MIN], MIN, true],
  ['more kept: as much has to come', [MIN], MIN + 1, false],
  ['more kept: as much has to come', [MIN, 1], MIN + 1, true],
  ['nothing came', [], 0, false],
])('%s: %j behind %i', (_name, sizes, unfinished, isDue) => {
  expect(filled(...sizes).isDue(unfinished)).toBe(isDue);
});

test('what came is one text in its order, and is taken once', () => {
  const window = new GrowingWindow();
  expect(window.take()).toBe('');
  for (const piece of ['a', '', 'bc']) window.add(piece);
  expect(window.take()).toBe('abc');
  expect(window.take()).toBe('');
  window.add('d');
  expect(window.take()).toBe('d');
});

test('what was taken counts no more', () => {
  const window = filled(MIN);
  window.take();
  window.add('x'.repeat(MIN - 1));
  expect(window.isDue(0)).toBe(false);
});

test('a text in small pieces costs no more than twice its length', () => {
  const window = new GrowingWindow();
  const total = 1 << 20;
  let unfinished = 0;
  let looked = 0;
  for (let at = 0; at < total; at += 1024) {
    window.add('x'.repeat(1024));
    if (!window.isDue(unfinished)) continue;
    unfinished += window.take().length;
    looked += unfinished;
  }
  expect(looked).toBe(2 * total - MIN);
});
