import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../../../src/core/knowledge/codes/decode.ts';

const told = (text: string) => decode(text).map(({ family, name }) => `${family} ${name}`);

test('what servicing returns has its name, beside the setup codes of the same facility', () => {
  expect(told('0x800F0922')).toEqual(['Servicing CBS_E_INSTALLERS_FAILED']);
  expect(told('0x800f0831')).toEqual(['Servicing CBS_E_STORE_CORRUPTION']);
  expect(told('0x800f0242')).toEqual(['HRESULT SPAPI_E_AUTHENTICODE_TRUST_NOT_ESTABLISHED']);
});

test('what registering with Entra ID returns has its name', () => {
  expect(told('-2145648611')).toEqual(['Device registration DSREG_AUTOJOIN_ADCONFIG_READ_FAILED']);
  expect(told('0xCAA90017')).toEqual(['Device registration ERROR_ADAL_PROTOCOL_NOT_SUPPORTED']);
});

test('what enrolling with a management service returns has its name', () => {
  expect(told('0x8018000A')).toEqual(['device enrolment MENROLL_E_DEVICE_ALREADY_ENROLLED']);
  expect(told('-2145910735')).toEqual(['device enrolment MENROLL_E_MDM_NOT_CONFIGURED']);
});

test('what signing in to a network returns has its name', () => {
  expect(told('0x50007')).toEqual(['wireless and 802.1X ONEX_NO_RESPONSE_TO_IDENTITY']);
  expect(told('163851')).toEqual(['wireless and 802.1X WLAN_REASON_CODE_NETWORK_NOT_AVAILABLE']);
  expect(told('0x40420110')).toEqual(['EAP EAP_I_USER_ACCOUNT_OTHER_ERROR']);
});

test('a reading says everything about the code', () => {
  expect(decode('0xfffffbf8')).toEqual([
    {
      input: '0xfffffbf8',
      code: -1032,
      hex: '0xfffffbf8',
      unsigned: 4294966264,
      family: 'JET',
      name: 'JET_errFileAccessDenied',
      meaning: "The file can't be opened: it is locked by another program or permissions are missing.",
      source: 'jethdr.w (Extensible Storage Engine, 2025), esent.h (mingw-w64 10.0.0)',
      note: null,
      rules: expect.arrayContaining(['ese/database-write-denied']),
    },
  ]);
});

test.each([
  '-1032',
  '–1032',
  '(-1032).',
  '"-1032"',
  '4294966264',
  '%%4294966264',
  'FFFFFBF8',
  'fffffbf8h',
  '0XFFFFFBF8',
  'JET_errFileAccessDenied',
  'jet_errfileaccessdenied',
  '  0xfffffbf8  ',
  'Unable to write a shadowed header. Error -1032.',
  'Error -1032 (0xfffffbf8), JET_errFileAccessDenied',
])('%s is one and the same code', (text) => expect(told(text)).toEqual(['JET JET_errFileAccessDenied']));

describe('codes that carry the number of another family', () => {
  test.each([
    ['0xC8000713', 'JET JET_errFileNotFound', 'JET error as the backup interface gives it: -1811'],
    ['0x880003EF', 'JET JET_wrnDatabaseAttached', 'JET warning as the backup interface gives it: 1007'],
    ['0x8e5e0408', 'JET JET_errFileAccessDenied', 'JET error in an HRESULT: -1032'],
    ['0x800706ba', 'Win32 RPC_S_SERVER_UNAVAILABLE', 'Win32 error in an HRESULT: 1722'],
    ['0xC00706BA', 'Win32 RPC_S_SERVER_UNAVAILABLE', 'Win32 error in an NTSTATUS: 1722'],
    ['%%2147942402', 'Win32 ERROR_FILE_NOT_FOUND', 'Win32 error in an HRESULT: 2'],
    ['0x80072EE2', 'WinHTTP ERROR_WINHTTP_TIMEOUT', 'WinHTTP error in an HRESULT: 12002'],
    ['0x80072f8f', 'WinHTTP ERROR_WINHTTP_SECURE_FAILURE', 'WinHTTP error in an HRESULT: 12175'],
    ['0x80072f07', 'WinINet ERROR_INTERNET_HTTP_TO_HTTPS_ON_REDIR', 'WinINet error in an HRESULT: 12039'],
    ['0xD0000022', 'NTSTATUS STATUS_ACCESS_DENIED', 'NTSTATUS in an HRESULT: 0xc0000022'],
  ])('%s', (text, reading, note) => {
    expect(told(text)[0]).toBe(reading);
    expect(decode(text)[0]?.note).toBe(note);
  });

  test('the name of the code itself is another reading', () => {
    expect(told('0xC8000713')).toEqual(['JET JET_errFileNotFound', 'ESE backup hrFileNotFound']);
    expect(told('80070005')).toEqual(['HRESULT E_ACCESSDENIED', 'Win32 ERROR_ACCESS_DENIED', 'MAPI MAPI_E_NO_ACCESS']);
  });
});

test.each([
  ['0x800423f2', 'error, facility interface-specific: the program defines it, code 0x23f2'],
  ['0x80090322', 'error, facility security, code 0x322'],
  ['0x00042309', 'success, facility interface-specific: the program defines it, code 0x2309'],
  ['0xc0000185', 'error, facility general, code 0x185'],
  ['0x80000005', 'warning, facility general, code 0x5'],
  ['0xc7ff0007', 'error, facility ESE backup, code 0x7'],
])('the bits of %s', (text, note) => expect(decode(text)[0]?.note).toBe(note));

describe('small numbers mean several things, the likeliest first', () => {
  test.each([
    ['5', 'Win32 ERROR_ACCESS_DENIED'],
    ['0x5', 'Win32 ERROR_ACCESS_DENIED'],
    ['1722', 'Win32 RPC_S_SERVER_UNAVAILABLE'],
    ['0x50d', 'Exchange store ecBackupInProgress'],
    ['1293', 'Exchange store ecBackupInProgress'],
    ['0x7E', 'Bug check SYSTEM_THREAD_EXCEPTION_NOT_HANDLED'],
    ['7E', 'Bug check SYSTEM_THREAD_EXCEPTION_NOT_HANDLED'],
    ['0x00000050', 'Bug check PAGE_FAULT_IN_NONPAGED_AREA'],
    ['126', 'Win32 ERROR_MOD_NOT_FOUND'],
    ['159', 'Bug check DRIVER_POWER_STATE_FAILURE'],
    ['0x35', 'Win32 ERROR_BAD_NETPATH'],
    ['1007', 'JET JET_wrnDatabaseAttached'],
    ['0x102', 'NTSTATUS STATUS_TIMEOUT'],
    ['0', 'HRESULT S_OK'],
  ])('%s', (text, reading) => expect(told(text)[0]).toBe(reading));

  test('an error of the engine whose sign was left out, behind what the number itself is', () => {
    expect(told('1018')).toEqual(['Win32 ERROR_KEY_DELETED', 'JET JET_errReadVerifyFailure']);
    expect(decode('1032')).toMatchObject([
      { code: 1032, name: 'JET_errFileAccessDenied', note: 'JET error without its sign: -1032' },
    ]);
    expect(told('JET error 1018')[0]).toBe('JET JET_errReadVerifyFailure');
    expect(told('0x408')).toEqual([]);
  });
  test('all of them', () => {
    expect(told('0x7E')).toEqual(['Bug check SYSTEM_THREAD_EXCEPTION_NOT_HANDLED', 'Win32 ERROR_MOD_NOT_FOUND']);
  });
});

describe('a pasted line', () => {
  test('gives its codes in order', () => {
    expect(
      decode('STOP: 0x0000007E (0xc0000005, 0x804e518e, 0xfc938104)').map(({ input, name }) => [input, name]),
    ).toEqual([
      ['0x0000007E', 'SYSTEM_THREAD_EXCEPTION_NOT_HANDLED'],
      ['0x0000007E', 'ERROR_MOD_NOT_FOUND'],
      ['0xc0000005', 'STATUS_ACCESS_VIOLATION'],
    ]);
  });

  test('a name beside its number leaves no doubt', () => {
    expect(told('FAILED_AT_FREEZE (0x800423f2 - VSS_E_WRITERERROR_TIMEOUT)')).toEqual([
      'VSS VSS_E_WRITERERROR_TIMEOUT',
    ]);
  });

  test.each([
    'The service terminated with the following error: 1053',
    'Windows could not start the service on EX1, error code 1053.',
    'Der Dienst auf Server 12 meldet Fehler 1053, Kanal 7',
    'エラー 1053 が発生しました。プロセス 4711',
  ])('%s: the number after the word counts', (line) =>
    expect(told(line)).toEqual(['Win32 ERROR_SERVICE_REQUEST_TIMEOUT']),
  );

  test('small numbers count where there is nothing else', () => {
    expect(told('timed out with 1460 on the second try')).toEqual(['Win32 ERROR_TIMEOUT']);
    expect(told('version 6.5.7232.76 of 2006-03-02 at 01:00:01')).toEqual([]);
  });

  test('the words around it make a family likelier', () => {
    expect(told('0x80040111')[0]).toBe('HRESULT CLASS_E_CLASSNOTAVAILABLE');
    expect(told('MSExchangeIS: error 0x80040111')[0]).toBe('MAPI MAPI_E_LOGON_FAILED');
    expect(told('LDAP error 49')[0]).toBe('LDAP LDAP_INVALID_CREDENTIALS');
  });
});

test('a code of the transactions of NTFS in an HRESULT', () => {
  expect(told('0x80071A91')).toEqual(['Win32 ERROR_RM_NOT_ACTIVE']);
});

test.each(['', ' ', 'nonsense', '0x80040A01', '-5', '0xfffffffffffff', '99999999999', 'constructor', '%%', '0x', '-'])(
  'nothing is known of %j',
  (text) => expect(decode(text)).toEqual([]),
);

test('no text makes it throw, and none gives more than a page', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(fc.constantFrom('-', '0x', '5', ' ', 'error', 'E_FAIL', 'c0000005')).map((parts) => parts.join('')),
      ),
      (text) => {
        expect(decode(text).length).toBeLessThan(500);
      },
    ),
    { numRuns: 1_000 },
  );
});

test('a megabyte on one line is answered from its beginning', () => {
  expect(told(`${'x'.repeat(1_000_000)} 0xc0000005`)).toEqual([]);
  expect(told(`0xc0000005 ${'1 '.repeat(500_000)}`)).toEqual(['NTSTATUS STATUS_ACCESS_VIOLATION']);
});

test('a reading names the built-in rules that ask for the code, also where its sign was left out', () => {
  const rulesOf = (text: string) => decode(text)[0]?.rules;
  expect(rulesOf('0x50d')).toContain('exchange/backup-never-closed');
  expect(rulesOf('JET_errReadVerifyFailure')).toEqual(rulesOf('-1018'));
  expect(decode('1018').find(({ family }) => family === 'JET')?.rules).toEqual(rulesOf('-1018'));
  expect(rulesOf('-1018')).not.toEqual([]);
  expect(rulesOf('MNG_NOT_ALLOWED')).toBeUndefined();
  expect(rulesOf('JET_errTooManyInstances')).toEqual([]);
});
