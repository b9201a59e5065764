import { describe, expect, test } from 'vitest';
import { NamedMonthTimes, namedMonthTime } from '../../../../src/core/input/lines/named-month-time.ts';
import { syslogPrefix } from '../../../../src/core/input/lines/syslog-prefix.ts';
import { fromWmiTime } from '../../../../src/core/input/lines/wmi-time.ts';

const at = (day: number, month: number, year: number, timeOfDayMs: number) => ({
  ...{ kind: 'local', date: [day, month, year], orders: ['dmy'], timeOfDayMs, ticks: 0, precisionMs: 1000 },
});

test.each([
  ['Tue Jan 16 05:52:15 2007', at(16, 1, 2007, 21_135_000)],
  ['Jan  6 05:52:15 2007', at(6, 1, 2007, 21_135_000)],
  ['2018 Dec 05 08:22:48', at(5, 12, 2018, 30_168_000)],
  ['Tue Feb 30 05:52:15 2007', null],
  ['Tue Xxx 16 05:52:15 2007', null],
  ['Tue Jan 16 24:00:00 2007', null],
  ['Jan 16 05:52:15', null],
  ['', null],
])('%s', (text, expected) => {
  expect(namedMonthTime(text)).toEqual(expected);
});

test('times of a day share their date, and give the same', () => {
  const times = new NamedMonthTimes();
  for (const text of [
    'Tue Jan 16 05:52:15 2007',
    'Tue Jan 16 23:59:59 2007',
    'Wed Jan 17 00:00:00 2007',
    'x',
    'Wed Jan 17 00:61:00 2007',
  ])
    expect(times.read(text, 11)).toEqual(namedMonthTime(text));
});

describe('what stands in front of a message', () => {
  test.each([
    ['<27>Nov 18 14:57:57 host ', { level: 'error', time: null, host: 'host' }],
    ['<13>Nov 18 14:57:57 2012 host ', { level: 'information', time: at(18, 11, 2012, 53_877_000), host: 'host' }],
    ['Nov  8 14:57:57 host ', { level: null, time: null, host: 'host' }],
    ['2010-01-02 03:04:05\tKernel.Warning\t10.0.0.5\t', { level: 'warning', host: '10.0.0.5' }],
    ['<10>1 2024-01-01T00:00:00+01:00 host app - - - ', { level: 'critical', host: 'host', time: { basis: 'offset' } }],
    ['2024-01-01T00:00:00 host ', { host: 'host', time: { kind: 'local', date: [2024, 1, 1] } }],
    ['words ', { level: null, time: null, host: null }],
    ['', { level: null, time: null, host: null }],
  ])('%s', (text, expected) => {
    expect(syslogPrefix(text)).toMatchObject(expected);
  });
});

test.each([
  ['20110302145512.000000-300', '2011-03-02 14:55:12.000000-05:00'],
  ['20110302145512.123456+060', '2011-03-02 14:55:12.123456+01:00'],
  ['20110302145512.000000', '2011-03-02 14:55:12.000000'],
  ['3/2/2011', '3/2/2011'],
])('the time of WMI %s', (text, expected) => {
  expect(fromWmiTime(text)).toBe(expected);
});
