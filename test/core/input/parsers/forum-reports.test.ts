import { beforeAll, describe, expect, test } from 'vitest';
import { createMixtureParser, prepareMixture } from '../../../../src/core/input/mixture/parser.ts';
import { dcdiagSegment } from '../../../../src/core/input/parsers/dcdiag/segment.ts';
import { debuggerStopSegment } from '../../../../src/core/input/parsers/debugger-stop.ts';
import { dxdiagSegment } from '../../../../src/core/input/parsers/dxdiag.ts';
import { frstSegment } from '../../../../src/core/input/parsers/frst.ts';
import { msinfoSegment } from '../../../../src/core/input/parsers/msinfo.ts';
import { otlSegment } from '../../../../src/core/input/parsers/otl.ts';
import { vewSegment } from '../../../../src/core/input/parsers/vew.ts';
import { werReportSegment } from '../../../../src/core/input/parsers/wer-report.ts';
import { whoCrashedSegment } from '../../../../src/core/input/parsers/who-crashed.ts';
import { fixtureText } from '../../../support/fixtures.ts';
import { expectRobust } from '../../../support/hostile-text.ts';
import { expectInterest } from '../../../support/interest-text.ts';
import { parseText } from '../../../support/parse-text.ts';
import { PIECE_SIZES } from '../../../support/sources.ts';

beforeAll(() => prepareMixture());

const read = (text: string, size = 65_536) => parseText(createMixtureParser, text, { size });
const time = (date: readonly [number, number, number], orders: readonly string[], clock: string) => {
  const [hour = 0, minute = 0, second = 0] = clock.split(':').map(Number);
  return { kind: 'local', date, orders, timeOfDayMs: ((hour * 60 + minute) * 60 + second) * 1000, precisionMs: 1000 };
};

const FRST = fixtureText('formats/reports/frst-sections.txt');
const FRST_LINE = fixtureText('formats/reports/frst-addition-line.txt');
const DCDIAG = fixtureText('formats/reports/dcdiag.txt');
const OTL = `========== Last 20 Event Log Errors ==========
 
[ Application Events ]
Error - 11/9/2012 10:41:12 AM | Computer Name = Owner-PC | Source = VSS | ID = 8194
Description = Volume Shadow Copy Service error: Unexpected error querying for the
 IVssWriterCallback interface.  hr = 0x80070005.
 
[ System Events ]
Error - 11/22/2011 4:01:14 PM | Computer Name = Owner-PC | Source = Service Control Manager | ID = 7000
Description = The x service failed to start due to the following error:   %%2
 
 
< End of report >
`;
const VEW = `Note: All dates below are in the format dd/mm/yyyy

~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
'Application' Log - Error Type
~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
Log: 'Application' Date/Time: 05/12/2012 20:01:14
Type: Error Category: 0
Event: 8194 Source: VSS
Volume Shadow Copy Service error: 0x80070005

Operation: Gathering

~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
'System' Log - Critical Type
~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
Log: 'System' Date/Time: 03/12/2012 21:10:20
Type: Critical Category: 63
Event: 41 Source: Microsoft-Windows-Kernel-Power
The system has rebooted
`;

describe('FRST', () => {
  test('a real line', () => {
    for (const size of PIECE_SIZES)
      expect(read(FRST_LINE, size).events).toMatchObject([
        {
          position: 1,
          time: time([1, 14, 2022], ['mdy'], '19:59:26'),
          provider: 'VSS',
          eventId: 8194,
          level: 'error',
          user: null,
          host: null,
          channel: null,
          message: '[...]',
        },
      ]);
  });

  test('real sections; a description keeps its empty lines', () => {
    for (const size of PIECE_SIZES) {
      const { events, problems, findings } = read(FRST, size);
      expect(events).toMatchObject([
        {
          position: 5,
          time: time([1, 14, 2022], ['mdy'], '19:58:20'),
          channel: 'Application',
          provider: 'VSS',
          eventId: 8194,
        },
        {
          position: 26,
          time: time([1, 16, 2022], ['mdy'], '04:37:05'),
          channel: 'System',
          provider: 'Service Control Manager',
          eventId: 7031,
          message:
            'The AppX Deployment Service (AppXSVC) service terminated unexpectedly.  It has done this 1 time(s).  The following corrective action will be taken in 120000 milliseconds: Restart the service.',
        },
      ]);
      const [{ message = '' } = {}] = events;
      expect(message).toMatch(
        /^Volume Shadow Copy Service error: [^\n]*hr = 0x80070005, Access is denied\.\n\.\nThis is/,
      );
      expect(message).toMatch(
        /\n\nOperation:\n {3}Gathering Writer Data\n\n\nContext:\n[\s\S]*Writer Name: System Writer$/,
      );
      expect(problems).toEqual([]);
      expect(findings).toMatchObject({ format: 'frst', records: 2, timeBasis: 'local' });
      expect(findings.freeText.at(-1)?.text).toContain('Memory info');
    }
  });

  test('the heading of the next section is no part of a message, in any language', () => {
    const text =
      'Error: (03/12/2021 06:03:14 PM) (Source: ESENT) (EventID: 455) (User: )\nDescription: Fehler -1023.\n\nSystemfehler:\n=============\n' +
      'Error: (03/12/2021 06:01:14 PM) (Source: disk) (EventID: 7) (User: )\nDescription: Ein Block.\n';
    expect(read(text).events).toMatchObject([
      { eventId: 455, message: 'Fehler -1023.' },
      { eventId: 7, message: 'Ein Block.' },
    ]);
  });

  test('MiniToolBox prints no id, and the date is never day first', () => {
    const text =
      'Error: (02/03/2013 10:01:14 AM) (Source: volsnap) (User: )\nDescription: x\n\nMicrosoft Office Sessions:\n';
    expect(read(text).events).toMatchObject([
      { eventId: null, provider: 'volsnap', time: time([2, 3, 2013], ['mdy'], '10:01:14'), message: 'x' },
    ]);
    expect(read(text.replace(') (User', ')(User')).events).toMatchObject([{ provider: 'volsnap', message: 'x' }]);
  });
});

test('a report of OTL gives its events, each under the log of its section', () => {
  for (const size of PIECE_SIZES) {
    const { events, problems, findings } = read(OTL, size);
    expect(events).toMatchObject([
      {
        position: 4,
        time: time([11, 9, 2012], ['mdy', 'dmy'], '10:41:12'),
        host: 'Owner-PC',
        channel: 'Application',
        provider: 'VSS',
        eventId: 8194,
        level: 'error',
        message:
          'Volume Shadow Copy Service error: Unexpected error querying for the IVssWriterCallback interface.  hr = 0x80070005.',
      },
      { position: 9, channel: 'System', eventId: 7000, time: time([11, 22, 2011], ['mdy'], '16:01:14') },
    ]);
    expect(problems).toEqual([]);
    expect(findings.freeText.map(({ text }) => text)).toEqual([
      '========== Last 20 Event Log Errors ==========',
      '< End of report >',
    ]);
  }
});

test('VEW, whose dates begin with the day', () => {
  for (const size of PIECE_SIZES) {
    const { events, problems, findings } = read(VEW, size);
    expect(events).toMatchObject([
      {
        position: 6,
        time: time([5, 12, 2012], ['dmy', 'mdy'], '20:01:14'),
        channel: 'Application',
        provider: 'VSS',
        eventId: 8194,
        level: 'error',
        system: { task: 0 },
        message: 'Volume Shadow Copy Service error: 0x80070005\n\nOperation: Gathering',
      },
      { position: 16, channel: 'System', eventId: 41, level: 'critical', message: 'The system has rebooted' },
    ]);
    expect(problems).toEqual([]);
    expect(findings).toMatchObject({ likelyOrder: 'dmy', records: 2 });
  }
});

describe('dcdiag', () => {
  test('a report of real events', () => {
    for (const size of PIECE_SIZES) {
      const { events, problems, findings } = read(DCDIAG, size);
      expect(events).toMatchObject([
        {
          position: 10,
          time: time([8, 6, 2020], ['mdy', 'dmy'], '09:48:15'),
          host: 'DC01',
          channel: 'DFS Replication',
          provider: 'DFSR',
          eventId: 0xc0000fac,
          level: 'error',
          message:
            'The DFS Replication service stopped replication on the folder with the following local path: C:\\Windows\\SYSVOL\\domain.',
        },
        { position: 19, channel: 'System', host: 'DC01', eventId: 0x8000001d, level: 'warning' },
        {
          position: 23,
          channel: 'System',
          eventId: 0x165b,
          level: 'error',
          time: time([8, 31, 2020], ['mdy'], '18:33:48'),
        },
      ]);
      expect(events.at(-1)?.message).toMatch(/^EvtFormatMessage failed[\s\S]*0x3afc\)$/);
      expect(problems).toEqual([]);
      expect(findings).toMatchObject({ format: 'dcdiag', records: 3, likelyOrder: 'mdy' });
    }
  });

  test('as posters and older versions change it', () => {
    const lines = DCDIAG.split('\n');
    for (const text of [
      lines.map((line) => line.trim()).join('\n\n'),
      DCDIAG.replaceAll('occurred', 'occured').replaceAll(/Event String:\s+/g, 'Event String: '),
      lines.map((line) => `> ${line}`).join('\n'),
      lines.map((line) => `- ${line.trim()}`).join('\n'),
      lines.map((line, index) => `${index + 1}. ${line.trim()}`).join('\n'),
    ])
      expect(read(text).events).toMatchObject(
        [
          { eventId: 0xc0000fac, channel: 'DFS Replication', host: 'DC01', message: /^The DFS Replication service/ },
          { eventId: 0x8000001d, channel: 'System', message: /^The Key Distribution Center/ },
          { eventId: 0x165b, channel: 'System' },
        ].map(({ message, ...event }) => ({ ...event, ...(message && { message: expect.stringMatching(message) }) })),
      );
  });
});

test('a list that dcdiag shows keeps its bullets, whatever stands before each line', () => {
  const text = [
    'Starting test: KccEvent',
    'A warning event occurred.  EventID: 0x80000749',
    'Time Generated: 03/14/2015   02:50:14',
    'Event String:',
    'Perform one of the following actions:',
    '- Publish sufficient site connectivity.',
    '- Add a Connection object.',
    '......................... DC1 passed test KccEvent',
  ];
  for (const marked of ['', '- ', '> ', '* ']) {
    const { events } = read(text.map((line) => `${marked}${line}`).join('\n'));
    expect(events.map(({ message }) => message)).toEqual([
      'Perform one of the following actions:\n- Publish sufficient site connectivity.\n- Add a Connection object.',
    ]);
  }
});

const MSINFO = `[Windows Error Reporting]

Time\tType\tDetails
1/26/2016 6:20:05 PM\tApplication Error\tFaulting application name: service.exe, version: 1.0&#x000d;&#x000a;Exception code: 0xe06d7363
1/25/2016 6:20 PM\tWindows Error Reporting\tFault bucket , type 0&#x000d;&#x000a;Event Name: APPCRASH
1/25/2016 6:19 PM\tSomething else\tx
`;
const NFO = `<Category name="Windows-Fehlerberichterstattung">
<Data>
<Zeit><![CDATA[26.01.2016 18:20]]></Zeit>
<Typ><![CDATA[Application Hang]]></Typ>
<Details><![CDATA[Programm service.exe kann nicht mehr unter Windows ausgeführt werden.]]></Details>
</Data>
<Data>
<Item><![CDATA[OS Name]]></Item>
<Value><![CDATA[Microsoft Windows]]></Value>
</Data>
</Category>
`;
const DXDIAG = `Windows Error Reporting:
+++ WER0 +++:
Fault bucket , type 0

Event Name: APPCRASH
Response: Not available

Problem signature:
P1: service.exe
P2:

+++ WER1 +++:
Fault bucket 0x133_DPC, type 0
Event Name: BlueScreen
\`\`\`
Any help is welcome.
`;

describe('what shows Windows Error Reporting', () => {
  test.each(PIECE_SIZES)('msinfo32 as text, in pieces of %i', (size) => {
    const { events, findings } = read(MSINFO, size);
    expect(events).toMatchObject([
      {
        ...{ position: 4, provider: 'Application Error', eventId: 1000, level: 'error', channel: 'Application' },
        time: time([1, 26, 2016], ['mdy'], '18:20:05'),
        message: 'Faulting application name: service.exe, version: 1.0\nException code: 0xe06d7363',
      },
      { position: 5, provider: 'Windows Error Reporting', eventId: 1001, level: 'information' },
    ]);
    expect(events).toHaveLength(2);
    expect(findings.format).toBe('msinfo32');
  });
  test('msinfo32 where the short date of Windows begins with the day of the week', () => {
    const row =
      'Вт 22.04.2025 14:49\tApplication Error\tИмя сбойного приложения: a.exe&#x000d;&#x000a;Код исключения: 0x1';
    expect(read(row).events).toMatchObject([
      {
        ...{ eventId: 1000, level: 'error', time: { kind: 'local', date: [22, 4, 2025] } },
        message: 'Имя сбойного приложения: a.exe\nКод исключения: 0x1',
      },
    ]);
  });
  test.each(PIECE_SIZES)('msinfo32 as .nfo, in pieces of %i', (size) => {
    const { events } = read(NFO, size);
    expect(events).toMatchObject([
      {
        ...{
          provider: 'Application Hang',
          eventId: 1002,
          level: 'error',
          time: { kind: 'local', date: [26, 1, 2016] },
        },
        message: 'Programm service.exe kann nicht mehr unter Windows ausgeführt werden.',
      },
    ]);
    expect(events).toHaveLength(1);
  });
  test.each(PIECE_SIZES)('DxDiag, in pieces of %i', (size) => {
    const { events, findings } = read(DXDIAG, size);
    const seen = { provider: 'Windows Error Reporting', eventId: 1001, channel: 'Application', time: null };
    expect(events).toMatchObject([
      {
        ...seen,
        message:
          'Fault bucket , type 0\nEvent Name: APPCRASH\nResponse: Not available\nProblem signature:\nP1: service.exe\nP2:',
      },
      { ...seen, message: 'Fault bucket 0x133_DPC, type 0\nEvent Name: BlueScreen' },
    ]);
    expect(findings.freeText.map(({ text }) => text)).toEqual([
      'Windows Error Reporting:',
      expect.stringContaining('Any help is welcome.'),
    ]);
  });
  test.each([
    ['Russian', 'Контейнер ошибки 1664812479375888418, тип 5', 'Имя события: APPCRASH'],
    ['Chinese', '故障存储段 ，类型 0', '事件名称: AppHangB1'],
    ['Portuguese', 'Falha no bucket 1873252193209891742, tipo 4', 'Nome do Evento: APPCRASH'],
  ])('DxDiag where the first line of a report has no colon: %s', (_language, first, second) => {
    const paths = 'P1: a.exe\n\n\\\\?\\C:\\ProgramData\\Microsoft\\Windows\\WER\\Temp\\WER1.tmp.xml';
    const { events } = read(`+++ WER0 +++:\n${first}\n${second}\n\n${paths}\n\n...#### EVR ####\n`, 65_536);
    expect(events.map(({ message }) => message)).toEqual([
      `${first}\n${second}\nP1: a.exe\n\\\\?\\C:\\ProgramData\\Microsoft\\Windows\\WER\\Temp\\WER1.tmp.xml`,
    ]);
  });
});

const WER = `Version=1
EventType=APPCRASH
EventTime=129953891640935850
ReportType=2
Consent=1
Response.type=4
Sig[0].Name=Application Name
Sig[0].Value=service.exe
Sig[1].Name=Application Version
Sig[1].Value=1.8.3.45256
Sig[6].Name=Exception Code
Sig[6].Value=c0000374
AppPath=C:\\Program Files\\Service\\service.exe

LoadedModule[0]=C:\\Windows\\SYSTEM32\\ntdll.dll
`;

describe('a file Report.wer', () => {
  test.each(PIECE_SIZES)('says what the event of the same problem says, in pieces of %i', (size) => {
    const { events, findings } = read(WER, size);
    expect(events).toMatchObject([
      {
        ...{ position: 1, provider: 'Windows Error Reporting', eventId: 1001, channel: 'Application', time: null },
        level: 'information',
        message:
          'Event Name: APPCRASH\nEvent Time: 2012-10-22T14:19:24.0935850Z\nProblem signature:\nP1: service.exe\nP2: 1.8.3.45256\nP7: c0000374',
        strings: ['', '', 'APPCRASH', '', '', 'service.exe', '1.8.3.45256', '', '', '', '', 'c0000374', '', '', ''],
      },
    ]);
    expect(findings.format).toBe('wer-report');
    expect(findings.freeText).toEqual([]);
  });
  test('ends where other words begin', () => {
    const { events, findings } = read(`${WER}\nDoes anybody know?\n`);
    expect(events).toHaveLength(1);
    expect(findings.freeText.map(({ text }) => text)).toEqual(['Does anybody know?']);
  });
  test('settings of other programs are none', () => {
    expect(read('Version=1\nName=x\nEventType=click\n').events).toEqual([]);
  });
});

const DEBUGGER = `MEMORY_MANAGEMENT (1a)
    # Any other values for parameter 1 must be individually examined.
Arguments:
Arg1: 0000000000041201, The subtype of the service check.
Arg2: ffffd280\`00087c98
Arg3: 0000000000000001
Arg4: 0000000000000000
`;
const WHO_CRASHED = `On Thu 08.11.2018 14:26:53 your computer crashed or a problem was reported
crash dump file: C:\\Windows\\Minidump\\110818-1-01.dmp
This was probably caused by the following module: ntoskrnl.exe (nt+0x1A9490)
Bugcheck code: 0x154 (0xFFFF838B24463000, 0xFFFFE88A92F516B0, 0x2, 0x0)
Error: UNEXPECTED_STORE_EXCEPTION
description: A service of the kernel
file path: C:\\WINDOWS\\system32\\ntoskrnl.exe
`;
const stop = {
  ...{ provider: 'Microsoft-Windows-WER-SystemErrorReporting', eventId: 1001, channel: 'System' },
  ...{ level: 'error', time: null },
};

describe('the stop error in a dump', () => {
  test('as a debugger tells it', () => {
    const { events, findings } = read(`kd> !analyze -v\n\n${DEBUGGER}\nDebugging Details:\n`);
    const told = '0x0000001a (0x0000000000041201, 0xffffd28000087c98, 0x0000000000000001, 0x0000000000000000)';
    expect(events).toMatchObject([{ ...stop, position: 3, strings: [told, '', ''], message: DEBUGGER.trim() }]);
    expect(findings.freeText.map(({ text }) => text)).toEqual(['kd> !analyze -v', 'Debugging Details:']);
  });
  test.each([
    ['a code that the debugger does not know', DEBUGGER.replace('MEMORY_MANAGEMENT', 'Unknown bugcheck code')],
    [
      'a dump taken while Windows went on',
      DEBUGGER.replace('# Any', '(This code can never be used for a real bugcheck.) Any'),
    ],
    ['a heading without arguments', 'MEMORY_MANAGEMENT (1a)\nArguments:\n'],
  ])('is none: %s', (_, text) => {
    expect(read(text).events).toEqual([]);
  });

  test('as WhoCrashed lists it, one below the other', () => {
    const { events } = read(`Crash dumps:\n\n${WHO_CRASHED}\n\n${WHO_CRASHED.replace('0x154', '0x1000007E')}`);
    const parameters = '(0xffff838b24463000, 0xffffe88a92f516b0, 0x0000000000000002, 0x0000000000000000)';
    expect(events).toMatchObject([
      { ...stop, strings: [`0x00000154 ${parameters}`, 'C:\\Windows\\Minidump\\110818-1-01.dmp', ''] },
      { ...stop, strings: [`0x1000007e ${parameters}`, 'C:\\Windows\\Minidump\\110818-1-01.dmp', ''] },
    ]);
  });
  test('of a problem that Windows survived, it is none', () => {
    expect(read(WHO_CRASHED.replace('Minidump', 'LiveKernelReports\\WATCHDOG')).events).toEqual([]);
  });
});

describe.each([
  ['debugger', debuggerStopSegment.create, DEBUGGER],
  ['WhoCrashed', whoCrashedSegment.create, WHO_CRASHED],
  ['msinfo32', msinfoSegment.create, MSINFO],
  ['.nfo', msinfoSegment.create, NFO],
  ['DxDiag', dxdiagSegment.create, DXDIAG],
  ['Report.wer', werReportSegment.create, WER],
  ['FRST', frstSegment.create, FRST],
  ['OTL', otlSegment.create, OTL],
  ['VEW', vewSegment.create, VEW],
  ['dcdiag', dcdiagSegment.create, DCDIAG],
])('%s', (_name, create, text) => {
  test('what is dropped early is counted', () => expectInterest(create, text));
  test('cut or changed anywhere it never throws', () => {
    expectRobust(create, text, 40);
    expectRobust(createMixtureParser, text, 20);
  });
  test('5 MB in one line', () => {
    const long = text.replace(/service|Shadow/i, 'x'.repeat(5 << 20));
    const { problems } = parseText(create, `${long}\n${text}`);
    expect(problems.map(({ code }) => code)).toContain('text/line-too-long');
  });
});
