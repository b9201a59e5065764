import { expect, test } from 'vitest';
import { isMarksOnly, marksLength, withoutPrefix } from '../../../src/core/input/line-prefix.ts';

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

test.each([
  ['> text', '> ', 'text'],
  ['>text', '> ', 'text'],
  ['>', '> ', ''],
  ['text', '> ', 'text'],
  ['>> text', '> > ', 'text'],
  ['      text', '    ', '  text'],
  ['  text', '    ', 'text'],
  ['10. text', '9. ', 'text'],
  ['- text', '- ', 'text'],
  ['-1018 is a code', '- ', '-1018 is a code'],
  ['[10:32] bob: text', '[10:31] bob: ', 'text'],
  ['[10:32] eve: text', '[10:31] bob: ', 'eve: text'],
  ['', '> ', ''],
])('%j without the prefix %j is %j', (text, prefix, rest) => {
  expect(withoutPrefix(text, prefix)).toBe(rest);
});

test('a prefix as long as a text costs no more than both', () => {
  const started = performance.now();
  withoutPrefix('> '.repeat(200_000), '> '.repeat(200_000));
  marksLength('> '.repeat(200_000));
  expect(performance.now() - started).toBeLessThan(2000);
});
