import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDay, localTimeMs } from '../../../../src/core/input/normalise/calendar.ts';
import { parseLocalTime } from '../../../../src/core/input/normalise/parse-local-time.ts';

const at = (hour: number, minute: number, second = 0) => ((hour * 60 + minute) * 60 + second) * 1000;

describe('local times', () => {
  test.each([
    ['en-US', '8/12/2025 9:24:55 AM', null, 'en', [8, 12, 2025], ['mdy', 'dmy'], at(9, 24, 55)],
    ['en-AU', '20/12/2024 4:43:14 PM', null, 'en', [20, 12, 2024], ['dmy'], at(16, 43, 14)],
    ['en-AU, only the month padded', '9/04/2008', '7:41:53', 'en', [9, 4, 2008], ['dmy', 'mdy'], at(7, 41, 53)],
    ['en-NZ', '9/11/2008 7:41:53 p.m.', null, 'en', [9, 11, 2008], ['dmy', 'mdy'], at(19, 41, 53)],
    ['en-CA', '2025-02-21 9:48:48 AM', null, 'en', [2025, 2, 21], ['ymd'], at(9, 48, 48)],
    ['en-IN', '09-07-2026 09:58:57', null, 'en', [9, 7, 2026], ['dmy', 'mdy'], at(9, 58, 57)],
    ['de', '02.07.2010 00:00:01', null, 'de', [2, 7, 2010], ['dmy'], 1000],
    ['ru, one digit for the hour', '31.01.2024 4:26:39', null, 'ru', [31, 1, 2024], ['dmy'], at(4, 26, 39)],
    ['fr-CA', '2015-10-02 17:35:49', null, 'fr', [2015, 10, 2], ['ymd'], at(17, 35, 49)],
    ['fr', '02/10/2015 17:35:49', null, 'fr', [2, 10, 2015], ['dmy', 'mdy'], at(17, 35, 49)],
    ['es of 2003', '18/11/2010', '05:57:17 p.m.', 'es', [18, 11, 2010], ['dmy'], at(17, 57, 17)],
    ['es with a no-break space', '18/11/2010 5:57:17 p.\u00a0m.', null, 'es', [18, 11, 2010], ['dmy'], at(17, 57, 17)],
    ['ja', '2018/04/01 22:04:42', null, 'ja', [2018, 4, 1], ['ymd'], at(22, 4, 42)],
    ['zh-CN', '2023/3/27 22:58:33', null, 'zh-CN', [2023, 3, 27], ['ymd'], at(22, 58, 33)],
    ['zh-TW', '2021/8/27 下午 01:27:31', null, 'zh-TW', [2021, 8, 27], ['ymd'], at(13, 27, 31)],
    ['ko', '2022-11-05 오전 12:52:25', null, 'ko', [2022, 11, 5], ['ymd'], at(0, 52, 25)],
    ['ko with dots', '2022. 11. 5. 오후 3:52:25', null, 'ko', [2022, 11, 5], ['ymd'], at(15, 52, 25)],
    ['ko in words', '2022년 11월 5일 오후 3:52:25', null, 'ko', [2022, 11, 5], ['ymd'], at(15, 52, 25)],
    ['hu', '2010.07.20. 0:00:01', null, 'hu', [2010, 7, 20], ['ymd'], 1000],
    ['cs with blanks', '20. 7. 2010 0:00:01', null, 'cs', [20, 7, 2010], ['dmy'], 1000],
    ['fi', '20.7.2010 0.00.01', null, 'fi', [20, 7, 2010], ['dmy'], 1000],
    ['nl', '5-7-2010 0:00:01', null, 'nl', [5, 7, 2010], ['dmy', 'mdy'], 1000],
    ['el', '20/7/2010 10:58:49 μμ', null, null, [20, 7, 2010], ['dmy'], at(22, 58, 49)],
    ['bg', '20.7.2010 г. 10:58:49 ч.', null, null, [20, 7, 2010], ['dmy'], at(10, 58, 49)],
    ['months by name', '14-Nov-2011 10:11:12', null, 'en', [14, 11, 2011], ['dmy'], at(10, 11, 12)],
    ['the time in front', '11:59:04 PM 15-May-2021', null, 'en', [15, 5, 2021], ['dmy'], at(23, 59, 4)],
    ['long form', 'Tuesday, March 2, 2006 1:00:01 AM', null, 'en', [2, 3, 2006], ['dmy'], at(1, 0, 1)],
    ['noon and midnight', '1/2/2010 12:00:00 PM', null, 'en', [1, 2, 2010], ['mdy', 'dmy'], at(12, 0)],
    ['a zone that is no single one', '1/2/2010 3:04:05 AM EST', null, 'en', [1, 2, 2010], ['mdy', 'dmy'], at(3, 4, 5)],
    [
      'direction marks inside',
      '\u200e1/\u200e2/\u200e2010 3:04:05 AM',
      null,
      'en',
      [1, 2, 2010],
      ['mdy', 'dmy'],
      at(3, 4, 5),
    ],
    ['full width', '２０１０／７／２０　１：０２：０３', null, 'ja', [2010, 7, 20], ['ymd'], at(1, 2, 3)],
  ] as const)('%s', (_name, date, time, language, numbers, orders, timeOfDayMs) => {
    expect(parseLocalTime(date, time, language)).toEqual({
      kind: 'local',
      date: numbers,
      orders,
      timeOfDayMs,
      ticks: 0,
      precisionMs: 1000,
    });
  });

  test.each(['3/14/2023 1:02:03 PM.457', '3/14/2023 1:02:03 p.m..457', '3/14/2023 1:02:03.457 PM'])(
    'milliseconds behind the half of the day: %s',
    (text) => {
      expect(parseLocalTime(text, null, 'en')).toMatchObject({
        ...{ date: [3, 14, 2023], timeOfDayMs: at(13, 2, 3) + 457, precisionMs: 1 },
      });
    },
  );

  test('en-GB, which .NET without a culture looks like, is open', () => {
    const open = {
      kind: 'local',
      date: [3, 11, 2016],
      orders: ['dmy', 'mdy'],
      isOpen: true,
      ticks: 0,
      precisionMs: 1000,
    };
    expect(parseLocalTime('03/11/2016 23:22:06', null, 'en')).toEqual({ ...open, timeOfDayMs: at(23, 22, 6) });
  });
  test.each([
    ['03/11/2016 23:22:06', 'fr'],
    ['23/11/2016 23:22:06', 'en'],
    ['3/11/2016 23:22:06', 'en'],
    ['03/11/2016 11:22:06 PM', 'en'],
    ['03-11-2016 23:22:06', 'en'],
    ['03.11.16 23:22:06', 'en'],
  ])('%s under headings in %s is not', (text, language) => {
    expect(parseLocalTime(text, null, language)).not.toHaveProperty('isOpen');
  });
  test('a year of two digits between dashes may stand in front', () => {
    expect(parseLocalTime('06-11-18 04:18:06', null, 'en')).toMatchObject({
      isOpen: true,
      orders: ['dmy', 'mdy', 'ymd'],
    });
  });

  test.each([
    ['3/2/99', 'en', ['mdy', 'dmy']],
    ['02/03/06', 'en', ['dmy', 'mdy', 'ymd']],
    ['02/03/06', 'ja', ['ymd', 'dmy', 'mdy']],
    ['99/03/02', null, ['ymd']],
    ['10.07.20', 'de', ['dmy']],
  ] as const)('a year of two digits stays as it stands: %s (%s)', (date, language, orders) => {
    expect(parseLocalTime(date, '10:15:22', language)).toMatchObject({ date: date.split(/[./]/).map(Number), orders });
  });

  test('the smallest step is what is written', () => {
    const steps = ['1:02', '1:02:03', '1:02:03.4', '1:02:03.456', '1:02:03.4567891'].map((clock) => {
      const time = parseLocalTime('2010-07-20', clock, null);
      return time?.kind === 'local' ? [time.precisionMs, time.timeOfDayMs, time.ticks] : null;
    });
    expect(steps).toEqual([
      [60_000, at(1, 2), 0],
      [1000, at(1, 2, 3), 0],
      [1, at(1, 2, 3) + 400, 0],
      [1, at(1, 2, 3) + 456, 0],
      [0.0001, at(1, 2, 3) + 456, 7891],
    ]);
  });
});

describe('months by name', () => {
  const AFTERNOON = at(15, 4, 5);
  test.each([
    ['en', 'Thursday, March 1, 2012 3:04:05 PM', [1, 3, 2012]],
    ['en', '03-Sept-12 15:04:05', [3, 9, 12]],
    ['de', 'Donnerstag, 5. März 2012 15:04:05', [5, 3, 2012]],
    ['de', '05. Mrz. 2012 15:04:05', [5, 3, 2012]],
    ['fr', 'mardi 3 janvier 2012 15:04:05', [3, 1, 2012]],
    ['fr', 'mar. 3 janv. 2012 15:04:05', [3, 1, 2012]],
    ['fr', 'mercredi 1er août 2012 à 15:04:05', [1, 8, 2012]],
    ['es', 'martes, 3 de enero de 2012 15:04:05', [3, 1, 2012]],
    ['it', 'martedì 3 maggio 2012 alle ore 15:04:05', [3, 5, 2012]],
    ['pt-BR', 'terça-feira, 3 de março de 2012 15:04:05', [3, 3, 2012]],
    ['pt-BR', '3 de fev. de 2012, 15:04:05', [3, 2, 2012]],
    ['pt-PT', 'segunda-feira, 2 de Janeiro de 2012 15:04:05', [2, 1, 2012]],
    ['nl', 'dinsdag 6 maart 2012 15:04:05', [6, 3, 2012]],
    ['nl', '6-mrt-2012 15:04:05', [6, 3, 2012]],
    ['pl', 'wtorek, 3 stycznia 2012 r. 15:04:05', [3, 1, 2012]],
    ['ru', '5 января 2012 г. 15:04:05', [5, 1, 2012]],
    ['ru', 'вторник, 3 июля 2012 г. 15:04:05', [3, 7, 2012]],
    ['cs', 'úterý 3. července 2012 15:04:05', [3, 7, 2012]],
    ['cs', 'úterý 3. června 2012 15:04:05', [3, 6, 2012]],
    ['tr', '03 Ocak 2012 Salı 15:04:05', [3, 1, 2012]],
    ['tr', '3 KASIM 2012 15:04:05', [3, 11, 2012]],
    ['sv', 'den 3 maj 2012 15:04:05', [3, 5, 2012]],
    ['da', 'tirsdag den 3. januar 2012 kl. 15.04.05', [3, 1, 2012]],
    ['nb', 'tirsdag 3. desember 2012 15:04:05', [3, 12, 2012]],
    ['fi', 'tiistai 3. kesäkuuta 2012 klo 15.04.05', [3, 6, 2012]],
    ['hu', '2012. január 3., kedd 15:04:05', [3, 1, 2012]],
    ['hu', '2012. márc. 3. du. 3:04:05', [3, 3, 2012]],
    ['ja', '2012年3月1日 15:04:05', [2012, 3, 1]],
    ['ja', '2012年1月3日火曜日 午後 3:04:05', [2012, 1, 3]],
    ['ja', '2012年1月3日(火) 15:04:05', [2012, 1, 3]],
    ['zh-CN', '2012年3月1日星期四 15:04:05', [2012, 3, 1]],
    ['zh-CN', '03-3月-12 下午 03:04:05', [3, 3, 12]],
    ['zh-CN', '3-十一月-2012 15:04:05', [3, 11, 2012]],
    ['zh-TW', '2012年1月3日 星期二 下午3:04:05', [2012, 1, 3]],
    ['ko', '2012년 1월 3일 화요일 오후 3:04:05', [2012, 1, 3]],
    ['ko', '2012. 3. 1. 오후 3:04:05', [2012, 3, 1]],
  ] as const)('%s: %s', (language, text, date) => {
    const order = date[0] > 99 ? 'ymd' : 'dmy';
    expect(parseLocalTime(text, null, language)).toEqual({
      ...{ kind: 'local', date, orders: [order], timeOfDayMs: AFTERNOON, ticks: 0, precisionMs: 1000 },
    });
  });

  const LANGUAGES = 'en de fr es it pt-BR pt-PT nl pl ru cs tr sv da nb fi hu ja zh-CN zh-TW ko'.split(' ');
  const FORMS: readonly Intl.DateTimeFormatOptions[] = [
    { dateStyle: 'full' },
    { dateStyle: 'long' },
    { day: 'numeric', month: 'short', year: 'numeric' },
    { day: '2-digit', month: 'long', year: 'numeric' },
  ];
  test.each(LANGUAGES)('%s: what Intl writes of any day comes back', (language) => {
    const formats = FORMS.map((form) => new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC' }));
    const days = fc.integer({ min: Date.UTC(1993, 0) / 86_400_000, max: Date.UTC(2099, 11) / 86_400_000 });
    fc.assert(
      fc.property(days, fc.constantFrom(...formats), (day, format) => {
        const time = parseLocalTime(`${format.format(day * 86_400_000)} 15:04:05`, null, language);
        const [order] = time?.kind === 'local' ? time.orders : [];
        expect(time?.kind === 'local' && order ? localTimeMs(time, order) : time).toBe(day * 86_400_000 + AFTERNOON);
      }),
    );
  });

  test.each(LANGUAGES)('%s: all twelve, in full and shortened', (language) => {
    for (const month of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' });
      const dates = Array.from({ length: 12 }, (_, index) => Date.UTC(2012, index, 20));
      const read = dates.map((date) => parseLocalTime(format.format(date), '0:00', language));
      expect(read.map((time) => time?.kind === 'local' && localTimeMs(time, time.orders[0] ?? 'mdy'))).toEqual(dates);
    }
  });

  test.each(LANGUAGES)('%s: all hours, as usual there and by a clock of twelve', (language) => {
    const clock = { hour: 'numeric', minute: '2-digit', second: '2-digit', hourCycle: 'h12' } as const;
    const hours = Array.from({ length: 24 }, (_, hour) => at(hour, 4, 5));
    for (const form of [clock, { timeStyle: 'medium' } as const]) {
      const format = new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC' });
      const read = hours.map((ms) => parseLocalTime('2012-01-03', format.format(ms), language));
      expect(read.map((time) => time?.kind === 'local' && time.timeOfDayMs)).toEqual(hours);
    }
  });

  test.each([
    ...['Mark 12, 2010 10:00:00', 'Maybe 3, 2012 10:00:00', '5 maybe 2012 10:00:00', '12 errors 2012 10:00:00'],
    ...['Port 8 de 2012 10:00', '3 pasta 2012 10:00:00', '2012 prose 3 10:00:00', '31 avril 2012 10:00:00'],
    ...['3 13月 2012 10:00:00', '3 janvier 2012 kedden 10:00:00', '3 janvier 2012 and 10:00:00', '1 mars 10:00:00'],
  ])('no date: %s', (text) => {
    expect(parseLocalTime(text, null, null)).toBeNull();
  });
});

describe('exact times', () => {
  const utc = Date.UTC(2021, 9, 6, 22, 44, 43, 536);
  test.each([
    ['2021-10-06T22:44:43.5360963Z', 'utc', 963, 0.0001],
    ['2021-10-06T15:44:43.5360963-07:00', 'offset', 963, 0.0001],
    ['2021-10-06T22:44:43.536096Z', 'utc', 960, 0.001],
    ['2021-10-06T22:44:43.536096300Z', 'utc', 963, 0.0001],
    ['2021-10-06 22:44:43.536 UTC', 'utc', 0, 1],
    ['2021-10-07T00:29:43.536+01:45', 'offset', 0, 1],
    ['6.10.2021 23:44:43.536 (UTC+1)', 'offset', 0, 1],
    ['6.10.2021 15:44:43.536 GMT-07:00', 'offset', 0, 1],
    ['06.10.2021 22:44:43.536 GMT', 'utc', 0, 1],
  ] as const)('%s', (text, basis, ticks, precisionMs) => {
    expect(parseLocalTime(text, null, null)).toEqual({ kind: 'exact', basis, timeMs: utc, ticks, precisionMs });
  });

  test('a zone does not help where day and month are in doubt', () => {
    expect(parseLocalTime('3/2/2010 10:00 UTC', null, 'en')).toMatchObject({ kind: 'local', orders: ['mdy', 'dmy'] });
  });
});

describe('no times', () => {
  test.each([
    ...[
      'date',
      'time',
      '',
      '«date»',
      '*time*',
      '10/19/2010',
      '6:17:16 AM',
      '31.02.2010 10:00:00',
      '29.02.2011 10:00:00',
      '13/13/2010 1:00:00 AM',
    ],
    ...[
      '20/07/2553 10:00:00',
      '1431/07/20 10:00:00',
      '1/1/1601 12:00:00 AM',
      '10/19/2010 24:17:16',
      '10/19/2010 1:60:00',
      '10/19/2010 13:00:00 AM',
    ],
    ...[
      '2010-07-20 10:00 PTG',
      '2010-07-20 10:00:00:00',
      '1/2 10:00',
      '1.2.3.4 10:00',
      '2010-07-20 10:00+99:00',
      `${'1'.repeat(90)}/1/2010 1:00`,
    ],
  ])('%s', (text) => {
    expect(parseLocalTime(text, null, null)).toBeNull();
  });

  test('a date with a placeholder for the time', () => {
    expect(parseLocalTime('11/18/2006', 'time', 'en')).toBeNull();
    expect(parseLocalTime('date', '4:18:06 AM', 'en')).toBeNull();
  });

  test('no text throws, and a time is always a calendar day', () => {
    const piece = fc.constantFrom(
      ...'0123456789./-: TZAMPMampm午前年月日+,()'.split(''),
      'UTC',
      'p. m.',
      '2010',
      '31',
      'Nov',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 90 }),
          fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
        ),
        (text) => {
          const time = parseLocalTime(text, null, null);
          if (time?.kind !== 'local') return;
          expect(time.orders.length).toBeGreaterThan(0);
          for (const order of time.orders) expect(calendarDay(time.date, order)).not.toBeNull();
          expect(time.timeOfDayMs).toBeLessThan(86_400_000);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

test('the digits of a local time as if they were UTC', () => {
  const time = parseLocalTime('3/2/99', '10:15:22 AM', 'en');
  if (time?.kind !== 'local') throw new Error('not local');
  expect(localTimeMs(time, 'mdy')).toBe(Date.UTC(1999, 2, 2, 10, 15, 22));
  expect(localTimeMs(time, 'dmy')).toBe(Date.UTC(1999, 1, 3, 10, 15, 22));
  expect(localTimeMs(time, 'ymd')).toBeNull();
  expect(calendarDay([29, 2, 2000], 'dmy')).toEqual({ year: 2000, month: 2, day: 29 });
  expect(calendarDay([29, 2, 2100], 'dmy')).toBeNull();
});
