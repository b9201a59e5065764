import { tellingMessage } from './telling-messages.ts';

/** Logs that one source writes; of the log of the directory, the database apart, the name that 2008 and later give. */
const SOURCE_OF_LOG: ReadonlyMap<string, string> = new Map([
  ['dfs replication', 'DFSR'],
  ['file replication service', 'NtFrs'],
  ['dns server', 'DNS'],
  ['directory service', 'Microsoft-Windows-ActiveDirectory_DomainService'],
]);
const DIRECTORY_DATABASE = /^(?:NTDS|lsass) \(\d/;

interface SourceOfIds {
  readonly source: string;
  /** Each one, or from first to last. */
  readonly ids: readonly (number | readonly [number, number])[];
  readonly begins: RegExp;
}
const from = (source: string, ids: SourceOfIds['ids'], begins: RegExp): SourceOfIds => ({ source, ids, begins });

/** Whose event it is by its id and how its message begins. Sources: the message files of Windows, as the events of real logs show them. */
const SOURCES: readonly SourceOfIds[] = [
  from(
    'Service Control Manager',
    [[7000, 7046]],
    /^(?:The \S.{0,255}? service (?:terminated|failed|depends|hung|was (?:unable|unregistered|successfully)|could not|entered|did not|reported|is marked)|The following (?:boot-start|service)|(?:A timeout|Timeout) (?:was reached )?\(\d+ milliseconds\)|The Service Control Manager|A service was installed|Boot-start or system-start)/,
  ),
  from(
    'Microsoft-Windows-DistributedCOM',
    [[10000, 10050]],
    /^(?:DCOM |The server-side auth|The server \{|Unable to start a DCOM|The (?:application-specific|machine-default) perm)/,
  ),
  from(
    'NETLOGON',
    [
      [3095, 3224],
      [5500, 5850],
    ],
    /^(?:Failed to authenticate with|The dynamic (?:de)?registration|Dynamic (?:de)?registration|The (?:session setup|Netlogon service|computer or domain|system volume|following name|attempt to)|This computer (?:was not|could not)|No Domain Controller|(?:None|Some) of the|During the past|There are currently|Netlogon (?:could|failed|has|was)|Attempt to update)/i,
  ),
  from(
    'Microsoft-Windows-Security-Kerberos',
    [3, 4, 7, 9, 10],
    /^(?:The Kerberos (?:client|SSPI)|A Kerberos [Ee]rror [Mm]essage)/,
  ),
  from(
    'Microsoft-Windows-Kerberos-Key-Distribution-Center',
    [[5, 45]],
    /^(?:The (?:KDC|Key Distribution Center)|While processing a[n]? (?:AS|TGS) request|There are multiple accounts|During (?:TGS|AS) processing)/,
  ),
  from('LsaSrv', [[40960, 40970]], /^The Security System (?:detected|could not|has detected|was unable|received)/),
  from('LsaSrv', [6038, 6039], /^Microsoft Windows Server has detected that NTLM authentication/),
  from(
    'Microsoft-Windows-Time-Service',
    [[8, 160]],
    /^(?:Time Provider Ntp|The time (?:service|provider|sample)|NtpClient)/,
  ),
  from(
    'Microsoft-Windows-GroupPolicy',
    [[1002, 1130]],
    /^(?:The processing of Group Policy|Windows failed to apply|The Group Policy Client Side)/,
  ),
  from('SceCli', [1202], /^Security policies were propagated with/),
  from('Microsoft-Windows-DNS-Client', [1014], /^Name resolution for the name/),
  from('Microsoft-Windows-DNS-Client', [[8015, 8020]], /^The system failed to register/),
  from(
    'Schannel',
    [[36867, 36888]],
    /^(?:A fatal |The following fatal|A TLS |An (?:SSL|TLS) |No suitable default|The certificate |An unknown connection|Schannel )/i,
  ),
  from(
    'Microsoft-Windows-Directory-Services-SAM',
    [12294, [16640, 16670]],
    /^(?:The SAM database|The account-identifier|The request for a new account-)/,
  ),
  from('Microsoft-Windows-WinRM', [10154], /^The WinRM service failed to create/),
  from(
    'Microsoft-Windows-TerminalServices-Printers',
    [1111],
    /^Driver \S.{0,255}? required for printer \S.{0,255}? is unknown/,
  ),
  from('Microsoft-Windows-WindowsUpdateClient', [20], /^Installation Failure: Windows failed/),
  from('EventLog', [6008], /^The previous system shutdown/),
  from('User32', [1074], /^The process \S.{0,255}? has initiated the/),
  from('User32', [1076], /^The reason supplied by user /),
  from('Microsoft-Windows-DfsSvc', [14550], /^The DFS Namespace service could not initialize cross forest/),
  from(
    'Tcpip',
    [4199, 4226, 4227, 4231],
    /^(?:The system detected an address conflict|TCP\/IP |A request to allocate)/,
  ),
  from('SideBySide', [[32, 80]], /^Activation context generation failed/),
  from(
    'MsiInstaller',
    [
      [1001, 1042],
      [10005, 11999],
    ],
    /^(?:Product: |Windows Installer )/,
  ),
  from('SQLSERVERAGENT', [208], /^SQL Server Scheduled Job /),
  from('NPS', [[13, 18]], /^(?:A RADIUS message|An Access-Request message)/),
  from('Microsoft-Windows-CertificationAuthority', [[3, 130]], /^(?:Active Directory )?Certificate Services /),
  from(
    'Microsoft-Windows-TerminalServices-Licensing',
    [[1, 100]],
    /^The (?:following general database error|Remote Desktop licens)/i,
  ),
  from('Application Popup', [26, 333], /^(?:Application popup:|An I\/O operation initiated by the Registry)/i),
  from('DFSR', [[1000, 6900]], /^The DFS Replication service/),
  from('NtFrs', [[13500, 13580]], /^(?:The )?File Replication Service/i),
  from(
    'Microsoft-Windows-DHCP-Server',
    [
      [1000, 1400],
      [20000, 20400],
    ],
    /^The DHCP(?:\/BINL)? (?:service|server)/i,
  ),
  from(
    'Microsoft-Windows-Dhcp-Client',
    [[1000, 1010]],
    /^(?:Your computer (?:was not|has auto|has lost)|The IP address lease)/,
  ),
  from(
    'Microsoft-Windows-DNS-Server-Service',
    [[400, 9999]],
    /^(?:The DNS server|DNS server (?:could|has|encountered|received|failed) )/i,
  ),
  from(
    'Microsoft-Windows-WAS',
    [[5000, 5230]],
    /^(?:A (?:process|worker process|listener channel) |Application pool |The identity of application pool|Windows Process Activation)/,
  ),
  from(
    'Microsoft-Windows-PrintService',
    [[300, 850]],
    /^(?:The (?:document|print|printer|spooler) |Installing printer driver)/i,
  ),
  from('Print', [6161], /^The document /),
  from(
    'Microsoft-Windows-User Profiles Service',
    [[1500, 1560]],
    /^Windows (?:cannot|could not|was unable|has backed|did not|detected)/,
  ),
  from(
    'Microsoft-Windows-TerminalServices-RemoteConnectionManager',
    [[1128, 1158]],
    /^The (?:Remote Desktop|Terminal Serv|RD )/,
  ),
  from('TermDD', [50, 56], /^The (?:RDP protocol component|Terminal Server security layer)/),
  from(
    'Microsoft-Windows-FailoverClustering',
    [
      [1000, 1700],
      [5100, 5400],
    ],
    /^(?:Cluster (?:node|resource|network|Shared|service|disk|physical|file share|IP|health)|The Cluster service|File share witness|Node '|Network ')/i,
  ),
  from(
    'MSSQLSERVER',
    [[200, 49_999]],
    /^(?:Login failed for user|SQL Server (?:has|is|detected|cannot|could|failed|Assertion)|The transaction log for |I\/O (?:is |was |error)|BACKUP failed|Could not allocate space|A significant part of sql server|The operating system returned error|During redoing|Always ?On|A connection timeout has occurred|SSPI handshake failed|An error occurred during recovery, preventing|The log (?:scan number|for database ')|Login failed\.|Error \d{1,5}\(.{1,80}\) occurred while opening file|Server TCP provider|TDSSNIClient|A read of the file '|Time-out occurred while waiting for buffer latch|(?:CREATE|MODIFY) FILE encountered|(?:FileMgr|FCB|Backup[A-Z]\w{1,40})::|initerrlog:|The lease between availability group|A connection for availability group|A page that should have been constant|New queries assigned to process|Could not create tempdb)/,
  ),
  from(
    'volsnap',
    [[1, 40]],
    /^(?:The (?:oldest )?shadow cop(?:y|ies) of volume|When preparing a new volume shadow copy)/,
  ),
  from(
    'Ntfs',
    [50, 55, 57, 98, 137, 140],
    /^(?:The file system structure on|A corruption was|The system failed to flush|\{Delayed Write Failed|The default transaction resource|Volume )/,
  ),
  from(
    'Srv',
    [2009, 2011, 2013, 2017, 2019, 2020, 2021, 2022],
    /^(?:The (?:\S{1,3} disk is at or near capacity|server(?:'s)? )|Server was unable to )/i,
  ),
  from(
    'disk',
    [7, 11, 15, 51, 153, 157],
    /^(?:The device, \\Device|The driver detected|An error was detected on device|The IO operation|Disk \d{1,4} has been)/,
  ),
  from(
    'Microsoft-Windows-CAPI2',
    [513, 4107, 4110],
    /^(?:Cryptographic Services failed|Failed extract of third-party|Failed to add)/,
  ),
  from(
    'Microsoft-Windows-Security-Auditing',
    [
      [4608, 5380],
      [6272, 6280],
    ],
    /^(?:An account (?:failed to log on|was successfully logged on|was logged off)\.|A user account was (?:locked out|changed|created|enabled|disabled|deleted)\.|Kerberos pre-authentication failed\.|The (?:computer|domain controller) attempted to validate the credentials|A Kerberos (?:authentication|service) ticket|Network Policy Server (?:denied|discarded|granted))/,
  ),
  from(
    'Userenv',
    [1030, 1053, 1054, 1058],
    /^Windows cannot (?:query for the list of Group Policy|access the file gpt\.ini|obtain the domain controller name|determine the user or computer name)/,
  ),
  from(
    'Microsoft-Windows-Backup',
    [[1, 800]],
    /^(?:The (?:scheduled )?backup operation |The backup (?:catalog|storage location) |The operation to recover )/,
  ),
  from(
    'MSExchangeTransport',
    [[1019, 1036], 2004, [12010, 12030], [15002, 15010], [17000, 17030]],
    /^(?:Inbound authentication failed with error|Receive connector \S.{1,120}? rejected |Send connector \S.{1,120}? has failed |Failed to start listening|Microsoft Exchange could not (?:find|load) (?:a|the) certificate|There is no valid SMTP Transport Layer Security|(?:The )?[Rr]esource pressure |Transport Mail Database:|(?:The )?Microsoft Exchange Transport )/,
  ),
  from(
    'MSExchangeIS',
    [1113, [9518, 9519], 9582, 9607, 9611, 9646, 9665],
    /^(?:The log disk is full\. Attempting to stop|Error 0x[\da-f]{8} starting (?:Storage Group|database)|The virtual memory necessary to run your Exchange|Error code 0x[\da-f]{1,8} when (?:preparing for backup|freezing)|The memory settings for this server are not optimal|Mapi session |Closing Mapi session )/i,
  ),
  // Products have the years between in their names.
  from(
    'MSExchangeRepl',
    [
      [2023, 2024],
      [2026, 4200],
    ],
    /^The Microsoft Exchange Replication service /i,
  ),
  from(
    'IIS AspNetCore Module V2',
    [[1005, 1040]],
    /^(?:Application '\/LM\/W3SVC\/|Failed to start application '\/LM\/W3SVC\/|Only one in-?process application is allowed|Could not find 'aspnetcorev2)/,
  ),
  from(
    'AD FS',
    [[100, 700]],
    /^(?:The Federation Service (?:could|failed|was unable|encountered)|Encountered error during federation passive request|An error occurred during an attempt to build the certificate chain|(?:AD FS|AD FS 2\.0) detected that|Unable to retrieve proxy configuration data from the Federation)/,
  ),
  from(
    'Microsoft-Windows-SMBClient',
    [[30800, 31020]],
    /^(?:The server name cannot be resolved\.|Failed to establish a network connection\.|A network connection was disconnected\.|The server failed the negotiate request\.|Rejected an insecure guest logon\.|A request timed out because there was no response)/,
  ),
  from(
    'Microsoft-Windows-User Device Registration',
    [[200, 400]],
    /^(?:Automatic registration failed|The \w[\w ]{1,40} operation callback failed)/,
  ),
  from('Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider', [71, 75, 76], /^(?:Auto )?MDM Enroll: /),
  from(
    'Microsoft-Windows-Security-SPP',
    [[900, 12_310]],
    /^(?:License (?:acquisition|Activation) |The Software Protection service |Acquisition of genuine ticket)/i,
  ),
  from(
    'Microsoft-Windows-Search',
    [
      [1000, 1999],
      [3000, 11_000],
    ],
    /^The (?:Windows Search Service|search service has detected)/,
  ),
  from('Citrix Desktop Service', [[1000, 1030]], /^The Citrix Desktop Service /),
  from(
    'Server Administrator',
    [[2048, 2400]],
    /^(?:Device failed:|Virtual disk (?:degraded|failed):|Predictive Failure reported|Physical disk rebuild|Bad block table is full)/i,
  ),
  // The engine names its process and the id of that in front: `svchost (1336,D,0) `.
  from('ESE', [[100, 920]], /^Information Store(?: - \S.{0,64}?)? \(\d{1,7}(?:,[\w,.]{1,40})?\) /),
  from('ESENT', [[100, 920]], /^(?!edgetransport|Microsoft\.Exchange)[\w.]{2,40} \(\d{1,7},[A-Z],\d{1,4}\) /i),
  from(
    'VSS',
    [[1, 12400]],
    /^(?:Volume Shadow Copy (?:Service )?(?:error|warning|information)|Volumeschattenkopie-Dienstfehler|Erreur du service de cliché instantané des volumes|ボリューム シャドウ コピー サービス ?(?:エラー|情報))/i,
  ),
];

const holds = (ids: SourceOfIds['ids'], eventId: number): boolean =>
  ids.some((id) => (typeof id === 'number' ? id === eventId : id[0] <= eventId && eventId <= id[1]));

/** More than they take: without case. */
const ANY_BEGINS = new RegExp(SOURCES.map(({ begins }) => begins.source).join('|'), 'i');

/** Can `sourceOfMessage` tell anything by this text, with some id and without a log? Texts without events have millions of lines that cannot. */
export const mayTellSource = (message: string): boolean => ANY_BEGINS.test(message) || tellingMessage(message) !== null;

/** The source of an event that names none (dcdiag, lists of ids and texts), by its log or its text; null: neither tells. */
export function sourceOfMessage(channel: string | null, eventId: number, message: string): string | null {
  const ofLog = SOURCE_OF_LOG.get(channel?.trim().toLowerCase() ?? '');
  if (ofLog !== undefined) return DIRECTORY_DATABASE.test(message) ? 'NTDS ISAM' : ofLog;
  const known = SOURCES.find(({ ids, begins }) => holds(ids, eventId) && begins.test(message));
  if (known !== undefined) return known.source;
  const [first = '', ...rest] = message.trim().split('\n');
  const told = tellingMessage(first, () => rest.join('\n'));
  return told?.eventId === eventId ? told.source : null;
}
