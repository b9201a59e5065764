import { describe, expect, test } from 'vitest';
import { visibleText } from '../../../src/core/report/visible-text.ts';
import { hostileTexts } from '../../support/hostile-texts.ts';

describe('visibleText', () => {
  test.each(Object.entries(hostileTexts))('leaves no control, override or half character of: %s', (_name, text) => {
    expect(visibleText(text)).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u);
  });
  test('spells out what would act', () => {
    expect(visibleText('\u001b[31mred')).toBe('\\x1b[31mred');
    expect(visibleText('abc\u202egnp.exe')).toBe('abc\\u202egnp.exe');
    expect(visibleText('a\ud800b')).toBe('a\\ud800b');
  });
  test('makes one blank of a line end', () => {
    expect(visibleText('one\r\ntwo\tthree\u2028four')).toBe('one two three four');
  });
  test('drops the direction marks that Windows writes into dates', () => {
    expect(visibleText('\u200e2013\u200e-\u200e02')).toBe('2013-02');
  });
  test('keeps letters of every language, their joiners and emoji', () => {
    const text = 'Schlüsselwörter Ошибка 重大 می\u200cخواهم 👩\u200d💻';
    expect(visibleText(text)).toBe(text);
  });
});
