/** `Microsoft-Windows-…/Operational` where nothing else is said. @see channel_abbreviations.txt of hayabusa-rules */
const SHORT: Readonly<Record<string, string | null>> = {
  App: 'Application',
  Sec: 'Security',
  Sys: 'System',
  'DNS-Svr': 'DNS Server',
  KeyMgtSvc: 'Key Management Service',
  PwShClassic: 'Windows PowerShell',
  PwShCore: 'PowerShellCore',
  Exchange: 'MSExchange Management',
  SvcBusCli: 'Microsoft-ServiceBus-Client',
  'LDAP-Cli': 'Microsoft-Windows-LDAP-Client/Debug',
  SmbCliSec: 'Microsoft-Windows-SmbClient/Security',
  PrintAdm: 'Microsoft-Windows-PrintService/Admin',
  OpenSSH: 'OpenSSH/Operational',
  Firewall: 'Microsoft-Windows-Windows Firewall With Advanced Security/Firewall',
  ProgCompatAssist: 'Microsoft-Windows-Application-Experience/Program-Compatibility-Assistant',
  // Several logs have these.
  AppLocker: null,
  SecMitig: null,
};
const OPERATIONAL: Readonly<Record<string, string>> = {
  BitsCli: 'Bits-Client',
  CodeInteg: 'CodeIntegrity',
  Defender: 'Windows Defender',
  'DHCP-Svr': 'DHCP-Server',
  DvrFmwk: 'DriverFrameworks-UserMode',
  Forwarding: 'Forwarding',
  GroupPolicy: 'GroupPolicy',
  NTLM: 'NTLM',
  KernelWHEA: 'Kernel-WHEA',
  PrintOp: 'PrintService',
  PwSh: 'PowerShell',
  Sysmon: 'Sysmon',
  WinRM: 'WinRM',
  'RDP-Cli': 'TerminalServices-RDPClient',
  'RDP-CoreTS': 'RemoteDesktopServices-RdpCoreTS',
  'RDS-GTW': 'TerminalServices-Gateway',
  'RDS-LSM': 'TerminalServices-LocalSessionManager',
  'RDS-RCM': 'TerminalServices-RemoteConnectionManager',
  TaskSch: 'TaskScheduler',
  WMI: 'WMI-Activity',
  UserProfileSvc: 'User Profile Service',
  RescourceExhaustionDetector: 'Resource-Exhaustion-Detector',
};
const channelByShort = new Map<string, string | null>([
  ...Object.entries(SHORT),
  ...Object.entries(OPERATIONAL).map(([short, name]) => [short, `Microsoft-Windows-${name}/Operational`] as const),
]);

/** The channel that hayabusa calls so; null where it may be one of several. */
export function channelOfShort(name: string): string | null {
  const channel = channelByShort.get(name);
  return channel === undefined ? name : channel;
}
