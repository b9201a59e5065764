import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textWidth } from '../../../src/cli/terminal/display-width.ts';
import { wrapInline } from '../../../src/cli/terminal/wrap.ts';
import { code, type Inline, strong } from '../../../src/core/report/outline/document.ts';

const same = (text: string): string => text;
const wrap = (inline: Inline, width: number): string[] => wrapInline(inline, width, same, same);

describe('wrapInline', () => {
  test('breaks at blanks, which are gone then', () => {
    expect(wrap(['one two three four'], 9)).toEqual(['one two', 'three', 'four']);
  });
  test('fills a line to its last cell', () => {
    expect(wrap(['one two'], 7)).toEqual(['one two']);
  });
  test('keeps words together that two tones share', () => {
    expect(wrap(['see (', strong('this'), ') now'], 10)).toEqual(['see (this)', 'now']);
  });
  test('cuts a word that is longer than the line', () => {
    expect(wrap(['abcdefghij'], 4)).toEqual(['abcd', 'efgh', 'ij']);
  });
  test('breaks beside wide characters', () => {
    expect(wrap(['重大なエラー'], 5)).toEqual(['重大', 'なエ', 'ラー']);
  });
  test('begins no line with what closes a sentence or a quote', () => {
    expect(wrap(['不良がある。次'], 10)).toEqual(['不良があ', 'る。次']);
    expect(wrap(['「不良」。次'], 6)).toEqual(['「不', '良」。', '次']);
    expect(wrap(['不良。」）'], 4)).toEqual(['不', '良。', '」）']);
  });
  test('never cuts what is to be copied', () => {
    expect(wrap(['run ', code('evdx explain x'), ' now'], 8)).toEqual(['run', 'evdx explain x', 'now']);
    expect(wrap(['see ', { text: 'KB', url: 'https://example.org/kb/1' }], 8)).toEqual([
      'see KB',
      'https://example.org/kb/1',
    ]);
  });
  test('paints each part of a line that breaks', () => {
    const paint = (text: string, tone: string) => (tone === 'strong' ? `<${text}>` : text);
    expect(wrapInline([strong('one two')], 4, same, paint)).toEqual(['<one>', '<two>']);
  });
  test('says nothing of an empty text in one empty line', () => {
    expect(wrap([], 10)).toEqual(['']);
  });
  test('loses no character but the blanks at line ends, and no line is too wide', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '重', 'エ', '-', '\u0301'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), fc.integer({ min: 2, max: 30 }), (words, width) => {
        const lines = wrap([words.join(' ')], width);
        expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
        expect(lines.every((line) => textWidth(line) <= width)).toBe(true);
      }),
    );
  });
  test('a word of a megabyte costs one pass', () => {
    expect(wrap(['x'.repeat(1 << 20)], 80)).toHaveLength(13_108);
  });
});
