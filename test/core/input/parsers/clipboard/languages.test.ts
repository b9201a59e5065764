import { expect, test } from 'vitest';
import { createClipboardParser } from '../../../../../src/core/input/parsers/clipboard/parser.ts';
import { NT_HEADINGS } from '../../../../../src/core/knowledge/words/headings-nt.ts';
import { VISTA_HEADINGS } from '../../../../../src/core/knowledge/words/headings-vista.ts';
import { parseText } from '../../../../support/parse-text.ts';
import { type BlockValues, ntBlock, vistaBlock } from './blocks.ts';

/** Error, none and N/A in each language, with a date as its region prints it. */
const WORDS: Readonly<Record<string, { error: string; none: string; nobody: string; date: string; time: string }>> = {
  en: { error: 'Error', none: 'None', nobody: 'N/A', date: '7/20/2010', time: '1:02:03 AM' },
  de: { error: 'Fehler', none: 'Keine', nobody: 'Nicht zutreffend', date: '20.07.2010', time: '01:02:03' },
  fr: { error: 'Erreur', none: 'Aucun', nobody: 'N/A', date: '20/07/2010', time: '01:02:03' },
  es: { error: 'Error', none: 'Ninguno', nobody: 'No disponible', date: '20/07/2010', time: '01:02:03 a.m.' },
  it: { error: 'Errore', none: 'Nessuno', nobody: 'N/A', date: '20/07/2010', time: '01:02:03' },
  'pt-BR': { error: 'Erro', none: 'Nenhum', nobody: 'N/D', date: '20/07/2010', time: '01:02:03' },
  'pt-PT': { error: 'Erro', none: 'Nenhuma', nobody: 'N/D', date: '20/07/2010', time: '01:02:03' },
  nl: { error: 'Fout', none: 'Geen', nobody: 'N.v.t.', date: '20-7-2010', time: '1:02:03' },
  pl: { error: 'Błąd', none: 'Brak', nobody: 'Nie dotyczy', date: '2010-07-20', time: '01:02:03' },
  ru: { error: 'Ошибка', none: 'Отсутствует', nobody: 'Н/Д', date: '20.07.2010', time: '1:02:03' },
  cs: { error: 'Chyba', none: 'Žádná', nobody: 'Není k dispozici', date: '20.7.2010', time: '1:02:03' },
  tr: { error: 'Hata', none: 'Yok', nobody: 'Yok', date: '20.07.2010', time: '01:02:03' },
  sv: { error: 'Fel', none: 'Ingen', nobody: 'Saknas', date: '2010-07-20', time: '01:02:03' },
  da: { error: 'Fejl', none: 'Ingen', nobody: 'Ikke tilgængelig', date: '20-07-2010', time: '01:02:03' },
  nb: { error: 'Feil', none: 'Ingen', nobody: 'I/T', date: '20.07.2010', time: '01:02:03' },
  fi: { error: 'Virhe', none: 'Ei mitään', nobody: 'Ei saatavilla', date: '20.7.2010', time: '1.02.03' },
  hu: { error: 'Hiba', none: 'Nincs', nobody: 'n.a.', date: '2010.07.20.', time: '1:02:03' },
  ja: { error: 'エラー', none: 'なし', nobody: 'N/A', date: '2010/07/20', time: '1:02:03' },
  'zh-CN': { error: '错误', none: '无', nobody: '暂缺', date: '2010/7/20', time: '1:02:03' },
  'zh-TW': { error: '錯誤', none: '無', nobody: '不適用', date: '2010/7/20', time: '上午 01:02:03' },
  ko: { error: '오류', none: '없음', nobody: '해당 없음', date: '2010-07-20', time: '오전 1:02:03' },
};
const languages = Object.keys(WORDS);

const valuesOf = (language: string): BlockValues => {
  const { error, none, nobody, date, time } = WORDS[language] ?? {
    error: '',
    none: '',
    nobody: '',
    date: '',
    time: '',
  };
  return {
    source: 'MSExchangeIS',
    eventId: 9607,
    level: error,
    category: none,
    date,
    time,
    user: nobody,
    computer: 'EX1',
    message: ['Error code 0x50d when preparing for backup.', '', 'Second: paragraph.'],
  };
};

test('the words of all languages are tested', () => {
  expect(Object.keys(VISTA_HEADINGS).sort()).toEqual([...languages].sort());
  expect(Object.keys(NT_HEADINGS).sort()).toEqual([...languages].sort());
});

const EXPECTED = {
  eventId: 9607,
  provider: 'MSExchangeIS',
  level: 'error',
  category: null,
  user: null,
  host: 'EX1',
  message: 'Error code 0x50d when preparing for backup.\n\nSecond: paragraph.',
};

const cases = languages.flatMap((language) =>
  [0, 1].flatMap((variant) => [
    ['vista', language, variant, vistaBlock(language, valuesOf(language), variant)] as const,
    ['nt', language, variant, ntBlock(language, valuesOf(language), variant)] as const,
  ]),
);

test.each(cases)('%s, %s, spelling %i: two blocks in a row are two events', (generation, language, _variant, block) => {
  const { events, problems, findings } = parseText(createClipboardParser, [...block, ...block, ''].join('\n'));
  expect(problems).toEqual([]);
  expect(events).toHaveLength(2);
  for (const event of events) {
    expect(event).toMatchObject(EXPECTED);
    expect(event.channel).toBe(generation === 'vista' ? 'Application' : null);
    expect(event.time).toMatchObject({ kind: 'local', timeOfDayMs: 3_723_000, precisionMs: 1000 });
    const [order] = event.time?.kind === 'local' ? event.time.orders : [];
    expect(order).toBe(
      ['pl', 'sv', 'hu', 'ja', 'zh-CN', 'zh-TW', 'ko'].includes(language) ? 'ymd' : language === 'en' ? 'mdy' : 'dmy',
    );
  }
  expect(events.map(({ position }) => position)).toEqual([1, block.length + 1]);
  expect(findings.freeText).toEqual([]);
  // Danish and Norwegian, and the two kinds of Portuguese, share most headings.
  expect([language, ...(SIBLINGS[language] ?? [])]).toContain(findings.language);
});

const SIBLINGS: Readonly<Record<string, readonly string[]>> = {
  'pt-BR': ['pt-PT'],
  'pt-PT': ['pt-BR'],
};

test.each(cases)(
  '%s, %s, spelling %i: any size of pieces gives the same',
  (_generation, _language, _variant, block) => {
    const text = [...block, ...block].join('\n');
    const whole = parseText(createClipboardParser, text);
    for (const size of [1, 7]) expect(parseText(createClipboardParser, text, { size })).toEqual(whole);
  },
);
