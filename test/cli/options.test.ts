import { describe, expect, test } from 'vitest';
import {
  parseClock,
  parseEventId,
  parseFact,
  parseLevel,
  parseNames,
  parseRecordName,
  parseTime,
  parseZone,
  parseZoneChoice,
  toInputOptions,
} from '../../src/cli/options.ts';
import { EvdxError } from '../../src/core/model/errors.ts';

const iso = (ms: number): string => new Date(ms).toISOString();
const refusal = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof EvdxError) return `${error.code} ${error.message}`;
  }
  return 'no error';
};

describe('--tz', () => {
  test('takes a name, an offset, or either for one file', () => {
    expect([parseZone('tz', 'Z'), parseZone('tz', 'UTC')]).toEqual(['UTC', 'UTC']);
    expect(parseZoneChoice('Europe/Berlin')).toEqual({ file: null, zone: 'Europe/Berlin' });
    expect(parseZoneChoice('+02:00')).toEqual({ file: null, zone: '+02:00' });
    expect(parseZoneChoice('logs\\a=b.txt=UTC')).toEqual({ file: 'logs/a=b.txt', zone: 'UTC' });
  });
  test('says what to write instead of a zone that nobody knows', () => {
    expect(refusal(() => parseZone('tz', 'Berlin'))).toBe(
      'EVDX_OPTION_INVALID --tz "Berlin": there is no such time zone; write UTC, a name such as Europe/Berlin or "W. Europe Standard Time", or an offset such as +02:00.',
    );
  });
});

describe('--clock', () => {
  test.each([
    ['EX1=+90s', 'EX1', 90_000],
    ['EX1=90s', 'EX1', 90_000],
    ['ex1.corp.example=-5m', 'ex1.corp.example', -300_000],
    ['EX1=+250ms', 'EX1', 250],
    ['EX1=+1d', 'EX1', 86_400_000],
  ])('%s', (text, host, offsetMs) => {
    expect(parseClock(text)).toEqual({ host, offsetMs });
  });
  test.each(['EX1', '=+90s', 'EX1=90', 'EX1=+90x', 'EX1=+-90s'])('refuses %s', (text) => {
    expect(refusal(() => parseClock(text))).toContain('write HOST=+90s or HOST=-5m');
  });
});

describe('--since and --until', () => {
  test.each([
    ['2006-03-02', '2006-03-02T00:00:00.000Z'],
    ['2006-03-02T01:00', '2006-03-02T01:00:00.000Z'],
    ['2006-03-02 01:00:05', '2006-03-02T01:00:05.000Z'],
    ['2006-03-02T01:00:05.25Z', '2006-03-02T01:00:05.250Z'],
    ['2006-03-02T01:00:00+02:00', '2006-03-01T23:00:00.000Z'],
    // As evdx prints them.
    ['2006-03-02T01:00:05.3545620Z', '2006-03-02T01:00:05.354Z'],
    ['2006-03-02 01:00:00 +02:00', '2006-03-01T23:00:00.000Z'],
    ['2006-03-02T01:00:00-0330', '2006-03-02T04:30:00.000Z'],
  ])('%s', (text, time) => {
    expect(iso(parseTime('since', text))).toBe(time);
  });
  test('a day alone ends with its last millisecond', () => {
    expect(iso(parseTime('until', '2006-03-02', true))).toBe('2006-03-02T23:59:59.999Z');
    expect(iso(parseTime('until', '2006-03-02T01:00', true))).toBe('2006-03-02T01:00:00.000Z');
  });
  test.each([
    '',
    'yesterday',
    '2006-02-30',
    '2006-13-01',
    '2006-03-02T25:00',
    '2006-03-02T01:60',
    '02.03.2006',
    '2006-3-2',
  ])('refuses %j', (text) => {
    expect(refusal(() => parseTime('since', text))).toContain('write a time as 2006-03-02');
  });
});

describe('--fact', () => {
  const fact = (host: string | null, name: string, value: string | boolean) => ({ host, name, value, from: 'option' });
  test.each([
    ['logs_touched=yes', fact(null, 'logs_touched', true)],
    ['ex1:logs_touched=No', fact('ex1', 'logs_touched', false)],
    ['os=Windows Server 2003 SP2', fact(null, 'os', 'Windows Server 2003 SP2')],
    ['ex1:file.ese.dll=6.5.7232.76', fact('ex1', 'file.ese.dll', '6.5.7232.76')],
    ['registry.HKLM:\\Software\\X=a=b', fact(null, 'registry.HKLM:\\Software\\X', 'a=b')],
    ['exchange/x.ex2003=true', fact(null, 'exchange/x.ex2003', true)],
    ['name=', fact(null, 'name', '')],
  ])('%s', (text, expected) => {
    expect(parseFact(text)).toEqual(expected);
  });
  test.each(['name', '=yes', 'ex1:=yes', ':name=yes'])('refuses %s', (text) => {
    expect(refusal(() => parseFact(text))).toContain('write name=value or HOST:name=value');
  });
});

describe('--event', () => {
  test.each([
    ['System.evtx:4711', 'System.evtx', { recordId: 4711 }],
    ['C:\\logs\\a.evtx:7', 'C:\\logs\\a.evtx', { recordId: 7 }],
    ['a:b:#3', 'a:b', { nth: 3 }],
  ])('%s', (text, file, record) => {
    expect(parseRecordName(text)).toEqual({ file, record });
  });
  test.each(['System.evtx', ':7', 'a:', 'a:x', 'a:#', 'a:#0'])('refuses %s', (text) => {
    expect(refusal(() => parseRecordName(text))).toContain('write FILE:RECORD');
  });
});

test('names stand with commas or repeated', () => {
  expect(parseNames(['a, b', 'KB910250', ','])).toEqual(['a', 'b', 'KB910250']);
});

test('event ids and levels are checked', () => {
  expect([parseEventId('0'), parseEventId('65535')]).toEqual([0, 65535]);
  expect(refusal(() => parseEventId('65536'))).toContain('from 0 to 65535');
  expect(['Error', 'info', 'warn', 'success', 'failure'].map(parseLevel)).toEqual([
    'error',
    'information',
    'warning',
    'audit-success',
    'audit-failure',
  ]);
  expect(refusal(() => parseLevel('loud'))).toContain('write critical, error');
});

test('what is not given is not there', () => {
  expect(toInputOptions({})).toEqual({});
  expect(toInputOptions({ host: ['ex1'], dateOrder: 'dmy' })).toEqual({ hosts: ['ex1'], dateOrder: 'dmy' });
});
