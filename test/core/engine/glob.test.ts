import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileGlob, matchesGlob } from '../../../src/core/engine/glob.ts';
import { leastCostMs } from '../../support/cost.ts';

const RUNS = 3000;

/** The same as a regular expression, for short inputs. */
const toExpression = (glob: string): RegExp =>
  new RegExp(
    `^${[...glob].map((letter) => (letter === '*' ? '.*' : letter === '?' ? '.' : letter.replace(/\W/, '\\$&'))).join('')}$`,
    's',
  );

test('a star is any run of characters and a question mark one, as in an expression', () => {
  const glob = fc.string({ unit: fc.constantFrom('*', '?', 'a', 'b', '.'), maxLength: 8 });
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '.', '\n'), maxLength: 8 });
  fc.assert(
    fc.property(
      glob,
      text,
      (pattern, subject) => matchesGlob(pattern, subject) === toExpression(pattern).test(subject),
    ),
    { numRuns: RUNS },
  );
});

test.each([
  ['scsi*', 'SCSIport', true],
  ['*', '', true],
  ['?', '', false],
  ['ESE*', 'ese98', true],
  ['ese', 'ese98', false],
  ['Microsoft-Windows-*', 'microsoft-windows-', true],
])('%s against %s without case: %s', (glob, text, isMatch) => {
  expect(compileGlob(glob)(text)).toBe(isMatch);
});

test('many stars over a long text cost no more than the product of the lengths', async () => {
  const match = () => expect(matchesGlob(`${'*a'.repeat(500)}*b`, 'a'.repeat(20_000))).toBe(false);
  expect(await leastCostMs(match, 2000)).toBeLessThan(2000);
});
