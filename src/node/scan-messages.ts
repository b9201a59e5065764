import type { Scan } from '../core/model/scan.ts';
import type { DiagnoseOptions } from '../core/pipeline/options.ts';
import type { FilePath } from './file-path.ts';

/** What a worker is started with: the rules as data; it compiles them itself. */
export type WorkerStart = Omit<DiagnoseOptions, 'facts' | 'groups' | 'hostNames' | 'redact' | 'ask' | 'memoryBytes'>;

export interface FileTask {
  /** Of the source in the run. */
  readonly index: number;
  readonly path: FilePath;
  readonly name: string;
  readonly sizeBytes: number | null;
}
/** To a worker: read these in this order. */
export type WorkerOrder = readonly FileTask[];
/** From a worker: how many bytes it has read since, or what a file gave: one scan, or one for each file in an archive. */
export type WorkerNews = { readonly bytes: number } | { readonly index: number; readonly scans: readonly Scan[] };
