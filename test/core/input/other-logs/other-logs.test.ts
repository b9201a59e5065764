import { describe, expect, test } from 'vitest';
import { otherLogs } from '../../../../src/core/input/other-logs/kinds.ts';
import { otherLogOf, ownLine } from '../../../../src/core/input/other-logs/recognise.ts';
import { diagnose } from '../../../../src/core/pipeline/diagnose.ts';
import { beginningLines, eventTexts } from '../../../support/beginning-lines.ts';
import { fixtureText } from '../../../support/fixtures.ts';
import { PIECE_SIZES, sourceOf } from '../../../support/sources.ts';

const IIS =
  '#Software: Microsoft Internet Information Services 10.0\n#Version: 1.0\n#Date: 2021-03-01 00:00:00\n' +
  '#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip sc-status sc-substatus sc-win32-status time-taken\n' +
  '2021-03-01 00:00:01 10.0.0.5 POST /EWS/Exchange.asmx - 443 - 10.0.0.9 401 1 2148074254 15\n';
const FIREWALL =
  '#Version: 1.5\n#Software: Microsoft Windows Firewall\n#Time Format: Local\n#Fields: date time action protocol src-ip dst-ip src-port dst-port size tcpflags tcpsyn tcpack tcpwin icmptype icmpcode info path\n\n' +
  [56_590, 43_384, 40_344]
    .map((port) => `2021-03-01 00:00:31 ALLOW TCP 10.0.0.1 10.0.0.2 ${port} 389 0 - 0 0 0 - - - SEND\n`)
    .join('');
const DHCP =
  '\t\tMicrosoft DHCP Service Activity Log\n\n\nEvent ID  Meaning\n00\tThe log was started.\n\n' +
  'ID,Date,Time,Description,IP Address,Host Name,MAC Address,User Name, TransactionID, QResult\n' +
  '10,03/01/21,00:00:01,Assign,10.0.0.7,PC7.example.com,00155D000001,,1,0\n' +
  '11,03/01/21,00:00:02,Renew,10.0.0.8,PC8.example.com,00155D000002,,2,0\n';
const PROCMON =
  '"Time of Day","Process Name","PID","Operation","Path","Result","Detail"\n' +
  '"10:29:05.0593693 AM","Explorer.EXE","2900","ReadFile","C:\\Windows\\explorer.exe","SUCCESS","Offset: 2,275,840, I/O Flags: Non-cached"\n';

/** As they really begin; the sources stand beside the kinds. */
const HEADS: readonly (readonly [string, string])[] = [
  ['an IIS log', IIS],
  [
    'an IIS log',
    '192.0.2.7, -, 11/2/2014, 0:00:53, W3SVC1, WEB1, 192.0.2.1, 46, 321, 7699, 200, 0, GET, /a.aspx, -,\n',
  ],
  [
    'an error log of HTTP.sys',
    '#Software: Microsoft HTTP API 2.0\n#Version: 1.0\n#Date: 2018-08-13 03:12:38\n' +
      '#Fields: date time c-ip c-port s-ip s-port cs-version cs-method cs-uri streamid sc-status s-siteid s-reason s-queuename\n' +
      '2018-08-13 03:25:22 192.0.2.7 12052 10.1.2.5 80 HTTP/1.1 GET / - 503 1 AppOffline DefaultAppPool\n',
  ],
  ['a log of Windows Firewall', FIREWALL],
  [
    'a log of Exchange (message tracking, protocol, connectivity, HTTP proxy)',
    '#Software: Microsoft Exchange Server\n#Version: 14.0.0.0\n#Log-type: SMTP Receive Protocol Log\n#Date: 2019-01-25T00:03:58.478Z\n' +
      '#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context\n' +
      '2019-01-25T00:03:58.478Z,EX1\\Default EX1,08D67E,0,10.0.0.1:25,10.0.0.9:47552,+,,\n',
  ],
  ['an access log of a web server', '192.0.2.7 - - [01/Mar/2021:10:00:00 +0100] "GET / HTTP/1.1" 200 512\n'],
  [
    'a log of Windows servicing (CBS)',
    '2016-09-28 04:30:30, Info                  CBS    Loaded Servicing Stack v6.1.7601.23505\n',
  ],
  ['a log of DISM', '2014-10-21 14:17:10, Info                  DISM   Service Pack Cleanup UI: PID=4704\n'],
  ['a log of Windows Setup', '2020-06-13 20:00:58, Info                  MOUPG  CInstallUI::ShowMessageBox\n'],
  [
    'a log of device and driver installation (SetupAPI)',
    '[Device Install Log]\n     OS Version = 6.0.5033\n     Service Pack = 0.0\n\n[BeginLog]\n\n' +
      '>>>  [Device Install (Hardware initiated) - USB\\VID_046D&PID_C31C\\1]\n>>>  Section start 2019/04/02 11:22:33.444\n' +
      '     dvi: {Build Driver List} 08:01:02.100\n!!!  dvi: Device not started: Device has problem: 0x0a\n<<<  Section end 2019/04/02 11:22:34.444\n',
  ],
  ['a log of Windows Update', '2015-01-01\t10:00:00:123\t 900\t3f0\tAgent\t*************\n'],
  [
    'a log of Windows Update (ReportingEvents.log)',
    '{050F3909-2A9D-4F63-8A47-6A406EC41298}\t2020-01-12 11:43:35:849+1030\t1\t147 [AGENT_DETECTION_FINISHED]\t101\t' +
      '{00000000-0000-0000-0000-000000000000}\t0\t0\tUpdate\tSuccess\tSoftware Synchronization\tWindows Update Client successfully detected 0 updates.\n',
  ],
  ['a debug log of Netlogon', '08/30 13:22:24 [LOGON] SamLogon: Network logon of EX\\u from PC1 Returns 0xC000006A\n'],
  ['an audit log of a DHCP server', DHCP],
  [
    'a debug log of a DNS server',
    'DNS Server log file creation at 1/20/2026 11:00:00 PM\n\nMessage logging key (for packets - other items use a subset of these fields):\n' +
      '4/9/2026 10:15:23 AM 0B18 PACKET  00000001A2B3C4D5 UDP Rcv 192.0.2.1   0001 Q [0001   D   NOERROR] A      (3)www(0)\n'.repeat(
        4,
      ),
  ],
  [
    'a log of Windows Installer',
    '=== Verbose logging started: 11/16/2006  19:01:39  Build type: SHIP UNICODE 3.01.4000.2435  Calling process: C:\\WINDOWS\\system32\\msiexec.exe ===\n' +
      'MSI (c) (60:48) [19:01:39:078]: Resetting cached policy values\n',
  ],
  [
    'a log of Robocopy',
    '-------------------------------------------------------------------------------\n   ROBOCOPY     ::     Robust File Copy for Windows\n' +
      `-------------------------------------------------------------------------------\n${'\t    New File  \t\t      4210\ta.docx\n100%  \n'.repeat(4)}`,
  ],
  [
    'an export of the registry',
    'Windows Registry Editor Version 5.00\n\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Example]\n"Value"=hex:25,00,\\\n  53,00\n',
  ],
  [
    'a log of performance counters',
    '"(PDH-CSV 4.0) (W. Europe Standard Time)(-60)","\\\\EX1\\Memory\\Commit Limit"\n"09/22/2026 21:42:32.824","0.000000"\n',
  ],
  ['a log of Process Monitor', PROCMON],
  ['an export of Autoruns', 'Time,Entry Location,Entry,Enabled,Category,Profile,Description,Company,Image Path\n'],
  [
    'an output of gpresult',
    '\nMicrosoft (R) Windows (R) Operating System Group Policy Result tool v2.0\n© Microsoft Corporation\n',
  ],
  [
    'an output of dcdiag',
    '\n\nDirectory Server Diagnosis\n\n\nPerforming initial setup:\n\n   Trying to find home server...\n',
  ],
  ['a report of CPU-Z', `CPU-Z TXT Report\n${'-'.repeat(73)}\n\nBinaries\n${'-'.repeat(73)}\n`],
];

test.each(HEADS)('%s is told by its beginning', (name, head) => {
  expect(otherLogOf(head)?.name).toBe(name);
});

test('a piece of such a log above other lines is a text like any other', () => {
  expect(otherLogOf(`${IIS}${'What does this mean?\n'.repeat(40)}`)).toBeNull();
});

describe('in no own line of such a log begins an event', () => {
  const kinds = otherLogs.flatMap((kind) => {
    const isOwn = ownLine(kind);
    return isOwn === null ? [] : [[kind.name, isOwn] as const];
  });
  test.each(eventTexts)('of %s', (_name, text) => {
    const lines = beginningLines(text);
    expect(kinds.flatMap(([name, isOwn]) => lines.filter(isOwn).map((line) => [name, line]))).toEqual([]);
  });
});

describe('the report', () => {
  test.each([
    ['an IIS log', IIS],
    ['a log of Windows Firewall', FIREWALL],
    ['an audit log of a DHCP server', DHCP],
    ['a log of Process Monitor', PROCMON],
  ])('says of %s what it is, and of nothing in it that it is an event or a fact', async (name, text) => {
    const { sources, facts, mentioned, statistics } = await diagnose([sourceOf('a.log', text)]);
    expect(sources).toMatchObject([
      { events: 0, problems: [{ code: 'input/other-log', position: null, detail: name }] },
    ]);
    expect({ facts, mentioned, statistics }).toEqual({ facts: [], mentioned: [], statistics: [] });
  });

  test('names the codes of a log of updates, on their lines, and none of its many ids', async () => {
    const line = (code: string) =>
      `{050F3909-2A9D-4F63-8A47-6A406EC41298}\t2020-01-12 11:43:35:849+1030\t1\t148 [AGENT_DETECTION_FAILED]\t101\t{00000000-0000-0000-0000-000000000000}\t0\t${code}\tUpdate\tFailure\n`;
    const { mentioned } = await diagnose([sourceOf('ReportingEvents.log', `${line('0')}${line('8024402c')}`)]);
    expect(mentioned).toMatchObject([{ kind: 'code', value: '8024402c', count: 1, at: { position: 2 } }]);
  });
});

describe('events that stand in such a log are read as in any text', () => {
  const paste = fixtureText('cases/backup-refused/paste.txt');
  const eventsIn = async (text: string, size?: number) => {
    const { statistics } = await diagnose([sourceOf('a.log', text, size)]);
    return statistics.map(({ provider, eventId, count }) => [provider, eventId, count]);
  };
  const rows = IIS.split('\n').slice(4, 5).join('\n').concat('\n').repeat(900);

  test.each(PIECE_SIZES)('behind its lines and between them, in pieces of %i', async (size) => {
    const alone = await eventsIn(paste);
    expect(alone.length).toBeGreaterThan(0);
    expect(await eventsIn(`${IIS}${rows}\n${paste}`, size)).toEqual(alone);
    expect(await eventsIn(`${IIS}${rows}\n${paste}\n${rows}`, size)).toEqual(alone);
  });

  test.each(eventTexts.filter(([name]) => name.startsWith('formats/')))('of %s', async (_name, text) => {
    expect(await eventsIn(`${IIS}${rows}\n${text}`)).toEqual(await eventsIn(`Some words.\n\n${text}`));
  });
});
