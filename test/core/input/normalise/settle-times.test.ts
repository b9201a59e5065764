import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDay } from '../../../../src/core/input/normalise/calendar.ts';
import { DateOrderEvidence } from '../../../../src/core/input/normalise/date-order.ts';
import { readLocal } from '../../../../src/core/input/normalise/local-time.ts';
import { type SettleOptions, settleSource } from '../../../../src/core/input/normalise/settle-times.ts';
import { parseZone } from '../../../../src/core/input/normalise/zone.ts';
import { epochMs } from '../../../../src/core/model/brand.ts';
import {
  type DateOrder,
  dateOrders,
  type ExactTime,
  type LocalTimeText,
  type RawTime,
} from '../../../../src/core/model/event.ts';

/** All times of a source, in the order of their places. */
function settleTimes(times: readonly (RawTime | null)[], options: SettleOptions = {}) {
  const evidence = new DateOrderEvidence();
  for (const time of times) evidence.add(time);
  const settlement = settleSource(evidence, options);
  return { ...settlement, times: times.map(settlement.settle) };
}

/** `03/04/2006 01:02`, in every order that makes it a day, or in those that the shape allows. */
function local(text: string, orders?: readonly DateOrder[]): LocalTimeText {
  const [a = 0, b = 0, c = 0, hours = 0, minutes = 0] = text.split(/\D/).map(Number);
  const date = [a, b, c] as const;
  return {
    kind: 'local',
    date,
    orders: orders ?? dateOrders.filter((order) => calendarDay(date, order) !== null),
    timeOfDayMs: (hours * 60 + minutes) * 60_000,
    ticks: 0,
    precisionMs: 1000,
  };
}
const exact = (iso: string): ExactTime => ({
  kind: 'exact',
  timeMs: epochMs(Date.parse(iso)),
  ticks: 7,
  basis: 'utc',
  precisionMs: 0.0001,
});
const days = (texts: readonly string[], options: SettleOptions = {}) => {
  const { times, order, newestFirst, problems } = settleTimes(
    texts.map((text) => local(text)),
    options,
  );
  return {
    days: times.map(({ timeMs }) => (timeMs === null ? null : new Date(timeMs).toISOString().slice(0, 10))),
    order,
    newestFirst,
    problems: problems.map(({ code, detail }) => `${code} ${detail}`),
  };
};

describe('the order of day and month', () => {
  test('one number above 12 settles the whole source', () => {
    expect(days(['03/04/2006 01:00', '13/04/2006 01:00'])).toEqual({
      days: ['2006-04-03', '2006-04-13'],
      order: 'dmy',
      newestFirst: false,
      problems: [],
    });
    expect(days(['04/13/2006 01:00', '04/03/2006 01:00'])).toMatchObject({
      order: 'mdy',
      newestFirst: true,
      problems: [],
    });
  });

  test('a log runs in one direction', () => {
    // As month and day these go back and forth.
    const log = ['01/02/2006', '02/01/2006', '03/02/2006', '04/01/2006', '05/02/2006', '06/01/2006'];
    expect(days(log)).toMatchObject({ order: 'mdy', newestFirst: false, problems: [] });
    expect(days(log.toReversed())).toMatchObject({ order: 'mdy', newestFirst: true, problems: [] });
    expect(days(log.map((day) => day.replace(/(..).(..)/, '$2/$1')))).toMatchObject({ order: 'dmy', problems: [] });
  });

  test('two events in whatever order prove nothing', () => {
    expect(days(['01/02/2006', '02/01/2006'])).toMatchObject({ problems: ['time/ambiguous-order read as dmy'] });
  });

  test('the same day in month after month is read as days in a row, whatever the language suggests', () => {
    expect(days(['05/03/2001', '05/04/2001', '05/05/2001'], { likelyOrder: 'dmy' }).days).toEqual([
      '2001-05-03',
      '2001-05-04',
      '2001-05-05',
    ]);
  });
  test('in a log of a few days the day changes and the month does not', () => {
    expect(days(['03/04/2006', '04/04/2006', '05/04/2006'], { likelyOrder: 'mdy' })).toMatchObject({
      days: ['2006-04-03', '2006-04-04', '2006-04-05'],
      order: 'dmy',
      problems: [],
    });
    expect(days(['04/05/2006', '04/04/2006', '04/03/2006'])).toMatchObject({ order: 'mdy', newestFirst: true });
    expect(days(['06/04/03', '06/04/04', '06/04/05'])).toMatchObject({ order: 'ymd', problems: [] });
    expect(days(['03/04/06', '04/04/06', '05/04/06'])).toMatchObject({ order: 'dmy', problems: [] });
  });

  test('the language decides where the times tell nothing', () => {
    expect(days(['03/04/2006'], { likelyOrder: 'mdy' })).toMatchObject({ days: ['2006-03-04'], problems: [] });
    expect(days(['13/04/2006', '03/04/2006'], { likelyOrder: 'mdy' })).toMatchObject({ order: 'dmy' });
  });

  test('without any sign the likeliest of the most times is taken, and said', () => {
    const times = [
      local('03/04/2006', ['mdy', 'dmy']),
      local('04/05/2006', ['mdy', 'dmy']),
      local('11/12/2006', ['dmy', 'mdy']),
    ];
    const { order, problems } = settleTimes(times);
    expect([order, problems]).toEqual([
      'mdy',
      [{ code: 'time/ambiguous-order', position: null, detail: 'read as mdy' }],
    ]);
  });

  test('--date-order wins, and is no doubt', () => {
    expect(days(['03/04/2006'], { dateOrder: 'mdy', likelyOrder: 'dmy' })).toMatchObject({
      order: 'mdy',
      problems: [],
    });
  });

  test('a time that the settled order makes no day of keeps its own', () => {
    expect(days(['13/04/2006', '03/04/2006'], { dateOrder: 'mdy' })).toMatchObject({
      days: ['2006-04-13', '2006-03-04'],
    });
    // Two pastes of two regions: the one with more times wins, and each impossible date is read as it can be.
    expect(days(['13/04/2006', '14/04/2006', '04/25/2006', '05/06/2006']).days).toEqual([
      '2006-04-13',
      '2006-04-14',
      '2006-04-25',
      '2006-06-05',
    ]);
  });

  test('no doubt is raised where it changes nothing', () => {
    expect(days(['04/04/2006', '05/05/2006']).problems).toEqual([]);
    expect(days(['2006-03-04', '2006-05-06'])).toMatchObject({ order: null, problems: [] });
    expect(days([])).toEqual({ days: [], order: null, newestFirst: false, problems: [] });
  });

  test('dates whose shape leaves nothing open say nothing about the others', () => {
    const { order, problems } = settleTimes([
      local('2006-03-04'),
      local('12/03/2006', ['dmy']),
      local('03/04/2006', ['mdy', 'dmy']),
    ]);
    expect(order).toBe('mdy');
    expect(problems).toHaveLength(1);
  });

  test('two-digit years are of this time', () => {
    expect(days(['31/12/99', '01/01/00', '31/12/25']).days).toEqual(['1999-12-31', '2000-01-01', '2025-12-31']);
  });
});

describe('the direction', () => {
  test('is that of most steps, exact times too', () => {
    const times = [exact('2012-01-03T00:00:00Z'), null, exact('2012-01-02T00:00:00Z'), exact('2012-01-01T00:00:00Z')];
    expect(settleTimes(times).newestFirst).toBe(true);
    expect(settleTimes(times.toReversed()).newestFirst).toBe(false);
    expect(settleTimes([exact('2012-01-03T00:00:00Z')]).newestFirst).toBe(false);
  });

  test('jitter does not turn it', () => {
    expect(days(['13/04/2006 10:00', '13/04/2006 09:59', '13/04/2006 11:00', '13/04/2006 12:00'])).toMatchObject({
      newestFirst: false,
    });
  });
});

describe('the zone', () => {
  const time = { ...local('13/07/2006 02:00'), ticks: 5 };
  test.each([
    ['kept as digits', {}, '2006-07-13T02:00:00.000Z', 'assumed-local'],
    ['given by name', { zone: parseZone('Europe/Berlin') }, '2006-07-13T00:00:00.000Z', 'given'],
    ['given as offset', { zone: parseZone('-05:00') }, '2006-07-13T07:00:00.000Z', 'given'],
    ['inferred', { inferredOffsetMs: 2 * 3_600_000 }, '2006-07-13T00:00:00.000Z', 'inferred'],
    ['given over inferred', { zone: parseZone('Z'), inferredOffsetMs: 1 }, '2006-07-13T02:00:00.000Z', 'given'],
  ])('%s', (_, options, iso, basis) => {
    expect(settleTimes([time], options).times).toEqual([
      { timeMs: Date.parse(iso), ticks: 5, basis, precisionMs: 1000 },
    ]);
  });

  test('leaves exact times and missing ones alone', () => {
    expect(settleTimes([exact('2012-01-03T00:00:00Z'), null], { zone: parseZone('+02:00') }).times).toEqual([
      { timeMs: Date.UTC(2012, 0, 3), ticks: 7, basis: 'utc', precisionMs: 0.0001 },
      { timeMs: null, ticks: 0, basis: 'none', precisionMs: 0 },
    ]);
  });

  test('serves the extremes of dropped events', () => {
    const settlement = settleSource(new DateOrderEvidence(), { zone: parseZone('Europe/Berlin') });
    expect(settlement.localBasis).toBe('given');
    expect(settlement.toUtc(Date.UTC(2006, 6, 13, 2))).toBe(Date.UTC(2006, 6, 13));
  });
});

test('every time is read in the order of its source', () => {
  const number = fc.integer({ min: 1, max: 14 });
  const dates = fc.array(fc.tuple(number, number), { maxLength: 20 });
  fc.assert(
    fc.property(dates, (list) => {
      const times = list.map(([a, b]) => local(`${a}/${b}/2006`)).filter(({ orders }) => orders.length > 0);
      const settled = settleTimes(times);
      expect(settled.times.map(({ timeMs }) => timeMs)).toEqual(times.map((time) => readLocal(time, settled.order)));
    }),
  );
});

test('a log in one direction is read in its order, whatever the region', () => {
  const start = fc.integer({ min: 0, max: 4000 });
  const steps = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(
      fc.constantFrom<DateOrder>('dmy', 'mdy', 'ymd'),
      start,
      steps,
      fc.boolean(),
      (order, first, gaps, newestFirst) => {
        let day = first;
        const iso = [first, ...gaps.map((gap) => (day += gap))].map((n) =>
          new Date(n * 86_400_000 + 9e11).toISOString().slice(0, 10),
        );
        // The same day in month after month reads like a run of days in the other order.
        fc.pre(new Set(iso.map((text) => text.slice(8))).size > 1 || new Set(iso).size < 3);
        const texts = (newestFirst ? iso.toReversed() : iso).map((text) => {
          const [year, month, dayOfMonth] = text.split('-');
          return { dmy: `${dayOfMonth}/${month}/${year}`, mdy: `${month}/${dayOfMonth}/${year}`, ymd: text }[order];
        });
        const settled = days(texts, { likelyOrder: order });
        expect(settled.days).toEqual(newestFirst ? iso.toReversed() : iso);
      },
    ),
    { numRuns: 500 },
  );
});

test('a hundred thousand times are settled one by one', () => {
  const times = Array.from({ length: 100_000 }, (_, n) => ({ ...local('03/04/2006'), timeOfDayMs: n * 800 }));
  const settled = settleTimes(times, { zone: parseZone('Europe/Berlin'), dateOrder: 'dmy' }).times;
  expect([settled.length, settled[0]?.timeMs, settled.at(-1)?.timeMs]).toEqual([
    100_000,
    Date.UTC(2006, 3, 2, 22),
    Date.UTC(2006, 3, 2, 22) + 99_999 * 800,
  ]);
});
