import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codePages, isDoubleByte, upperHalfOf } from '../../../../src/core/input/text/code-pages.ts';
import { decodeBlock, type TextEncodingName } from '../../../../src/core/input/text/decode-block.ts';
import { encode, utf8, utf16 } from './pieces.ts';

const CJK = {
  shift_jis: ['サ', 'ー', 'ビ', '障', '害', 'ｱ', '。'],
  gb18030: ['系', '统', '错', '误', '。', '，'],
  'euc-kr': ['오', '류', '발', '생', '。'],
  big5: ['錯', '誤', '發', '生', '。'],
} as const;

const encodings: readonly (readonly [TextEncodingName, readonly string[], (text: string) => Uint8Array])[] = [
  ['utf-8', ['ä', '€', '\u{1f600}', '\ufffd', 'я'], utf8],
  ['utf-16le', ['ä', '€', '\u{1f600}', '\ufffd', '錯'], utf16],
  ['utf-16be', ['ä', '€', '\u{1f600}', '\ufffd', '錯'], (text) => utf16(text, 'be')],
  ...codePages.map((page) => {
    const characters = isDoubleByte(page)
      ? CJK[page]
      : [...upperHalfOf(page)].filter((one) => !/[\u0080-\u009f\ufffd\ue000-\uf8ff]/.test(one));
    return [page, characters, (text: string) => encode(text, page)] as const;
  }),
];

function decodeInBlocks(encoding: TextEncodingName, bytes: Uint8Array, size: number): { text: string; wrong: number } {
  let [text, wrong, at] = ['', 0, 0];
  while (at < bytes.length) {
    const decoded = decodeBlock(encoding, bytes.subarray(at, at + size), at + size >= bytes.length);
    text += decoded.text;
    wrong += decoded.wrong;
    at += decoded.consumed;
  }
  return { text, wrong };
}

describe.each(encodings)('%s', (encoding, characters, toBytes) => {
  test('what was encoded is read again, wherever blocks end', () => {
    const text = fc.string({ unit: fc.constantFrom(...characters, ...characters, 'a', '0', ' ', '\n'), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 20 }), (written, size) => {
        expect(decodeInBlocks(encoding, toBytes(written), size)).toEqual({ text: written, wrong: 0 });
      }),
    );
  });

  test('random bytes never throw, and every block is used up', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const { consumed, wrong, firstWrong } = decodeBlock(encoding, bytes, true);
        expect(consumed).toBe(bytes.length);
        expect(firstWrong >= 0).toBe(wrong > 0);
      }),
    );
  });
});

test('gb18030 characters of four bytes are not cut', () => {
  const bytes = Uint8Array.of(0x81, 0x30, 0x81, 0x30, 0xcf, 0xb5, 0x81, 0x30, 0x84);
  expect(decodeBlock('gb18030', bytes, false)).toEqual({ text: '\u0080系', consumed: 6, wrong: 1, firstWrong: 3 });
});
