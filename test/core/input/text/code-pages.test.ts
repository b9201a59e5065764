import { describe, expect, test } from 'vitest';
import {
  codePages,
  decodeSingleBytes,
  isDoubleByte,
  type SingleByteEncoding,
} from '../../../../src/core/input/text/code-pages.ts';
import { PUBLISHED_UPPER_HALVES } from './published-tables.ts';

const singleBytePages = codePages.filter((page): page is SingleByteEncoding => !isDoubleByte(page));
const ALL_BYTES = Uint8Array.from({ length: 256 }, (_, byte) => byte);

describe('single-byte code pages', () => {
  test('each has a published table', () => {
    expect(Object.keys(PUBLISHED_UPPER_HALVES).sort()).toEqual([...singleBytePages].sort());
  });

  test.each(singleBytePages)('%s gives all 256 bytes the characters of the published table', (page) => {
    const published = PUBLISHED_UPPER_HALVES[page]?.trim().split(/\s+/) ?? [];
    expect(published).toHaveLength(128);
    const text = decodeSingleBytes(page, ALL_BYTES);
    expect(text).toHaveLength(256);
    for (const byte of ALL_BYTES) {
      const hex = byte < 0x80 ? byte.toString(16) : published[byte - 0x80];
      const seen = text.charCodeAt(byte);
      // What the table leaves out is a control of the same number, U+FFFD, or (in 874) for private use.
      const expected =
        hex === '----' ? [byte, 0xfffd, 0xf8c1 + byte - 0xdb, 0xf8c5 + byte - 0xfc] : [Number.parseInt(hex ?? '', 16)];
      expect(expected, `${page} 0x${byte.toString(16)}`).toContain(seen);
    }
  });

  test('windows-1252 has its quotes, dashes and euro, which Node reads wrongly without streaming', () => {
    expect(decodeSingleBytes('windows-1252', Uint8Array.of(0x80, 0x84, 0x93, 0x96, 0x9f))).toBe('€„“–Ÿ');
  });

  test('a byte that the page lacks stays one character', () => {
    expect(decodeSingleBytes('ibm857', Uint8Array.of(0xd5, 0x9f, 0xe7))).toBe('\ufffdş\ufffd');
  });
});
