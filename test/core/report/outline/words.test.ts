import { describe, expect, test } from 'vitest';
import { dialects } from '../../../../src/core/knowledge/words/headings.ts';
import { limitWords } from '../../../../src/core/report/outline/durations.ts';
import {
  counted,
  ended,
  enumerated,
  languageName,
  shortened,
  spoken,
} from '../../../../src/core/report/outline/words.ts';

test('a count is followed by one thing or by things, with commas between thousands', () => {
  expect([counted(1, 'event'), counted(0, 'event'), counted(84312, 'event'), counted(1234567, 'event')]).toEqual([
    '1 event',
    '0 events',
    '84,312 events',
    '1,234,567 events',
  ]);
});

test('a list ends in a word before its last part', () => {
  expect([enumerated([]), enumerated(['a']), enumerated(['a', 'b', 'c'], 'or')]).toEqual(['', 'a', 'a, b or c']);
});

test('ends a sentence once', () => {
  expect([ended('a'), ended('a.'), ended('a?')]).toEqual(['a.', 'a.', 'a?']);
});

test('names of rules and formats are spoken', () => {
  expect([spoken('not_closed'), spoken('clipboard-text')]).toEqual(['not closed', 'clipboard text']);
});

test('languages have names, anything else stays', () => {
  expect(['de', 'pt-BR', 'xx', '"; rm', 'constructor'].map(languageName)).toEqual([
    'German',
    'Brazilian Portuguese',
    'xx',
    '"; rm',
    'constructor',
  ]);
});

test('every language that is read has a name', () => {
  const tags = new Set(dialects.map(({ language }) => language));
  expect(tags.size).toBe(22);
  expect([...tags].filter((tag) => languageName(tag) === tag)).toEqual([]);
});

describe('shortened', () => {
  test('makes one line of a text', () => {
    expect(shortened(' a\r\n\tb  c ', 10)).toBe('a b c');
  });
  test('cuts with a mark, never through a character', () => {
    expect(shortened('abcdef', 4)).toBe('abc…');
    expect(shortened('ab👍👍👍', 4)).toBe('ab…');
  });
  test('a text of blanks behind the cut is still marked as cut', () => {
    expect(shortened(`a${' '.repeat(100)}b`, 5)).toBe('a…');
  });
});

describe('limitWords', () => {
  test.each([
    ['20m', '10m', ', 10m allowed, 10m too long'],
    ['10m 1s', '10m', ', 10m allowed, 1s too long'],
    ['1d 2h', '24h', ', 24h allowed, 2h too long'],
    ['2d 2h', '24h', ', 24h allowed, 26h too long'],
    ['4', '5', ', 5 allowed'],
    ['10m', null, ''],
    [null, '5m', ', 5m allowed'],
    ['5m', '10m', ', 10m allowed'],
  ])('had %s of %s', (had, needed, words) => {
    expect(limitWords(had, needed)).toBe(words);
  });
});
