import { expect, test } from 'vitest';
import { outlineReport } from '../../../../src/core/report/outline/outline.ts';
import { plainText } from '../../../support/plain-text.ts';
import { report } from '../../../support/sample-report.ts';

test('what was checked on no host stands apart from what was not on some', () => {
  const because = 'no System log was given';
  const on = (ruleId: string, host: string | null) => ({ ruleId, because, host });
  const hosts = ['ex1', 'ex2', 'ex3', 'ex4', 'ex5'];
  const notChecked = [on('a/none', null), ...hosts.flatMap((host) => [on('a/some', host), on('a/others', host)])];
  expect(plainText(outlineReport(report({ notChecked }), 'UTC'))).toContain(
    '1 rule: no System log was given. 2 rules on ex1, ex2, ex3 and 2 other hosts: no System log was given. -f json lists them.',
  );
});
