import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { Report } from '../../../../src/core/model/report.ts';
import { csv } from '../../../../src/core/report/reporters/csv.ts';
import { hostileTexts } from '../../../support/hostile-texts.ts';
import { poisoned } from '../../../support/poisoned.ts';
import { fullReport, report } from '../../../support/sample-report.ts';

const write = (of: Report): string => csv(of, { zone: 'UTC' });
const read = (text: string): readonly Record<string, string>[] =>
  Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;

test('is one finding a row, readable without the JSON', () => {
  expect(read(write(fullReport()))).toMatchObject([
    {
      severity: 'high',
      grade: 'likely',
      host: 'ex1',
      ruleId: 'exchange/backup-never-closed',
      kb: '910250',
      count: '2',
      first: '2006-03-01T01:00:01.000Z',
      timeBasis: 'assumed-local',
      cause: '',
      firstStep: 'Let the earlier backup finish, then start the next one; move the two schedules apart.',
      risk: 'none',
      key: 'host=ex1',
      evidence: 'paste.txt line 12; paste.txt line 20; paste.txt line 29',
      explainedBy: '',
      fingerprint: '00f2b3c4d5e6a798',
    },
    {
      cause: 'The drive is failing',
      key: 'host=ex1; device=\\Device\\Harddisk1\\DR1',
      evidence: 'logs/System.evtx record 1601',
      explainedBy: 'exchange/backup-never-closed',
    },
  ]);
});

test('is only the heads without findings', () => {
  expect(write(report())).toMatch(/^severity,grade,[^\r\n]+,fingerprint\r\n$/);
});

test.each(Object.entries(hostileTexts))('no cell is a formula or breaks the table: %s', (_name, text) => {
  const rows = read(write(poisoned(fullReport(), text.slice(0, 20_000))));
  expect(rows).toHaveLength(2);
  for (const row of rows) {
    expect(Object.keys(row)).toHaveLength(18);
    for (const cell of Object.values(row)) expect(cell).not.toMatch(/^\s*[=+@-](?!\d+$)/);
  }
});
