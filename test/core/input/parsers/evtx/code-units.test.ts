import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayCodeStandIn } from '../../../../../src/core/input/parsers/evtx/code-units.ts';
import { findCodes } from '../../../../../src/core/knowledge/codes/scan.ts';

function mayStand(text: string): boolean {
  const view = new DataView(new ArrayBuffer(text.length * 2 + 2));
  for (let index = 0; index < text.length; index += 1) view.setUint16(2 + index * 2, text.charCodeAt(index), true);
  return mayCodeStandIn(view, 2, text.length);
}
function codesIn(text: string): readonly number[] {
  const codes: number[] = [];
  findCodes(text, null, (code) => codes.push(code) < 0);
  return codes;
}

test.each([
  ['0x5', [5]],
  ['-1032', [-1032]],
  ['error 4294966264.', [-1032]],
  ['HRESULT: 80070005', [-2147024891]],
  ['C0000022', [-1073741790]],
])('%s may hold a code, and does', (text, codes) => {
  expect(codesIn(text)).toEqual(codes);
  expect(mayStand(text)).toBe(true);
});

test.each([
  '',
  'The service entered the stopped state.',
  '2026-01-02T03:04:05.678',
  '{d78e1e87-8644-4ea5-9437-d809ecefc971}',
  'S-1-5-21-3623811015-3361044348-30300820-1013',
  'C:\\Windows\\System32\\kernel32.dll 10.0.19041.1',
  'ticket_80070005',
])('%s holds none, and that is seen without its text', (text) => {
  expect(codesIn(text)).toEqual([]);
  expect(mayStand(text)).toBe(false);
});

test('a text with a code is never taken for one without', () => {
  const word = fc.constantFrom(
    '0x',
    'x',
    '0',
    '8007',
    '0005',
    'c000',
    '-',
    '_',
    '.',
    ' ',
    'hr=',
    'HRESULT ',
    '1234567890',
    'g',
    '%%',
    ':',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), (words) => {
      const text = words.join('');
      if (codesIn(text).length > 0) expect(mayStand(text)).toBe(true);
    }),
    { numRuns: 20_000 },
  );
});
