import { expect, test } from 'vitest';
import { outlineReport } from '../../../../src/core/report/outline/outline.ts';
import { shellWord, suggestedCommand } from '../../../../src/core/report/outline/suggested-command.ts';
import { plainText } from '../../../support/plain-text.ts';
import { report, source } from '../../../support/sample-report.ts';

const given = ['--rules', 'own', '--tz', 'Europe/Berlin'];
const read = { sources: [source({ name: 'a.txt' })] };

test('a suggested command reads the inputs as the run did', () => {
  expect(suggestedCommand({ report: report(read), given }, 'explain', 'a/b')).toBe(
    'evdx explain a/b --rules own --tz Europe/Berlin a.txt',
  );
  const questions = [{ ruleId: 'a/b', fact: 'ex2003', ask: 'Is it?', host: null, how: null, decides: [] }];
  expect(plainText(outlineReport(report({ ...read, questions }), 'UTC', { given }))).toContain(
    'evdx --fact ex2003=yes --rules own --tz Europe/Berlin a.txt',
  );
});
test('a redacted one does not say what the run was told', () =>
  expect(suggestedCommand({ report: report({ ...read, redacted: 'a1b2' }), given }, 'explain', 'a/b')).toBe(
    'evdx explain a/b a.txt',
  ));
test.each([
  ['Übersicht März.csv', '"Übersicht März.csv"'],
  ['C:\\logs\\a b.evtx', '"C:\\logs\\a b.evtx"'],
  ['C:\\my logs\\', null],
  ['-rf', null],
  ['a\nb', null],
  ['“x”', null],
])('%j is one word for any shell: %j', (word, expected) => expect(shellWord(word)).toBe(expected));
