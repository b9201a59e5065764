import { expect, test } from 'vitest';
import { isMarksOnly, marksLength } from '../../../src/core/input/line-marks.ts';
import { leastCostMs } from '../../support/cost.ts';

test.each([
  ['> > text', 4],
  ['>>text', 2],
  ['  * text', 4],
  ['12. text', 4],
  ['| text', 2],
  ['// text', 3],
  ['\t\ttext', 2],
  ['-1018 text', 0],
  ['*text*', 0],
  ['text', 0],
  ['', 0],
])('the marks of %j are %i characters', (text, length) => {
  expect(marksLength(text)).toBe(length);
});

test('marks may be followed by the beginning of an emphasis', () => {
  expect(['> **', '- `', '', '  ', "'''"].map(isMarksOnly)).toEqual([true, true, true, true, true]);
  expect(['a', '> a', 'INC1: '].map(isMarksOnly)).toEqual([false, false, false]);
});

test('marks as long as a text cost what they are long', async () => {
  expect(await leastCostMs(() => marksLength('> '.repeat(200_000)), 2000)).toBeLessThan(2000);
});
