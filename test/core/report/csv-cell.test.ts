import { describe, expect, test } from 'vitest';
import { csvCell, csvRow } from '../../../src/core/report/csv-cell.ts';

describe('csvCell', () => {
  test.each([
    '=1+1',
    '+1+1',
    '-1+1',
    '@SUM(A1)',
    ' =1',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1',
    '\u00a0=1',
    '=cmd|" /C calc"!A0',
  ])('takes the formula out of %j', (text) => {
    expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/);
  });
  test('leaves numbers alone, negative ones too', () => {
    expect([csvCell('-1032'), csvCell('9607'), csvCell('0.5')]).toEqual(['-1032', '9607', '0.5']);
  });
  test('quotes what would end a cell or a row', () => {
    expect(csvCell('a,b')).toBe('"a,b"');
    expect(csvCell('say "x"')).toBe('"say ""x"""');
    expect(csvCell('one\r\ntwo')).toBe('"one\ntwo"');
    expect(csvCell('one\u2028two')).toBe('"one\ntwo"');
  });
  test('shows a control character as one that cannot be shown', () => {
    expect(csvCell('a\u001b[31mb\u0000\ud800')).toBe('a\ufffd[31mb\ufffd\ufffd');
  });
});

test('a row ends as RFC 4180 has it, and what is missing is empty', () => {
  expect(csvRow(['a', null, 7])).toBe('a,,7\r\n');
});
