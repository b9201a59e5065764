import { availableParallelism } from 'node:os';
import type { ByteSource } from '../core/model/source.ts';
import { isFileSource } from './file-source.ts';

/** Below this a thread takes longer to start than to help (docs/decisions/0007-worker-threads.md). */
const LEAST_BYTES = 64 * 1024 * 1024;

/** How many threads read these sources; 1: the thread that asks. */
export function threadsFor(sources: readonly ByteSource[], jobs?: number): number {
  const files = sources.filter(isFileSource);
  const bytes = files.reduce((sum, { sizeBytes }) => sum + (sizeBytes ?? 0), 0);
  const wanted = jobs ?? (bytes < LEAST_BYTES ? 1 : availableParallelism());
  return Math.max(1, Math.min(wanted, files.length));
}
