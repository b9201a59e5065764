import { expect, test } from 'vitest';
import { asWritten } from '../../../src/core/model/as-written.ts';

test.each<readonly [string, string, string]>([
  ['c:', 'Volume C: is full', 'C:'],
  ['steam client service', '30000 | Steam Client Service [data: x]', 'Steam Client Service'],
  [
    '{ab8902b4-09ca-4bb6-b78d-a8f59079a8d5}',
    '{AB8902B4-09CA-4BB6-B78D-A8F59079A8D5}',
    '{AB8902B4-09CA-4BB6-B78D-A8F59079A8D5}',
  ],
  ['yazıcı uzantıları', 'Yazıcı Uzantıları ve Bildirimleri', 'Yazıcı Uzantıları'],
])('%s is written as in the log', (value, text, written) => {
  expect(asWritten(value, ['nothing', text, value])).toBe(written);
});

test.each<readonly [string, string]>([
  ['disk', 'DISKPART and 2DISK'],
  ['d:\\a\\b', 'D:/A/B'],
  ['i', 'İ I'],
  ['x'.repeat(600), 'X'.repeat(600)],
])('%s stays where no text holds it as a word of its own', (value, text) => {
  expect(asWritten(value, [text])).toBe(value);
});

test('the first text that holds it counts, behind other words that only contain it', () => {
  expect(asWritten('ese', ['these', 'THESE ESE', 'Ese'])).toBe('ESE');
});
