import { expect, test } from 'vitest';
import { diagnose } from '../../../src/core/index.ts';
import type { Report } from '../../../src/core/model/report.ts';

const event = (provider: string, id: number, time: string, text: string, host = 'EX1'): string =>
  [
    ...[
      'Event Type:\tError',
      `Event Source:\t${provider}`,
      'Event Category:\tNone',
      `Event ID:\t${id}`,
      'Date:\t\t3/14/2006',
    ],
    ...[`Time:\t\t${time}`, 'User:\t\tN/A', `Computer:\t${host}`, 'Description:', text, '', ''],
  ].join('\n');
const REFUSED =
  event('ESE', 2002, '2:00:10 AM', 'Shadow copy instance 3 encountered error -2403 on freeze.') +
  event('MSExchangeIS', 9611, '2:00:11 AM', 'Error code 0xfffff69d when freezing the Storage groups.');
const NTBACKUP =
  "Backup Status\nOperation: Backup\n\nThe 'Microsoft Information Store' returned 'Backup is already active. ' from a call to 'HrESEBackupSetup()' additional data '-'\n";
const WRITER =
  "Writer name: 'Microsoft Exchange Writer'\n   Writer Id: {76fe1ac4-15f7-4bcd-987e-8e1acb462fb7}\n   Writer Instance Id: {eb6b4c30-0000-0000-0000-000000000001}\n   State: [9] Failed\n   Last error: Timed out\n";
const SYSTEMINFO = (pack: number): string =>
  `Host Name:                 EX1\nOS Name:                   Microsoft(R) Windows(R) Server 2003, Standard Edition\nOS Version:                5.2.3790 Service Pack ${pack} Build 3790\n`;
const findingOf = (report: Report, rule: string) => report.findings.find(({ ruleId }) => ruleId === rule);

test('a writer with 0x800423f2 is the evidence of KB 915331, and the service pack rules it out', async () => {
  const report = await diagnose([`${SYSTEMINFO(1)}\n\n${WRITER}`]);
  expect(findingOf(report, 'vss/writer-false-timeout')).toMatchObject({
    grade: 'possible',
    host: 'ex1',
    evidence: [{ provider: 'tool:vssadmin', codes: [-2147212302] }],
  });
  const fixed = await diagnose([`${SYSTEMINFO(2)}\n\n${WRITER}`]);
  expect(fixed.ruledOut.map(({ ruleId }) => ruleId)).toContain('vss/writer-false-timeout');
});

test('NTBackup that finds a backup active is evidence for the cause of KB 933779', async () => {
  const alone = findingOf(await diagnose([REFUSED]), 'exchange/freeze-refused-not-allowed');
  expect(alone?.causes.map(({ named }) => named)).toEqual([false, false]);
  const both = findingOf(await diagnose([REFUSED, NTBACKUP]), 'exchange/freeze-refused-not-allowed');
  expect(both?.causes[0]).toMatchObject({
    id: 'log_files_gone',
    named: true,
    for: ['NTBackup was told that a backup is already active'],
  });
  expect(both?.grade).toBe('likely');
});

test('the product that eseutil names answers the question of KB 933779', async () => {
  const eseutil =
    'Extensible Storage Engine Utilities for Microsoft(R) Exchange Server\nVersion 08.01\nCopyright (C) Microsoft Corporation. All Rights Reserved.\n';
  const report = await diagnose([REFUSED, eseutil]);
  expect(report.facts).toMatchObject([
    { name: 'product', value: 'Exchange Server 2007', host: 'ex1', from: 'companion' },
  ]);
  expect(report.ruledOut.map(({ ruleId }) => ruleId)).toContain('exchange/freeze-refused-not-allowed');
});

test('the version of a file decides where a rule asks for it', async () => {
  const table = (version: string): string =>
    `ProductVersion   FileVersion      FileName\n--------------   -----------      --------\n${version}    ${version}    C:\\WINDOWS\\system32\\drivers\\volsnap.sys\n`;
  const ruledOut = async (version: string) =>
    (await diagnose([`${SYSTEMINFO(1)}\n\n${WRITER}\n\n${table(version)}`])).ruledOut.map(({ ruleId }) => ruleId);
  expect(await ruledOut('5.2.3790.2641')).toContain('vss/writer-false-timeout');
  expect(await ruledOut('5.2.3790.1830')).not.toContain('vss/writer-false-timeout');
});

test('what a nameless output says is not of one of several machines', async () => {
  const two = REFUSED + event('Disk', 7, '3:00:00 AM', 'The device has a bad block.', 'EX2');
  const report = await diagnose([two, WRITER]);
  expect(report.facts).toMatchObject([{ name: 'writer.Microsoft Exchange Writer', host: null }]);
  expect(findingOf(report, 'vss/writer-false-timeout')?.host).toBeNull();
});

test('an output alone is no empty input', async () => {
  const [source] = (await diagnose([WRITER])).sources;
  expect(source).toMatchObject({ format: 'vssadmin', events: 0, problems: [], unclaimed: 0 });
});
