import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Expression,
  ExpressionError,
  namesIn,
  parseExpression,
} from '../../../../src/core/knowledge/rules/expression.ts';

/** With brackets around everything, so that the binding shows. */
const written = (expression: Expression): string => {
  switch (expression.kind) {
    case 'name':
      return expression.name;
    case 'context':
      return `ctx.${expression.name}`;
    case 'constant':
      return String(expression.value);
    case 'not':
      return `(not ${written(expression.of)})`;
    default:
      return `(${expression.of.map(written).join(` ${expression.kind} `)})`;
  }
};

test.each([
  ['a', 'a'],
  ['  a  ', 'a'],
  ['ctx.a', 'ctx.a'],
  ['true or false', '(true or false)'],
  ['a and b or c and d', '((a and b) or (c and d))'],
  ['a or b and c or d', '(a or (b and c) or d)'],
  ['not a and b', '((not a) and b)'],
  ['not (a and b)', '(not (a and b))'],
  ['not not a', '(not (not a))'],
  ['a and (b or ctx.c)', '(a and (b or ctx.c))'],
  ['((a))', 'a'],
  ['android or notes', '(android or notes)'],
  ['ctx.not', 'ctx.not'],
])('%j binds as %s', (text, expected) => {
  expect(written(parseExpression(text))).toBe(expected);
});

test('true and false of YAML are conditions', () => {
  expect(parseExpression(true)).toEqual({ kind: 'constant', value: true });
});

test('names know where they stand', () => {
  expect(namesIn(parseExpression('a and not (ctx.b or  cde)'))).toEqual([
    { kind: 'name', name: 'a', offset: 0 },
    { kind: 'context', name: 'b', offset: 11 },
    { kind: 'name', name: 'cde', offset: 21 },
  ]);
});

test.each([
  ['', 0, 'the condition ends where a name is needed'],
  ['a and ', 5, 'the condition ends where a name is needed'],
  ['a b', 2, '"and" or "or" is missing before "b"'],
  ['a ctx.b', 2, '"and" or "or" is missing before "ctx.b"'],
  ['(a b)', 3, '"and" or "or" is missing before "b"'],
  ['and a', 0, 'a name is needed before "and"'],
  ['a or ) b', 5, 'a name is needed before ")"'],
  ['a and (b or c', 6, 'this bracket is never closed'],
  ['a)', 1, 'this bracket was never opened'],
  ['a && b', 2, '"&" has no meaning here'],
  ['a-b', 1, '"-" has no meaning here'],
  ['ctx. a', 3, '"." has no meaning here'],
  [`${'not '.repeat(33)}a`, 128, 'more than 32 levels deep'],
  ['('.repeat(2000), 32, 'more than 32 levels deep'],
])('%j is refused at %i', (text, offset, message) => {
  const refused = () => parseExpression(text);
  expect(refused).toThrow(new ExpressionError(message, offset));
  expect(refused).toThrow(expect.objectContaining({ offset }));
});

const name = fc.constantFrom('a', 'b', 'long_name9', 'ctx.c', 'true');
const expression = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 6 },
    name,
    tie('any').map((inner) => `not ${inner}`),
    fc.tuple(tie('any'), fc.constantFrom(' and ', ' or '), tie('any')).map((parts) => parts.join('')),
    tie('any').map((inner) => `(${inner})`),
  ),
})).any;

test('what was read means the same when written with all brackets', () => {
  fc.assert(
    fc.property(expression, (text) => {
      const once = written(parseExpression(text));
      expect(written(parseExpression(once))).toBe(once);
    }),
  );
});

test('any text is read or refused with a place inside of it', () => {
  const word = fc.constantFrom('a', 'not', 'and', 'or', '(', ')', ' ', 'ctx.b', '.', 'é', '\n');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(word).map((words) => words.join(' ')),
      ),
      (text) => {
        try {
          parseExpression(text);
        } catch (error) {
          expect(error).toBeInstanceOf(ExpressionError);
          const { offset } = error as ExpressionError; // the line above checked it
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(offset).toBeLessThanOrEqual(text.length);
        }
      },
    ),
  );
});
