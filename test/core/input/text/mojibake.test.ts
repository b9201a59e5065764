import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { upperHalfOf } from '../../../../src/core/input/text/code-pages.ts';
import { findMojibake, type MojibakePage, MojibakeRepair } from '../../../../src/core/input/text/mojibake.ts';
import { countGermanHeadings, noHeadings, utf8 } from './pieces.ts';

const PAGES: readonly MojibakePage[] = ['windows-1252', 'windows-1251', 'windows-1250', 'ibm850', 'ibm437'];

/** UTF-8 read with the wrong page. */
const spoil = (text: string, page: MojibakePage): string =>
  [...utf8(text)]
    .map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : upperHalfOf(page).charAt(byte - 0x80)))
    .join('');

function repairInPieces(text: string, pages: readonly MojibakePage[], size: number): string {
  return pages.reduce((spoilt, page) => {
    const repair = new MojibakeRepair(page);
    let repaired = '';
    for (let at = 0; at < spoilt.length; at += size) repaired += repair.push(spoilt.slice(at, at + size));
    return repaired + repair.end();
  }, text);
}

const WORDS: Readonly<Record<string, readonly string[]>> = {
  German: ['für', 'Größe', 'ÜBERPRÜFUNG', '„Schlüssel“', 'ß', 'Spaß“', 'Ärger –', 'FUSSNOTE…', 'Straße”'],
  French: ['été', 'À', 'l’événement', '« déjà »', 'ACTIVITÉ\u00a0:', 'œuvre…', 'ÉTÉ”', 'où', 'ça', 'Noël', 'à «'],
  Portuguese: ['não', 'NÃO', 'MAÇÃ”', 'informações', 'ÃO', 'à', 'È', 'operação º', 'ª', 'Â', 'JOÃO'],
  Vietnamese: ['không', 'ĐÃ', 'Sự', 'kiện', 'Lỗi', 'dịch', 'vụ', 'MÃ', 'ở', 'ưu', 'tiên…', 'được”'],
  Russian: ['служба', 'США…', 'РФ»', 'Ошибка', 'Сбой', 'С.', 'РИС»', '«СССР»', '№ 5', 'ёлка', 'Ёж'],
  Ukrainian: ['Рівень', 'Січень', 'їжак', 'Єдність', 'ґрунт', 'рік', 'служба', 'Рік', 'помилка', 'Сім’я'],
  Polish: ['Błąd', 'źródło', '„żółć”', 'Łódź', 'ŻÓŁĆ', 'usługa', 'ę', 'Ć'],
  Japanese: ['サービス', '「エラー」', '日本語', 'イベント', '説明：'],
};
const texts = fc
  .constantFrom(...Object.values(WORDS))
  .chain((words) =>
    fc.array(fc.constantFrom(...words, 'Event', 'ID:', '9607', '\r\n'), { minLength: 1, maxLength: 30 }),
  )
  .map((words) => words.join(' '));

describe('findMojibake', () => {
  test.each([
    ['windows-1252', 'FÃ¼r die GrÃ¶ÃŸe', 'Für die Größe'],
    ['windows-1252', 'Ð˜Ð¼Ñ Ð¶ÑƒÑ€Ð½Ð°Ð»Ð°: VSS', 'Имя журнала: VSS'.replace('я', 'Ñ')],
    ['windows-1252', 'itâ€™s â€œfineâ€\u009d', 'it’s “fine”'],
    ['windows-1252', 'ï»¿Event ID: 1', '\ufeffEvent ID: 1'],
    ['windows-1252', 'æ—¥å¿—å\u0090\u008dç§°', '日志名称'],
    ['windows-1251', 'Р\u0098РјСЏ Р¶СѓСЂРЅР°Р»Р°', 'Имя журнала'],
    ['windows-1250', 'BĹ‚Ä…d usĹ‚ugi', 'Błąd usługi'],
    ['ibm850', 'f├╝r die Gr├Â├ƒe', 'für die Größe'],
    ['ibm437', 'f├╝r die Gr├╢├ƒe', 'für die Größe'],
  ] as const)('%s: %s', (page, spoilt, right) => {
    expect(findMojibake(spoilt, noHeadings)).toEqual([page]);
    expect(repairInPieces(spoilt, [page], spoilt.length)).toBe(right);
  });

  test('one spoilt letter in the midst of a word is enough', () => {
    expect(findMojibake('Event ID 12 fÃ¼r', noHeadings)).toEqual(['windows-1252']);
  });

  test('text that was spoilt twice is repaired twice', () => {
    const twice = spoil(spoil('Für die Größe des Schlüssels', 'windows-1252'), 'windows-1252');
    expect(findMojibake(twice, noHeadings)).toEqual(['windows-1252', 'windows-1252']);
    expect(repairInPieces(twice, ['windows-1252', 'windows-1252'], 1)).toBe('Für die Größe des Schlüssels');
  });

  test('more headings prove it where most letters are right', () => {
    const mixed = `SchlÃ¼sselwÃ¶rter:Klassisch\n${'über größere Änderungen '.repeat(10)}`;
    expect(findMojibake(mixed, noHeadings)).toEqual([]);
    expect(findMojibake(mixed, countGermanHeadings)).toEqual(['windows-1252']);
    expect(repairInPieces(mixed, ['windows-1252'], 5)).toBe(mixed.replace('SchlÃ¼sselwÃ¶rter', 'Schlüsselwörter'));
  });

  test('right text of many languages is left alone', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(findMojibake(text, noHeadings)).toEqual([]);
        expect(findMojibake(text, countGermanHeadings)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test('a French quotation is not Chinese', () => {
    expect(findMojibake('«café”… puis “thé”…', noHeadings)).toEqual([]);
  });

  test('lines drawn by a console are not mojibake', () => {
    expect(findMojibake('┌────┬────┐\n│ a  │ b  │\n├────┼────┤\n└────┴────┘', noHeadings)).toEqual([]);
  });
});

describe('MojibakeRepair', () => {
  test.each(PAGES)('gives back what %s spoilt, however it is cut', (page) => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 9 }), (text, size) => {
        expect(repairInPieces(spoil(text, page), [page], size)).toBe(text);
      }),
    );
  });

  test('what is no sequence stays', () => {
    const text = 'Ã Ãx ¼ Ã\u0085\u0085 Â\u0085 ðŸ˜ x';
    expect(repairInPieces(text, ['windows-1252'], 2)).toBe('Ã Ãx ¼ Å\u0085 Â\u0085 ðŸ˜ x');
  });

  test('holds back three characters at most', () => {
    const repair = new MojibakeRepair('windows-1252');
    expect(repair.push('ðŸ˜')).toBe('');
    expect(repair.push('ðŸ˜')).toBe('ðŸ˜');
    expect(repair.end()).toBe('ðŸ˜');
  });

  test('never throws on random text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...PAGES), (text, page) => {
        expect(typeof repairInPieces(text, [page], 3)).toBe('string');
        expect(findMojibake(text, noHeadings).length).toBeLessThanOrEqual(2);
      }),
    );
  });
});
