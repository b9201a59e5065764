import { expect, test } from 'vitest';
import { sourceOfMessage } from '../../../../src/core/knowledge/words/message-sources.ts';

test.each([
  [7031, 'The Print Spooler service terminated unexpectedly.  It has done this 1 time(s).', 'Service Control Manager'],
  [10009, 'DCOM was unable to communicate with the computer A using any', 'Microsoft-Windows-DistributedCOM'],
  [5774, "The dynamic registration of the DNS record '_ldap._tcp.a.' failed", 'NETLOGON'],
  [4, 'The Kerberos client received a KRB_AP_ERR_MODIFIED error from', 'Microsoft-Windows-Security-Kerberos'],
  [129, 'NtpClient was unable to set a domain peer to use', 'Microsoft-Windows-Time-Service'],
  [1111, 'Driver A required for printer B is unknown.', 'Microsoft-Windows-TerminalServices-Printers'],
  [3210, 'Failed to authenticate with \\\\DC1, a Windows NT domain controller for domain A.', 'NETLOGON'],
  [445, 'Information Store (3160) The database "D:\\priv1.edb" has reached its maximum size', 'ESE'],
  [474, 'Information Store - DB01 (3344,D,50) DB01: The database page read from the file', 'ESE'],
  [490, 'svchost (1336,R,98) TILEREPOSITORYS-1-5-18: An attempt to open the file', 'ESENT'],
  [8193, 'Volumeschattenkopie-Dienstfehler: Beim Aufrufen', 'VSS'],
  [8193, 'Erreur du service de cliché instantané des volumes : erreur', 'VSS'],
  [7, 'The device, \\Device\\Harddisk1\\DR1, has a bad block.', 'disk'],
])('knows whose event %i is by its text', (id, text, source) => {
  expect(sourceOfMessage('System', id, text)).toBe(source);
  expect(sourceOfMessage(null, id, text)).toBe(source);
  expect(sourceOfMessage('System', id + 20_000, text)).toBeNull();
  expect(sourceOfMessage('System', id, `He says: ${text}`)).toBeNull();
});

test.each([
  ['DFS Replication', 'DFSR'],
  ['file replication service ', 'NtFrs'],
  ['Directory Service', 'Microsoft-Windows-ActiveDirectory_DomainService'],
])('knows whose the events of the log %s are', (log, source) => {
  expect(sourceOfMessage(log, 2092, '')).toBe(source);
});

test('knows the database of the directory in its log', () => {
  expect(sourceOfMessage('Directory Service', 474, 'NTDS (532) NTDSA: The database page read failed')).toBe(
    'NTDS ISAM',
  );
  expect(sourceOfMessage('System', 2092, '')).toBeNull();
});
