import { expect, test } from 'vitest';
import type { ReportFact } from '../../../../src/core/model/report.ts';
import { outlineReport } from '../../../../src/core/report/outline/outline.ts';
import { plainText } from '../../../support/plain-text.ts';
import { report } from '../../../support/sample-report.ts';

const factOf = (over: Partial<ReportFact>): ReportFact => ({
  ...{ name: 'ex2003', value: true, host: null, from: 'option', at: null, changed: [] },
  ...over,
});
const linesOf = (facts: readonly ReportFact[]): readonly string[] => {
  const lines = plainText(outlineReport(report({ facts }), 'UTC'))
    .trimEnd()
    .split('\n');
  return lines.slice(lines.indexOf('Known') + 1).map((line) => line.replace(/^\W+/, ''));
};
const said = (over: Partial<ReportFact>): string | undefined => linesOf([factOf(over)])[0];

test('an answer that no rule needed is said to change nothing; what was only read is no answer', () => {
  expect(said({})).toBe('ex2003: yes (given, changes nothing here)');
  expect(said({ from: 'answer' })).toBe('ex2003: yes (answered, changes nothing here)');
  expect(said({ from: 'companion' })).toBe('ex2003: yes (from a command output)');
  expect(said({ changed: [{ ruleId: 'a/b', was: 'likely', is: 'ruled_out' }] })).toBe(
    'ex2003: yes (given); a/b: was likely, is ruled out',
  );
});

test('what several sources tell of a host is said once; another value, host or teller is another fact', () => {
  const os = (value: string, source: number, over: Partial<ReportFact> = {}): ReportFact =>
    factOf({ name: 'os', value, host: 'ex1', from: 'event', at: { source, position: 0, recordId: 1 }, ...over });
  const facts = [os('XP SP2', 0), os('XP SP3', 0), os('XP SP2', 1), os('XP SP3', 1)];
  expect(linesOf([...facts, os('XP SP3', 2, { from: 'companion' }), os('XP SP3', 3, { host: 'ex2' })])).toEqual([
    'os: XP SP2 on ex1 (from an event)',
    'os: XP SP3 on ex1 (from an event)',
    'os: XP SP3 on ex1 (from a command output)',
    'os: XP SP3 on ex2 (from an event)',
  ]);
});
