import { expect, test } from 'vitest';
import { codeBookOf } from '../../../src/core/pipeline/code-book.ts';
import { outlineReport } from '../../../src/core/report/outline/outline.ts';
import { plainText } from '../../support/plain-text.ts';
import { evidence, finding, fullReport, report } from '../../support/sample-report.ts';

const NO_SNAPSHOT = -2403;
const COMMITMENT_LIMIT = 0xc000012d | 0;
const SERVICE_DISABLED = 0x80070422 | 0;
const SERVER_FAULT = 0x80040115 | 0;

const withCodes = (codes: readonly number[], provider = 'ESE') =>
  report({ findings: [finding({ evidence: [evidence({ provider, codes }), evidence({ provider, codes })] })] });

test('codes of the evidence have the names of their headers, and what they say', async () => {
  const book = await codeBookOf(withCodes([COMMITMENT_LIMIT, NO_SNAPSHOT]));
  expect([...book.values()]).toEqual([
    { code: '0xc000012d', name: 'STATUS_COMMITMENT_LIMIT', meaning: null },
    {
      code: '-2403',
      name: 'JET_errOSSnapshotNotAllowed',
      meaning: 'No shadow copy can begin: a backup or recovery is running.',
    },
  ]);
});

test('a code that carries another one has the name of that', async () => {
  const [name] = (await codeBookOf(withCodes([SERVICE_DISABLED]))).values();
  expect(name).toMatchObject({ code: '0x80070422', name: 'ERROR_SERVICE_DISABLED' });
});

test('the program that wrote it tells which name is meant', async () => {
  const [mail] = (await codeBookOf(withCodes([SERVER_FAULT], 'MSExchangeIS'))).values();
  expect(mail?.name).toBe('MAPI_E_NETWORK_ERROR');
});

test('small numbers, and those without a name, are not named', async () => {
  expect((await codeBookOf(withCodes([1293, 0, -1, -99, 0xdeadbeef | 0]))).size).toBe(0);
});

test.each([
  ['Service Control Manager', 7023, ['1058 ERROR_SERVICE_DISABLED']],
  ['NETLOGON', 5719, ['1058 ERROR_SERVICE_DISABLED']],
  ['Service Control Manager', 7024, []],
  ['Microsoft-Windows-Security-Auditing', 4625, []],
])('%%%%1058 of %s %d stands for %j', async (provider, eventId, shown) => {
  const written = evidence({ provider, eventId, codes: [], text: 'iphlpsvc | %%1058 | %%0' });
  const book = await codeBookOf(report({ findings: [finding({ evidence: [written] })] }));
  expect([...book.values()].map(({ code, name }) => `${code} ${name}`)).toEqual(shown);
});

test('the reason that a text of the service controller tells in words is named, of other sources no small number', async () => {
  const named = async (provider: string, eventId: number) => {
    const written = evidence({ provider, eventId, codes: [1058], text: 'The service cannot be started' });
    const book = await codeBookOf(report({ findings: [finding({ evidence: [written] })] }));
    return [...book.values()].map(({ code, name }) => `${code} ${name}`);
  };
  expect(await named('Service Control Manager', 7000)).toEqual(['1058 ERROR_SERVICE_DISABLED']);
  expect(await named('Service Control Manager', 7024)).toEqual([]);
  expect(await named('ESE', 7000)).toEqual([]);
});

test('events that no rule explains have their codes named, too', async () => {
  const sample = 'Windows Search | %%126 | 0x80070422 | 0x8007042200000000 | 0x12345678';
  const [explained] = fullReport().unexplained;
  if (explained === undefined) throw new Error('the report explains everything');
  const one = { ...explained, provider: 'Service Control Manager', eventId: 7023, sample };
  const told = report({ unexplained: [one] });
  const lines = plainText(outlineReport(told, 'UTC', [], await codeBookOf(told))).split('\n');
  const at = lines.findIndex((line) => line.includes('Windows Search'));
  expect(lines.slice(at + 1, at + 4).map((line) => line.trim())).toEqual([
    '0x80070422 ERROR_SERVICE_DISABLED: The service is disabled, or no device that it needs is enabled.',
    '126 ERROR_MOD_NOT_FOUND: A library that the program needs is missing.',
    expect.not.stringContaining('ERROR_'),
  ]);
});

test('a finding says each code once, below the evidence', async () => {
  const one = withCodes([NO_SNAPSHOT, 1293]);
  const lines = plainText(outlineReport(one, 'UTC', [], await codeBookOf(one))).split('\n');
  expect(lines.filter((line) => line.includes('JET_err'))).toEqual([
    'Codes      -2403 JET_errOSSnapshotNotAllowed: No shadow copy can begin: a backup or recovery is running.',
  ]);
});
