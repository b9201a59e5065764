import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadRule } from '../../../../src/core/knowledge/rules/load.ts';
import { RULE } from './rule-text.ts';

const FOLDER = fileURLToPath(new URL('../../../../rules/', import.meta.url));
const realRules = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml'))
  .map((path) => [path.replaceAll('\\', '/'), readFileSync(`${FOLDER}${path}`, 'utf8')] as const);
const anyRule = fc.constantFrom(RULE, ...realRules.map(([, text]) => text));

/** Whatever the text is: a rule or problems, and each problem says where, what and what to write. */
function expectAnAnswer(text: string): void {
  const { rule, problems } = loadRule(text, { file: 'f' });
  expect(rule === null).toBe(problems.length > 0);
  const lineCount = text.split('\n').length;
  for (const { file, line, column, message, hint } of problems) {
    expect(file).toBe('f');
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lineCount);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(message).toMatch(/^[^\n]+$/);
    expect(hint).toMatch(/^[^\n]+$/);
    expect(`${message}${hint}`).not.toMatch(/undefined|Invalid input|\[object/);
  }
}

describe('the loader answers to any text', () => {
  test('random characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), expectAnAnswer));
  });

  test('random pieces of YAML', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'evdx',
        'events',
        'find',
        ': ',
        ':',
        '- ',
        '\n',
        '\n  ',
        '\t',
        '{',
        '}',
        '[',
        ']',
        ',',
        '"',
        "'",
        '|',
        '>',
        '#',
      ],
      ...[
        '&a',
        '*a',
        '!a',
        '!!int',
        '?',
        '%',
        '---',
        '...',
        '<<',
        '__proto__',
        '0x1',
        '.inf',
        'null',
        '~',
        '\\',
        '\u2028',
        '\0',
      ],
    );
    fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => expectAnAnswer(pieces.join(''))));
  });

  test('rules with a piece cut out, put in or moved', () => {
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    const piece = fc.oneof(
      fc.string({ maxLength: 5 }),
      fc.constantFrom('\n', '  ', '\n- ', ': ', '[', '}', '"', "'", ' and ', '-'),
    );
    fc.assert(
      fc.property(anyRule, place, fc.nat({ max: 40 }), piece, place, (text, from, length, put, to) => {
        const start = Math.floor(from * text.length);
        const rest = text.slice(0, start) + text.slice(start + length);
        const target = Math.floor(to * rest.length);
        expectAnAnswer(rest.slice(0, start) + put + rest.slice(start));
        expectAnAnswer(rest.slice(0, target) + text.slice(start, start + length) + rest.slice(target));
      }),
      { numRuns: 150 },
    );
  });

  test('rules with any value in any place, all at once', () => {
    const word = fc.constantFrom(
      'start',
      'fail',
      'chain',
      'failure',
      'open',
      'disk',
      'host',
      'path',
      'constructor',
      '1h',
      'not start',
      '',
    );
    const key = fc.constantFrom(
      'any',
      'not',
      'one',
      'seq',
      'of',
      'after',
      'for',
      'if',
      'regex',
      'by',
      'event',
      'code',
      'nonsense',
    );
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 3 },
        word,
        fc.constantFrom(null, true, 0, -1, 7, 1.5, 1e300),
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(fc.oneof(key, word), tie('any'), { maxKeys: 3 }),
      ),
    })).any;
    const change = fc.tuple(fc.nat(), value, fc.boolean());
    fc.assert(
      fc.property(anyRule, fc.array(change, { minLength: 1, maxLength: 4 }), (text, changes) => {
        const rule: unknown = parse(text);
        for (const [place, put, isRemoval] of changes) {
          const places = placesOf(rule);
          const [holder, step] = places[place % places.length] ?? [{}, 'x'];
          if (isRemoval) Reflect.deleteProperty(holder, step);
          else Reflect.set(holder, step, put);
        }
        expectAnAnswer(JSON.stringify(rule));
      }),
      { numRuns: 300 },
    );
  });
});

/** Every key and entry of a plain value, with the map or list that holds it. */
const placesOf = (value: unknown): readonly (readonly [object, string])[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([step, item]) => [[value, step] as const, ...placesOf(item)]);

test.each([
  ['names that are all unknown', namesThatAreUnknown()],
  ['conditions of a thousand names', RULE.replace('chain and ctx.old', `${'a or '.repeat(800)}a`)],
  ['classes that extend each other in a row', RULE.replace('state:', `${chainOfClasses()}state:`)],
  ['expressions that would make millions of steps', largeExpressions()],
  ['quotes and nothing else', '"'.repeat(250_000)],
  ['a key given fifty thousand times', 'a: 1\n'.repeat(50_000)],
])('%s get an answer before the test times out', (_what, text) => {
  expectAnAnswer(text);
});

function namesThatAreUnknown(): string {
  const name = (index: number): string => `n${index}_${'abcdefghij'.repeat(5)}`;
  const list = Array.from({ length: 200 }, (_, index) => name(index)).join(', ');
  const classes = Array.from({ length: 100 }, (_, index) => `  ${name(index + 500)}: {id: 1}\n`).join('');
  return RULE.replace('state:', `${classes}state:`).replace('of: stop, after', `of: [${list}], after`);
}

function chainOfClasses(): string {
  return Array.from(
    { length: 120 },
    (_, index) => `  c${index + 1}: {extends: ${index === 0 ? 'start' : `c${index}`}}\n`,
  ).join('');
}

function largeExpressions(): string {
  const expression = `'(?:a{10}${'c'.repeat(3900)}){100}'`;
  return RULE.replace('provider: disk, id: 7', `id: 7, text: {regex: [${Array(60).fill(expression).join(', ')}]}`);
}
