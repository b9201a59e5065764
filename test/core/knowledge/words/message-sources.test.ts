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
  [4625, 'An account failed to log on.', 'Microsoft-Windows-Security-Auditing'],
  [1573, "Node 'N1' failed to form a cluster. This was because", 'Microsoft-Windows-FailoverClustering'],
  [40970, 'The Security System has detected a downgrade attempt', 'LsaSrv'],
  [6038, 'Microsoft Windows Server has detected that NTLM authentication is', 'LsaSrv'],
  [1076, 'The reason supplied by user A\\b for the last unexpected shutdown', 'User32'],
  [1030, 'Windows cannot query for the list of Group Policy objects.', 'Userenv'],
  [5, "The backup operation that started at '2012-06-21T19:00:10Z' has failed", 'Microsoft-Windows-Backup'],
  [12014, 'Microsoft Exchange could not find a certificate that contains the domain name', 'MSExchangeTransport'],
  [9582, 'The virtual memory necessary to run your Exchange server is fragmented', 'MSExchangeIS'],
  [2153, 'The Microsoft Exchange Replication service cannot copy', 'MSExchangeRepl'],
  [1020, "Application '/LM/W3SVC/3/ROOT' with physical root 'C:\\a\\' failed to start", 'IIS AspNetCore Module V2'],
  [364, 'Encountered error during federation passive request.', 'AD FS'],
  [30803, 'Failed to establish a network connection.', 'Microsoft-Windows-SMBClient'],
  [304, 'Automatic registration failed at join phase.', 'Microsoft-Windows-User Device Registration'],
  [8200, 'License acquisition failure details. hr=0x80072EE7', 'Microsoft-Windows-Security-SPP'],
  [1002, 'The Citrix Desktop Service cannot connect to the delivery controller', 'Citrix Desktop Service'],
  [2057, 'Virtual disk degraded: Virtual Disk 0 (OS)', 'Server Administrator'],
  [407, 'DNS server could not bind a datagram (UDP) socket', 'Microsoft-Windows-DNS-Server-Service'],
  // What is below the first line tells, too.
  [
    1026,
    'Application: a.exe\nFramework Version: v4.0.30319\nDescription: The process was terminated due to an unhandled exception.',
    '.NET Runtime',
  ],
  [1001, 'Fault bucket , type 0\nEvent Name: APPCRASH\nResponse: Not available', 'Windows Error Reporting'],
])('knows whose event %i is by its text', (id, text, source) => {
  expect(sourceOfMessage('System', id, text)).toBe(source);
  expect(sourceOfMessage(null, id, text)).toBe(source);
  expect(sourceOfMessage('System', id + 60_000, text)).toBeNull();
  expect(sourceOfMessage('System', id, `He says: ${text}`)).toBeNull();
});

test.each([
  [17113, 'Error 5(Access is denied.) occurred while opening file'],
  [825, "A read of the file 'D:\\a.mdf' at offset 0x0 succeeded after failing"],
  [18204, "BackupDiskFile::CreateMedia: Backup device 'R:\\a.bak' failed to create."],
])('an error %i of SQL Server is its own', (id, text) => {
  expect(sourceOfMessage(null, id, text)).toBe('MSSQLSERVER');
  expect(sourceOfMessage(null, 150, text)).toBeNull();
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
