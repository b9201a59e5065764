import { runInThisContext } from 'node:vm';
import { expect, test } from 'vitest';
import { escaped } from '../../scripts/generated/escaped.ts';

test('text, expressions and templates mean the same in ASCII', () => {
  const source =
    'var tag = ([first]) => first; ({ text: "·€", hit: /^[·年]+$/u.exec("·年")?.[0], face: /^😀{2}$/u.test("😀😀"), piece: tag`“` })';
  const ascii = escaped(source);
  expect(ascii).toMatch(/^[ -~]+$/);
  expect(runInThisContext(ascii)).toEqual({ text: '·€', hit: '·年', face: true, piece: '“' });
  expect(runInThisContext(ascii)).toEqual(runInThisContext(source));
});

test('JSON says the same in ASCII', () => {
  expect(JSON.parse(escaped('{"ä":"\u{1f600}"}'))).toEqual({ ä: '\u{1f600}' });
});
