import { ownReport } from './own-reports.ts';

/** A kind of file that stands beside event logs and holds none of their events. */
export interface OtherLog {
  /** As a sentence names it. */
  readonly name: string;
  /** How such a file begins, behind blank lines. */
  readonly begins: RegExp;
  /** How its own lines begin; no event of any format begins in such a line. Missing: its lines look like anything. */
  readonly line?: RegExp;
  /** The error codes in its lines that are worth naming; such logs are full of other numbers. */
  readonly codes?: RegExp;
  /** What looks like an event in it is none. */
  readonly isUnread?: true;
}

/** `2014-10-21 14:17:10, Info                  DISM   Service Pack Cleanup UI: …` */
const SETUP_LINE = /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d, {1,2}(?:Info|Warning|Error|Perf|Fatal) /;
/** `#Fields: …`, and rows that have a date, a clock and, a few words later, an address; the log of a day may leave out the date. */
const W3C_LINE =
  /#(?:Software|Version|Date|Fields|Start-Date|End-Date|Remark|Time Format):|(?:\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d (?:\S{1,255} ){0,3}[\da-f]{0,4}[.:][\da-f.:%]{1,60} /;
/** What failed, as HRESULT, NTSTATUS or error of SetupAPI. */
const HEX_CODE = /\b0x[89c-f][\da-f]{7}\b/gi;
/** The same without a prefix, as Windows Update writes it. */
const UPDATE_CODE = /\b(?:0x)?80[\da-f]{6}\b/gi;
const ACCESS_LINE = /[\w.:-]{2,255} \S{1,64} [^[\n]{1,64} ?\[\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}\] "/;
const NATIVE_IIS_LINE =
  /[\w.:-]{2,64}, [^,\n]{1,64}, \d{1,4}[./-]\d{1,2}[./-]\d{1,4}, \d{1,2}:\d\d:\d\d, (?:W3SVC|MSFTPSVC|SMTPSVC|NNTPSVC)\d{0,10}, /;
const NETLOGON_LINE = /\d\d\/\d\d \d\d:\d\d:\d\d \[[A-Z_]{3,20}\] /;
const UPDATE_LINE = /\d{4}-\d\d-\d\d\t\d\d:\d\d:\d\d:\d{3}\t/;
const REPORTED_LINE = /\{[\dA-F-]{36}\}\t\d{4}-\d\d-\d\d \d\d:\d\d:\d\d:\d{3}[+-]\d{4}\t/;
const TRACED_UPDATE_LINE = /\d{4}[/.]\d\d[/.]\d\d \d\d:\d\d:\d\d\.\d{7} \d{1,6} {1,6}\d{1,6} {1,6}[A-Z]\w{2,30} /;
const POLICY_LINE = /(?:GPSVC|USERENV)\([\da-f]{1,5}\.[\da-f]{1,5}\) \d\d:\d\d:\d\d:\d{3} /;

/**
 * One line a kind; the first whose head fits has the file. Logs of SQL Server, of clusters and of backup programs are none of them: events,
 * or what facts are read from, stand in those.
 */
export const otherLogs: readonly OtherLog[] = [
  ownReport,
  // Microsoft Learn, «W3C Logging»; the SMTP, NNTP and FTP services of IIS have the same head.
  { name: 'an IIS log', begins: /^#Software: Microsoft Internet Information Se/, line: W3C_LINE },
  // Microsoft Learn, «Error logging in HTTP APIs».
  { name: 'an error log of HTTP.sys', begins: /^#Software: Microsoft HTTP API /, line: W3C_LINE },
  // Microsoft Learn, «Interpreting the Windows Firewall log».
  {
    name: 'a log of Windows Firewall',
    begins: /^#Version: \d.{0,8}\n#Software: Microsoft Windows Firewall/,
    line: W3C_LINE,
  },
  // Microsoft Learn, «Transport logs»; those of the client protocols begin with the names of their columns.
  {
    name: 'a log of Exchange (message tracking, protocol, connectivity, HTTP proxy)',
    begins: /^(?:DateTime,.{1,8000}\n)?#Software: Microsoft Exchange Server/,
    line: /#(?:Software|Version|Log-type|Date|Fields):|DateTime,|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z,/,
  },
  // Microsoft Learn, «IIS Log File Format».
  { name: 'an IIS log', begins: NATIVE_IIS_LINE, line: NATIVE_IIS_LINE },
  // https://httpd.apache.org/docs/2.4/logs.html#common
  { name: 'an access log of a web server', begins: ACCESS_LINE, line: ACCESS_LINE },
  // CBS.log in LogHub (Windows).
  {
    name: 'a log of Windows servicing (CBS)',
    begins: new RegExp(`^${SETUP_LINE.source} {0,30}(?:CBS|CSI|DPX) `),
    line: SETUP_LINE,
    codes: HEX_CODE,
  },
  { name: 'a log of DISM', begins: new RegExp(`^${SETUP_LINE.source} {0,30}DISM `), line: SETUP_LINE, codes: HEX_CODE },
  // Microsoft Learn, «Windows Setup log files»: setupact.log, setuperr.log.
  { name: 'a log of Windows Setup', begins: SETUP_LINE, line: SETUP_LINE, codes: HEX_CODE },
  // Microsoft Learn, «Format of a Text Log Header» and «… Section Body».
  {
    name: 'a log of device and driver installation (SetupAPI)',
    begins: /^\[(?:Device Install|Setup ?API|Application Install) Log\]\n/i,
    line: /[<>]{3} |[!. ]{5}(?:[a-z]{3,4}: |\{|(?:OS Version|Service Pack|Suite|ProductType|Architecture) = )|\[(?:BeginLog|Boot Session|\d{4}\/\d\d\/\d\d )|[#@][-\dIVEW]\d{3} /,
    codes: HEX_CODE,
  },
  { name: 'a log of Windows Update', begins: UPDATE_LINE, line: UPDATE_LINE, codes: UPDATE_CODE },
  // Microsoft Learn, «Windows Update log files»: what Get-WindowsUpdateLog writes.
  { name: 'a log of Windows Update', begins: TRACED_UPDATE_LINE, line: TRACED_UPDATE_LINE, codes: UPDATE_CODE },
  {
    name: 'a log of Windows Update (ReportingEvents.log)',
    begins: REPORTED_LINE,
    line: REPORTED_LINE,
    codes: UPDATE_CODE,
  },
  // Microsoft Learn, «Enabling debug logging for the Netlogon service».
  { name: 'a debug log of Netlogon', begins: NETLOGON_LINE, line: NETLOGON_LINE, codes: HEX_CODE },
  // Microsoft Learn, «Enable debug logging for Group Policy» (gpsvc.log), «… userenv.log».
  { name: 'a debug log of Group Policy', begins: POLICY_LINE, line: POLICY_LINE, codes: HEX_CODE },
  // Microsoft Learn, «Analyze DHCP Server Log Files».
  {
    name: 'an audit log of a DHCP server',
    begins: /^\t{0,4}Microsoft DHCP(?:v6)? Service Activity Log/,
    line: /\d{2,5},\d\d\/\d\d\/\d\d,\d\d:\d\d:\d\d,|\d\d\t[A-Z]|ID,Date,Time,/,
  },
  // Microsoft Learn, «DNS debug logging». Its lines of the kind EVENT are messages of the log of events.
  {
    name: 'a debug log of a DNS server',
    begins: /^DNS Server log file creation at |^Message logging key \(for packets /,
    line: /\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.]\d\d[:.]\d\d(?: [AP]M)? [\dA-F]{4} PACKET /,
  },
  // Microsoft Learn, «Windows Installer logging».
  {
    name: 'a log of Windows Installer',
    begins: /^=== (?:Verbose l|L)ogging started: /,
    line: /MSI \([cas]\) \([\dA-F]{2}[:!][\dA-F]{2}\) \[\d\d:\d\d:\d\d:\d{3}\]: (?!Product: |Windows Installer )|Action (?:start|ended) \d|Property\([CNS]\): |=== /,
    codes: HEX_CODE,
  },
  // Microsoft Learn, «robocopy».
  {
    name: 'a log of Robocopy',
    begins: /^-{40,}\n\s{0,20}ROBOCOPY {1,9}:: /,
    line: /[ \d.]{0,6}\d%[ \t]{0,8}(?:$|\t)|\t[^\t\n:]{0,32}\t{1,2} {0,14}[\d.]{1,14}(?: [kmgt])?\t|\t {0,8}[^\t\n:]{0,24} \d{1,9}\t|-{40}/,
  },
  // Microsoft Learn, «Registry Editor: .reg files».
  {
    name: 'an export of the registry',
    begins: /^(?:Windows Registry Editor Version 5\.00|REGEDIT4)\s{0,8}\n/,
    line: /\[-?HKEY_|"(?:[^"\\\n]|\\.){0,255}"=|@=| {2}[\da-f]{2}(?:,|$)/,
  },
  // Microsoft Learn, «relog», «typeperf».
  {
    name: 'a log of performance counters',
    begins: /^"\(PDH-(?:CSV|TSV) \d/,
    line: /"\(PDH-|"\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d\.\d{3}"[,\t]/,
  },
  // Microsoft Learn, «Process Monitor».
  {
    name: 'a log of Process Monitor',
    begins: /^"Time of Day","Process Name","PID","Operation",/,
    line: /"\d{1,2}:\d\d:\d\d[.,]\d{7}[^"\n]{0,8}","/,
  },
  // Microsoft Learn, «Autoruns».
  { name: 'an export of Autoruns', begins: /^(?:.{0,200}\n){0,8}Time,Entry Location,Entry,Enabled,/ },
  // Outputs of tools, which are short: only named.
  {
    name: 'an output of gpresult',
    begins: /^Microsoft \(R\) Windows \(R\).{0,40}Operating System Group Policy Result tool/,
  },
  { name: 'an output of ipconfig', begins: /^(?:Windows|Windows \d{2,4}|Windows NT) IP Configuration\s{0,8}\n/ },
  // Microsoft Learn, «dcdiag»; events that it lists are read.
  { name: 'an output of dcdiag', begins: /^(?:Directory Server|Domain Controller) Diagnosis\s/ },
  { name: 'a report of CPU-Z', begins: /^CPU-Z TXT Report\s/ },
  { name: 'an output of tasklist', begins: /^Image Name {10,30}PID / },
  { name: 'an output of netstat', begins: /^Active Connections\s{0,8}\n\s{0,8}Proto {1,8}Local Address/ },
  { name: 'an output of route', begins: /^={40,}\nInterface List\n/ },
  { name: 'an output of driverquery', begins: /^Module Name {2,10}Display Name {6,20}Driver Type/ },
  { name: 'an output of sc', begins: /^SERVICE_NAME: \S.{0,80}\n(?:DISPLAY_NAME: .{0,200}\n)?\s{4,12}TYPE / },
];
