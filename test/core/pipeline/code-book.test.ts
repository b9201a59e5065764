import { expect, test } from 'vitest';
import type { CodeName } from '../../../src/core/model/code-book.ts';
import type { Report, Unexplained } from '../../../src/core/model/report.ts';
import { codeBookOf } from '../../../src/core/pipeline/code-book.ts';
import { outlineReport } from '../../../src/core/report/outline/outline.ts';
import { plainText } from '../../support/plain-text.ts';
import { evidence, finding, fullReport, report } from '../../support/sample-report.ts';

const NO_SNAPSHOT = -2403;
const COMMITMENT_LIMIT = 0xc000012d | 0;
const SERVICE_DISABLED = 0x80070422 | 0;
const CLASS_OR_LOGON = 0x80040111 | 0;

/** All codes that a report names. */
const named = async (of: Report): Promise<readonly CodeName[]> => [...(await codeBookOf(of)).values()].flat();
const withCodes = (codes: readonly number[], provider = 'ESE') =>
  report({ findings: [finding({ evidence: [evidence({ provider, codes }), evidence({ provider, codes })] })] });

test('codes of the evidence have the names of their headers, and what they say', async () => {
  expect(await named(withCodes([COMMITMENT_LIMIT, NO_SNAPSHOT]))).toEqual([
    { code: '0xc000012d', name: 'STATUS_COMMITMENT_LIMIT', meaning: null },
    {
      code: '-2403',
      name: 'JET_errOSSnapshotNotAllowed',
      meaning: 'No shadow copy can begin: a backup or recovery is running.',
    },
  ]);
});

test('a code that carries another one has the name of that', async () => {
  expect(await named(withCodes([SERVICE_DISABLED]))).toMatchObject([
    { code: '0x80070422', name: 'ERROR_SERVICE_DISABLED' },
  ]);
});

test('the program that wrote it tells which name is meant, in each finding', async () => {
  const [mail] = withCodes([CLASS_OR_LOGON], 'MSExchangeIS').findings;
  const [other] = withCodes([CLASS_OR_LOGON], 'VSS').findings;
  if (mail === undefined || other === undefined) throw new Error('no finding');
  const book = await codeBookOf(report({ findings: [other, mail] }));
  expect([other, mail].map((one) => book.get(one)?.map(({ name }) => name))).toEqual([
    ['CLASS_E_CLASSNOTAVAILABLE'],
    ['MAPI_E_LOGON_FAILED'],
  ]);
});

test('small numbers, and those without a name, are not named', async () => {
  expect(await named(withCodes([1293, 0, -1, -99, 0xdeadbeef | 0]))).toEqual([]);
});

test.each([
  ['Service Control Manager', 7023, ['1058 ERROR_SERVICE_DISABLED']],
  ['NETLOGON', 5719, ['1058 ERROR_SERVICE_DISABLED']],
  ['Service Control Manager', 7024, []],
  ['Microsoft-Windows-Security-Auditing', 4625, []],
])('%%%%1058 of %s %d stands for %j', async (provider, eventId, shown) => {
  const written = evidence({ provider, eventId, codes: [], text: 'iphlpsvc | %%1058 | %%0' });
  const names = await named(report({ findings: [finding({ evidence: [written] })] }));
  expect(names.map(({ code, name }) => `${code} ${name}`)).toEqual(shown);
});

test('the reason that a text of the service controller tells in words is named, of other sources none', async () => {
  const namesOf = async (provider: string, eventId: number) => {
    const text =
      'The A service failed to start: The service cannot be started, either because it is disabled or because it has no enabled devices associated with it.';
    const written = evidence({ provider, eventId, codes: [], text });
    const names = await named(report({ findings: [finding({ evidence: [written] })] }));
    return names.map(({ code, name }) => `${code} ${name}`);
  };
  expect(await namesOf('Service Control Manager', 7000)).toEqual(['1058 ERROR_SERVICE_DISABLED']);
  expect(await namesOf('Service Control Manager', 7024)).toEqual([]);
  expect(await namesOf('ESE', 7000)).toEqual([]);
});

const unexplainedOne = (): Unexplained => {
  const [one] = fullReport().unexplained;
  if (one === undefined) throw new Error('the report explains everything');
  return one;
};

test('events that no rule explains have their codes named, too', async () => {
  const sample = 'Windows Search | %%126 | 0x80070422 | 0x8007042200000000 | 0x12345678 | -99';
  const one = { ...unexplainedOne(), provider: 'Service Control Manager', eventId: 7023, sample };
  const told = report({ unexplained: [one] });
  const lines = plainText(outlineReport(told, 'UTC', { codes: await codeBookOf(told) })).split('\n');
  const at = lines.findIndex((line) => line.includes('Windows Search'));
  expect(lines.slice(at + 1, at + 4).map((line) => line.trim())).toEqual([
    '0x80070422 ERROR_SERVICE_DISABLED: The service is disabled, or no device that it needs is enabled.',
    '126 ERROR_MOD_NOT_FOUND: A library that the program needs is missing.',
    expect.not.stringContaining('ERROR_'),
  ]);
});

test.each([
  [
    'ESE',
    'Information Store (5992) Shadow copy encountered error -2403 on freeze.',
    ['-2403 JET_errOSSnapshotNotAllowed'],
  ],
  ['Microsoft-Windows-Time-Service', 'The offset is -510 seconds.', []],
  ['Microsoft-Windows-DistributedCOM', '2147944122 | 10.0.0.1', ['0x800706ba RPC_S_SERVER_UNAVAILABLE']],
  ['Service Control Manager', 'Spooler | %%2147942414', ['0x8007000e E_OUTOFMEMORY']],
])('the codes of a sample count in the notations of their writer: %s', async (provider, sample, shown) => {
  const one = { ...unexplainedOne(), provider, sample };
  expect((await named(report({ unexplained: [one] }))).map(({ code, name }) => `${code} ${name}`)).toEqual(shown);
});

test('a finding says each code once, below the evidence', async () => {
  const one = withCodes([NO_SNAPSHOT, 1293]);
  const lines = plainText(outlineReport(one, 'UTC', { codes: await codeBookOf(one) })).split('\n');
  expect(lines.filter((line) => line.includes('JET_err'))).toEqual([
    'Codes      -2403 JET_errOSSnapshotNotAllowed: No shadow copy can begin: a backup or recovery is running.',
  ]);
});
