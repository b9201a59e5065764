import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseZone, utcFromLocal } from '../../../../src/core/input/normalise/zone.ts';

const HOUR_MS = 3_600_000;
const utc = (zone: string, local: string): string | null => {
  const parsed = parseZone(zone);
  return parsed === null ? null : new Date(utcFromLocal(Date.parse(`${local}Z`), parsed)).toISOString().slice(0, 16);
};

describe('what names a zone', () => {
  test.each([
    ['Z', 0],
    ['utc', 0],
    ['GMT', 0],
    ['+02:00', 2],
    ['-0530', -5.5],
    ['+2', 2],
    ['UTC-8', -8],
    ['GMT+14', 14],
    ['+05:45', 5.75],
    ['Asia/Kolkata', 5.5],
    ['asia/kolkata', 5.5],
    ['Etc/GMT+2', -2],
    [' America/Phoenix ', -7],
    ['W. Europe Standard Time', 1],
    ['new zealand daylight time', 13],
    ['Pacific Daylight Time (Mexico)', -8],
    ['Russia Time Zone 11', 12],
    ['UTC-02', -2],
  ])('%s', (text, hours) => expect(parseZone(text)?.(Date.UTC(2006, 2, 2))).toBe(hours * HOUR_MS));

  test.each([
    '',
    'Berlin',
    '+15:00',
    '+14:01',
    '02:00',
    '+2:75',
    'W. Europe Time',
    '+',
    '+02:00:00',
    'Europe/Berlin;x',
  ])('%j does not', (text) => expect(parseZone(text)).toBeNull());
});

test.each([
  ['Europe/Berlin', '2006-03-02T02:00', '2006-03-02T01:00'],
  ['Europe/Berlin', '2006-07-02T02:00', '2006-07-02T00:00'],
  ['America/New_York', '2006-03-02T02:00', '2006-03-02T07:00'],
  // Before 2007 the United States changed on the first Sunday of April.
  ['America/New_York', '2006-03-20T02:00', '2006-03-20T07:00'],
  ['America/New_York', '2007-03-20T02:00', '2007-03-20T06:00'],
  ['Australia/Lord_Howe', '2010-01-05T12:00', '2010-01-05T01:00'],
  ['Pacific/Kiritimati', '2010-01-05T12:00', '2010-01-04T22:00'],
  ['+05:30', '2006-03-02T02:00', '2006-03-01T20:30'],
])('%s %s', (zone, local, expected) => expect(utc(zone, local)).toBe(expected));

describe('the hours of a change', () => {
  test.each([
    ['Europe/Berlin', '2006-03-26T01:59', '2006-03-26T00:59', 'before the gap'],
    ['Europe/Berlin', '2006-03-26T02:30', '2006-03-26T01:30', 'skipped: after the change'],
    ['Europe/Berlin', '2006-03-26T03:00', '2006-03-26T01:00', 'after the gap'],
    ['Europe/Berlin', '2006-10-29T01:59', '2006-10-28T23:59', 'before the repeated hour'],
    ['Europe/Berlin', '2006-10-29T02:30', '2006-10-29T00:30', 'twice: the first'],
    ['Europe/Berlin', '2006-10-29T03:00', '2006-10-29T02:00', 'after the repeated hour'],
    ['America/New_York', '2007-03-11T02:30', '2007-03-11T07:30', 'west of Greenwich: skipped'],
    ['America/New_York', '2007-11-04T01:30', '2007-11-04T05:30', 'west of Greenwich: twice'],
    ['America/New_York', '2007-11-04T02:00', '2007-11-04T07:00', 'west of Greenwich: after it'],
    ['Australia/Lord_Howe', '2010-04-04T01:45', '2010-04-03T14:45', 'a change of half an hour'],
  ])('%s %s %s: %s', (zone, local, expected) => expect(utc(zone, local)).toBe(expected));
});

test('what a clock shows comes back, whatever the zone and the moment', () => {
  const zones = [
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Tehran',
    'America/Sao_Paulo',
    '-03:30',
  ];
  const moment = fc.integer({ min: Date.UTC(1996, 0), max: Date.UTC(2037, 0) });
  fc.assert(
    fc.property(fc.constantFrom(...zones), moment, (name, utcMs) => {
      const zone = parseZone(name) ?? (() => 0);
      const localMs = utcMs + zone(utcMs);
      const found = utcFromLocal(localMs, zone);
      // In the repeated hour the first of two moments is found: the clock shows the same there.
      expect(found + zone(found)).toBe(localMs);
      expect(found).toBeLessThanOrEqual(utcMs);
    }),
    { numRuns: 3_000 },
  );
});
