import { beforeAll, expect, test } from 'vitest';
import { createMixtureParser, prepareMixture } from '../../../../src/core/input/mixture/parser.ts';
import { createPsloglistParser } from '../../../../src/core/input/parsers/psloglist/parser.ts';
import { fixtureText } from '../../../support/fixtures.ts';
import { expectRobust } from '../../../support/hostile-text.ts';
import { parseText } from '../../../support/parse-text.ts';
import { PIECE_SIZES } from '../../../support/sources.ts';

beforeAll(() => prepareMixture());

const TEXT = [
  'PsLoglist v2.82 - local and remote event log viewer',
  'Copyright (C) 2000-2018 Mark Russinovich',
  '',
  'System log on \\\\HOST01:',
  '[1234] Service Control Manager',
  '   Type:     INFORMATION',
  '   Computer: HOST02',
  '   Time:     10/7/2016 6:38:24 PM   ID:       7036',
  'The VSS service entered the running state.',
  '',
  '[1233] Microsoft-Windows-Security-Auditing',
  '   Type:     AUDIT FAILURE',
  '   Time:     10/7/2016 6:38:20 PM   ID:       4625',
  '   User:     NT AUTHORITY\\SYSTEM',
  'An account failed to log on.',
  '',
  'Subject:',
  '[x] no record',
].join('\n');

test('records, their log and their host', () => {
  for (const size of PIECE_SIZES) {
    const { events, problems, findings } = parseText(createMixtureParser, TEXT, { size });
    expect(events).toMatchObject([
      {
        position: 5,
        recordId: 1234,
        provider: 'Service Control Manager',
        level: 'information',
        host: 'HOST02',
        channel: 'System',
        eventId: 7036,
        time: { kind: 'local', date: [10, 7, 2016], timeOfDayMs: 67_104_000 },
        message: 'The VSS service entered the running state.',
        user: null,
      },
      {
        position: 11,
        recordId: 1233,
        level: 'audit-failure',
        host: 'HOST01',
        channel: 'System',
        eventId: 4625,
        user: 'NT AUTHORITY\\SYSTEM',
        message: 'An account failed to log on.\n\nSubject:\n[x] no record',
      },
    ]);
    expect(events).toHaveLength(2);
    expect(problems).toEqual([]);
    expect(findings.freeText).toEqual([
      {
        text: 'PsLoglist v2.82 - local and remote event log viewer\nCopyright (C) 2000-2018 Mark Russinovich',
        line: 1,
      },
    ]);
  }
});

test('a real one', () => {
  const { events, problems, findings } = parseText(createMixtureParser, fixtureText('formats/psloglist/psloglist.txt'));
  const seen = { host: 'host01.example.com', channel: 'System' };
  expect(events).toMatchObject([
    {
      ...seen,
      position: 6,
      recordId: 513,
      eventId: 16,
      provider: 'Microsoft-Windows-Kernel-General',
      level: 'information',
      user: 'NT AUTHORITY\\SYSTEM',
      time: { kind: 'local', date: [9, 25, 2020], orders: ['mdy'], timeOfDayMs: 31_012_000 },
      message:
        'Message text not available.  Insertion strings:\n\t49 \\??\\C:\\Windows\\AppCompat\\Programs\\Amcache.hve.tmp 0 0',
    },
    {
      ...seen,
      position: 14,
      recordId: 512,
      eventId: 7000,
      level: 'error',
      user: null,
      message: 'The PORTMON service failed to start due to the following error: \n%%1275',
    },
    {
      ...seen,
      position: 21,
      recordId: 509,
      eventId: 7045,
      user: 'HOST01\\user',
      message:
        'A service was installed in the system.\n  Service Name:  PORTMON\nService File Name:  C:\\SysinternalsSuite\\PORTMSYS.SYS\nService Type:  kernel mode driver',
    },
  ]);
  expect(problems).toEqual([]);
  expect(findings.freeText).toHaveLength(1);
});

test('a number in brackets begins nothing by itself', () => {
  expect(parseText(createMixtureParser, '[1] see the article\n[2] and this one\n').events).toEqual([]);
});

test('cut or changed anywhere it never throws', () => {
  expectRobust(createPsloglistParser, TEXT);
  expectRobust(createMixtureParser, TEXT, 100);
});
