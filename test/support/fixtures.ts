import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { TextCleaner } from '../../src/core/input/text/clean.ts';

/** The text of a UTF-8 fixture as a parser gets it. */
export function fixtureText(path: string): string {
  const cleaner = new TextCleaner();
  const bytes = readFileSync(fileURLToPath(new URL(`../../fixtures/${path}`, import.meta.url)));
  return cleaner.push(bytes.toString('utf8')) + cleaner.end();
}

export const fixtureBytes = (path: string): Uint8Array =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`../../fixtures/${path}`, import.meta.url))));
