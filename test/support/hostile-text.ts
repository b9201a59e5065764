import fc from 'fast-check';
import { expect } from 'vitest';
import type { CreateTextParser } from '../../src/core/model/parser.ts';
import { parseText } from './parse-text.ts';

const MARKS = ['\n', ' ', ':', '[', '"', ',', '\t', '-', '7', ''];

/** Cut at every line and changed anywhere, a text never throws, and pieces of any size agree. */
export function expectRobust(create: CreateTextParser, text: string, numRuns = 150): void {
  const lines = text.split('\n');
  for (let count = 0; count <= lines.length; count += 1) parseText(create, lines.slice(0, count).join('\n'));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(text.length - 1), fc.constantFrom(...MARKS)), { maxLength: 15 }),
      fc.integer({ min: 1, max: 200 }),
      (changes, size) => {
        const characters = [...text];
        for (const [at, character] of changes) characters[at] = character;
        const changed = characters.join('');
        expect(parseText(create, changed, { size })).toEqual(parseText(create, changed));
      },
    ),
    { numRuns },
  );
}
