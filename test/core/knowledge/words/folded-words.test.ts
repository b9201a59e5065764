import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWord } from '../../../../src/core/knowledge/words/fold.ts';
import { FoldedWords } from '../../../../src/core/knowledge/words/folded-words.ts';

const WORDS = ['Event ID', 'Grün', 'ilk', 'Ölçüm', '7 days', "d'événement", '事件', '#'];
const table = new FoldedWords(WORDS.map((word, index) => [word, index] as const));
const valueByWord = new Map(WORDS.map((word, index) => [foldWord(word), index] as const));

/** What editors, languages and hands make of a word. */
const WRITINGS: readonly ((word: string) => string)[] = [
  (word) => word.toUpperCase(),
  (word) => word.replace('i', 'İ'),
  (word) => word.replace('i', 'ı'),
  (word) => word.replace(' ', '\u00a0\t'),
  (word) => word.replace("'", '’'),
  (word) => ` \n${word} `,
  (word) => `\u200e${word}`,
  (word) => word.normalize('NFD'),
  (word) => word.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
];

describe('a table of folded words', () => {
  it.each(WORDS.map((word, index) => [word, index]))('knows %s in every writing', (word, index) => {
    for (const write of WRITINGS)
      expect([write(`${word}`), table.get(write(`${word}`))]).toEqual([write(`${word}`), index]);
  });

  it('answers as a map of what is folded first does', () => {
    const letter = fc.constantFrom(..."eE iIıİvVnNtTdDöÖ7#'’\t\u00a0\u200b事件gr\u0308u");
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: letter, maxLength: 9 }), fc.string({ maxLength: 9 })), (text) => {
        expect(table.get(text)).toBe(valueByWord.get(foldWord(text)));
      }),
      { numRuns: 5000 },
    );
  });

  it('has the last of two entries with one word', () => {
    expect(
      new FoldedWords([
        ['Date', 1],
        ['DATE', 2],
      ] as const).get('date'),
    ).toBe(2);
  });
});
