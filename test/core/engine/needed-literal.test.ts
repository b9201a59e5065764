import fc from 'fast-check';
import { RE2JS } from 're2js';
import { expect, test } from 'vitest';
import { neededLiteral } from '../../../src/core/engine/needed-literal.ts';
import { builtinRules } from '../../../src/core/knowledge/builtin/rules.ts';

test.each([
  ['(^|[^0-9A-Za-z.-])10013([^0-9A-Za-z-]|$)', '10013'],
  ['Offset -?\\d{5,} seconds', ' seconds'],
  ['expected name is\\s+(?<v>[\\w.-]+)', 'expected name is'],
  ['abcd+ef', 'abcd'],
  ['abcd*ef', 'abc'],
  ['abcd{0,2}ef', 'abc'],
  ['10\\.0\\.1', '10.0.1'],
  ['[]x|y]abc', 'abc'],
  ['[^]x]abc', 'abc'],
  ['[a^]abc|def', ''],
  ['[[:alpha:]|]abc', 'abc'],
  ['(a[)]b|c)def', 'def'],
  ['(a\\)b|c)def', 'def'],
  ['one|two', ''],
  ['\\Qa|b\\E', ''],
  ['\\x41bcd', ''],
  ['(?i)serv', 'serv'],
  ['ab', ''],
])('of %s is %j', (source, literal) => {
  expect(neededLiteral(source)).toBe(literal);
});

/** Expressions, each with a text that it matches. */
type Matched = readonly [source: string, text: string];
const pieces: fc.Arbitrary<Matched> = fc.constantFrom<Matched[]>(
  ['a', 'A'],
  ['K', '\u212a'],
  ['s', 'S'],
  ['abc', 'aBc'],
  ['b?', ''],
  ['b?', 'b'],
  ['c*', ''],
  ['c*', 'cc'],
  ['d+', 'dd'],
  ['e{0,2}', ''],
  ['e{0,2}', 'ee'],
  ['.', 'x'],
  ['\\d', '7'],
  ['\\.', '.'],
  ['\\\\', '\\'],
  ['[ab]', 'b'],
  ['[^]a]', 'x'],
  ['[a^]', '^'],
  ['[]b]', ']'],
  ['[[:digit:]|]', '|'],
  ['[(]', '('],
  ['\\(', '('],
  ['(?i)', ''],
);
const expression: fc.Arbitrary<Matched> = fc.letrec<{ all: Matched; part: Matched }>((tie) => ({
  all: fc
    .array(tie('part'), { minLength: 1, maxLength: 5 })
    .map((parts) => [parts.map(([source]) => source).join(''), parts.map(([, text]) => text).join('')] as const),
  part: fc.oneof(
    { weight: 5, arbitrary: pieces },
    fc
      .tuple(tie('all'), tie('all'), fc.constantFrom('', '?', '*', '+'))
      .map(([a, b, sign]): Matched => [`(${a[0]}|${b[0]})${sign}`, a[1]]),
    fc.tuple(tie('all'), fc.constantFrom('?', '*')).map(([a, sign]): Matched => [`(?:${a[0]})${sign}`, '']),
  ),
})).all;

test('stands in every text that matches', () => {
  fc.assert(
    fc.property(expression, ([source, text]) => {
      fc.pre(RE2JS.compile(source, RE2JS.CASE_INSENSITIVE).matcher(text).find());
      expect(text.toLowerCase()).toContain(neededLiteral(source));
    }),
    { numRuns: 10_000 },
  );
});

function expressionsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'regex' ? (Array.isArray(inner) ? inner : [inner]) : expressionsIn(inner),
  );
}

test('stands in what the expressions of the rules match', () => {
  const sources = [...new Set(expressionsIn(builtinRules))];
  expect(sources.length).toBeGreaterThan(300);
  const seed = 1;
  let matched = 0;
  for (const source of sources) {
    const expression = RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
    const samples = fc.stringMatching(new RegExp(source.replaceAll(/\(\?[is]\)|\\b/g, ''))).map((one) => ` ${one} `);
    for (const sample of fc.sample(samples, { seed, numRuns: 20 }))
      if (expression.matcher(sample).find()) {
        matched += 1;
        expect(sample.toLowerCase(), source).toContain(neededLiteral(source));
      }
  }
  expect(matched).toBeGreaterThan(5000);
});
