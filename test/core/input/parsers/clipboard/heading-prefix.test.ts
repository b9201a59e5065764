import { expect, test } from 'vitest';
import { withoutPrefix } from '../../../../../src/core/input/parsers/clipboard/heading-prefix.ts';
import { leastCostMs } from '../../../../support/cost.ts';

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

test('a prefix as long as a text costs no more than both', async () => {
  const marks = '> '.repeat(200_000);
  expect(await leastCostMs(() => withoutPrefix(marks, marks), 2000)).toBeLessThan(2000);
});
