import { expect, test } from 'vitest';
import type { Report } from '../../../../src/core/model/report.ts';
import { brief } from '../../../../src/core/report/reporters/brief.ts';
import { hostileTexts } from '../../../support/hostile-texts.ts';
import { poisoned } from '../../../support/poisoned.ts';
import { finding, fullReport, report, source } from '../../../support/sample-report.ts';

const write = (of: Report): string => brief(of, { zone: 'UTC' });
const NOT_CHECKED = { ruleId: 'a/b', because: 'no System log was given', host: null };
const missing = [{ code: 'input/missing', place: 'nosuch.evtx', detail: null }];

test.each<[string, Report, string]>([
  ['nothing found', report(), 'OK: found nothing in 5 events with 6 rules\n'],
  [
    'could not look',
    report({ problems: missing }),
    'UNKNOWN: found nothing in 5 events with 6 rules; 1 input could not be read\n',
  ],
  [
    'nothing in the time that was asked for',
    report({ sources: [source({ coverage: [], timeBasis: 'none' })] }),
    'OK: of 5 events none is in the period and on the hosts asked for\n',
  ],
  [
    'no rule had its log',
    report({ tool: { name: 'evdx', version: '0.1.0', ruleCount: 1 }, notChecked: [NOT_CHECKED] }),
    'OK: found nothing in 5 events of logs that no rule needs\n',
  ],
  [
    'one of two rules had none',
    report({ tool: { name: 'evdx', version: '0.1.0', ruleCount: 2 }, notChecked: [NOT_CHECKED] }),
    'OK: found nothing in 5 events with 2 rules; 1 rule could not be checked\n',
  ],
  [
    'found, and could not look',
    fullReport(),
    'HIGH: 2 findings (1 high, 1 medium); 1 input could not be read; 1 limit reached; ex1: New snapshot backup refused because an earlier Exchange backup was never closed (likely, exchange/backup-never-closed)\n',
  ],
  [
    'harmless noise on a host without a name',
    report({ findings: [finding({ severity: 'info', host: null, title: 'Noise' })] }),
    'INFO: 1 finding (1 info); Noise (likely, exchange/backup-never-closed)\n',
  ],
])('%s', (_name, of, line) => {
  expect(write(of)).toBe(line);
});

test('what is less sure than was asked for is counted', () => {
  expect(brief(report(), { zone: 'UTC', leftOut: [finding()] })).toBe(
    'OK: found nothing sure enough in 5 events with 6 rules; 1 less sure finding is left out\n',
  );
});

test.each(Object.entries(hostileTexts))('is one short line in which nothing acts: %s', (_name, text) => {
  const line = write(poisoned(fullReport(), text));
  expect(line).toMatch(/^HIGH: [^\n]+\n$/);
  expect(line.length).toBeLessThan(700);
  expect(line).not.toMatch(/[|<>@[\]`]/);
});
