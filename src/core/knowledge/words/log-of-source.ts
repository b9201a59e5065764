import { canonicalProvider } from './providers.ts';

/**
 * Sources that write to this log alone, on every version of Windows. Not those that also have a log of their own since Vista (Time-Service, DNS-Client,
 * WindowsUpdateClient, Ntfs), nor those that moved (SideBySide). The references of the rules that name them say which log it is.
 */
const SOURCES: Readonly<Record<string, string>> = {
  System: `
    Application Popup | atapi | Browser | cdrom | DCOM | Dhcp | DhcpServer | Disk | dmio | DnsApi | Ftdisk | KDC | LsaSrv | MRxSmb | Mup | NetBT |
    NETLOGON | PlugPlayManager | Print | Rdbss | SAM | Save Dump | Schannel | Server | Service Control Manager | Srv | System Error | Tcpip |
    TermDD | TermService | User32 | Win32k`,
  Application: `
    .NET Runtime | Application Error | Application Hang | AutoEnrollment | CertSvc | Crypt32 | ESE | ESE BACKUP | ESE97 | ESE98 | ESENT | LoadPerf |
    MSExchangeDS | MSExchangeDSAccess | MSExchangeIS | MSExchangeIS Mailbox Store | MSExchangeIS Private | MSExchangeSA | MSExchangeTransport |
    MsiInstaller | NTBackup | Perflib | SceCli | SQLVDI | SQLWRITER | Userenv | VSS | WinMgmt`,
  Security: 'Security | Security-Auditing',
  'Directory Service': `
    NTDS Backup | NTDS Database | NTDS General | NTDS ISAM | NTDS KCC | NTDS LDAP | NTDS Replication | NTDS SDPROP | ActiveDirectory_DomainService`,
  'File Replication Service': 'NtFrs',
  'DFS Replication': 'DFSR',
};

const logBySource: ReadonlyMap<string, string> = new Map(
  Object.entries(SOURCES).flatMap(([log, names]) =>
    names.split('|').map((name) => [canonicalProvider(name.trim()), log] as const),
  ),
);

/** The only log that a source writes to; null where it may be one of several. @param provider as `canonicalProvider` gives it */
export const logOfSource = (provider: string): string | null => logBySource.get(provider) ?? null;
