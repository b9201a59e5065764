import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ByteSurvey, surveyBytes } from '../../../../src/core/input/text/survey.ts';
import { utf8 } from './pieces.ts';

const plainly = (bytes: Uint8Array): ByteSurvey => ({
  foreign: bytes.some((byte) => byte >= 0x80),
  controls: bytes.some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0d].includes(byte)),
  marks: bytes.some((byte) => byte >= 0xe2),
});

test('four bytes at a time show the same as one by one, wherever the bytes begin and end', () => {
  const byte = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0x20, max: 0x7e }) },
    fc.constantFrom(0x00, 0x08, 0x09, 0x0a, 0x0d, 0x1b, 0x1f, 0x7f, 0x80, 0xc3, 0xe1, 0xe2, 0xff),
  );
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 40 }), fc.nat(3), (values, start) => {
      const bytes = Uint8Array.from(values).subarray(start);
      expect(surveyBytes(bytes)).toEqual(plainly(bytes));
    }),
    { numRuns: 3000 },
  );
});

test('each byte alone among blanks is seen for what it is', () => {
  for (let byte = 0; byte < 256; byte += 1) {
    const bytes = utf8(' '.repeat(12)).fill(byte, 5, 6);
    expect(surveyBytes(bytes), `byte ${byte}`).toEqual(plainly(bytes));
  }
});
