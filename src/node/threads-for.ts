import { availableParallelism } from 'node:os';
import type { ByteSource } from '../core/model/source.ts';
import { isFileSource } from './file-source.ts';

/** Below this a thread takes longer to start than to help (docs/decisions/0007-worker-threads.md). */
const LEAST_BYTES = 64 * 1024 * 1024;
/** What crosses threads costs about as much as reading files below this: two threads gain nothing then. */
const SMALL_FILE_BYTES = 256 * 1024;
const THREADS_FOR_SMALL_FILES = 3;

/**
 * How many threads read these sources; 1: the thread that asks.
 * @param jobs as many as were asked for; undefined: as many as gain on a machine with so many `cores`
 */
export function threadsFor(sources: readonly ByteSource[], jobs?: number, cores = availableParallelism()): number {
  const files = sources.filter(isFileSource);
  const bytes = files.reduce((sum, { sizeBytes }) => sum + (sizeBytes ?? 0), 0);
  const areSmall = bytes < files.length * SMALL_FILE_BYTES;
  const gains = bytes >= LEAST_BYTES && (!areSmall || cores >= THREADS_FOR_SMALL_FILES);
  return Math.max(1, Math.min(jobs ?? (gains ? cores : 1), files.length));
}
