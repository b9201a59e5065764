import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRemoved, TextCleaner } from '../../../../src/core/input/text/clean.ts';

function cleanInPieces(text: string, size: number): { text: string; controls: number } {
  const cleaner = new TextCleaner();
  let cleaned = '';
  for (let at = 0; at < text.length; at += size) cleaned += cleaner.push(text.slice(at, at + size));
  cleaned += cleaner.end();
  return { text: cleaned, controls: cleaner.controls };
}

const FACTS: readonly (readonly [string, string, string, number])[] = [
  ['CR LF is one line end', 'a\r\nb\r\n', 'a\nb\n', 0],
  ['CR alone is a line end, also at the very end', 'a\rb\r', 'a\nb\n', 0],
  ['CR CR LF is two line ends, as an editor shows it', 'a\r\r\nb', 'a\n\nb', 0],
  ['VT, U+2028 and U+2029 are line ends', 'a\vb\u2028c\u2029d', 'a\nb\nc\nd', 0],
  ['TAB and NBSP stay', 'a\tb\u00a0c', 'a\tb\u00a0c', 0],
  ['NUL and other controls vanish and are counted', 'a\0b\x01\x02c\f\x1ad\x1f', 'abcd', 6],
  ['a NUL between CR and LF makes no second line', 'a\r\0\n\0b', 'a\nb', 2],
  [
    'direction marks and byte order marks vanish without a word',
    '\ufeffa\u200eb\u200fc\u202ad\u202ee\u2066f\u2069',
    'abcdef',
    0,
  ],
  ['zero width joiners stay: Persian and Hindi need them', 'a\u200cb\u200d', 'a\u200cb\u200d', 0],
  ['terminal colours vanish', '\x1b[31mError\x1b[0m: \x1b[1;38;5;208mx\x1b[m', 'Error: x', 0],
  ['cursor moves vanish', '\x1b[2K\x1b[?25lx\x1b[1 q', 'x', 0],
  ['ESC alone is a control', 'a\x1bb\x1b', 'ab', 2],
  ['an unfinished terminal sequence loses its ESC only', 'a\x1b[31', 'a[31', 1],
  ['a line end ends a terminal sequence', '\x1b[31\r\nm', '[31\nm', 1],
  [
    'a sequence with more parameters than any terminal knows stays',
    `\x1b[${'1'.repeat(40)}m`,
    `[${'1'.repeat(40)}m`,
    1,
  ],
];

describe('TextCleaner', () => {
  describe.each(FACTS)('%s', (_name, text, expected, controls) => {
    test.each([1, 2, 3, 7, 64])('in pieces of %i', (size) => {
      expect(cleanInPieces(text, size)).toEqual({ text: expected, controls });
    });
  });

  test('plain ASCII after a cut sequence is still looked at', () => {
    const cleaner = new TextCleaner();
    expect(cleaner.push('a\x1b[3')).toBe('a');
    expect(cleaner.push('1mb\r', true)).toBe('b');
    expect(cleaner.push('\nc', true)).toBe('\nc');
    expect(cleaner.end()).toBe('');
  });

  test('how a text is cut changes nothing, and nothing unwanted is left', () => {
    const fragment = fc.constantFrom(
      '\r',
      '\n',
      '\0',
      '\x1b',
      '[',
      '3',
      ';',
      ' ',
      'm',
      '\v',
      '\ufeff',
      '\u2028',
      'ä',
      '\u{1f600}',
    );
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (fragments, size) => {
        const text = fragments.join('');
        const whole = cleanInPieces(text, text.length + 1);
        expect(cleanInPieces(text, size)).toEqual(whole);
        expect([...whole.text].filter((character) => isRemoved(character) || character === '\r')).toEqual([]);
      }),
    );
  });

  test('holds back no more than a terminal sequence can be long', () => {
    const cleaner = new TextCleaner();
    const hostile = '\x1b['.repeat(50_000);
    const [pushed, ended] = [cleaner.push(hostile), cleaner.end()];
    expect(pushed + ended).toBe('['.repeat(50_000));
    expect(ended.length).toBeLessThan(40);
    expect(cleaner.controls).toBe(50_000);
  });
});
