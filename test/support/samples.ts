import { existsSync, readFileSync } from 'node:fs';

/** Logs of real machines, which lie beside the repository, not in it. */
const SAMPLES = new URL('../../../shared/samples/', import.meta.url);

/** Where they are not there, tests of them are skipped. */
export const hasSamples = existsSync(SAMPLES);

export interface Sample {
  readonly path: string;
  /** On which two or more readers agree. */
  readonly records: number;
  /** What one reader finds outside the chains. */
  readonly recovered: number;
  readonly bytes: () => Uint8Array;
}

/** Of a path below the samples. */
export const sampleUrl = (path: string): URL => new URL(path.split('/').map(encodeURIComponent).join('/'), SAMPLES);
export const sampleText = (path: string): string => readFileSync(sampleUrl(path), 'utf8');
export const sampleBytes = (path: string): Uint8Array => new Uint8Array(readFileSync(sampleUrl(path)));

/** All of them; none, with a word about it, where they are not there. @param what is not tested then. */
export function samples(what: string): readonly Sample[] {
  if (!hasSamples) {
    console.info(`../shared/samples is not there: ${what} was not tested on real logs`);
    return [];
  }
  const [, ...rows] = sampleText('counts.tsv').trim().split('\n');
  return rows.map((row) => {
    const [path = '', , records, recovered] = row.split('\t');
    return { path, records: Number(records), recovered: Number(recovered), bytes: () => sampleBytes(path) };
  });
}
