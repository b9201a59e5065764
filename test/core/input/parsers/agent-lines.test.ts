import { beforeAll, describe, expect, test } from 'vitest';
import { createMixtureParser, prepareMixture } from '../../../../src/core/input/mixture/parser.ts';
import { ddsSegment } from '../../../../src/core/input/parsers/dds.ts';
import { eventcombSegment } from '../../../../src/core/input/parsers/eventcomb.ts';
import { ossecSegment } from '../../../../src/core/input/parsers/ossec.ts';
import { syslogEventsSegment } from '../../../../src/core/input/parsers/syslog-events.ts';
import { fixtureText } from '../../../support/fixtures.ts';
import { expectRobust } from '../../../support/hostile-text.ts';
import { expectInterest } from '../../../support/interest-text.ts';
import { parseText } from '../../../support/parse-text.ts';
import { PIECE_SIZES } from '../../../support/sources.ts';

beforeAll(() => prepareMixture());

const read = (text: string, size = 65_536) => parseText(createMixtureParser, text, { size });
const local = (day: number, month: number, year: number, hour: number, minute: number, second: number) => ({
  kind: 'local',
  date: [day, month, year],
  orders: ['dmy'],
  timeOfDayMs: ((hour * 60 + minute) * 60 + second) * 1000,
});
const OSSEC = fixtureText('formats/agents/ossec.txt');

describe('OSSEC', () => {
  test('real lines of archives and an alert', () => {
    for (const size of PIECE_SIZES) {
      const { events, problems, findings } = read(OSSEC, size);
      expect(events).toMatchObject([
        {
          position: 1,
          time: local(5, 12, 2018, 8, 22, 48),
          host: 'HOST01.example.com',
          channel: 'System',
          provider: 'Microsoft-Windows-Eventlog',
          eventId: 104,
          level: 'information',
          user: 'EXAMPLE\\user1',
          message: 'The Microsoft-Windows-IdCtrls/Operational log file was cleared.',
        },
        {
          position: 2,
          time: local(28, 9, 2020, 2, 33, 16),
          host: 'HOST02',
          provider: 'Service Control Manager',
          eventId: 7040,
          user: 'NT AUTHORITY\\SYSTEM',
        },
        {
          position: 8,
          time: local(17, 3, 2011, 18, 29, 40),
          host: 'MAIL1.example.com',
          channel: 'Security',
          eventId: 4624,
          level: 'audit-success',
        },
        { position: 9, time: local(21, 12, 2018, 13, 14, 54), eventId: 4625, level: 'audit-failure', user: null },
      ]);
      expect(events).toHaveLength(4);
      expect(problems).toEqual([]);
      expect(findings).toMatchObject({ format: 'ossec', records: 4, freeText: [] });
    }
  });

  test('a channel of Vista', () => {
    const line =
      '2014 Aug 20 09:33:13 WinEvtLog: Microsoft-Windows-TerminalServices-RemoteConnectionManager/Operational: Information(1149): ' +
      'Microsoft-Windows-TerminalServices-RemoteConnectionManager: NETWORK SERVICE: NT AUTHORITY: HOST01: User: user1';
    expect(read(line).events).toMatchObject([
      {
        channel: 'Microsoft-Windows-TerminalServices-RemoteConnectionManager/Operational',
        level: 'information',
        eventId: 1149,
        host: 'HOST01',
        message: 'User: user1',
      },
    ]);
  });

  test('other times in front, and fields that a relay dropped', () => {
    const rest = 'WinEvtLog: System: ERROR(7000): Service Control Manager: The x service: failed';
    const { events, problems } = read(
      [`2025-10-24 10:30:45 ${rest}`, `<13>Mar 28 18:31:00 agent ${rest}`, `[INIT]${rest}`].join('\n'),
    );
    const seen = { provider: 'Service Control Manager', level: 'error', message: 'The x service: failed' };
    expect(events).toMatchObject([
      { ...seen, time: { date: [2025, 10, 24] }, host: null },
      { ...seen, time: null, host: 'agent' },
      { ...seen, time: null, host: null },
    ]);
    expect(problems).toEqual([{ code: 'time/no-year', position: 2, detail: null }]);
  });
});

describe('agents that send the source as the program', () => {
  test.each([
    [
      'a real line',
      '<29>Nov 18 14:57:57 GUOTAIWEB-01 Service_Control_Manager: 7036: WinHTTP Web Proxy Auto-Discovery Service 服务处于 停止 状态。',
      {
        time: null,
        host: 'GUOTAIWEB-01',
        provider: 'Service Control Manager',
        eventId: 7036,
        level: 'information',
        message: 'WinHTTP Web Proxy Auto-Discovery Service 服务处于 停止 状态。',
      },
    ],
    [
      'without the beginning of the name, as Eventlog-to-Syslog cuts it, and a tag of its own',
      '<29>2024-03-01T03:04:05Z HOST01 evtsys: Security-Auditing: 4624: An account was successfully logged on.',
      { host: 'HOST01', provider: 'Security-Auditing', eventId: 4624, level: 'information' },
    ],
    [
      'with the outcome of an audit, and line ends that rsyslog escaped',
      '<27>Mar 17 15:53:43 HOST01 Security-Auditing: 4625: EXAMPLE\\user1: AUDIT_FAILURE An account failed to log on.#015#012#015#012Subject:#015#012#011Security ID:#011#011S-1-0-0',
      {
        ...{
          host: 'HOST01',
          provider: 'Security-Auditing',
          eventId: 4625,
          level: 'audit-failure',
          user: 'EXAMPLE\\user1',
        },
        message: 'An account failed to log on.\n\nSubject:\n\tSecurity ID:\t\tS-1-0-0',
      },
    ],
    [
      'with blanks in the name',
      '<30>Jul 26 10:48:39 HOST01 Service Control Manager: 7036: Windows Installer 服务处于 停止 状态。',
      { host: 'HOST01', provider: 'Service Control Manager', eventId: 7036 },
    ],
    [
      'with a process',
      'Jul 26 10:49:02 host01 Service_Control_Manager[584]: 7034: The Print Spooler service terminated unexpectedly.',
      { host: 'host01', provider: 'Service Control Manager', eventId: 7034, level: null },
    ],
    [
      'in a log of Kiwi',
      '2010-01-02 03:04:05\tDaemon.Error\t192.0.2.5\tJan  2 03:04:05 HOST01 Security: 529: EXAMPLE\\user1: Logon Failure',
      {
        time: { date: [2010, 1, 2], timeOfDayMs: 11_045_000 },
        host: 'HOST01',
        provider: 'Security',
        eventId: 529,
        level: 'error',
        user: 'EXAMPLE\\user1',
        message: 'Logon Failure',
      },
    ],
    [
      'with a zone',
      '<27>1 2024-03-01T03:04:05.123Z HOST01 Microsoft-Windows-Ntfs: 55: The file system is damaged',
      { time: { kind: 'exact', timeMs: Date.UTC(2024, 2, 1, 3, 4, 5, 123) }, provider: 'Microsoft-Windows-Ntfs' },
    ],
    [
      'EventReporter',
      '<13>Jan  5 03:04:06 relay EvntSLog: [AUF] Wed Jan 05 03:04:05 2005: HOST01/Security (529) - "Logon Failure: x"',
      {
        time: local(5, 1, 2005, 3, 4, 5),
        host: 'HOST01',
        provider: 'Security',
        eventId: 529,
        level: 'audit-failure',
        message: 'Logon Failure: x',
      },
    ],
    [
      'NTsyslog',
      'Aug  7 21:07:36 192.0.2.1 security[failure] 577 EXAMPLE\\Jo Doe  Privileged Service Called:  Server:Security',
      {
        host: '192.0.2.1',
        channel: 'Security',
        provider: 'Security',
        eventId: 577,
        level: 'audit-failure',
        user: 'EXAMPLE\\Jo Doe',
        message: 'Privileged Service Called:  Server:Security',
      },
    ],
    [
      'NTsyslog without what the collector puts in front',
      'security[success] 528 EXAMPLE\\user1  Successful Logon:  Logon Type:2',
      { eventId: 528, level: 'audit-success', user: 'EXAMPLE\\user1', message: 'Successful Logon:  Logon Type:2' },
    ],
  ])('%s', (_name, line, expected) => {
    expect(read(line).events).toMatchObject([expected]);
  });

  test('programs of Unix are none', () => {
    expect(read('Nov 18 14:57:57 host sshd: 1234: error\nNov 18 14:57:57 host CRON: 17: x\n').events).toEqual([]);
  });
});

test('EventCombMT', () => {
  const { events, problems } = read(
    [
      'Events of DC01',
      '529,AUDIT FAILURE,Security,Fri Jul 06 10:22:33 2001,NT AUTHORITY\\SYSTEM,Logon Failure: Reason: name, or password',
      '7036,INFORMATION,Service Control Manager,Fri Jul  6 10:22:34 2001,No User,',
      '7036,INFORMATION,Service Control Manager,Fri Jul 36 10:22:34 2001,No User',
    ].join('\n'),
  );
  expect(events).toMatchObject([
    {
      position: 2,
      eventId: 529,
      level: 'audit-failure',
      provider: 'Security',
      user: 'NT AUTHORITY\\SYSTEM',
      time: local(6, 7, 2001, 10, 22, 33),
      message: 'Logon Failure: Reason: name, or password',
    },
    { position: 3, eventId: 7036, user: null, message: null, time: local(6, 7, 2001, 10, 22, 34) },
    { position: 4, eventId: 7036, time: null },
  ]);
  expect(problems).toEqual([{ code: 'time/unreadable', position: 4, detail: 'Fri Jul 36 10:22:34 2001' }]);
});

test('DDS', () => {
  const { events } = read(
    '==== Event Viewer ====\n.\n11/22/2011 4:01:14 PM, Error: Service Control Manager [7000]  - The x service failed\n' +
      '11/23/2011 4:01:14 PM, Information: Ntfs [98] - y\n.\n',
  );
  expect(events).toMatchObject([
    {
      position: 3,
      eventId: 7000,
      provider: 'Service Control Manager',
      level: 'error',
      message: 'The x service failed',
      time: { date: [11, 22, 2011], timeOfDayMs: 57_674_000 },
    },
    { eventId: 98, provider: 'Ntfs', level: 'information', message: 'y' },
  ]);
});

test('rows of the viewer whose tabs became blanks', () => {
  const { events } = read(
    [
      'Error 22.01.2020 15:04:05 Service Control Manager 7031 None',
      'Warnung 22.01.2020 15:04:01 .NET Runtime 4.0 Error Reporting 1000 Keine',
      'Critical 1/22/2020 3:04:05 PM Kernel-Power 41 (63)',
      'ERROR 2020-01-22 15:04:05 main 404 Not found',
      'Error 22.01.2020 15:04:05 see page 12 of the manual',
    ].join('\n'),
  );
  expect(events).toMatchObject([
    {
      position: 1,
      time: { date: [22, 1, 2020], timeOfDayMs: 54_245_000 },
      provider: 'Service Control Manager',
      eventId: 7031,
      level: 'error',
      message: null,
    },
    { position: 2, provider: '.NET Runtime 4.0 Error Reporting', eventId: 1000, level: 'warning' },
    { position: 3, provider: 'Kernel-Power', eventId: 41, level: 'critical', category: '(63)' },
  ]);
  expect(events).toHaveLength(3);
});

test('rows with their texts whose tabs became blanks name a source that is known', () => {
  const { events } = read(
    [
      'Warning 9/05/2015 7:34:23 PM Display 4101 None Display driver nvlddmkm stopped responding and has successfully recovered.',
      'Fehler 22.01.2020 15:04:01 Service Control Manager 7034 Keine "Dienst ""x"" wurde unerwartet beendet."',
      'Critical 1/22/2020 3:04:05 PM Microsoft-Windows-Not-Known-Here 41 (63) A text.',
      'ERROR 2020-01-22 15:04:05 main 404 None found',
      'Error 2020-01-22 15:04:05 Disk 7 of 12 is full',
    ].join('\n'),
  );
  expect(events).toMatchObject([
    {
      position: 1,
      time: { date: [9, 5, 2015], timeOfDayMs: 70_463_000 },
      provider: 'Display',
      eventId: 4101,
      level: 'warning',
      category: null,
      message: 'Display driver nvlddmkm stopped responding and has successfully recovered.',
    },
    {
      position: 2,
      provider: 'Service Control Manager',
      eventId: 7034,
      level: 'error',
      message: 'Dienst "x" wurde unerwartet beendet.',
    },
    { position: 3, provider: 'Microsoft-Windows-Not-Known-Here', eventId: 41, category: '(63)', message: 'A text.' },
  ]);
  expect(events).toHaveLength(3);
});

test('rows of the security log whose tabs became blanks have a category by name', () => {
  const { events } = read(
    [
      'Audit Success 28-11-2024 13:44:56 Microsoft Windows security auditing. 4738 User Account Management',
      'Audit Failure 28-11-2024 13:44:50 Microsoft Windows security auditing. 4625 Logon',
      'Errores 28-11-2024 13:44:50 de la copia 12 en total',
    ].join('\n'),
  );
  expect(events).toMatchObject([
    {
      provider: 'Microsoft Windows security auditing.',
      eventId: 4738,
      level: 'audit-success',
      category: 'User Account Management',
    },
    { provider: 'Microsoft Windows security auditing.', eventId: 4625, level: 'audit-failure', category: 'Logon' },
  ]);
  expect(events).toHaveLength(2);
});

const SYSLOG = '<29>Nov 18 14:57:57 HOST01 Service_Control_Manager: 7036: x entered\n';
const EVENTCOMB =
  '529,AUDIT FAILURE,Security,Fri Jul 06 10:22:33 2001,N/A,hr = 0x80070005\n7,ERROR,disk,Fri Jul 06 10:22:33 2001,,\n';
const DDS = '11/22/2011 4:01:14 PM, Error: VSS [8193]  - 0x80070005\n11/22/2011 4:01:14 PM, Information: x [1]  - y\n';

describe.each([
  ['OSSEC', ossecSegment.create, OSSEC],
  ['syslog', syslogEventsSegment.create, SYSLOG],
  ['EventCombMT', eventcombSegment.create, EVENTCOMB],
  ['DDS', ddsSegment.create, DDS],
])('%s', (_name, create, text) => {
  test('what is dropped early is counted', () => expectInterest(create, text));
  test('cut or changed anywhere it never throws', () => {
    expectRobust(create, text, 60);
    expectRobust(createMixtureParser, text, 30);
  });
  test('5 MB in one field', () => {
    const [first = ''] = text.split('\n');
    const { events, problems } = parseText(create, `${first}${'x'.repeat(5 << 20)}\n${first}\n`);
    expect(events).toHaveLength(2);
    expect(problems.map(({ code }) => code)).toContain('text/line-too-long');
  });
});
