import { expect, test } from 'vitest';
import type { ReportFact } from '../../../../src/core/model/report.ts';
import { outlineReport } from '../../../../src/core/report/outline/outline.ts';
import { plainText } from '../../../support/plain-text.ts';
import { report } from '../../../support/sample-report.ts';

const said = (over: Partial<ReportFact>): string | undefined => {
  const fact: ReportFact = { name: 'ex2003', value: true, host: null, from: 'option', at: null, changed: [], ...over };
  return plainText(outlineReport(report({ facts: [fact] }), 'UTC'))
    .split('\n')
    .find((line) => line.includes('ex2003: '))
    ?.replace(/^\W+/, '');
};

test('an answer that no rule needed is said to change nothing; what was only read is no answer', () => {
  expect(said({})).toBe('ex2003: yes (given, changes nothing here)');
  expect(said({ from: 'answer' })).toBe('ex2003: yes (answered, changes nothing here)');
  expect(said({ from: 'companion' })).toBe('ex2003: yes (from a command output)');
  expect(said({ changed: [{ ruleId: 'a/b', was: 'likely', is: 'ruled_out' }] })).toBe(
    'ex2003: yes (given); a/b: was likely, is ruled out',
  );
});
