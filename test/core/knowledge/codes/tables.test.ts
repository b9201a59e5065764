import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { entriesOf } from '../../../../src/core/knowledge/codes/family.ts';
import {
  allCodeNames,
  codeByName,
  codeFamilies,
  entriesByCode,
  entryByName,
  namesOf,
  namesOfCodes,
} from '../../../../src/core/knowledge/codes/index.ts';
import { describedNames, meaningOf } from '../../../../src/core/knowledge/codes/meanings.ts';

const FOLDER = new URL('../../../../src/core/knowledge/codes/', import.meta.url);
/** Files of the folder that are no family. */
const MACHINERY = [
  'characters',
  'decode',
  'facilities',
  'family',
  'index',
  'meanings',
  'numbers',
  'scan',
  'tokens',
  'wrappers',
  'code-bytes',
];

test('every file of a family is registered', () => {
  const files = readdirSync(FOLDER).map((file) => file.replace(/\.ts$/, ''));
  expect(files.filter((file) => !MACHINERY.includes(file))).toHaveLength(codeFamilies.length);
});

describe.each(codeFamilies.map((family) => [family.title, family] as const))('%s', (_, family) => {
  const entries = entriesOf(family);

  test('names its source', () =>
    expect(family.source).toMatch(/\w+\.(h|w|md)\b|\[MS-[A-Z]+\]|bug check code reference/));

  test('has each name once, spelt as an identifier', () => {
    const names = entries.map(({ name }) => name);
    expect(names.filter((name) => !/^[A-Za-z]\w+$/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  test('holds numbers of 32 bits only', () => {
    const numbers = family.entries
      .trim()
      .split('\n')
      .map((line) => line.split(' '));
    expect(numbers.filter(([, number]) => !/^(-?\d+|0x[0-9a-f]{5,8})$/.test(number ?? ''))).toEqual([]);
    expect(numbers.filter(([, number]) => Number(number) < -0x8000_0000 || Number(number) > 0xffff_ffff)).toEqual([]);
  });
});

test('no name has two numbers, in whatever case it is written', () => {
  const codeByLowerName = new Map<string, number>();
  const contradictions = codeFamilies.flatMap(entriesOf).filter(({ name, code }) => {
    const known = codeByLowerName.get(name.toLowerCase()) ?? code;
    codeByLowerName.set(name.toLowerCase(), code);
    return known !== code;
  });
  expect(contradictions).toEqual([]);
});

test.each([
  ['JET_errLogFileCorrupt', -501],
  ['JET_errLogWriteFail', -510],
  ['JET_errMissingLogFile', -528],
  ['JET_errRequiredLogFilesMissing', -543],
  ['JET_errDatabaseDirtyShutdown', -550],
  ['JET_errReadVerifyFailure', -1018],
  ['JET_errPageNotInitialized', -1019],
  ['JET_errDiskIO', -1022],
  ['JET_errFileAccessDenied', -1032],
  ['JET_errReadLostFlushVerifyFailure', -1119],
  ['JET_errAttachedDatabaseMismatch', -1216],
  ['JET_errFileNotFound', -1811],
  ['JET_errOSSnapshotInvalidSequence', -2401],
  ['JET_errOSSnapshotTimeOut', -2402],
  ['JET_errOSSnapshotNotAllowed', -2403],
  ['JET_errSLVReadVerifyFailure', -613],
  ['VSS_E_WRITERERROR_TIMEOUT', -2147212302],
  ['VSS_E_WRITERERROR_NONRETRYABLE', -2147212300],
  ['hrFileNotFound', -939522285],
  ['MAPI_E_NOT_FOUND', -2147221233],
  ['MAPI_E_CALL_FAILED', -2147467259],
  ['ecBackupInProgress', 0x50d],
  ['E_FAIL', -2147467259],
  ['REGDB_E_CLASSNOTREG', -2147221164],
  ['FWP_E_INVALID_NET_MASK', -2144206817],
  ['RPC_S_SERVER_UNAVAILABLE', 1722],
  ['ERROR_SERVICE_REQUEST_TIMEOUT', 1053],
  ['WSAEADDRINUSE', 10048],
  ['NERR_UserNotFound', 2221],
  ['STATUS_ACCESS_VIOLATION', -1073741819],
  ['STATUS_IMAGE_NOT_AT_BASE', 0x40000003],
  ['WBEM_E_INVALID_NAMESPACE', -2147217394],
  ['WU_E_NO_SERVICE', -2145124351],
  ['ERROR_FLT_INSTANCE_NOT_FOUND', -2145452011],
  ['BG_E_NETWORK_DISCONNECTED', -2145386480],
  ['DRIVER_POWER_STATE_FAILURE', 0x9f],
  ['ERROR_HV_FEATURE_UNAVAILABLE', -1_070_268_386],
  ['WHEA_UNCORRECTABLE_ERROR', 0x124],
  ['WINLOGON_FATAL_ERROR', -1073741286],
  ['LDAP_INVALID_CREDENTIALS', 49],
  ['COR_E_TIMEOUT', -2146233083],
  ['ERROR_WINHTTP_SECURE_FAILURE', 12175],
  ['ERROR_INTERNET_CONNECTION_ABORTED', 12030],
  ['CBS_E_STORE_CORRUPTION', -2146498511],
  ['PSFX_E_MATCHING_COMPONENT_NOT_FOUND', -2146498174],
])('%s is %i', (name, code) => {
  expect(codeByName(name)).toBe(code);
  expect(namesOf(code)).toContain(name);
});

test('what no header calls a code is none', () => {
  expect(codeByName('FACILITY_ITF')).toBeUndefined();
  expect(codeByName('DRAGDROP_E_LAST')).toBeUndefined();
  expect(codeByName('DNS_ERROR_MASK')).toBeUndefined();
  expect(codeByName('constructor')).toBeUndefined();
});

test('names are looked up as spelt, entries in any case', () => {
  expect(codeByName('Jet_errOSSnapShotNotAllowed')).toBeUndefined();
  expect(entryByName('Jet_errOSSnapShotNotAllowed')).toMatchObject({
    name: 'JET_errOSSnapshotNotAllowed',
    code: -2403,
    family: 'JET',
  });
});

test('the names of the codes that rules name, for the scanner', () => {
  expect([...namesOfCodes([-1032, -2147212302])]).toEqual([
    ['JET_errFileAccessDenied', -1032],
    ['VSS_E_WRITERERROR_TIMEOUT', -2147212302],
  ]);
  expect(namesOfCodes([123456789]).size).toBe(0);
});

test('the likeliest family of a number comes first', () => {
  expect(entriesByCode(-2147024891).map(({ name }) => name)).toEqual(['E_ACCESSDENIED', 'MAPI_E_NO_ACCESS']);
  expect(entriesByCode(0x7fff_1234)).toEqual([]);
});

test('the tables are as large as their headers', () => {
  const sizes = Object.fromEntries(codeFamilies.map((family) => [family.source, entriesOf(family).length]));
  expect(sizes).toMatchObject({
    'winerror.h (mingw-w64 10.0.0)': 2101,
    'ntstatus.h (mingw-w64 10.0.0)': 1797,
    'vsserror.h (mingw-w64 10.0.0)': 81,
    'winhttp.h (mingw-w64 10.0.0)': 53,
    'wininet.h (mingw-w64 10.0.0)': 92,
  });
  // Two stop codes are NTSTATUS codes as well.
  expect(allCodeNames().length - new Set(allCodeNames()).size).toBe(2);
  expect(new Set(allCodeNames()).size).toBe(9_014);
});

test('what newer kits know of clusters and of transactions of NTFS has its number', () => {
  expect(codeByName('ERROR_CLUSTER_NO_QUORUM')).toBe(5925);
  expect(codeByName('ERROR_CLUSTERSET_MANAGEMENT_CLUSTER_UNREACHABLE')).toBe(5999);
  expect(codeByName('ERROR_RM_NOT_ACTIVE')).toBe(6801);
  expect(codeByName('ERROR_LOG_GROWTH_FAILED')).toBe(6833);
  expect(codeByName('ERROR_TRANSACTION_NOT_ENLISTED')).toBe(6855);
});

test('every described name exists, and a meaning is one short sentence', () => {
  const names = [...describedNames()];
  expect(names.filter((name) => codeByName(name) === undefined)).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !/^[A-Z].{3,88}\.$/.test(meaningOf(name) ?? ''))).toEqual([]);
  expect(meaningOf('JET_errFileAccessDenied')).toBe(
    "The file can't be opened: it is locked by another program or permissions are missing.",
  );
  expect(meaningOf('JET_errRfsFailure')).toBeNull();
});
