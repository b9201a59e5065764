import { describe, expect, test } from 'vitest';
import type { EventRecord } from '../../../src/core/model/event.ts';
import { events } from '../../../src/core/pipeline/events.ts';
import type { EventsOptions } from '../../../src/core/pipeline/options.ts';
import { sourceOf } from '../../support/sources.ts';

async function read(text: string, options: EventsOptions = {}) {
  const found: EventRecord[] = [];
  const problems: string[] = [];
  const onProblem = (_: string, { code }: { readonly code: string }): void => void problems.push(code);
  for await (const batch of events([sourceOf('log', text)], { ...options, onProblem })) found.push(...batch);
  const times = found.map(({ timeMs }) => (timeMs === null ? null : new Date(timeMs).toISOString().slice(0, 19)));
  return { times, problems };
}

/** Writes an event at a date and a clock, in a form whose language says nothing or English. */
const FORMS: Readonly<Record<string, (date: string, clock: string) => string>> = {
  'viewer 2003': (date, clock) => `${date},${clock},disk,Error,None,7,N/A,EX1,The device has a bad block.\r\n`,
  psloglist: (date, clock) =>
    `[7] disk\r\n   Type:     ERROR\r\n   Computer: EX1\r\n   Time:     ${date} ${clock}   ID:       7\r\nA bad block.\r\n\r\n`,
  'PowerShell list': (date, clock) =>
    `TimeCreated  : ${date} ${clock}\r\nProviderName : disk\r\nId           : 7\r\nMessage      : A bad block.\r\n\r\n`,
  'PowerShell CSV': (date, clock) => `"${date} ${clock}","7","disk","Error","A bad block."\r\n`,
  clipboard: (date, clock) =>
    `Event Type:\tError\r\nEvent Source:\tdisk\r\nEvent Category:\tNone\r\nEvent ID:\t7\r\nDate:\t\t${date}\r\nTime:\t\t${clock}\r\nUser:\t\tN/A\r\nComputer:\tEX1\r\nDescription:\r\nA bad block.\r\n\r\n`,
};
const HEADERS: Readonly<Record<string, string>> = {
  'PowerShell CSV': '"TimeCreated","Id","ProviderName","LevelDisplayName","Message"\r\n',
};
const log = (form: string, times: readonly (readonly [string, string])[]): string =>
  (HEADERS[form] ?? '') + times.map(([date, clock]) => FORMS[form]?.(date, clock) ?? '').join('');

describe.each(Object.keys(FORMS))('%s', (form) => {
  test('one day above twelve tells the order of all, wherever it stands', async () => {
    const early = log(form, [
      ['05/02/2016', '10:00:00'],
      ['25/02/2016', '10:00:00'],
    ]);
    expect(await read(early)).toEqual({ times: ['2016-02-05T10:00:00', '2016-02-25T10:00:00'], problems: [] });
    const american = log(form, [
      ['02/05/2016', '10:00:00'],
      ['02/25/2016', '10:00:00'],
    ]);
    expect(await read(american)).toEqual({ times: ['2016-02-05T10:00:00', '2016-02-25T10:00:00'], problems: [] });
  });
  test('an order that nothing tells is settled by the option', async () => {
    const text = log(form, [['05/02/2016', '10:00:00']]);
    expect(await read(text, { dateOrder: 'mdy' })).toEqual({ times: ['2016-05-02T10:00:00'], problems: [] });
    expect(await read(text, { dateOrder: 'dmy' })).toEqual({ times: ['2016-02-05T10:00:00'], problems: [] });
  });
  test.each([
    ['AM', '12:00:01 AM', '00:00:01'],
    ['PM', '12:00:01 PM', '12:00:01'],
    ['p. m.', '3:00:01 p. m.', '15:00:01'],
    ['nachmittags in Chinese', '下午 3:00:01', '15:00:01'],
    ['오전', '오전 3:00:01', '03:00:01'],
  ])('half of the day: %s', async (_, clock, expected) => {
    expect((await read(log(form, [['25/02/2016', clock]]))).times).toEqual([`2016-02-25T${expected}`]);
  });
  test('dates of other regions', async () => {
    for (const date of ['25.02.2016', '2016-02-25', '2016/02/25', '25-02-2016', '2016. 02. 25.'])
      expect((await read(log(form, [[date, '10:00:00']]))).times, date).toEqual(['2016-02-25T10:00:00']);
  });
});

const COPIES: Readonly<Record<string, string>> = {
  en: 'Log Name: System\nSource: disk\nDate: ?\nEvent ID: 7\nLevel: Error\nComputer: EX1\nDescription:\nA bad block.\n',
  de: 'Protokollname: System\nQuelle: disk\nDatum: ?\nEreignis-ID: 7\nEbene: Fehler\nComputer: EX1\nBeschreibung:\nEin Block.\n',
  fr: 'Nom du journal : System\nSource : disk\nDate : ?\nID de l’événement : 7\nNiveau : Erreur\nOrdinateur : EX1\nDescription :\nUn bloc.\n',
};
const copyIn = (language: string, date: string): string => (COPIES[language] ?? '').replace('?', date);

test.each([
  ['en', '03/11/2016 23:22:06', '2016-11-03T23:22:06', ['time/ambiguous-order']],
  ['en', '3/11/2016 11:22:06 PM', '2016-03-11T23:22:06', []],
  ['de', '03.11.2016 23:22:06', '2016-11-03T23:22:06', []],
  ['fr', '03/11/2016 23:22:06', '2016-11-03T23:22:06', []],
])('a copy under headings in %s with %s', async (language, date, time, problems) => {
  expect(await read(copyIn(language, date))).toEqual({ times: [time], problems });
  expect(await read(copyIn('en', '03/11/2016 23:22:06'), { dateOrder: 'mdy' })).toEqual({
    times: ['2016-03-11T23:22:06'],
    problems: [],
  });
});

test.each(['viewer 2003', 'psloglist', 'PowerShell list', 'PowerShell CSV'])(
  '%s: an order that neither the times nor a language tells is reported',
  async (form) => {
    const { problems } = await read(log(form, [['05/02/2016', '10:00:00']]));
    expect(problems).toEqual(['time/ambiguous-order']);
  },
);

test('times without a year are none, and are reported once', async () => {
  const table = [
    '   Index Time          EntryType   Source                 InstanceID Message',
    '   ----- ----          ---------   ------                 ---------- -------',
    '   14382 Feb 10 16:02  Information Service Control M...   1073748860 The service entered the running state.',
    '   14381 Feb 10 16:01  Information Service Control M...   1073748860 The service entered the stopped state.',
  ].join('\r\n');
  expect(await read(table)).toEqual({ times: [null, null], problems: ['time/no-year'] });
});
