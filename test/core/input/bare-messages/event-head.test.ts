import { beforeAll, describe, expect, test } from 'vitest';
import { parseEventHead, parseHeadBehind } from '../../../../src/core/input/bare-messages/event-head.ts';
import { prepareMixture } from '../../../../src/core/input/mixture/parser.ts';
import { readInput } from '../../../support/read-input.ts';

beforeAll(() => prepareMixture());

const NODE = "Cluster node 'N2' was removed from the active failover cluster membership.";

const SENT = 'Initiator sent a task management command to reset the target.';

describe('source and id in front of a message', () => {
  test.each([
    [`Event 1135, FailoverClustering - ${NODE}`, 'FailoverClustering', 1135, null],
    [`- **Event ID 1135** (FailoverClustering) – ${NODE}`, 'FailoverClustering', 1135, null],
    [`1. Event ID: 1135 Source: FailoverClustering ${NODE}`, 'FailoverClustering', 1135, null],
    [`FailoverClustering (1135): ${NODE}`, 'FailoverClustering', 1135, null],
    [`FailoverClustering Event ID 1135 - ${NODE}`, 'FailoverClustering', 1135, null],
    [`Microsoft-Windows-FailoverClustering 1135 ${NODE}`, 'Microsoft-Windows-FailoverClustering', 1135, null],
    [`11/12/2012 02:10:33 Error FailoverClustering 1135 ${NODE}`, 'FailoverClustering', 1135, 'error'],
    [`1135 2012-11-12 02:10:33 Microsoft-Windows-FailoverClustering Critical ${NODE}`, undefined, 1135, 'critical'],
    [`Событие 1135 FailoverClustering: ${NODE}`, 'FailoverClustering', 1135, null],
    [`1135 FailoverClustering: ${NODE}`, 'FailoverClustering', 1135, null],
    [`Date: 3/4/2013 2:00:12 AM Type: Error Source: MSExchangeIS ID: 1135 ${NODE}`, 'MSExchangeIS', 1135, 'error'],
    [`ADSync 1135: ${NODE}`, 'ADSync', 1135, null],
    [`AD FS Event ID 1135: ${NODE}`, 'AD FS', 1135, null],
    [`1135: Error: FailoverClustering: ${NODE}`, 'FailoverClustering', 1135, 'error'],
    [`Event ID 1135: Error: FailoverClustering ${NODE}`, 'FailoverClustering', 1135, 'error'],
    [`[Fehler] MSExchangeIS Mailbox Store (1135): ${NODE}`, 'MSExchangeIS Mailbox Store', 1135, 'error'],
    [`Error - Source: Contoso Sync Agent - Event ID: 1135 ${NODE}`, 'Contoso Sync Agent', 1135, 'error'],
    [
      `Warning- Provider: MSExchange Mailbox Replication, EventID=1135 ${NODE}`,
      'MSExchange Mailbox Replication',
      1135,
      'warning',
    ],
  ])('%s', (line, source = 'Microsoft-Windows-FailoverClustering', eventId, level) => {
    expect(parseEventHead(line, '')).toMatchObject({ source, eventId, level, message: NODE });
  });

  test('labels of level and date behind source and id are no message', () => {
    expect(
      parseEventHead(`Event ID 1135, Source: FailoverClustering, Level: Error, Date: 5/4/2020 ${NODE}`, ''),
    ).toEqual({
      source: 'FailoverClustering',
      eventId: 1135,
      level: 'error',
      date: '5/4/2020',
      message: NODE,
    });
    const message = 'Type: the operation failed on the device.';
    expect(parseEventHead(`Event ID 11, Source: Disk, ${message}`, '')).toMatchObject({ level: null, message });
  });

  test('a message that begins like a level', () => {
    const message = 'Information Store (3344) First Storage Group: A bad page link has been detected.';
    expect(parseEventHead(`Event ID: 447, ESE, ${message}`, '')).toMatchObject({ level: null, message });
    expect(parseEventHead(`ESE / 447 / Error / ${message}`, '')).toMatchObject({ level: 'error', message });
  });

  test.each(['Could not resolve the DNS host name.', "Can't initialize cryptographic - error code 0x80090006."])(
    '%s is a message',
    (message) => {
      expect(parseEventHead(`NTDS Replication 2087: ${message}`, '')).toMatchObject({ eventId: 2087, message });
    },
  );

  test('a message of the database engine begins with a process', () => {
    const message = 'svchost (1408) A request to write to the file "C:\\a.edb" has not completed for 36 second(s).';
    expect(parseEventHead(`Source: ESENT, Event 533: ${message}`, '')).toMatchObject({ source: 'ESENT', message });
  });

  test.each([
    ['Event ID 517, Source: Backup', 'Backup', 517],
    ['Ereignis-ID: 153, Quelle: disk', 'disk', 153],
    ['MSExchangeTransport 1135', 'MSExchangeTransport', 1135],
    ['VSS Event ID 1135', 'VSS', 1135],
    ['EventID 1135 Group Policy Drive Maps', 'Group Policy Drive Maps', 1135],
    ['Tcpip (1135)', 'Tcpip', 1135],
    ['1135 DNS Server', 'DNS Server', 1135],
    ['Event 1135, User Profile Service', 'User Profile Service', 1135],
    ['Событие 1135 NETLOGON', 'NETLOGON', 1135],
    ['Event ID 1135 in Service Control Manager', 'Service Control Manager', 1135],
    ['Event 1135, AD FS', 'AD FS', 1135],
    ['Event ID: 1135 - Microsoft-Windows-User Device Registration', 'Microsoft-Windows-User Device Registration', 1135],
    ['Event 1135, ASP.NET 4.0.30319.0', 'ASP.NET 4.0.30319.0', 1135],
    ['MSSQL$SALES 1135', 'MSSQL$SALES', 1135],
  ])('with the message below: %s', async (line, provider, eventId) => {
    const { events } = await readInput(`Hello,\n\n${line}\n${NODE}\n\nThanks, Anna\n`);
    expect(events).toMatchObject([{ position: 3, provider, eventId, channel: null, message: NODE }]);
  });

  test('typed behind its headings', async () => {
    const { events } = await readInput(
      `Event ID: 39, Source: iScsiPrt. ${SENT}\n\nSource: ESENT Event ID: 490 ${SENT}\n`,
    );
    expect(events).toMatchObject([
      { provider: 'iScsiPrt', eventId: 39, message: SENT },
      { provider: 'ESENT', eventId: 490, message: SENT },
    ]);
  });

  test('a name that begins as another one does is a name', async () => {
    const { events } = await readInput(
      'Event ID: 1013\nSource: Windows Search Service Profile Notification\nLevel: Error\n',
    );
    expect(events).toMatchObject([
      { provider: 'Windows Search Service Profile Notification', eventId: 1013, message: null },
    ]);
  });

  test('AM and PM put the month first', async () => {
    const { events } = await readInput(`Hello,\n\n3/4/2013 2:00:12 AM Error disk 11 ${NODE}\n`);
    expect(events).toMatchObject([{ time: { date: [3, 4, 2013], orders: ['mdy', 'dmy'] } }]);
  });

  test('several lines are several events, each with its time', async () => {
    const row = (minute: number): string => `11/22/2012 02:1${minute}:33 Error FailoverClustering 1135 ${NODE}`;
    const { events } = await readInput(`From the list:\n${row(0)}\n${row(1)}\n`);
    expect(events.map(({ position, time, message }) => [position, time !== null, message])).toEqual([
      [2, true, NODE],
      [3, true, NODE],
    ]);
  });
});

test('in any language, and the message goes on to the next id', async () => {
  const { events } = await readInput('Hallo,\n\nEvento 1054 GroupPolicy: Error al procesar la directiva de grupo\n');
  expect(events).toMatchObject([{ eventId: 1054, message: 'Error al procesar la directiva de grupo' }]);
  const both = 'Service Control Manager 7000\nThe x service failed to start.\n7038: The x service was unable to log on';
  expect((await readInput(both)).events).toMatchObject([{ eventId: 7000 }, { eventId: 7038 }]);
});

test.each([
  'Event 7 Disk. I replaced the cable and it came back',
  'Event ID 7, Disk is what I see every day',
  '5719 errors of NETLOGON',
  'it was 4 disks',
  '41 was the answer',
  'see Tcpip 4227',
  'We see Event ID 1135 FailoverClustering on all nodes',
  'Event ID 41 Kernel-Power keeps happening',
  'Id 41 from Kernel-Power means that the machine lost power.',
  'Kernel-Power 41',
  'NTFS 4096 bytes are the size of a cluster on this volume by default',
  'Backup 2012 Fails on Every Server that we have since we moved it',
  'Disk 1 Has 500 GB and Is Nearly Full Since Last Week',
  'Information: Disk 5 Healthy 20 TB',
  'Type   : 6 (Server)',
  'From: Backup, 4',
  'VSS 2012 R2 snapshots are slow on this machine.',
  'Event ID 4624 - An account was logged on',
  '22309: Error: VSS API failure calling "BackupComplete". ERR=Object is not initialized.',
  '22309: Warning: VSS Writer "A" has invalid state. ERR=The writer vetoed the shadow copy.',
  'MSExchangeDS ((455) ) Asynchronous read failed with error -1018.',
  'MSExchangeIS (178) Unable to write a shadowed header for file D:\\mdbdata\\edb.chk.',
  'wins (2232) Error -1811 occurred while opening logfile D:\\wins\\j50.log.',
  'Event 7 Disk in Bay 3 was replaced by Seagate on Monday',
  '2 in Backup Exec Failed and One Ended with Warnings',
  'AD FS 1. 0 proxies are installed with Windows Server 2008 in this farm',
  'ASP.NET 500 Internal Server Error for each page since this morning',
  'VSS 10.0.0.1 The name of a machine and not of an event',
])('%s is none', (line) => {
  expect(parseEventHead(line, '')).toBeNull();
});

describe('a title that names an event', () => {
  test.each([
    'VSS Event ID 8230 が記録される事象について',
    'VSS 8230 イベントは、レジストリ キーに起因して発生',
    'VSS 8193 のトラブルシューティング',
    'VSS 8193 的解决方法',
    'VSS 8193 이벤트가 기록되는 문제',
  ])('%s is a sentence', (line) => {
    expect(parseEventHead(line, '')).toBeNull();
  });

  test.each(['エラーが発生しました。詳細はデータを参照してください。', '이벤트 로그 서비스가 시작되었습니다.'])(
    '%s is a message',
    (message) => {
      expect(parseEventHead(`VSS Event ID 8193: ${message}`, '')).toMatchObject({
        source: 'VSS',
        eventId: 8193,
        message,
      });
    },
  );
});

describe('source and id behind a message', () => {
  test.each([
    `${SENT} Event ID: 39 Source: iScsiPrt`,
    `${SENT} Source: iScsiPrt Event ID: 39`,
    `${SENT}  Event 39, iScsiPrt`,
    `"${SENT}" Event ID 39 iScsiPrt`,
  ])('%s', (line) => {
    expect(parseHeadBehind(line)).toMatchObject({ source: 'iScsiPrt', eventId: 39, level: null });
  });

  test.each([
    `I wonder about this. Event ID: 39 Source: iScsiPrt`,
    `${SENT} Event 39`,
    `${SENT} Event ID 39 of iScsiPrt came first`,
    `Event ID: 39 Source: iScsiPrt ${SENT}`,
  ])('but not in %s', (line) => {
    expect(parseHeadBehind(line)).toBeNull();
  });
});
