import { beforeAll, describe, expect, test } from 'vitest';
import { createMixtureParser, prepareMixture } from '../../../../src/core/input/mixture/parser.ts';
import { snareSegment } from '../../../../src/core/input/parsers/snare.ts';
import { fixtureText } from '../../../support/fixtures.ts';
import { expectRobust } from '../../../support/hostile-text.ts';
import { expectInterest } from '../../../support/interest-text.ts';
import { parseText } from '../../../support/parse-text.ts';
import { readInput } from '../../../support/read-input.ts';
import { PIECE_SIZES } from '../../../support/sources.ts';

beforeAll(() => prepareMixture());

const EXAMPLE = fixtureText('formats/agents/snare-syslog.txt');
const FIELDS = [
  ...['<13>Nov 18 14:57:57 relay MSWinEventLog', '2', 'System', '77', 'Sun Nov 18 14:57:57 2012', '7000'],
  ...['Service Control Manager', 'N/A', 'N/A', 'Error', 'HOST01.example.com', 'None', ''],
  ...['The x service failed to start: 0x80070005  ', '4711'],
];
const LINE = FIELDS.join('\t');
const EXPECTED = {
  time: { kind: 'local', date: [18, 11, 2012], orders: ['dmy'], timeOfDayMs: 53_877_000, precisionMs: 1000 },
  host: 'HOST01.example.com',
  channel: 'System',
  provider: 'Service Control Manager',
  eventId: 7000,
  level: 'error',
  category: null,
  user: null,
  recordId: null,
  message: 'The x service failed to start: 0x80070005',
};
const read = (text: string, size = 65_536) => parseText(createMixtureParser, text, { size });

test('a real line', () => {
  for (const size of PIECE_SIZES) {
    const { events, problems, findings } = read(EXAMPLE, size);
    expect(events).toMatchObject([
      {
        position: 1,
        time: { kind: 'local', date: [16, 1, 2007], orders: ['dmy'], timeOfDayMs: 21_135_000 },
        host: 'HOST01',
        channel: 'Security',
        provider: 'Security',
        eventId: 680,
        level: 'audit-success',
        category: 'Account Logon',
        user: 'SYSTEM',
        message:
          'Account Used for Logon by: MICROSOFT_AUTHENTICATION_PACKAGE_V1_0 Account Name:     IUSR_HOSTNAME    Workstation:      HOST01',
      },
    ]);
    expect(problems).toEqual([]);
    expect(findings).toMatchObject({ format: 'snare', records: 1, freeText: [] });
  }
});

describe('what relays make of the tabs', () => {
  test.each([
    ['tabs', LINE],
    ['octal numbers of rsyslog', LINE.replaceAll('\t', '#011')],
    ['escapes', LINE.replaceAll('\t', '\\t')],
    ['blanks', LINE.replaceAll('\t', ' ')],
    ['with the columns of Kiwi', `2012-11-18 14:57:58\tDaemon.Notice\t192.0.2.5\t${LINE}`],
    ['without a counter at the end', FIELDS.slice(0, -1).join('\t')],
    ['without the prefix', LINE.slice(LINE.indexOf('MSWin'))],
    ['with a field too many in front', LINE.replace('\t77\t', '\t77\t78\t').replace('\tSystem\t', '\tx\tSystem\t')],
  ])('%s', (_name, text) => {
    const channel = text.includes('\t78\t') ? '77' : 'System';
    expect(read(text).events).toMatchObject([{ ...EXPECTED, channel }]);
  });

  test('names with blanks where only blanks are left', () => {
    const security = (user: string) =>
      `MSWinEventLog 1 Security 12 Wed Jul 22 21:51:33 2015 4624 Microsoft-Windows-Security-Auditing ${user} Success Audit HOST01 Logon An account was logged on. 99`;
    for (const [names, user] of [
      ['NULL SID Well Known Group', 'NULL SID'],
      ['NT AUTHORITY\\SYSTEM User', 'NT AUTHORITY\\SYSTEM'],
      ['N/A N/A', null],
      ['EXAMPLE\\user1 User', 'EXAMPLE\\user1'],
    ] as const)
      expect(read(security(names)).events).toMatchObject([
        {
          provider: 'Microsoft-Windows-Security-Auditing',
          user,
          level: 'audit-success',
          host: 'HOST01',
          eventId: 4624,
        },
      ]);
  });

  test('tabs and line ends inside the text', () => {
    const text = LINE.replace('The x', 'The\tx').replace('start', 'start#015#012now');
    expect(read(text).events).toMatchObject([{ message: 'The\tx service failed to start\nnow: 0x80070005' }]);
  });

  test('inserts where there is no text', () => {
    const fields = FIELDS.with(12, 'a b').with(13, '');
    expect(read(fields.join('\t')).events).toMatchObject([{ message: 'a b' }]);
  });
});

describe('bad input', () => {
  test('lines that are no event stay text', () => {
    const { events, findings } = read(`MSWinEventLog is the tag\n${LINE}\nMSWinEventLog\t1\tSystem\n`);
    expect(events.map(({ position }) => position)).toEqual([2]);
    expect(findings.freeText.map(({ line }) => line)).toEqual([1, 3]);
  });
  test('a cut line gives what it has', () => {
    const cut = FIELDS.slice(0, 8).join('\t');
    expect(read(cut).events).toMatchObject([{ eventId: 7000, provider: 'Service Control Manager', host: 'relay' }]);
  });
  test('5 MB in one field', () => {
    const { events, problems } = read(`${LINE.replace('The x', 'x'.repeat(5 << 20))}\n${LINE}`);
    expect(events).toHaveLength(2);
    expect(problems.map(({ code, position }) => [code, position])).toEqual([['text/line-too-long', 1]]);
  });
  test('cut or changed anywhere it never throws', () => {
    for (let end = 0; end <= LINE.length; end += 1) read(LINE.slice(0, end));
    expectRobust(createMixtureParser, `${LINE}\n${EXAMPLE}`, 100);
  });
});

test('what is dropped early is counted', () => {
  expectInterest(snareSegment.create, [LINE, EXAMPLE, LINE.replace('\t7000\t', '\t7036\t')].join('\n'));
});

test('a large file is read without the mixture', async () => {
  const text = `${LINE}\n`.repeat(300);
  const { format, events } = await readInput(text);
  expect(format).toBe('snare');
  expect(events).toHaveLength(300);
});
