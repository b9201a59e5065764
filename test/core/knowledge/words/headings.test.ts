import { describe, expect, test } from 'vitest';
import { dialects, headingBefore, meaningsOf, scoreHeadings } from '../../../../src/core/knowledge/words/headings.ts';
import { leastCostMs } from '../../../support/cost.ts';

const before = (text: string) => {
  const colon = text.search(/[:：]/);
  const found = headingBefore(text, colon < 0 ? text.length : colon);
  return found && [found.start, [...new Set(found.meanings.map(({ field }) => field))]];
};

describe('a heading in front of a colon', () => {
  test.each([
    ['Log Name: x', 0, ['logName']],
    ['  **Event ID**: 7', 4, ['eventId']],
    ['VSS Event Source: x', 4, ['source']],
    ['Source: x', 0, ['source']],
    ["ID de l'événement : 7", 0, ['eventId']],
    ['ID\u00a0de\u202fl’événement\u00a0: 7', 0, ['eventId']],
    ['Код   события: 7', 0, ['eventId']],
    ['イベント ID：7', 0, ['eventId']],
    ['OLAY KİMLİĞİ: 7', 0, ['eventId']],
    ['Id. del evento: 7', 0, ['eventId']],
    ['XEvent ID: 7', null, null],
    ['nonsense: 7', null, null],
    [': 7', null, null],
  ] as const)('%s', (text, start, fields) => {
    expect(before(text)).toEqual(start === null ? null : [start, fields]);
  });

  test('the longest wins, and nothing before the floor is looked at', () => {
    expect(headingBefore('Event Source', 12)?.start).toBe(0);
    expect(headingBefore('Event Source', 12, 6)?.start).toBe(6);
    expect(headingBefore('Event Source', 12, 7)).toBeNull();
  });

  test('data is the date in Italian and the bytes in English', () => {
    const fields = meaningsOf('Data').map(({ dialect, field }) => `${dialect.language} ${dialect.generation} ${field}`);
    expect(fields).toContain('en nt data');
    expect(fields).toContain('it vista date');
    expect(fields).toContain('cs nt data');
  });
});

test('21 languages in two generations, the NT 4 dialog, and what no table has', () => {
  expect(dialects).toHaveLength(44);
  for (const { fieldByHeading, start } of dialects) {
    expect([...fieldByHeading.values()]).toEqual(expect.arrayContaining(['source', 'eventId', 'description']));
    if (start !== null) expect([...fieldByHeading.values()]).toContain(start);
  }
});

describe('the score of a head of text', () => {
  const russian = 'Имя журнала: Application\nИсточник: VSS\nКод события: 7\nУровень: Ошибка\n';

  test('counts headings and column names', () => {
    expect(scoreHeadings(russian)).toBe(4);
    expect(scoreHeadings('Ebene,Datum und Uhrzeit,Quelle,Ereignis-ID,Aufgabenkategorie\n')).toBe(5);
    expect(scoreHeadings('Niveau\tDate et heure\tSource\tID de l’événement\tCatégorie de la tâche\n')).toBe(5);
    expect(scoreHeadings('words without any')).toBe(0);
  });

  test('is higher for the right code page', () => {
    const bytes = Uint8Array.from(
      [...russian].map((character) => {
        const code = character.charCodeAt(0);
        return code < 0x80 ? code : code - 0x350; // U+0410 to U+044F in windows-1251
      }),
    );
    const decode = (encoding: string) => new TextDecoder(encoding).decode(bytes, { stream: true });
    expect(scoreHeadings(decode('windows-1251'))).toBe(4);
    expect(scoreHeadings(decode('windows-1252'))).toBe(0);
  });

  test('costs as much as the text is long', async () => {
    const text = 'a b c d e f g h i j k l m n o p:'.repeat(30_000);
    expect(await leastCostMs(() => scoreHeadings(text), 3000)).toBeLessThan(3000);
  });
});
