import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { cellsOf } from '../../../../src/core/input/table/cells.ts';

test.each([
  ['a,b,c', ['a', 'b', 'c']],
  ['', ['']],
  [',', ['', '']],
  ['"a,b",c', ['a,b', 'c']],
  ['"a ""b"" c",""', ['a "b" c', '']],
  ['"a\nb",c', ['a\nb', 'c']],
  ['a "b" c,5" disk', ['a "b" c', '5" disk']],
  ['"never closed, x', ['never closed, x']],
  ['"a" b,c', ['a" b,c']],
  ['"a" b","c"', ['a" b', 'c']],
])('%j', (row, cells) => {
  expect(cellsOf(row, ',')).toEqual(cells);
});

test('rows that are sound give what a library reads', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', ';', '\t'), maxLength: 8 });
  const quoted = (text: string): string =>
    /[",\n]/.test(text) || text === '' ? `"${text.replaceAll('"', '""')}"` : text;
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (cells) => {
      const row = cells.map(quoted).join(',');
      expect(cellsOf(row, ',')).toEqual(cells);
      expect(Papa.parse(row, { delimiter: ',', newline: '\r' }).data).toEqual([cells]);
    }),
    { numRuns: 500 },
  );
});
