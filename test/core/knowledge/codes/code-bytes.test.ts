import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CodeBytes } from '../../../../src/core/knowledge/codes/code-bytes.ts';
import { mayHoldCode } from '../../../../src/core/knowledge/codes/scan.ts';

const NAMES = new Map([
  ['JET_errFileAccessDenied', -1032],
  ['VSS_E_WRITERERROR_TIMEOUT', -2147212302],
]);
const CODES = [-1032, -2147212302, -51, 5, 0x50d, -2147467259];
const utf16 = (text: string): Uint8Array =>
  Uint8Array.from(text.split('').flatMap((unit) => [unit.charCodeAt(0) & 0xff, unit.charCodeAt(0) >> 8]));
const latin = (text: string): Uint8Array => Uint8Array.from(text.split(''), (unit) => unit.charCodeAt(0) & 0xff);

test.each([
  ['Error -1032.', -1032],
  ['Error 0xFFFFFBF8', -1032],
  ['4294966264', -1032],
  ['hr = fffffbf8', -1032],
  ['JET_ERRFILEACCESSDENIED', -1032],
  ['0x00000005', 5],
  ['0x5', 5],
  ['0x05', 5],
  ['-051', -51],
  ['0xffffffff80004005', -2147467259],
])('%s is found in both widths', (text, code) => {
  const codes = new CodeBytes(new Set([code]), NAMES);
  for (const bytes of [latin(text), utf16(text)]) expect(codes.mayStandIn(bytes, 0, bytes.length)).toBe(true);
});

test('a number of 32 bits is found in both byte orders, and nothing in other bytes', () => {
  const codes = new CodeBytes(new Set([-2147212302]), NAMES);
  const inBytes = (...bytes: number[]): boolean => codes.mayStandIn(Uint8Array.from(bytes), 0, bytes.length);
  expect(inBytes(1, 0xf2, 0x23, 0x04, 0x80, 2)).toBe(true);
  expect(inBytes(0x80, 0x04, 0x23, 0xf2)).toBe(true);
  expect(inBytes(0x80, 0x04, 0x23, 0xf1)).toBe(false);
  expect(codes.mayStandIn(utf16('Error 0x800423f3'), 0, 32)).toBe(false);
});

test('only the bytes between the two places count', () => {
  const codes = new CodeBytes(new Set([-1032]), NAMES);
  const bytes = latin('x-1032x');
  expect(codes.mayStandIn(bytes, 0, 5)).toBe(false);
  expect(codes.mayStandIn(bytes, 0, 6)).toBe(true);
});

test('no code that the search in texts finds is missed in their bytes', () => {
  const written = fc.constantFrom(
    '1032',
    '-1032',
    '0x',
    'fffffbf8',
    '800423F2',
    '2147754994',
    '-2147212302',
    ' ',
    '0',
    '5',
    '0x50D',
    'hr = ',
    'a',
    '-',
    '051',
    'VSS_E_WRITERERROR_TIMEOUT',
    '80004005',
    '.',
  );
  const found = { yes: 0 };
  fc.assert(
    fc.property(fc.array(written, { maxLength: 8 }), fc.subarray(CODES, { minLength: 1 }), (parts, codes) => {
      const text = parts.join('');
      if (!mayHoldCode(text, new Set(codes), NAMES)) return;
      found.yes += 1;
      const bytes = new CodeBytes(new Set(codes), NAMES);
      expect(bytes.mayStandIn(latin(text), 0, text.length)).toBe(true);
      expect(bytes.mayStandIn(utf16(text), 0, text.length * 2)).toBe(true);
    }),
    { numRuns: 10_000 },
  );
  expect(found.yes).toBeGreaterThan(300);
});
