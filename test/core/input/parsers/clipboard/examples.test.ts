import { describe, expect, test } from 'vitest';
import { createClipboardParser } from '../../../../../src/core/input/parsers/clipboard/parser.ts';
import { fixtureText } from '../../../../support/fixtures.ts';
import { parseInPieces } from '../../../../support/parse-text.ts';

const read = (path: string) => parseInPieces(createClipboardParser, fixtureText(path));
const local = (date: readonly number[], timeOfDayMs: number) =>
  expect.objectContaining({ kind: 'local', date, timeOfDayMs });

describe('real pastes', () => {
  test.each([
    [
      'de-vista-clipboard',
      'de',
      2137,
      'Microsoft-SharePoint Products-SharePoint Foundation',
      'error',
      'Application',
      'HOST01',
      local([20, 7, 2010], 1000),
    ],
    [
      'es-nt-clipboard-chkdsk',
      'es',
      1001,
      'Winlogon',
      'information',
      null,
      'HOST01',
      local([18, 11, 2010], 64_637_000),
    ],
    [
      'ja-vista-clipboard',
      'ja',
      1001,
      'Microsoft-Windows-Wininit',
      'information',
      'Application',
      'HOST01',
      local([2025, 1, 16], 64_686_000),
    ],
    [
      'ja-vista-clipboard-colon-tight',
      'ja',
      10_036,
      'Microsoft-Windows-DistributedCOM',
      'error',
      'System',
      'host01.example.local',
      local([2022, 11, 11], 71_587_000),
    ],
    [
      'ru-vista-clipboard',
      'ru',
      1000,
      'Application Error',
      'error',
      'Application',
      'host01.example.com',
      local([29, 7, 2011], 39_529_000),
    ],
    [
      'vista-clipboard-keywords-list',
      'en',
      20,
      'Microsoft-Windows-WindowsUpdateClient',
      'error',
      'System',
      'host02.example.com',
      local([6, 30, 2010], 11_005_000),
    ],
    [
      'zh-CN-vista-clipboard',
      'zh-CN',
      4688,
      'Microsoft-Windows-Security-Auditing',
      'audit-success',
      'Security',
      'host01.example.com',
      local([2022, 12, 26], 59_603_000),
    ],
  ] as const)('%s', (name, language, eventId, provider, level, channel, host, time) => {
    const { events, problems, findings } = read(`formats/clipboard-text/${name}.txt`);
    expect(problems).toEqual([]);
    expect(events).toMatchObject([{ position: 1, eventId, provider, level, channel, host, time }]);
    expect(findings).toMatchObject({ language, records: 1, freeText: [], timeBasis: 'local', inferredOffsetMs: null });
  });

  test('a real description has many paragraphs', () => {
    const [spanish] = read('formats/clipboard-text/es-nt-clipboard-chkdsk.txt').events;
    expect(spanish?.message?.split('\n')).toHaveLength(19);
    expect(spanish?.message?.endsWith('66000 KB en uso por el sistema.')).toBe(true);
    const [japanese] = read('formats/clipboard-text/ja-vista-clipboard.txt').events;
    expect(japanese?.message?.endsWith('Phase duration (File record verification): 30.95 seconds.')).toBe(true);
    const [chinese] = read('formats/clipboard-text/zh-CN-vista-clipboard.txt').events;
    expect(chinese?.message).toContain('\t新进程 ID:\t\t0xf88\n');
  });

  test('articles print blocks without date, user and computer', () => {
    const { events } = read('formats/clipboard-text/nt-clipboard-kb.txt');
    expect(events).toMatchObject([
      { position: 1, eventId: 1224, provider: 'MSExchangeDS', category: 'Replication', time: null, host: null },
      { position: 9, eventId: 1171, provider: 'MSExchangeDS', category: 'Internal Processing', time: null, host: null },
    ]);
    expect(events[0]?.message).toBe(
      'Fatal replication error (internal ID 303025f). Parameter(s) 2615834 941779.\nContact Microsoft Technical Support for assistance.',
    );
  });

  test('the short headings of NT 4, with data', () => {
    const { events, findings } = read('formats/clipboard-text/nt-short-headings-data.txt');
    expect(events).toMatchObject([
      { eventId: 4120, provider: 'MSExchangeIMC', level: 'error', category: 'Internal Processing' },
    ]);
    expect([...(events[0]?.data ?? [])].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')).toBe(
      '9a 01 02 00 0e 00 07 80 54 47 34 35 43 4c 50 36 00',
    );
    expect(events[0]?.message?.endsWith('delivered.')).toBe(true);
    expect(findings.freeText).toEqual([
      { text: 'The following event ID 4131 error message may be logged in the application event', line: 17 },
    ]);
  });
});

describe('articles pasted whole', () => {
  const latin1 = (data: Uint8Array | null) => data && String.fromCharCode(...data);
  const more = 'For more information, click http://search.support.microsoft.com/search/?adv=1.';

  test('910250 gives what its blocks say: 9607 and three times 9606, with their data', () => {
    const { events, problems, findings } = read('cases/kb-910250/article.txt');
    expect(problems).toEqual([]);
    expect(
      events.map(({ position, eventId, provider, level, category, message, data, time, host }) => ({
        position,
        eventId,
        provider,
        level,
        category,
        message,
        data: latin1(data),
        time,
        host,
      })),
    ).toEqual(
      [
        [7, 9607, 'error', 'Error code 0x50d when preparing for backup.', 'Backup in progress.\0'],
        [
          36,
          9606,
          'information',
          'Exchange VSS Snapshot prepared for backup successfully.',
          'Volume snap occurring.\0',
        ],
        [
          45,
          9606,
          'information',
          'Exchange VSS Snapshot prepared for Snapshot successfully.',
          'No Exchange components involved in the volume snap.\0',
        ],
        [54, 9606, 'information', 'Exchange VSS Snapshot has aborted snapshot successfully.', 'Abort ignored.\0'],
      ].map(([position, eventId, level, message, data]) => ({
        position,
        eventId,
        provider: 'MSExchangeIS',
        level,
        category: 'Exchange VSS Writer',
        message: `${message}\n${more}`,
        data,
        time: null,
        host: null,
      })),
    );
    expect(findings.freeText.map(({ line }) => line)).toEqual([1, 19, 44, 53, 62]);
  });

  test('933779 gives 9611 and 2002, and nothing of its note', () => {
    const { events, problems, findings } = read('cases/kb-933779/article.txt');
    expect(problems).toEqual([]);
    expect(events).toMatchObject([
      {
        position: 3,
        eventId: 9611,
        provider: 'MSExchangeIS',
        host: 'SERVER',
        user: null,
        time: null,
        message: 'Error code 0xfffff69d when freezing the Storage groups.',
      },
      {
        position: 13,
        eventId: 2002,
        provider: 'ESE',
        host: 'SERVER',
        time: null,
        message: 'Information Store (5992) Shadow copy instance number encountered error -2403 on\nfreeze.',
      },
    ]);
    expect(findings.freeText.map(({ line }) => line)).toEqual([1, 24]);
    expect(findings.freeText[1]?.text.startsWith('Note In these events, "0xffff69d "')).toBe(true);
  });

  test('253111 gives 145, 158 and 439 with their times, and none of the codes of its prose', () => {
    const { events, problems, findings } = read('cases/kb-253111/article.txt');
    expect(problems).toEqual([]);
    const file = 'Unable to write a shadowed header for file';
    expect(
      events.map(({ position, eventId, provider, host, message, time }) => [
        position,
        eventId,
        provider,
        host,
        message,
        time?.kind === 'local' && [...time.date, time.timeOfDayMs / 1000, ...time.orders],
      ]),
    ).toEqual([
      [
        28,
        145,
        'ESE97',
        'EXSERVER1',
        '(1996) The database engine could not access the file called E:\\exchsrvr\\mdbdata\\tmp.edb.',
        [2, 3, 2000, 50_254, 'mdy', 'dmy'],
      ],
      [
        41,
        158,
        'ESE97',
        'EXSERVER1',
        `MSExchangeIS (1628) ${file} D:\\exchsrvr\\MDBDATA\\edb.chk.`,
        [2, 1, 2000, 60_020, 'mdy', 'dmy'],
      ],
      [
        51,
        439,
        'ESE98',
        'EXSERVER1',
        `Information Store (2700) ${file} E:\\Exchsrvr\\mdbdata\\E00.chk. Error -1032.`,
        [2, 2, 2000, 29_113, 'mdy', 'dmy'],
      ],
    ]);
    expect(findings).toMatchObject({ language: 'en', likelyOrder: 'mdy', records: 3 });
    expect(findings.freeText.some(({ text }) => text.includes('0xfffffe02'))).toBe(true);
  });

  test.each(['915331', '892514'])('%s names no event: all of it is free text', (kb) => {
    const { events, problems, findings } = read(`cases/kb-${kb}/article.txt`);
    expect(events).toEqual([]);
    expect(problems).toEqual([]);
    expect(findings).toMatchObject({ language: null, records: 0 });
    expect(findings.freeText).toEqual([
      { text: fixtureText(`cases/kb-${kb}/article.txt`).replaceAll('\u00a0', ' ').trimEnd(), line: 1 },
    ]);
  });
});
