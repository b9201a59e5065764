/**
 * Names of sources as people write them beside an id; `Microsoft-Windows-` may stand in front. Sources: what the rules name, and the
 * Source column of real lists.
 */
export const TELLING_SOURCES = namesIn(`
  .NET Runtime | ActiveDirectory_DomainService | Application Error | Application Hang | Application Management |
  Application Popup | atapi | AutoEnrollment | BitLocker-Driver | BugCheck | CAPI2 | CertificateServicesClient-AutoEnrollment |
  CertificateServicesClient-CertEnroll | CertificationAuthority | CertSvc | ClusDisk | ClusNet | ClusSvc | Crypt32 |
  DFSR | Dhcp-Client | DHCP-Server | DhcpServer | Directory-Services-SAM | DiskDiagnostic | DistributedCOM |
  DNS Client Events | DNS Server | DNS-Client | DNS-Server-Service | DnsApi | elxstor | ESE | ESE BACKUP | ESE97 |
  ESE98 | ESENT | EventLog | ExchangeStoreDB | FailoverClustering | FailoverClustering-Client |
  FailoverClustering-Manager | Fastfat | FilterManager | FIPFS | Folder Redirection | Ftdisk |
  Group Policy Drive Maps | Group Policy Files | Group Policy Folders | Group Policy Local Users and Groups |
  Group Policy Printers | Group Policy Registry | Group Policy Scheduled Tasks | Group Policy Shortcuts |
  GroupPolicy | HpCISSs2 | HpCISSs3 | hpsa | HttpEvent | Hyper-V-Compute | Hyper-V-Config |
  Hyper-V-High-Availability | Hyper-V-Hypervisor | Hyper-V-Image-Management-Service | Hyper-V-Integration |
  Hyper-V-Integration-KvpExchange | Hyper-V-Netvsc | Hyper-V-Network | Hyper-V-SynthNic | Hyper-V-SynthStor |
  Hyper-V-VMMS | Hyper-V-VmSwitch | Hyper-V-Worker | iaStor | iaStorA | iaStorV | IIS-W3SVC | IIS-W3SVC-WP |
  iScsiPrt | Kerberos-Key-Distribution-Center | Kernel-Boot | Kernel-General | Kernel-IO | Kernel-PnP | Kernel-Power |
  Kernel-Processor-Power | LanmanServer | LanmanWorkstation | LoadPerf | LsaSrv | LSI_SAS | LSI_SAS2 | megasas |
  megasas2 | megasr | mpio | MRxSmb | msahci | MemoryDiagnostics-Results | MSExchange ActiveSync | MSExchange ADAccess | MSExchange Assistants |
  MSExchange Availability | MSExchange CmdletLogs | MSExchange Common | MSExchange Extensibility |
  MSExchange Front End HTTPS Proxy | MSExchange Messaging Policies | MSExchange OWA | MSExchange Search Indexer |
  MSExchange Store Driver | MSExchange TransportService | MSExchangeADAccess | MSExchangeADTopology | MSExchangeAL |
  MSExchangeApplicationLogic | MSExchangeDS | MSExchangeDSAccess | MSExchangeFastSearch | MSExchangeFBPublish |
  MSExchangeFrontEndTransport | MSExchangeIS | MSExchangeIS Mailbox Store | MSExchangeIS Private |
  MSExchangeIS Public | MSExchangeMTA | MSExchangeRepl | MSExchangeSA | MSExchangeStoreDriver | MSExchangeTransport |
  MsiInstaller | MSSQLSERVER | NetBT | NETLOGON | NTBackup | NTDS Backup | NTDS Database | NTDS General | NTDS ISAM |
  NTDS KCC | NTDS LDAP | NTDS Replication | NTDS SDPROP | NtFrs | Ntfs | nvlddmkm | nvstor | PartMgr | percsas2 | percsas3 |
  Perflib | PlugPlayManager | Power-Troubleshooter | PrintService | PrintSpooler | pvscsi | ql2300 | RasClient |
  ReFS | RemoteAccess | Resource-Exhaustion-Detector | RPC-Events | SceCli | Schannel | Security-Auditing |
  Security-Kerberos | Security-Netlogon | Security-SPP | Service Control Manager | SideBySide | SmartPqi |
  SMBClient | SMBServer | SQLSERVERAGENT | SQLVDI | SQLWRITER | SRMSVC | Srv | StorageReplica |
  StorageSpaces-Driver | storahci | stornvme | storvsc | storvsp | symmpi | TaskScheduler | Tcpip | TermDD |
  TerminalServices-Gateway | TerminalServices-Licensing | TerminalServices-LocalSessionManager |
  TerminalServices-Printers | TerminalServices-RemoteConnectionManager | TerminalServices-SessionBroker-Client |
  TermServDevices | TermService | TermServLicensing | Time-Service | User Profile Service | User Profiles General |
  User Profiles Service | User32 | Userenv | UserPnp | VDS Basic Provider | vhdmp | vioscsi | viostor |
  Virtual Disk Service | vmbus | VMSMP | volmgr | volsnap | VSS | W32Time | W3SVC | W3SVC-WP |
  WER-SystemErrorReporting | WHEA-Logger | Win32k | Windows Error Reporting | Windows Search Service |
  WindowsUpdateClient | Wininit | Winlogon | WinMgmt | WinRM | WMI-Activity
`);
/** Words of their own, too: only something else on the line makes sources of them. */
const EVERYDAY = namesIn(`
  Backup | Browser | Cdrom | DCOM | Defrag | Dhcp | Disk | Display | DNS | HTTP | IAS | KDC | Kerberos | Mup | NPS | Print |
  SAM | Save Dump | Security | Server | Server Administrator | SNMP | SPP | Storage Service | System Error | WAS |
  Wins | WMI
`);

/** A name that a line ends in has its bar there, so that a name may have blanks. */
function namesIn(cell: string): readonly string[] {
  return cell.split('|').map((name) => name.trim());
}

const names = [...TELLING_SOURCES, ...EVERYDAY]
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replaceAll('.', '\\.'));
const everyday: ReadonlySet<string> = new Set(EVERYDAY.map((name) => name.toLowerCase()));

/** Sticky: the longest name of a source that stands here. */
export const KNOWN_SOURCE = new RegExp(`(?:Microsoft-Windows-)?(?:${names.join('|')})(?![\\w-]*\\w)`, 'iy');
/** Does the name alone tell that a source is meant? */
export const isTellingName = (name: string): boolean => !everyday.has(name.toLowerCase());
