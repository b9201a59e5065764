import { describe, expect, test } from 'vitest';
import { clippedToWidth, padded, textWidth } from '../../../src/cli/terminal/display-width.ts';

describe('textWidth', () => {
  test.each([
    ['plain', 5],
    ['Schlüssel', 9],
    ['e\u0301', 1],
    ['重大', 4],
    ['エラー', 6],
    ['ﾊﾝｶｸ', 4],
    ['한국', 4],
    ['👍', 2],
    ['a\u200db', 2],
    ['─│…·', 4],
  ])('%s takes %i cells', (text, cells) => {
    expect(textWidth(text)).toBe(cells);
  });
});

test('a text is padded and clipped by cells, not by characters', () => {
  expect(padded('重大', 6)).toBe('重大  ');
  expect(clippedToWidth('重大エラー', 5)).toBe('重大');
  expect(clippedToWidth('abc', 5)).toBe('abc');
});
