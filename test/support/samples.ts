import { existsSync, readFileSync } from 'node:fs';

/** Logs of real machines, which lie beside the repository, not in it. */
const SAMPLES = new URL('../../../shared/samples/', import.meta.url);

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
export const sampleBytes = (path: string): Uint8Array => new Uint8Array(readFileSync(sampleUrl(path)));

/** All of them; none, with a word about it, where the folder does not exist. @param what is not tested then. */
export function samples(what: string): readonly Sample[] {
  const counts = sampleUrl('counts.tsv');
  if (!existsSync(counts)) {
    console.info(`../shared/samples is not there: ${what} was not tested on real logs`);
    return [];
  }
  const [, ...rows] = readFileSync(counts, 'utf8').trim().split('\n');
  return rows.map((row) => {
    const [path = '', , records, recovered] = row.split('\t');
    return { path, records: Number(records), recovered: Number(recovered), bytes: () => sampleBytes(path) };
  });
}
