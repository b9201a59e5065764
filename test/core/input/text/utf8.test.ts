import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completeUtf8Length, decodeUtf8Leniently, surveyUtf8 } from '../../../../src/core/input/text/utf8.ts';
import { joined } from '../../../support/sources.ts';
import { latin1, utf8 } from './pieces.ts';

/** Bytes near the borders of UTF-8, so that random ones often are nearly right. */
const nearlyUtf8 = fc
  .array(
    fc.constantFrom(
      0x41,
      0x7f,
      0x80,
      0x8f,
      0x90,
      0x9f,
      0xa0,
      0xbf,
      0xc0,
      0xc1,
      0xc2,
      0xdf,
      0xe0,
      0xe1,
      0xed,
      0xef,
      0xf0,
      0xf1,
      0xf4,
      0xf5,
      0xff,
    ),
    { maxLength: 12 },
  )
  .map((bytes) => Uint8Array.from(bytes));

const isValid = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

describe('UTF-8', () => {
  test('is told from anything else as TextDecoder does', () => {
    fc.assert(
      fc.property(nearlyUtf8, (bytes) => {
        expect(surveyUtf8(bytes).wrong === 0).toBe(isValid(bytes));
        expect(decodeUtf8Leniently(bytes).wrong).toBe(surveyUtf8(bytes).wrong);
      }),
      { numRuns: 5000 },
    );
  });

  test('is read leniently as TextDecoder reads it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decodeUtf8Leniently(utf8(text))).toEqual({ text, wrong: 0, firstWrong: -1 });
      }),
    );
  });

  test('wrong bytes are counted, with the sequences before and after them', () => {
    expect(surveyUtf8(joined(utf8('äö'), latin1('\xff'), utf8('ü'), latin1('\xc3x'), utf8('€\u{1f600}€')))).toEqual({
      sequences: 6,
      wrong: 2,
      lastWrong: 7,
      sequencesBefore: 2,
      sequencesAfter: 3,
    });
  });

  test('each wrong byte is its windows-1252 character', () => {
    expect(decodeUtf8Leniently(latin1('a\x80\xe9\xe2\x82b\xc0\xaf\xed\xa0\x80'))).toEqual({
      text: 'a€éâ‚bÀ¯í\u00a0€',
      wrong: 9,
      firstWrong: 1,
    });
  });

  test('a cut anywhere leaves whole characters and less than one', () => {
    const bytes = utf8('aä€\u{1f600}é');
    const lengths = Array.from({ length: bytes.length + 1 }, (_, end) => completeUtf8Length(bytes.subarray(0, end)));
    expect(lengths).toEqual([0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10, 10, 12]);
  });

  test('what cannot begin a character is not held back', () => {
    expect(
      [latin1('a\x80'), latin1('a\xc0'), latin1('a\xff'), latin1('a\xed\xa0'), latin1('a\xe0\x80')].map(
        completeUtf8Length,
      ),
    ).toEqual([2, 2, 2, 3, 3]);
  });
});
