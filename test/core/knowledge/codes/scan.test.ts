import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayHoldCode, readCode, scanCodes } from '../../../../src/core/knowledge/codes/scan.ts';
import { leastCostMs } from '../../../support/cost.ts';
import { scanByExpressions } from './scan-oracle.ts';

const NAMES: ReadonlyMap<string, number> = new Map([
  ['JET_errFileAccessDenied', -1032],
  ['JET_errOSSnapshotNotAllowed', -2403],
  ['VSS_E_WRITERERROR_TIMEOUT', -2147212302],
  ['ecBackupInProgress', 1293],
]);
const codesIn = (text: string, names: ReadonlyMap<string, number> | null = NAMES): number[] => {
  const codes = new Set<number>();
  scanCodes(text, codes, names);
  return [...codes].sort((a, b) => a - b);
};

describe('every notation of one code', () => {
  test.each([
    ['Error -1032.', -1032],
    ['(-1032)', -1032],
    ['error=-1032', -1032],
    ['error:-1032', -1032],
    ['-1032', -1032],
    ['0xfffffbf8', -1032],
    ['0XFFFFFBF8', -1032],
    ['0xfffffbf8,', -1032],
    ['0xfffffbf8.', -1032],
    ['[0xfffffbf8]', -1032],
    ['0xfffffbf8_', -1032],
    ['4294966264', -1032],
    ['%%4294966264', -1032],
    ['HRESULT FFFFFBF8', -1032],
    ['hresult: fffffbf8', -1032],
    ['HRESULT = FFFFFBF8', -1032],
    ['hr = FFFFFBF8', -1032],
    ['hr=fffffbf8', -1032],
    ['JET_errFileAccessDenied', -1032],
    ['(Jet_ErrFileAccessDenied)', -1032],
    ['0xfffffffffffffbf8', -1032],
    ['error: -1032 (0xfffffbf8)', -1032],
    ['0x00000000C0000005', -1073741819],
    ['0xfffff69d', -2403],
    ['0xfffffe02', -510],
    ['0x800423f2', -2147212302],
    ['0xffff69d', 0xffff69d],
    ['Exception c0000005 at', -1073741819],
    ['8007000e', -2147024882],
    ['-2147483648', -2147483648],
    ['2147483648', -2147483648],
    ['0x50d', 1293],
    ['0x0', 0],
    ['-000', 0],
  ])('%s', (text, code) => expect(codesIn(text)).toEqual([code]));
});

describe('what is no code', () => {
  test.each([
    ['a date', '2006-03-02'],
    ['a date with time', '2006-03-02T01:00:01-0130'],
    ['a time', '01:00:01'],
    ['a GUID', '{3f2504e0-4f89-11d3-9a0c-c0000005e301}'],
    ['a GUID that begins like a code', 'c0000005-4f89-11d3-9a0c-0305e82c3301'],
    ['a SID', 'S-1-5-21-3979554170-626881126-188441444-512'],
    ['an address with port', '10.0.0.1:5985'],
    ['a ticket number', 'ticket AB-2147212302'],
    ['a version', '6.5.7232.76 and 10.0-2147483649'],
    ['a hex number that is longer', '0x800423f2a1'],
    ['a small positive decimal', 'error 1053, 5 and 2147483647'],
    ['a decimal beyond 32 bits', '4294967296 -4294967295 12345678901'],
    ['two digits after a minus', '-10 and -5'],
    ['a minus before a hex number', '-0x1'],
    ['a number with a letter before or after', 'x0x80070005 0x80070005h é0x80070005 0x80070005ß Ж-1032 -1032ж'],
    ['a number inside a path', 'E00-0x80070005-log'],
    ['a double minus', '--1032'],
    ['hex digits without a letter', '80070005 C:12345678'],
    ['hex digits that start otherwise', 'fffffbf8 7000000a'],
    ['seven hex digits after hr =', 'hr = fffffbf'],
    ['other words before hex digits', 'bhr = fffffbf8 xHRESULT fffffbf8 hr: fffffbf8 hr fffffbf8'],
    ['a name inside a longer one', 'MY_JET_errFileAccessDenied JET_errFileAccessDeniedToo'],
    ['a name no rule names', 'JET_errDiskIO'],
    ['a 64-bit number with a meaning of its own', '0x0000000180070005'],
    ['a prefix alone', '0x 0xg'],
  ])('%s', (_, text) => expect(codesIn(text)).toEqual([]));
});

// Word processors, pages and mails turn the minus of a code into one of these.
test.each(['\u2010', '\u2011', '\u2012', '\u2013', '\u2212', '\uff0d'])('%s is a minus', (minus) => {
  expect(codesIn(`error ${minus}1032`)).toEqual([-1032]);
  expect(codesIn(`2006${minus}1032 1018${minus}1022`)).toEqual([]);
});

// These scripts set no blanks between words, or hang particles on numbers.
test.each(['エラー0x80070005が発生', '错误0x80070005。', '오류0x80070005입니다', 'ข้อผิดพลาด0x80070005ที่'])(
  'a code touches letters in %s',
  (text) => expect(codesIn(text)).toEqual([-2147024891]),
);

test('names count only where some rule names them', () => {
  expect(codesIn('JET_errFileAccessDenied', null)).toEqual([]);
  expect(codesIn('JET_errFileAccessDenied', new Map())).toEqual([]);
});

const fragments = [
  ...['-', '0x', '0X', '%%', 'HRESULT', 'hr', '=', ':', ' ', '\t', '\u00a0', '.', '_', ',', '(', ')', '\n', '–', '−'],
  ...[
    '8',
    'C',
    'c',
    'f',
    '0',
    '1',
    '9',
    '80070005',
    'C0000005',
    'fffffbf8',
    '4294966264',
    '2147483647',
    '1032',
    '00000000',
  ],
  ...[
    'ffffffff',
    'é',
    'Ж',
    'ー',
    '漢',
    '한',
    'ท',
    '٣',
    '𝟎',
    '𝒜',
    '\ud835',
    '\udfce',
    'x',
    'JET_errFileAccessDenied',
    'ecBackupInProgress',
  ],
];
const text = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...fragments) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    ),
    {
      maxLength: 14,
    },
  )
  .map((parts) => parts.join(''));

test('finds what the rules, taken one by one as expressions, find', () => {
  fc.assert(
    fc.property(text, (value) => {
      expect(codesIn(value)).toEqual(scanByExpressions(value, NAMES));
    }),
    { numRuns: 20_000 },
  );
});

test('mayHoldCode never misses a code that scanCodes finds', () => {
  fc.assert(
    fc.property(text, (value) => {
      for (const code of codesIn(value)) expect(mayHoldCode(value, new Set([code]), NAMES)).toBe(true);
    }),
    { numRuns: 5_000 },
  );
});

test('mayHoldCode asks for the given codes only', () => {
  expect(mayHoldCode('Error -1032.', new Set([-2403, -1032]))).toBe(true);
  expect(mayHoldCode('Error -1032.', new Set([-2403]))).toBe(false);
  expect(mayHoldCode('JET_errFileAccessDenied', new Set([-1032]), NAMES)).toBe(true);
});

// Quadratic behaviour would take minutes here; the limit is far above what a slow machine needs.
test.each([
  ['digits', '1'],
  ['minus signs', '-'],
  ['hr =', 'hr ='],
  ['blanks', ' '],
  ['underscores', '_'],
  ['hex numbers', '0x80070005 '],
  ['letters of a non-Latin alphabet', 'Ж'],
])('four million characters of %s', async (_, unit) => {
  const codes = new Set<number>();
  const text = unit.repeat(4_000_000 / unit.length);
  expect(await leastCostMs(() => scanCodes(text, codes, NAMES), 5_000)).toBeLessThan(5_000);
  expect(codes.size).toBe(unit === '0x80070005 ' ? 1 : 0);
});

test.each([
  ['5', 5],
  [' 1053 ', 1053],
  ['%%1053', 1053],
  ['-5', -5],
  ['-1032', -1032],
  ['–1032', -1032],
  ['0x5', 5],
  ['0xfffffbf8', -1032],
  ['FFFFFBF8', -1032],
  ['80070005', 80070005],
  ['4294966264', -1032],
  ['4294967296', null],
  ['-2147483649', null],
  ['0x180070005', null],
  ['', null],
  ['5 files', null],
  ['five', null],
])('the value %j where a rule knows that a code stands', (value, code) => expect(readCode(value)).toBe(code));
