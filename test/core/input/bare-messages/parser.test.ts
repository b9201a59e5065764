import { beforeAll, describe, expect, test } from 'vitest';
import { createBareMessageParser } from '../../../../src/core/input/bare-messages/parser.ts';
import { prepareMixture } from '../../../../src/core/input/mixture/parser.ts';
import { expectRobust } from '../../../support/hostile-text.ts';
import { parseText } from '../../../support/parse-text.ts';
import { readInput } from '../../../support/read-input.ts';
import { TWO_EVENTS } from '../wrapped/support.ts';

beforeAll(() => prepareMixture());

const CRASH = [
  'Faulting application name: a.exe, version: 1.0.0.0, time stamp: 0x4f35fc1d',
  'Faulting module name: b.dll, version: 1.0.0.0, time stamp: 0x521eaf24',
  'Exception code: 0xc0000374',
].join('\n');
const SERVICE = 'The x y service terminated unexpectedly.  It has done this 3 time(s).';
const DOT_NET =
  'Application: a.exe\nCoreCLR Version: 6.0.1\n.NET Version: 6.0.1\nDescription: The process was terminated due to an unhandled exception.';

test.each([
  [
    '-   This computer is now hosting the specified directory instance, but Active Directory Web Services could not service it.',
    'ADWS',
    1202,
  ],
  [
    '•    It has been too long since this machine last replicated with the named source machine.',
    'Microsoft-Windows-ActiveDirectory_DomainService',
    2042,
  ],
])('bullets may stand apart from the message: %s', async (line, provider, eventId) => {
  expect((await readInput(`I see:\n\n${line}\n`)).events).toMatchObject([{ provider, eventId }]);
});

test('who types an id may mistake it: words that are those of one event do not', async () => {
  const line =
    "Event ID 1254: The Cluster service failed to bring clustered role 'Cluster Group' completely online or offline.";
  expect((await readInput(`${line}\n`)).events).toMatchObject([{ eventId: 1205 }]);
});

test.each(['2-DCOM', '3. DCOM', '4) DCOM'])(
  'the number of a list stands in front of the message: %s',
  async (begin) => {
    const line = `${begin} was unable to communicate with the computer OLD using any of the configured protocols.`;
    expect((await readInput(`I see\n\n${line}\n`)).events).toMatchObject([{ eventId: 10009 }]);
  },
);

test('a sentence has ids, and messages in brackets behind them', async () => {
  const text =
    'ID 4012 was followed by ID 2213 (The DFS Replication service stopped replication on volume C:. This occurs when a DFSR JET database is not shut down cleanly)\n\n-  (The DFS Replication service is stopping communication with partner A/B for replication group Domain System Volume due to an error).\n';
  expect((await readInput(text)).events).toMatchObject([{ eventId: 2213 }, { eventId: 5014 }]);
});

test('a sentence quotes the message and goes on', async () => {
  const alert = 'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 46.';
  const { events } = await readInput(`I have a lot of SChannel errors now :(. "${alert}" which is no good, I think.\n`);
  expect(events).toMatchObject([{ provider: 'Schannel', eventId: 36887, message: alert }]);
});

test('behind a level the name of the source parts from the message without a sign', async () => {
  const { events } = await readInput(`Error Service Control Manager ${SERVICE}\n`);
  expect(events).toMatchObject([{ provider: 'Service Control Manager', eventId: 7034, message: SERVICE }]);
  expect((await readInput(`Wrong Service Control Manager ${SERVICE}\n`)).events).toEqual([]);
});

test('what gpupdate shows behind its own sentence is the message of an event', async () => {
  const shown = 'The processing of Group Policy failed. Windows could not resolve the user name.';
  const line = `User Policy could not be updated successfully. The following errors were encountered:     ${shown}`;
  expect((await readInput(`${line}\n`)).events).toMatchObject([{ eventId: 1053, message: shown }]);
  expect((await readInput(`My colleague said:     ${shown}\n`)).events).toEqual([]);
});

describe('the message alone tells which event it is of', () => {
  test.each([
    [CRASH, 'Application Error', 1000, 'error'],
    [
      'Faulting application a.exe, version 1.0.0.0, faulting module b.dll, version 1.0',
      'Application Error',
      1000,
      'error',
    ],
    ['Name der fehlerhaften Anwendung: a.exe, Version: 1.0.0.0, Zeitstempel: 0x0', 'Application Error', 1000, 'error'],
    ['错误应用程序名称: a.exe，版本: 1.0.0.0，时间戳: 0x0', 'Application Error', 1000, 'error'],
    [
      '障害が発生しているアプリケーション名: a.exe、バージョン: 1.0.0.0、タイム スタンプ: 0x0',
      'Application Error',
      1000,
      'error',
    ],
    [DOT_NET, '.NET Runtime', 1026, 'error'],
    ['Fault bucket , type 0\nEvent Name: APPCRASH', 'Windows Error Reporting', 1001, 'information'],
    [SERVICE, 'Service Control Manager', 7034, 'error'],
    [
      ...([`${SERVICE}  The following corrective action will be taken in 1 milliseconds: x`] as const),
      ...(['Service Control Manager', 7031, 'error'] as const),
    ],
    [
      'The x service failed to start due to the following error: \nAccess is denied.',
      'Service Control Manager',
      7000,
      'error',
    ],
    ['The device, \\Device\\Harddisk1\\DR1, has a bad block.', 'disk', 7, 'error'],
    [
      "Checkpoint operation for 'VM 1' failed. (Virtual machine ID 01F7B608-BF8F-462D-983B-F6BDA6B5D178)",
      ...(['Microsoft-Windows-Hyper-V-VMMS', 18012, 'error'] as const),
    ],
    [
      "'VM 1' failed to start worker process: Logon failure (0x80070569).",
      ...(['Microsoft-Windows-Hyper-V-VMMS', 15500, 'error'] as const),
    ],
    [
      "'VM 1' has encountered a fatal error.  The guest operating system reported that it failed with the following error codes: ErrorCode0: 0xEF",
      ...(['Microsoft-Windows-Hyper-V-Worker', 18590, 'critical'] as const),
    ],
    [
      "“VM 1” has been paused because it has run out of disk space on 'D:\\'.",
      ...(['Microsoft-Windows-Hyper-V-VMMS', 16060, 'error'] as const),
    ],
    [
      "'VM 1' background disk merge failed to complete: There is not enough space on the disk. (0x80070070).",
      ...(['Microsoft-Windows-Hyper-V-VMMS', 19100, 'error'] as const),
    ],
    ['Error code 0x50d when preparing for backup.', 'MSExchangeIS', 9607, 'error'],
    ['Information Store (5992) Shadow copy instance 3 encountered error -2403 on freeze.', 'ESE', 2002, 'error'],
    ['The previous system shutdown at 3:04:05 AM on 1/2/2020 was unexpected.', 'EventLog', 6008, 'error'],
    [
      ...(['The system has rebooted without cleanly shutting down first. This error could be'] as const),
      ...(['Microsoft-Windows-Kernel-Power', 41, 'critical'] as const),
    ],
  ])('%s', async (message, provider, eventId, level) => {
    const { events, problems } = await readInput(`Hello,\n\n${message}\n`);
    expect(events).toMatchObject([{ position: 3, provider, eventId, level, time: null, host: null, message }]);
    expect(problems).toEqual([{ code: 'event/no-headings', position: 3, detail: null }]);
  });

  const RECORD = "The dynamic registration of the DNS record '_ldap._tcp.a. 600 IN SRV 0 100 389 b.' failed";
  test.each([
    `Event ID: 5774\n${RECORD}`,
    `Event ID 5774\n\n> ${RECORD}`,
    `In this case you may see event 5774 in the viewer.\n\n${RECORD}`,
    `Then it logs error 5774:\n${RECORD}`,
    `I get Event ID 5774 - ${RECORD}`,
    `In the log we see Event ID 5774 \`${RECORD}\` after each start.`,
    `**Event-ID 5774**: ${RECORD}`,
    `Event ID 5774, NETLOGON: ${RECORD}`,
    `- 5774 NETLOGON: ${RECORD}`,
    `3/4/2019 8:15:22 AM,Error,NETLOGON,5774,${RECORD}`,
    `${RECORD} (Event 5774)`,
    `${RECORD} (NETLOGON 5774)`,
    `5774: "${RECORD}`,
    `Event ID 5774 NETLOGON ${RECORD}`,
  ])('or with its id above or in front: %s', async (text) => {
    const { events } = await readInput(`Hello,\n\n${text}\n`);
    expect(events).toMatchObject([{ provider: 'NETLOGON', eventId: 5774, message: RECORD }]);
  });

  test('the log of SQL Server, and what its viewer copies', async () => {
    const full = "The transaction log for database 'A' is full due to 'LOG_BACKUP'.";
    const line = (who: string, text: string): string => `2019-03-04 08:15:22.12 ${who}      ${text}`;
    const { events } = await readInput(
      [
        line('Logon', 'Error: 18456, Severity: 14, State: 8.'),
        line('Logon', "Login failed for user 'sa'."),
        line('spid51', 'SQL Server has encountered 5 occurrence(s) of I/O requests taking longer than 15 seconds to'),
        line('spid7s', 'Starting up database A.'),
      ].join('\n'),
    );
    expect(events).toMatchObject([
      { provider: 'MSSQLSERVER', eventId: 18456, message: "Login failed for user 'sa'." },
      { provider: 'MSSQLSERVER', eventId: 833 },
    ]);
    const file = 'The file "D:\\a.mdf" is compressed but does not reside in a read-only database or filegroup.';
    const any = await readInput(
      [line('spid9s', 'Error: 5118, Severity: 16, State: 1.'), line('spid9s', file)].join('\n'),
    );
    expect(any.events).toMatchObject([
      { provider: 'MSSQLSERVER', eventId: 5118, message: file, time: { date: [2019, 3, 4], timeOfDayMs: 29_722_120 } },
    ]);
    const device =
      "BackupIoRequest::ReportIoError: write failure on backup device '{0}1'. Operating system error 995(x).";
    const backup = await readInput(
      [line('Backup', 'Error: 18210, Severity: 16, State: 1.'), line('Backup', device)].join('\n'),
    );
    expect(backup.events).toMatchObject([{ provider: 'MSSQLSERVER', eventId: 18210, level: null, message: device }]);
    const ended = await readInput(
      [
        line('spid51', 'Error: 9002, Severity: 17, State: 2.'),
        line('spid51', full),
        line('spid7s', 'Error: 1, Severity: 1, State: 1.'),
      ].join('\n'),
    );
    expect(ended.events).toMatchObject([{ eventId: 9002, message: full }]);
    const copied = (text: string): string =>
      `Date\t\t3/4/2019 8:15:22 AM\nLog\t\tSQL Server (Current)\n\nMessage\n${text}\n`;
    const viewer = await readInput(`${copied('Error: 9002, Severity: 17, State: 2.')}\n${copied(full)}`);
    expect(viewer.events).toMatchObject([{ provider: 'MSSQLSERVER', eventId: 9002, message: full }]);
  });

  test.each([`Event ID: 5775\n\nsomething\n${RECORD}`, `Event ID: 1\n${RECORD}`, RECORD])(
    'but not without: %s',
    async (text) => {
      expect((await readInput(`Hello,\n\n${text}\n`)).events).toEqual([]);
    },
  );

  test.each([
    ['quoted', `> ${CRASH.replaceAll('\n', '\n> ')}`],
    ['in a fence', `\`\`\`\n${CRASH}\n\`\`\``],
    ['behind a label', `Description: ${CRASH}`],
  ])('%s', async (_name, text) => {
    expect((await readInput(text)).events).toMatchObject([
      { provider: 'Application Error', eventId: 1000, message: CRASH },
    ]);
  });
});

test.each([
  [
    `Data: 2020-01-22 15:04:02 Service Control Manager (7034): ${SERVICE}`,
    { date: [2020, 1, 22], timeOfDayMs: 54_242_000 },
  ],
  [`[10:31:07] Error  Service Control Manager  7034  ${SERVICE}`, null],
  [`ID 7034 - ${SERVICE}`, null],
])('behind its source or its id: %s', async (line, time) => {
  const { events } = await readInput(`Problem: x\n${line}\nMore.\n`);
  expect(events).toMatchObject([{ position: 2, eventId: 7034, provider: 'Service Control Manager', time }]);
});

describe('the title of an event, with its message below', () => {
  test.each([
    ['Event 7031, Service Control Manager', 'Service Control Manager', 7031],
    ['Ereignis 41, Kernel-Power', 'Kernel-Power', 41],
    ['**Event 7, disk**', 'disk', 7],
    ['"Event 1000, Application Error"', 'Application Error', 1000],
    ['Event ID: 10016 - Microsoft-Windows-DistributedCOM', 'Microsoft-Windows-DistributedCOM', 10_016],
    ['Event ID 129 - storahci', 'storahci', 129],
  ])('%s', async (title, provider, eventId) => {
    // The message begins as that of another event: the title counts.
    const { events, problems } = await readInput(`Hello,\n\n${title}\n${SERVICE}\n\nThanks, Anna\n`);
    expect(events).toMatchObject([{ position: 3, provider, eventId, channel: null, message: SERVICE }]);
    expect(problems).toEqual([]);
  });

  test.each(['', '> '])('a description in its message is none of its headings: %j', async (mark) => {
    const text = ['Event 1026, .NET Runtime', ...DOT_NET.split('\n')].map((line) => `${mark}${line}\n`).join('');
    const { events } = await readInput(`Hello,\n\n${text}`);
    expect(events).toMatchObject([{ provider: '.NET Runtime', eventId: 1026, message: DOT_NET }]);
  });

  test('its headings below are read as such, up to the description', async () => {
    const { events } = await readInput(
      `Event 7031, Service Control Manager\nLevel: Error\nComputer: PC\nDescription: ${SERVICE}\n`,
    );
    expect(events).toMatchObject([{ eventId: 7031, level: 'error', host: 'PC', message: SERVICE }]);
  });

  test.each([
    'Event ID 4624 - An account was logged on\n\nWords.',
    'Event 3, when it rained\n\nWords.',
    'Event ID 41 - reboot\n\nWe tried everything.',
    'We saw event 41, Kernel-Power\n',
  ])('%s is none', async (text) => {
    expect((await readInput(text)).events).toEqual([]);
  });
});

test.each(['Event ID 7034 Service Control Manager', 'Event 7034, Service Control Manager'])(
  'the headings below a message are of its event: %s',
  async (title) => {
    const { events } = await readInput(`${SERVICE}\n${title}\n\n${CRASH}\n`);
    expect(events.map(({ eventId, position }) => [eventId, position])).toEqual([
      [7034, 1],
      [1000, 4],
    ]);
  },
);

test('a number in a word is no id of what stands behind it', async () => {
  const line =
    "'Printers {7B849a69-220F-451E-B3FE-2CB811AF94AE}': failed with '0x80070709 The printer name is invalid.'";
  expect((await readInput(`${line}\n`)).events).toEqual([]);
  expect((await readInput('Print ID372: The printer is out of paper.\n')).events).toMatchObject([{ eventId: 372 }]);
});

describe('a sentence that the description cannot be found names its event', () => {
  test.each([
    ['The description for Event ID 18210 from source MSSQLSERVER cannot be found.', 'MSSQLSERVER', 18210],
    ['The description for Event ID 18210 from source\nMSSQL$A cannot be found.', 'MSSQL$A', 18210],
    ['The description for Event ID ( 129 ) in Source ( storahci ) cannot be found.', 'storahci', 129],
    ['Die Beschreibung für Ereignis-ID "7" aus der Quelle "disk" wurde nicht gefunden.', 'disk', 7],
  ])('%s', async (sentence, provider, eventId) => {
    const list = 'The following information was included with the event: ';
    const { events } = await readInput(`Hello,\n\n${sentence}\n\nIf it came from elsewhere.\n\n${list}\n\na\nb 2\n`);
    expect(events).toMatchObject([{ position: 3, provider, eventId, strings: ['a', 'b 2'] }]);
  });

  test('but not what people write about such a sentence', async () => {
    expect((await readInput('The description for Event ID cannot be found, what is it?\n')).events).toEqual([]);
  });
});

describe('the title of an event below its message', () => {
  const FULL = 'IP address range of scope 192.168.1.0 is 85 percent full with only 20 IP addresses available.';
  test.each(['Event 1376, DHCP-Server', 'DHCP-Server 1376', 'Event 1376 DHCP-Server'])('%s', async (title) => {
    const { events } = await readInput(`Hello,\n\n${FULL}\nMore of it.\n${title}\n\nThanks, Anna\n`);
    expect(events).toMatchObject([
      { position: 5, provider: 'DHCP-Server', eventId: 1376, message: `${FULL}\nMore of it.` },
    ]);
  });

  test('with a message below it, that one is its own', async () => {
    const below = await readInput(`${FULL}\nEvent 7034, Service Control Manager\n\n${SERVICE}\n`);
    expect(below.events).toMatchObject([{ eventId: 7034, message: SERVICE }]);
  });

  test('what people write above is none', async () => {
    const { events } = await readInput('Since Monday I see this on all of our servers:\nEvent 1376, DHCP-Server\n');
    expect(events).toMatchObject([{ eventId: 1376, message: null }]);
  });
});

test('several of them', () => {
  for (const size of [1, 7, 65_536]) {
    const { events, problems, findings } = parseText(createBareMessageParser, `${SERVICE}\n\n${CRASH}\n\n${DOT_NET}`, {
      size,
    });
    expect(events.map(({ eventId, position, message }) => [eventId, position, message])).toEqual([
      [7034, 1, SERVICE],
      [1000, 3, CRASH],
      [1026, 7, DOT_NET],
    ]);
    expect(problems.map(({ position }) => position)).toEqual([1, 3, 7]);
    expect(findings.language).toBeNull();
  }
});

test.each([
  ['beside an event with headings it is no other event', `${TWO_EVENTS}\n\nOn the other server:\n${CRASH}`, 2],
  ['in the middle of a sentence', 'We saw "The x service hung on starting." once.', 0],
  ['behind something else', `Note: ${SERVICE}\nAnna: it said: ${SERVICE}`, 1],
  ['only its beginning', 'Faulting application name: a.exe', 0],
  ['what is like it', 'Application: a.exe\nVersion: 2\n', 0],
])('%s', async (_name, text, count) => {
  expect((await readInput(text)).events).toHaveLength(count);
});

test('cut or changed anywhere it never throws', () =>
  expectRobust(createBareMessageParser, `${SERVICE}\n\n${CRASH}\n\n${DOT_NET}`, 60));

test('lines of four million characters hold no event, which is known before the test times out', () =>
  expect(parseText(createBareMessageParser, `${'The x service '.repeat(300_000)}\n`.repeat(3)).events).toEqual([]));

test.each([
  ['Disk 3 has been surprise removed.', 'disk', 157],
  [
    'A fatal hardware error has occurred.\n\nReported by component: Processor Core\nError Source: Machine Check Exception',
    ...(['Microsoft-Windows-WHEA-Logger', 18] as const),
  ],
  [
    "The backup operation that started at '2012-06-21T19:00:10.42Z' has failed with following error code '0x807800C5' (x).",
    ...(['Microsoft-Windows-Backup', 517] as const),
  ],
  [
    "Cluster resource 'Cluster Disk 1' of type 'Physical Disk' in clustered role 'SQL' failed.",
    ...(['Microsoft-Windows-FailoverClustering', 1069] as const),
  ],
  [
    "Cluster Shared Volume 'Volume2' ('CSV2') is no longer available on this node because of 'STATUS_IO_TIMEOUT(c00000b5)'.",
    ...(['Microsoft-Windows-FailoverClustering', 5120] as const),
  ],
])('messages of storage, backup and clusters tell theirs, too: %s', async (message, provider, eventId) => {
  expect((await readInput(`${message}\n`)).events).toMatchObject([{ provider, eventId, message }]);
});

describe('beside the output of a tool', () => {
  const VETO =
    'A VSS writer has rejected an event with error 0x800423f4, The writer experienced a non-transient error.';
  const WRITER = [
    "Writer name: 'System Writer'",
    '   Writer Id: {e8132975-6f93-4464-a53e-1050253ae220}',
    '   Writer Instance Id: {e31fc0eb-9f4f-4b9b-8fdd-5b1b1e8b6b3c}',
    '   State: [9] Failed',
    '   Last error: Timed out',
  ].join('\n');

  test('the message is an event, and what the tool told stays, once and in its place', () => {
    const text = `Hello,\n\n${VETO}\n${WRITER}\n\nThanks\n${SERVICE}\n`;
    for (const size of [1, 7, 65_536]) {
      const { events, problems, findings } = parseText(createBareMessageParser, text, { size });
      expect(events.map(({ eventId, position, message }) => [eventId, position, message])).toEqual([
        [8229, 3, VETO],
        [7034, 11, SERVICE],
      ]);
      expect(problems.map(({ code, position }) => [code, position])).toEqual([
        ['event/no-headings', 3],
        ['event/no-headings', 11],
      ]);
      expect(findings.facts).toMatchObject([{ name: 'writer.System Writer', position: 4 }]);
      expect(findings.observations).toMatchObject([{ tool: 'vssadmin', position: 4 }]);
      expect(findings).toMatchObject({ records: 2, format: null, language: null });
    }
  });

  test('no message goes on behind the output', async () => {
    const { events } = await readInput(`${VETO}\n${WRITER}\n\nOperation:\n   PrepareForSnapshot Event\n`);
    expect(events.map(({ message }) => message)).toEqual([VETO]);
  });

  test.each([
    ['in the middle of a sentence', `We saw "${VETO}" once.\n\n${WRITER}\n`, 0],
    ['with an event that has headings', `${TWO_EVENTS}\n\nThen:\n${VETO}\n\n${WRITER}\n`, 2],
    ['nowhere', `Our backup fails with 0x800423f4.\n\n${WRITER}\n`, 0],
  ])('a message %s is none', async (_name, text, count) => {
    expect((await readInput(text)).events).toHaveLength(count);
  });
});

test('ends where a line names the next event', async () => {
  const { events } = await readInput(
    `Event 7034\n${SERVICE}\n\nEvent 1029\nSomething failed. Error code is 8000500d.\n`,
  );
  expect(events).toMatchObject([{ eventId: 7034, message: SERVICE }]);
});

describe('a table of times and messages (`Select-Object TimeCreated, Message`)', () => {
  const STOPPED = 'The previous system shutdown at 9:20:11 PM on 6/15/2025 was unexpected.';
  const CRASHED = 'The Print Spooler service terminated unexpectedly.  It has done this 1 time(s).';
  const EVENTS = [
    { provider: 'EventLog', eventId: 6008, message: STOPPED },
    { provider: 'Service Control Manager', eventId: 7034, message: CRASHED },
  ];

  test.each([
    ['as CSV', `"TimeCreated","Message"\n"6/15/2025 9:24:40 PM","${STOPPED}"\n"6/14/2025 9:20:40 PM","${CRASHED}"`],
    [
      'with semicolons',
      `"TimeCreated";"Message"\n"15.06.2025 21:24:40";"${STOPPED}"\n"14.06.2025 21:20:40";"${CRASHED}"`,
    ],
    [
      'as the console prints it',
      `\nTimeCreated            Message\n-----------            -------\n6/15/2025 9:24:40 PM   ${STOPPED}\n6/14/2025 9:20:40 PM   ${CRASHED}\n`,
    ],
  ])('%s', async (_, text) => {
    const { events } = await readInput(text);
    expect(events).toMatchObject(EVENTS);
    expect(events.map(({ time }) => time)).toMatchObject([
      { kind: 'local', timeOfDayMs: 77_080_000 },
      { kind: 'local', timeOfDayMs: 76_840_000 },
    ]);
  });

  test('a row whose message tells nothing is no part of the message above', async () => {
    const { events, problems } = await readInput(
      `"TimeCreated","Message"\n"6/15/2025 9:24:40 PM","${STOPPED}"\n"6/15/2025 9:20:40 PM","Some words."\n"6/14/2025 9:20:40 PM","${CRASHED}"\n`,
    );
    expect(events).toMatchObject(EVENTS);
    expect(problems.map(({ code, position }) => [code, position])).toEqual([
      ['clipboard/bad-id', 3],
      ['event/no-headings', 2],
      ['event/no-headings', 4],
    ]);
  });

  test('the console breaks the message over lines', async () => {
    const { events } = await readInput(
      '\nTimeCreated           Message\n-----------           -------\n' +
        '6/15/2025 9:24:40 PM  The previous system shutdown at 9:20:11 PM on 6/15/2025 was\n                      unexpected.\n' +
        '6/14/2025 9:20:40 PM  The Print Spooler service terminated unexpectedly.  It has done\n                      this 1 time(s).\n',
    );
    expect(events.map(({ eventId }) => eventId)).toEqual([6008, 7034]);
  });

  test('the quote that closes a message of several lines is none of it', async () => {
    const { events } = await readInput(
      `"TimeCreated","Message"\n"6/15/2025 9:24:40 PM","The following boot-start or system-start driver(s) did not load: \ndam"\n"6/14/2025 9:20:40 PM","${CRASHED}"\n`,
    );
    expect(events.map(({ eventId, message }) => [eventId, message])).toEqual([
      [7026, 'The following boot-start or system-start driver(s) did not load: \ndam'],
      [7034, CRASHED],
    ]);
  });
});

test('the items of a list are events of their own, and what tells none is of none', async () => {
  const timeout = (name: string): string =>
    `Name resolution for the name ${name} timed out after none of the configured DNS servers responded.`;
  const { events } = await readInput(
    `In the log:\n- "${timeout('a')}"\n- Name resolution policy table has been corrupted.\n- "${timeout('b')}"\n`,
  );
  expect(events).toMatchObject([
    { eventId: 1014, message: timeout('a') },
    { eventId: 1014, message: timeout('b') },
  ]);
});

describe('the quote around a message ends it', () => {
  const behind = 'Which driver may that be?';
  const service = 'The "x y" service terminated unexpectedly.  It has done this 3 time(s).';

  test.each([
    ['marks of code', `\`${service}\``],
    ['a quote with names in quotes', `"${service}"`],
    ['typographic marks', `“${service}”`],
    ['and a sentence behind it', `"${service}" I looked there.`],
  ])('%s', async (_, line) => {
    const { events } = await readInput(`I found:\n\n${line}\n\n${behind}\n`);
    expect(events).toMatchObject([{ eventId: 7034, message: service }]);
  });

  test.each(['`', '"'])('behind other words of the line: %s', async (mark) => {
    const line = `In the event log I see 7034 ${mark}${service}${mark} each day.`;
    const { events } = await readInput(`${line}\n\n${behind}\n`);
    expect(events).toMatchObject([{ eventId: 7034, message: service }]);
  });

  test('on a later line', async () => {
    const { events } = await readInput(`I found:\n\n"${CRASH}"\n\n${behind}\n`);
    expect(events).toMatchObject([{ eventId: 1000, message: CRASH }]);
  });

  test('one that is never closed does not', async () => {
    const { events } = await readInput(`I found:\n\n"${CRASH}\nFault offset: 0x1\n`);
    expect(events).toMatchObject([{ message: `${CRASH}\nFault offset: 0x1` }]);
  });

  test('below an id', async () => {
    const text =
      'Then comes event ID 1085\n"Windows failed to apply the "Contoso" settings. Click on the "More" link."\n\n';
    const { events } = await readInput(`${text}${behind}\n`);
    expect(events).toMatchObject([
      { eventId: 1085, message: 'Windows failed to apply the "Contoso" settings. Click on the "More" link.' },
    ]);
  });
});

test('a list of messages with their placeholders holds no event', async () => {
  const { events } = await readInput(
    '; Event ID 1074 - The process %1 has initiated the %5 of computer %2 on behalf of user %7 for the following reason: %3\n' +
      '; Event ID 6008 - The previous system shutdown at %1 on %2 was unexpected.\n',
  );
  expect(events).toEqual([]);
});

test('a list of audit events with the kinds that each is written as holds no event', async () => {
  const { events } = await readInput(
    [
      '4768(S, F): A Kerberos authentication ticket (TGT) was requested.',
      '4770(S): A Kerberos service ticket was renewed.',
      '- 4771(F): Kerberos pre-authentication failed.',
    ].join('\n'),
  );
  expect(events).toEqual([]);
});

test('a sentence that quotes a message out of the log between code marks', async () => {
  const message =
    'The server {0006F03A-0000-0000-C000-000000000046} did not register with DCOM within the required timeout.';
  const { events } = await readInput(
    `In the Windows event log I see \`${message}\`. When I search for it, nothing helps.\n`,
  );
  expect(events).toMatchObject([{ eventId: 10010, message }]);
  expect((await readInput(`They say \`${message}\` means nothing.\n`)).events).toEqual([]);
});

test('rows of the viewer in a list, with a category of a known source', async () => {
  const { events } = await readInput(
    [
      '- Level Date and Time Source Event ID Task Category',
      '- Error 8/23/2017 6:49:17 PM AppModel-Runtime 37 None',
      '- Error 8/23/2017 6:48:41 PM Kernel-EventTracing 3 Session',
      '- Warning 8/23/2017 6:48:17 PM Own-Source 4115 (16)',
    ].join('\n'),
  );
  expect(events).toMatchObject([
    { provider: 'AppModel-Runtime', eventId: 37, level: 'error', category: null },
    { provider: 'Kernel-EventTracing', eventId: 3, level: 'error', category: 'Session' },
    { provider: 'Own-Source', eventId: 4115, level: 'warning', category: '(16)' },
  ]);
});
