import { Buffer } from 'node:buffer';
import { closeSync, fstatSync, openSync, promises, readSync, statSync } from 'node:fs';
import type { ByteSource } from '../core/model/source.ts';
import { SourceError } from '../core/model/source-error.ts';
import { type FilePath, toSystemPath } from './file-path.ts';
import { codeOf, wordsOf } from './system-reason.ts';

/** Measured with the whole work behind it (docs/decisions/0007-worker-threads.md): larger pieces read no faster and leave the cache. */
const CHUNK_BYTES = 1 << 18;

const missing = new Set(['ENOENT', 'ENOTDIR']);

/** What the system said, as the problem of a source. */
export const toSourceError = (error: unknown): SourceError => {
  if (error instanceof SourceError) return error;
  const code = codeOf(error);
  return missing.has(code)
    ? new SourceError('input/missing', null, { cause: error })
    : new SourceError('input/unreadable', wordsOf(code) ?? code, { cause: error });
};

const outside = <T>(work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw toSourceError(error);
  }
};

/** The one that the last reading of this thread left: a new one for each of thousands of small files costs more than reading them. */
let spare: Uint8Array | null = null;

/** Fills the buffer, so that nobody takes a short read for the end. */
function fill(file: number, buffer: Uint8Array, position: number): number {
  let filled = 0;
  while (filled < buffer.length) {
    const bytesRead = readSync(file, buffer, filled, buffer.length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled;
}

/** Up to the size it had when it was opened: a log that is written meanwhile comes to an end, and one that is cut ends early. */
function* readRegular(path: FilePath): Generator<Uint8Array> {
  const file = outside(() => openSync(toSystemPath(path), 'r'));
  const buffer = spare ?? new Uint8Array(CHUNK_BYTES);
  spare = null;
  try {
    const { size } = outside(() => fstatSync(file));
    for (let position = 0; position < size; ) {
      const piece = buffer.subarray(0, Math.min(buffer.length, size - position));
      const filled = outside(() => fill(file, piece, position));
      if (filled > 0) yield piece.subarray(0, filled);
      if (filled < piece.length) return;
      position += filled;
    }
  } finally {
    spare = buffer;
    closeSync(file);
  }
}

/** Whatever may be opened once only, or has no size: pipes, devices, and what the system makes up as it is read. */
async function* readStream(path: FilePath): AsyncGenerator<Uint8Array> {
  try {
    const file = await promises.open(toSystemPath(path));
    try {
      for (;;) {
        const { bytesRead, buffer } = await file.read(Buffer.allocUnsafeSlow(CHUNK_BYTES), 0, CHUNK_BYTES, null);
        if (bytesRead === 0) return;
        yield buffer.subarray(0, bytesRead);
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    throw toSourceError(error);
  }
}

function readFile(path: FilePath): Iterable<Uint8Array> | AsyncIterable<Uint8Array> {
  const stats = outside(() => statSync(toSystemPath(path)));
  return stats.isFile() && stats.size > 0 ? readRegular(path) : readStream(path);
}

async function readRange(path: FilePath, start: number, end: number): Promise<Uint8Array> {
  const file = await promises.open(toSystemPath(path)).catch((error: unknown) => {
    throw toSourceError(error);
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafeSlow(end - start), 0, end - start, start);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** A source that another thread can open as well. */
export interface FileSource extends ByteSource {
  readonly path: FilePath;
  /** Told how many bytes another thread has read of it since the last time. */
  readonly onRead?: (bytes: number) => void;
}
export const isFileSource = (source: ByteSource): source is FileSource => 'path' in source;

/**
 * A file, or anything that opens like one.
 * @param name as the report shall show it, `/` as separator.
 * @returns a source whose `chunks()` throws `SourceError` when the file is missing or cannot be read. Reading blocks the thread.
 */
export const fileSource = (path: FilePath, name: string, sizeBytes: number | null = null): FileSource => ({
  name,
  path,
  sizeBytes,
  chunks: () => readFile(path),
  read: (start, end) => readRange(path, start, end),
});

/** A stream that can be read once, such as standard input. */
export const streamSource = (name: string, stream: AsyncIterable<Uint8Array>): ByteSource => ({
  name,
  sizeBytes: null,
  chunks: () => stream,
});

/** An input that could not even be opened; it stands in the report like every other one. */
export const failedSource = (name: string, error: SourceError): ByteSource => ({
  name,
  sizeBytes: null,
  chunks() {
    throw error;
  },
});
