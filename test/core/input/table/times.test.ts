import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseLocalTime } from '../../../../src/core/input/normalise/parse-local-time.ts';
import { TableTimes } from '../../../../src/core/input/table/times.ts';

const two = fc.integer({ min: 0, max: 60 }).map((value) => `${value}`.padStart(2, '0'));
const date = fc.constantFrom(
  ...[
    '10/7/2016 ',
    '07.10.2016 ',
    '2016-10-07 ',
    '2016/10/07 ',
    '7. 10. 2016 ',
    '07-Oct-2016 ',
    '2016年10月7日 ',
    '10/7/16 ',
  ],
  ...[
    '07.10.2016, ',
    'Fri 10/7/2016 ',
    '2016-10-07T',
    '10/7/2553 ',
    '31/31/2016 ',
    '上午 ',
    '2016/10/7 上午 ',
    '2016/10/7 午後 ',
    '',
  ],
);
const after = fc.constantFrom(
  '',
  ' AM',
  ' PM',
  ' p.m.',
  ' Uhr',
  ' xyz',
  '.123',
  '.1234567',
  '.123456789 UTC',
  '.1234567890',
  ',123456 +05:30',
  ',5',
  'Z',
  '+02:00',
  ' 下午',
  ' UTC',
  ' CET',
);

describe.each([
  ['local', null, false],
  ['local, in Japanese', 'ja', false],
])('%s', (_name, language, isUtc) => {
  test('reading the text around a clock once gives what reading each time gives', () => {
    const times = new TableTimes(language, isUtc);
    const hour = fc
      .integer({ min: 0, max: 25 })
      .chain((value) => fc.constantFrom(`${value}`, `${value}`.padStart(2, '0')));
    fc.assert(
      fc.property(date, hour, two, two, after, (day, hours, minute, second, rest) => {
        const text = `${day}${hours}:${minute}:${second}${rest}`;
        // What has both an ISO date and a zone is read by the reader of the schema, which knows finer fractions.
        fc.pre(!(/^\d{4}-/.test(text) && /(?:Z|UTC|\+\d\d:\d\d)$/.test(text)));
        const time = parseLocalTime(text, null, language);
        const padded = `7${text}7`;
        expect([null, time]).toContainEqual(times.readAt(padded, 1, padded.length - 1));
        expect(times.read(text)).toEqual(time);
        expect([null, time]).toContainEqual(times.readAt(padded, 1, padded.length - 1));
      }),
      { numRuns: 3000 },
    );
  });
});

test.each([
  ['2016-10-07 18:38:24.1234567', true, { kind: 'exact', basis: 'utc', timeMs: 1_475_865_504_123, ticks: 4567 }],
  ['2016-10-07T18:38:24Z', false, { kind: 'exact', basis: 'utc', timeMs: 1_475_865_504_000 }],
  ['2016-10-07T18:38:24+02:00', false, { kind: 'exact', basis: 'offset', timeMs: 1_475_858_304_000 }],
  ['10/7/2016 6:38:24 PM', true, { kind: 'exact', basis: 'utc', timeMs: 1_475_865_504_000, precisionMs: 1000 }],
  ['2016-10-07 18:38:24', false, { kind: 'local', date: [2016, 10, 7], orders: ['ymd'], timeOfDayMs: 67_104_000 }],
])('%s', (text, isUtc, time) => {
  expect(new TableTimes(null, isUtc).read(text)).toMatchObject(time);
});

test.each(['', 'soon', '18:38:24', '2016-10-07', '10/7/2016 25:00:00'])('%j is no time', (text) => {
  expect(new TableTimes(null, false).read(text)).toBeNull();
});

test('a time is read off a longer text once another of its day was read', () => {
  const times = new TableTimes(null, false);
  const row = 'Error,10/7/2016 6:38:25 PM,disk';
  expect(times.readAt(row, 6, 26)).toBeNull();
  times.read('10/7/2016 6:38:24 PM');
  expect(times.readAt(row, 6, 26)).toEqual(times.read('10/7/2016 6:38:25 PM'));
  expect(times.readAt('Error,10/8/2016 6:38:25 PM,disk', 6, 26)).toBeNull();
});
