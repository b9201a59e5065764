import { describe, expect, test } from 'vitest';
import type { SettledTime } from '../../../../src/core/input/normalise/settle-times.ts';
import { toContent, toEventRecord } from '../../../../src/core/input/normalise/to-event.ts';
import { epochMs } from '../../../../src/core/model/brand.ts';
import type { RawEvent } from '../../../../src/core/model/event.ts';
import { rawEvent } from '../../../support/sample-events.ts';

const NAMES = new Map([['JET_errFileAccessDenied', -1032]]);
const time: SettledTime = { timeMs: epochMs(1000), ticks: 3, basis: 'utc', precisionMs: 1 };
const raw = rawEvent({
  position: 12,
  recordId: 7,
  host: 'EX1.Contoso.COM',
  channel: 'Application',
  provider: 'MSExchangeIS',
  eventId: 9607,
  level: 'error',
  category: 'Exchange VSS Writer',
  strings: ['0x50d', ''],
  message: 'Error code 0x50d when preparing for backup.',
});
const event = (changes: Partial<RawEvent> = {}) => {
  const changed = { ...raw, ...changes };
  return toEventRecord(changed, 'a.txt', time, toContent(changed, NAMES));
};

test('carries every field over and adds source, time and codes', () => {
  expect(event()).toEqual({
    source: 'a.txt',
    position: 12,
    recordId: 7,
    timeMs: 1000,
    ticks: 3,
    timeBasis: 'utc',
    precisionMs: 1,
    host: 'ex1.contoso.com',
    channel: 'Application',
    provider: 'MSExchangeIS',
    providerAlias: null,
    eventId: 9607,
    qualifiers: null,
    level: 'error',
    category: 'Exchange VSS Writer',
    user: null,
    strings: ['0x50d', ''],
    fields: new Map(),
    message: 'Error code 0x50d when preparing for backup.',
    data: null,
    codes: [1293],
    places: [],
    recovered: false,
    system: null,
    payload: null,
  });
});

describe('ids of 32 bits', () => {
  test.each([
    [0xffff, null, 65535, null],
    [0, null, 0, null],
    [3221235481, null, 10009, 0xc000],
    [-1073731815, null, 10009, 0xc000],
    [0x4004_2587, 0x8000, 9607, 0x8000],
    [9607, 0x8000, 9607, 0x8000],
    [null, null, null, null],
  ])('%j with qualifiers %j', (eventId, qualifiers, id, high) => {
    expect(event({ eventId, qualifiers })).toMatchObject({ eventId: id, qualifiers: high });
  });
});

test('what is empty is not known', () => {
  expect(
    event({ host: '  ', channel: '', provider: ' ', providerAlias: '', category: '', user: ' ', message: '' }),
  ).toMatchObject({
    host: null,
    channel: null,
    provider: null,
    providerAlias: null,
    category: null,
    user: null,
    message: null,
  });
  expect(event({ host: ' EX1 ', provider: ' ESE\t' })).toMatchObject({ host: 'ex1', provider: 'ESE' });
});

test('codes come from message, inserts and named values, ascending and each once', () => {
  const codes = event({
    message: 'Error -1032 (0xfffffbf8).',
    strings: ['%%2147942402', '5', 'JET_errFileAccessDenied'],
    fields: new Map([
      ['HResult', '-2139619042'],
      ['__proto__', '0x5'],
    ]),
  }).codes;
  expect(codes).toEqual([-2147024894, -2139619042, -1032, 5]);
  expect(event({ message: null, strings: ['5', '1053'] }).codes).toEqual([]);
});

test('the reason of a service is no code, neither in the words of Windows nor as an insert: small numbers are not', () => {
  const told = {
    provider: 'Service Control Manager',
    eventId: 7000,
    message: 'Der Dienst "A" wurde aufgrund folgenden Fehlers nicht gestartet: \nZugriff verweigert',
  };
  expect(event({ ...told, strings: [] }).codes).toEqual([]);
  expect(event({ ...told, strings: ['A', '%%1053'] }).codes).toEqual([]);
});

test('a code name counts only where rules name it', () => {
  const named = { ...raw, message: 'JET_errFileAccessDenied', strings: [] };
  expect(toContent(named, NAMES).codes).toEqual([-1032]);
  expect(toContent(named, new Map()).codes).toEqual([]);
});

test('the other form of an event is another place of it', () => {
  expect(event({ otherForms: [40] }).places).toEqual([{ source: 'a.txt', position: 40, recordId: 7 }]);
});

test('an event without time has no basis', () => {
  const none: SettledTime = { timeMs: null, ticks: 0, basis: 'none', precisionMs: 0 };
  expect(toEventRecord(raw, 'a', none, toContent(raw, NAMES))).toMatchObject({
    timeMs: null,
    ticks: 0,
    timeBasis: 'none',
  });
});

describe('inserts whose names an export lost', () => {
  const crash = {
    provider: 'Microsoft-Windows-Kernel-Power',
    eventId: 41,
    strings: ['159', '0x3', '0xffff', '0x0', '0x0', 'true', '0', '1', 'more'],
  };
  test('have their names by their place, as far as these are known', () => {
    expect([...event(crash).fields]).toEqual([
      ['BugcheckCode', '159'],
      ['BugcheckParameter1', '0x3'],
      ['BugcheckParameter2', '0xffff'],
      ['BugcheckParameter3', '0x0'],
      ['BugcheckParameter4', '0x0'],
      ['SleepInProgress', 'true'],
      ['PowerButtonTimestamp', '0'],
    ]);
  });
  test.each([
    ['of another provider', { ...crash, provider: 'Disk' }],
    ['of another id', { ...crash, eventId: 42 }],
    ['fewer than the event has', { ...crash, strings: ['159', '0x3'] }],
  ])('have none when they are %s', (_what, changes) => {
    expect(event(changes).fields.size).toBe(0);
  });
  test('keep the names that the source gave', () => {
    expect([...event({ ...crash, fields: new Map([['Code', '159']]) }).fields]).toEqual([['Code', '159']]);
  });
});
