import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findSegment } from '../../src/core/input/mixture/begins.ts';
import { beginsCopiedEvent } from '../../src/core/input/parsers/clipboard/begins.ts';
import { fixtureText } from './fixtures.ts';
import { EVENTS } from './writers/events.ts';
import { writtenFormats } from './writers/index.ts';

const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const isText = (path: string): boolean => /\.(?:txt|csv|xml|jsonl?|ndjson)$/.test(path);

/** All texts in which events stand: the fixtures, and events in every format that the tests write. */
export const eventTexts: readonly (readonly [string, string])[] = [
  ...readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
    .filter(isText)
    .map((path) => [path, fixtureText(path)] as const),
  ...Object.entries(writtenFormats).map(([name, { write }]) => [name, write(EVENTS)] as const),
];

/** The lines of a text at which a format begins, or a copied event. */
export function beginningLines(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.filter((_, at) => {
    const ahead = (index: number): string | undefined => lines[at + index];
    return findSegment(ahead, new Set(), false) !== null || beginsCopiedEvent(ahead);
  });
}
