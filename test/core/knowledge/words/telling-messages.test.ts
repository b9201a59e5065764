import { expect, test } from 'vitest';
import { MANIFEST_BEGINNINGS } from '../../../../src/core/knowledge/words/manifest-beginnings.ts';
import { MESSAGE_BEGINNINGS } from '../../../../src/core/knowledge/words/message-beginnings.ts';
import { tellingMessage } from '../../../../src/core/knowledge/words/telling-messages.ts';

/** Beginnings of real messages, one for each way that a message of the table may begin. */
const BEGINNINGS: readonly (readonly [text: string, behind: string, event: string])[] = [
  ['Faulting application name: a.exe, version: 1.0.0.1, time stamp: 0x5', '', 'Application Error 1000'],
  ['Name der fehlerhaften Anwendung: a.exe, Version: 1.0.0.1, Zeitstempel: 0x5', '', 'Application Error 1000'],
  [
    "Nome dell'applicazione che ha generato l'errore: a.exe, versione: 1.0.0.1, timestamp: 0x5",
    '',
    'Application Error 1000',
  ],
  ['Hatalı uygulama adı: a.exe, sürüm: 1.0.0.1, zaman damgası: 0x5', '', 'Application Error 1000'],
  ['失敗的應用程式名稱： a.exe，版本： 1.0.0.1，時間戳記： 0x5', '', 'Application Error 1000'],
  ['오류 있는 응용 프로그램 이름: a.exe, 버전: 1.0.0.1, 타임스탬프: 0x5', '', 'Application Error 1000'],
  ['错误应用程序名称: a.exe，版本: 1.0.0.1，时间戳: 0x5', '', 'Application Error 1000'],
  ['出错应用程序名称： a.exe，版本： 1.0.0.1，时间戳： 0x5', '', 'Application Error 1000'],
  ['Encountered error during federation passive request. ', '', 'AD FS 364'],
  ['Faulting application a.exe, version 1.0.0.1, faulting module b.dll', '', 'Application Error 1000'],
  ['The program a.exe version 1.0 stopped interacting with Windows and was closed.', '', 'Application Hang 1002'],
  ['Application: a.exe', 'Description: The process was terminated due to an unhandled exception.', '.NET Runtime 1026'],
  [
    'Application: a.exe',
    'Description: The process was terminated due to an internal error in the .NET Runtime at IP 00007FFF',
    '.NET Runtime 1023',
  ],
  [
    'Application: a.exe',
    'Description: The application requested process termination through System.Environment.FailFast.',
    '.NET Runtime 1025',
  ],
  ['Application: a.exe', '> Description: The process was terminated due to a stack overflow.', '.NET Runtime 1027'],
  ['Event code: 3005 ', 'Event message: An unhandled exception has occurred. ', 'ASP.NET 1309'],
  ['Event code: 3005 Event message: An unhandled exception has occurred. Event time: 1', '', 'ASP.NET 1309'],
  ['Fault bucket 12, type 5', 'Event Name: APPCRASH', 'Windows Error Reporting 1001'],
  ['Fault bucket 12, type 4 Event Name: APPCRASH Response: Not available', '', 'Windows Error Reporting 1001'],
  ['Fehlerbucket 0, Typ 5', 'Ereignisname: CLR20r3', 'Windows Error Reporting 1001'],
  ['Bucket errato 0x13A_win32kfull!x, tipo 0', 'Nome evento: BlueScreen', 'Windows Error Reporting 1001'],
  ['Problem signature:', '  Problem Event Name:\tBlueScreen', 'Windows Error Reporting 1001'],
  [
    'ボリューム シャドウ コピー サービス エラー: ルーチン CoCreateInstance の呼び出し中に予期しないエラーが発生しました。',
    'hr = 0x800401fb, Object is not registered.',
    'VSS 8193',
  ],
  [
    'ボリューム シャドウ コピー サービス エラー: 予期しないエラー DeviceIoControl(\\\\?\\Volume{1}) です。hr = 0x80070057, パラメーターが間違っています。',
    '',
    'VSS 12289',
  ],
  ['ボリューム シャドウ コピー サービス エラー: アカウント a を解決できませんでした。状態: 1376。', '', 'VSS 8230'],
  [
    'エラー 0x800423f2, Freeze および Thaw イベントの間にライターがタイムアウトしました。',
    'により、VSS ライターはイベントを拒否しました。',
    'VSS 8229',
  ],
  [
    "2018-08-07T09:00:43.533016300Z' に開始したバックアップ操作は、次のエラー コード '0x80780049' (x) のため失敗しました。",
    '',
    'Microsoft-Windows-Backup 517',
  ],
  [
    'Volume Shadow Copy Service error: An internal inconsistency was detected in trying to contact shadow copy service writers.  The Registry Writer failed to respond',
    '',
    'VSS 12347',
  ],
  [
    'Volume Shadow Copy Service error: An internal inconsistency was detected in trying',
    'to contact shadow copy service writers.  Please check to see that the Event Service',
    'VSS 12302',
  ],
  ['Volume Shadow Copy Service warning: ESENT ERROR {b2014c9e} NTDS: -2402. hr = 0x00000000.', '', 'VSS 12290'],
  ['Problem signature:', '- Problem Event Name:           MoAppCrash', 'Windows Error Reporting 1001'],
  ['Problem signature', 'Problem Event Name:\tLiveKernelEvent', 'Windows Error Reporting 1001'],
  ['Fault bucket 0x133_DPC_nt!KeX, type 0', 'Event Name: BlueScreen', 'Windows Error Reporting 1001'],
  ['A parity error was detected on \\Device\\Scsi\\adpu160m1.', '', 'adpu160m 5'],
  ['The device, \\Device\\Scsi\\si31121, did not respond within the timeout period.', '', 'si3112 9'],
  ['The device, \\Device\\Ide\\iaStor0, did not respond within the timeout period.', '', 'iaStor 9'],
  ['The driver detected a controller error on \\Device\\Ide\\IdePort2.', '', 'atapi 11'],
  ['The driver detected a controller error on \\Device\\RaidPort0.', '', 'storport 11'],
  ['The driver detected a controller error on \\Device\\Harddisk1\\DR1.', '', 'disk 11'],
  ['The device, \\Device\\Ide\\IdeDeviceP2T0L0-c, is not ready for access yet.', '', 'atapi 15'],
  ['Reset to device, \\Device\\RaidPort0, was issued.', '', 'storport 129'],
  ['Product: A B -- Error 1706. No valid source could be found for product A B.', '', 'MsiInstaller 11706'],
  ['Display driver nvlddmkm stopped responding and has successfully recovered.', '', 'Display 4101'],
  [
    'Volume C: (\\Device\\HarddiskVolume2) needs to be taken offline to perform a Full Chkdsk.',
    '',
    'Microsoft-Windows-Ntfs 98',
  ],
  ['TCP/IP has reached the security limit imposed on the number of concurrent TCP connect attempts.', '', 'Tcpip 4226'],
  [
    'Name  resolution for the name a.example timed out after none of the configured DNS servers responded.',
    '',
    'Microsoft-Windows-DNS-Client 1014',
  ],
  [
    'Activation context generation failed for "C:\\a b.exe". Dependent Assembly B,version="1.0.0.0" could not be found.',
    '',
    'SideBySide 33',
  ],
  [
    'Fehler beim Generieren des Aktivierungskontextes für "C:\\a.exe". Die abhängige Assemblierung "B,version="1.0.0.0"" konnte',
    '',
    'SideBySide 33',
  ],
  [
    'Activation context generation failed for "C:\\a.exe".Error in manifest or policy file "C:\\b.MANIFEST" on line 3. Component identity found in manifest does not match the identity',
    '',
    'SideBySide 35',
  ],
  [
    'Fehler beim Generieren des Aktivierungskontextes für "C:\\a.exe". Fehler in Manifest- oder Richtliniendatei "C:\\b.MANIFEST" in Zeile  3. Die im Manifest gefundene Komponenten-ID stimmt nicht',
    '',
    'SideBySide 35',
  ],
  [
    'Activation context generation failed for "C:\\a.exe".Error in manifest or policy file "C:\\a.exe.Config" on line 9.',
    'Invalid Xml syntax.',
    'SideBySide 59',
  ],
  [
    'Activation context generation failed for "C:\\a.exe".Error in manifest or policy file "C:\\a.exe" on line 3. The required attribute name is missing from element b.',
    '',
    'SideBySide 62',
  ],
  [
    'Activation context generation failed for "C:\\a.exe".Error in manifest or policy file "C:\\a.exe" on line 3. The value "1.0" of attribute "version" in element "b" is invalid.',
    '',
    'SideBySide 63',
  ],
  [
    'Activation context generation failed for "C:\\a.exe".Error in manifest or policy file "C:\\a.exe" on line 3. The attribute b is not permitted in this context on element c.',
    '',
    'SideBySide 64',
  ],
  [
    'Activation context generation failed for "C:\\a.exe".Error in manifest or policy file "C:\\a.exe" on line 3. The element B appears as a child of element urn:c^assembly which is not supported by this version of Windows.',
    '',
    'SideBySide 72',
  ],
  [
    'Activation context generation failed for "C:\\a.exe".Error in manifest or policy file "" on line . A component version required by the application conflicts with another component version',
    '',
    'SideBySide 78',
  ],
  [
    'Fehler beim Generieren des Aktivierungskontexts für "C:\\a.exe". Fehler in Manifest- oder Richtliniendatei "" in Zeile . Eine für die Anwendung erforderliche Komponentenversion steht in Konflikt',
    '',
    'SideBySide 78',
  ],
  ['Volume Shadow Copy Service error: Unexpected error calling routine X. hr = 0x80070005', '', 'VSS 8193'],
  [
    'Volumeschattenkopie-Dienstfehler: Beim Abfragen nach der Schnittstelle "IVssWriterCallback" ist ein unerwarteter Fehler aufgetreten. hr = 0x80070005',
    '',
    'VSS 8194',
  ],
  [
    'Volume Shadow Copy Service error: Unexpected error DeviceIoControl(\\\\?\\Volume{1} - 04A0,[0]).  hr = 0x80070001',
    '',
    'VSS 12289',
  ],
  [
    'Erreur du service de cliché instantané des volumes : erreur inattendue CreateFileW(\\\\?\\A2\\,0x80000000,...). hr = 0x80070001',
    '',
    'VSS 12289',
  ],
  [
    'A VSS writer has rejected an event with error 0x800423f3, The writer experienced a transient error.',
    '',
    'VSS 8229',
  ],
  [
    'Volume Shadow Copy Service error: Error calling a routine on a Shadow Copy Provider {b5946137-7b9f-4925-af80-51abd60b20d5}. Routine details X',
    '',
    'VSS 12293',
  ],
  [
    'Volume Shadow Copy Service error: The I/O writes cannot be flushed during the shadow copy creation period on volume C:.',
    '',
    'VSS 12297',
  ],
  [
    'Volume Shadow Copy Service error: The I/O writes cannot be held during the shadow copy creation period on volume C:.',
    '',
    'VSS 12298',
  ],
  ['The A service failed to start due to the following error:', '', 'Service Control Manager 7000'],
  ["Le service A n'a pas pu démarrer en raison de l'erreur suivante :", '', 'Service Control Manager 7000'],
  ['Le service A n’a pas pu démarrer en raison de l’erreur :', '', 'Service Control Manager 7000'],
  ['El servicio A no pudo iniciarse debido al siguiente error:', '', 'Service Control Manager 7000'],
  ['Il servizio A non è stato avviato per il seguente errore:', '', 'Service Control Manager 7000'],
  ['由于下列错误，A 服务启动失败:', '拒绝访问。', 'Service Control Manager 7000'],
  [
    'Das Zeitlimit (30000 ms) wurde beim Verbindungsversuch mit dem Dienst A erreicht.',
    '',
    'Service Control Manager 7009',
  ],
  ['Se agotó el tiempo de espera (30000 ms) para la conexión con el servicio A.', '', 'Service Control Manager 7009'],
  ['Превышение времени ожидания (30000 мс) при ожидании подключения службы "A".', '', 'Service Control Manager 7009'],
  ['等待 A 服务的连接超时(30000 毫秒)。', '', 'Service Control Manager 7009'],
  [
    'A timeout was reached (30000 milliseconds) while waiting for the A service to connect.',
    '',
    'Service Control Manager 7009',
  ],
  ['Timeout (30000 milliseconds) waiting for the A service to connect.', '', 'Service Control Manager 7009'],
  [
    'Mapi session "/o=A/ou=B/cn=Recipients/cn=c" exceeded the maximum',
    'of 32 objects of type "session".',
    'MSExchangeIS 9646',
  ],
  ["Cluster node 'N2' has been quarantined. It", '', 'Microsoft-Windows-FailoverClustering 1672'],
  [
    "Cluster node 'N2' has been quarantined by 'N1' and cannot join the cluster.",
    '',
    'Microsoft-Windows-FailoverClustering 1675',
  ],
  [
    'Scope, 10.0.0.0, is 100 percent full with only 0 IP addresses remaining.',
    '',
    'Microsoft-Windows-DHCP-Server 1020',
  ],
  [
    'Hypervisor launch failed; Either VMX not present or not enabled in BIOS.',
    '',
    'Microsoft-Windows-Hyper-V-Hypervisor 41',
  ],
  ['An error was detected on device \\Device\\Harddisk1\\DR1 during a paging operation.', '', 'disk 51'],
];

test.each(BEGINNINGS)('%s', (text, behind, event) => {
  const told = tellingMessage(text, () => behind);
  expect(`${told?.source} ${told?.eventId}`).toBe(event);
});

test('what the lines behind have to say is asked for; without them the first line is not enough', () => {
  expect(tellingMessage('Application: a.exe', () => 'Application: b.exe')).toBeNull();
  expect(tellingMessage('Application: a.exe')).toBeNull();
});

test('two events about a provider begin alike', () => {
  const begin = 'Volume Shadow Copy Service error: Error calling a routine on the Shadow Copy Provider ';
  expect(tellingMessage(`${begin}{b5946137-7b9f-4925-af80-51abd60b20d5}. Routine returned E_INVALIDARG.`)).toBeNull();
});

test('the report begins with its own line, not with one above', () => {
  const behind = () => '\nProblem signature\nProblem Event Name:\tAPPCRASH';
  expect(tellingMessage('Faulting Application Path:\tC:\\a.exe', behind)).toBeNull();
});

test('a call with a colon behind it is of another event', () => {
  const begin = 'Volume Shadow Copy Service error: Unexpected error ';
  expect(tellingMessage(`${begin}CreateFileW(C:): no. hr = 0x80070001`)).toBeNull();
});

const ALL = [...MESSAGE_BEGINNINGS, ...MANIFEST_BEGINNINGS].flatMap(({ source, beginnings }) =>
  beginnings.map(([eventId, text]) => [text, `${source} ${eventId}`] as const),
);

test('each beginning in words, filled in, is that of its own event', () => {
  const told = ALL.map(([text]) => [text, tellingMessage(`${text.replaceAll('…', 'x 1')} and so on`)] as const);
  expect(told.map(([text, found]) => [text, `${found?.source} ${found?.eventId}`])).toEqual(ALL);
});

test('a mail broke the beginning in the middle', () => {
  const behind = () => 'to a domain controller. This may be a transient\ncondition.';
  const line = 'The processing of Group Policy failed because of lack of network connectivity';
  expect(tellingMessage(line, behind)).toMatchObject({ source: 'Microsoft-Windows-GroupPolicy', eventId: 1129 });
  expect(tellingMessage(line)).toBeNull();
});

test('what stands in quotes ends with them', () => {
  const record = "The dynamic registration of the DNS record '_ldap._tcp.a. 600 IN SRV 0 100 389 dc1.a.' ";
  expect(tellingMessage(`${record}failed on the following DNS server:`)?.eventId).toBe(5774);
  // 5811
  const forOther = `${record}for the remote domain controller 'dc2.a' failed on the following DNS server:`;
  expect(tellingMessage(forOther)).toBeNull();
});

test.each([
  ['Reason: Logon failure: the user has not been granted the requested logon type at this computer.', 7041],
  ['The user name or password is incorrect.', 7038],
])('of two events that begin alike the line behind tells which it is: %s', (behind, eventId) => {
  const line =
    'The A service was unable to log on as B\\c with the currently configured password due to the following error:';
  expect(tellingMessage(line, () => behind)).toMatchObject({ source: 'Service Control Manager', eventId });
});

test.each([
  ['\nComponent: PCI Express Root Port\nError Source: Advanced Error Reporting (PCI Express)', 17],
  ['\nReported by component: Processor Core\nError Source: Corrected Machine Check', 19],
])('what was corrected tells which event it is: %s', (behind, eventId) => {
  const told = tellingMessage('A corrected hardware error has occurred.', () => behind);
  expect(told).toMatchObject({ source: 'Microsoft-Windows-WHEA-Logger', eventId, level: 'warning' });
});
