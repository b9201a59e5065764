import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../../shared/samples/', import.meta.url));

/** Real logs beside the checkout; not part of the project. */
export const hasSamples = (): boolean => existsSync(FOLDER);

export const readSample = (path: string): Buffer => readFileSync(join(FOLDER, path));

/** In the same order on every machine. */
export const samplesEndingIn = (ending: string): readonly string[] =>
  readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.toLowerCase().endsWith(ending))
    .sort();
