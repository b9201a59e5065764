import { describe, expect, test } from 'vitest';
import { EXIT, outcomeOf, weightiest } from '../../src/cli/exit-codes.ts';
import type { Report, Severity } from '../../src/core/model/report.ts';
import { finding, report } from '../support/sample-report.ts';

const missing: Partial<Report> = { problems: [{ code: 'input/missing', place: 'a', detail: null }] };
const limited: Partial<Report> = {
  limits: [{ limit: 'keys', source: null, ruleId: null, detail: '12 keys given up' }],
};
const found = (severity: Severity): Partial<Report> => ({ findings: [finding({ severity })] });

describe('the exit code of a report', () => {
  test.each<[string, Partial<Report>, Severity, number]>([
    ['nothing found', {}, 'high', 0],
    ['a finding at --fail-on', found('high'), 'high', 1],
    ['a finding above --fail-on', found('critical'), 'high', 1],
    ['a finding below --fail-on', found('medium'), 'high', 0],
    ['a low finding when low fails', found('low'), 'low', 1],
    ['harmless noise never fails', found('info'), 'low', 0],
    ['a missing input', missing, 'high', 3],
    ['a limit that acted', limited, 'high', 3],
    ['a finding beats a missing input', { ...missing, ...found('high') }, 'high', 1],
    ['a finding below the bar does not', { ...missing, ...found('low') }, 'high', 3],
    [
      'a damaged record is no exit code',
      { problems: [{ code: 'xml/malformed', place: 'a', detail: null }] },
      'high',
      0,
    ],
  ])('%s', (_name, over, failOn, code) => {
    expect(EXIT[outcomeOf(report(over), failOn)]).toBe(code);
  });
});

test('2 beats 1 beats 3 beats 0', () => {
  expect(weightiest(['clean', 'incomplete', 'found', 'usage'])).toBe('usage');
  expect(weightiest(['clean', 'incomplete', 'found'])).toBe('found');
  expect(weightiest(['clean', 'incomplete'])).toBe('incomplete');
  expect(weightiest([])).toBe('clean');
});
