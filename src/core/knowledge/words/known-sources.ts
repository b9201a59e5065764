/**
 * Names of sources as people write them beside an id; `Microsoft-Windows-` may stand in front. Sources: what the rules name, and the
 * Source column of real lists.
 */
export const TELLING_SOURCES = namesIn(`
  ActiveDirectory_DomainService | ADSync | ADWS | Application Error | Application Hang |
  Application Management | Application Management Group Policy | Application Popup | AppModel-Runtime | AppXDeployment-Server |
  atapi | AutoEnrollment | BitLocker-API | BitLocker-Driver | bowser | BugCheck | CAPI2 |
  CertificateServicesClient-AutoEnrollment | CertificateServicesClient-CertEnroll | CertificationAuthority |
  CertSvc | CI Troubleshooter | Citrix Desktop Service | ClusDisk | ClusNet | ClusSvc | CodeIntegrity |
  Complus | Crypt32 | DeviceManagement-Enterprise-Diagnostics-Provider | DeviceSetupManager | DFSR | DfsSvc |
  DHCP Server Events | Dhcp-Client | DHCP-Server | DhcpServer | Directory-Services-SAM | DiskDiagnostic |
  DistributedCOM | dmio | DNS Client Events | DNS Server | DNS-Client | DNS-Server-Service | DnsApi | elxstor |
  ESE | ESE BACKUP | ESE97 | ESE98 | ESENT | EventLog | Eventlog-ForwardingPlugin | ExchangeStoreDB |
  FailoverClustering | FailoverClustering-Client | FailoverClustering-Manager |
  FailoverClustering-SoftwareStorageBusTarget | Fastfat | FilterManager | FIMSynchronizationService | FIPFS |
  Folder Redirection | Ftdisk | Group Policy Drive Maps | Group Policy Files | Group Policy Folders |
  Group Policy Local Users and Groups | Group Policy Printers | Group Policy Registry |
  Group Policy Scheduled Tasks | Group Policy Shortcuts | GroupPolicy | HpCISSs2 | HpCISSs3 | hpsa | HttpEvent |
  Hyper-V-Compute | Hyper-V-Config | Hyper-V-High-Availability | Hyper-V-Hypervisor |
  Hyper-V-Image-Management-Service | Hyper-V-Integration | Hyper-V-Integration-KvpExchange | Hyper-V-Netvsc |
  Hyper-V-Network | Hyper-V-SynthNic | Hyper-V-SynthStor | Hyper-V-VMMS | Hyper-V-VmSwitch | Hyper-V-Worker |
  iaStor | iaStorA | iaStorV | IIS AspNetCore Module | IIS AspNetCore Module V2 | IIS-W3SVC | IIS-W3SVC-WP |
  iScsiPrt | Kdcsvc | Kerberos-Key-Distribution-Center | Kernel-Boot | Kernel-EventTracing | Kernel-General |
  Kernel-IO | Kernel-PnP | Kernel-Power | Kernel-Processor-Power | LanmanServer | LanmanWorkstation | LoadPerf |
  LPR Print Monitor | LsaSrv | LSI_SAS | LSI_SAS2 | megasas | megasas2 | megasr | MemoryDiagnostics-Results |
  Microsoft-Exchange-ActiveMonitoring | Microsoft-Exchange-ManagedAvailability | Microsoft-Filtering-FIPFS |
  Microsoft-SharePoint Products-SharePoint Foundation | Microsoft-SharePoint Products-SharePoint Portal Server |
  Microsoft-Windows-AAD | Microsoft-Windows-Forwarding | Microsoft-Windows-Search |
  Microsoft-Windows-Servicing | mpio | MRxSmb | msahci | MsLbfoSysEvtProvider | MSExchange ActiveSync | MSExchange ADAccess |
  MSExchange Assistants | MSExchange Availability | MSExchange CmdletLogs | MSExchange Common |
  MSExchange Extensibility | MSExchange Front End HTTPS Proxy | MSExchange Messaging Policies | MSExchange OWA |
  MSExchange Search Indexer | MSExchange Store Driver | MSExchange TransportService | MSExchangeADAccess |
  MSExchangeADTopology | MSExchangeAL | MSExchangeApplicationLogic | MSExchangeDS | MSExchangeDSAccess |
  MSExchangeFastSearch | MSExchangeFBPublish | MSExchangeFrontEndTransport | MSExchangeIS |
  MSExchangeIS Mailbox Store | MSExchangeIS Private | MSExchangeIS Public | MSExchangeMTA | MSExchangeRepl |
  MSExchangeSA | MSExchangeStoreDriver | MSExchangeTransport | MsiInstaller | MsiServer | MSSQLSERVER |
  .NET Runtime | NetBT | NetJoin | NETLOGON | netvsc | NetworkDeviceEnrollmentService | NTBackup | NTDS Backup |
  NTDS Database | NTDS General | NTDS ISAM | NTDS KCC | NTDS LDAP | NTDS Replication | NTDS SDPROP | NtFrs |
  Ntfs | nvlddmkm | nvstor | OCSPSvc | Office SharePoint Server | Office Software Protection Platform Service |
  OnlineResponder | OnlineResponderRevocationProvider | PartMgr | percsas2 | percsas3 | Perflib |
  PlugPlayManager | Power-Troubleshooter | PrintService | PrintSpooler | pvscsi | ql2300 | RasClient | rdbss |
  ReFS | RemoteAccess | Resource-Exhaustion-Detector | RPC-Events | SceCli | Schannel | Security-Auditing |
  Security-Kerberos | Security-Licensing-SLC | Security-Netlogon | Security-SPP | Server ActiveSync |
  Service Control Manager | SideBySide | SmartPqi | SMBClient | SMBServer | SMBWitnessClient |
  Software Protection Platform Service | SpoolerWin32SPL | SQLSERVERAGENT | SQLVDI | SQLWRITER | SRMSVC | Srv |
  StorageReplica | StorageSpaces-Driver | storahci | stornvme | storvsc | storvsp | symmpi | TaskScheduler |
  Tcpip | Tcpip6 | TermDD | TerminalServices-Gateway | TerminalServices-Licensing |
  TerminalServices-LocalSessionManager | TerminalServices-Printers | TerminalServices-RemoteConnectionManager |
  TerminalServices-SessionBroker | TerminalServices-SessionBroker-Client | TermServDevices | TermService |
  TermServLicensing | Time-Service | TPM-WMI | User Device Registration | User Profile Service |
  User Profiles General | User Profiles Service | User32 | Userenv | UserPnp | VDS Basic Provider | vhdmp |
  vioscsi | viostor | Virtual Disk Service | vmbus | VMSMP | volmgr | volsnap | VSS | W32Time | W3SVC |
  W3SVC-WP | WebApplicationProxy | WER-SystemErrorReporting | WHEA-Logger | Win32k | Windows Error Reporting |
  Windows Firewall With Advanced Security | Windows Search Service | Windows SharePoint Services 3 |
  WindowsUpdateClient | Wininit | Winlogon | WinMgmt | WinREAgent | WinRM | Wired-AutoConfig | WLAN-AutoConfig |
  Wlclntfy | WMI-Activity
`);
/** Words of their own, too: only something else on the line makes sources of them. */
const EVERYDAY = namesIn(`
  AD FS | AD FS 2.0 | AppLocker | Backup | Browser | Cdrom | Chkdsk | COM+ | DCOM | Defrag | Dhcp | Directory Synchronization |
  Disk | Display | DNS | EDB | exFAT | HTTP | IAS | KDC | Kerberos | LAPS | Mup | NDIS | NPS | Print | SAM |
  Save Dump | Security | Server | Server Administrator | SharePoint Foundation | SharePoint Portal Server |
  SNMP | SPP | Storage Service | StorPort | System Error | WAS | Windows Backup | Windows Defender |
  Windows Server Update Services | Wins | WMI
`);

/** A name that a line ends in has its bar there, so that a name may have blanks. */
function namesIn(cell: string): readonly string[] {
  return cell.split('|').map((name) => name.trim());
}

/** Sources that have their version or instance in the name. */
const OF_MANY_NAMES = ['ASP\\.NET \\d\\.\\d\\.\\d{4,5}(?:\\.\\d{1,5})?', '(?:MSSQL|SQLAgent)\\$\\w{1,40}'];

const names = [...TELLING_SOURCES, ...EVERYDAY]
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replaceAll(/[.+]/g, '\\$&'));
const everyday: ReadonlySet<string> = new Set(EVERYDAY.map((name) => name.toLowerCase()));

/** Sticky: the longest name of a source that stands here. */
export const KNOWN_SOURCE = new RegExp(
  `(?:(?:Microsoft-Windows-)?(?:${names.join('|')})|${OF_MANY_NAMES.join('|')})(?![\\w-]*\\w)`,
  'iy',
);
/** Is this the whole name of a source? */
export function isKnownSource(name: string): boolean {
  KNOWN_SOURCE.lastIndex = 0;
  return KNOWN_SOURCE.exec(name)?.[0] === name;
}
/** Does the name alone tell that a source is meant? */
export const isTellingName = (name: string): boolean => !everyday.has(name.toLowerCase());
