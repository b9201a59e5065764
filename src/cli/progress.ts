import type { ByteSource } from '../core/model/source.ts';
import { isFileSource } from '../node/file-source.ts';
import type { CliIo } from './io.ts';

/** Nobody needs to be told about less. */
const SILENT_MS = 1000;
const REDRAW_MS = 200;
const ERASE_LINE = '\r\u001b[K';

const units = ['B', 'kB', 'MB', 'GB', 'TB'];
/** `1.2 GB`, decimal units as disks have them. */
export function formatBytes(bytes: number): string {
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)));
  const value = bytes / 1000 ** power;
  return `${value < 10 && power > 0 ? value.toFixed(1) : Math.round(value)} ${units[power]}`;
}

export interface ProgressState {
  readonly files: number;
  readonly totalFiles: number;
  readonly bytes: number;
  /** null where some size is not known. */
  readonly totalBytes: number | null;
  readonly elapsedMs: number;
}
/** `12 of 400 files, 34 %, 1.2 GB/s, 3 s left`. */
export function formatProgress({ files, totalFiles, bytes, totalBytes, elapsedMs }: ProgressState): string {
  const bytesPerSecond = (bytes * 1000) / Math.max(elapsedMs, 1);
  const speed = `${formatBytes(bytesPerSecond)}/s`;
  const count = `${files} of ${totalFiles} ${totalFiles === 1 ? 'file' : 'files'}`;
  if (totalBytes === null || totalBytes === 0) return [count, formatBytes(bytes), speed].join(', ');
  const part = Math.min(1, bytes / totalBytes);
  const leftSeconds = Math.ceil((totalBytes - bytes) / Math.max(bytesPerSecond, 1));
  return [count, `${Math.floor(part * 100)} %`, speed, `${Math.max(0, leftSeconds)} s left`].join(', ');
}

export interface Progress {
  readonly sources: readonly ByteSource[];
  /** Takes the line away before anything else is written. */
  end(): Promise<void>;
}

/** Says on the terminal how far the reading is, while there is one; a pipe never sees it. */
export function showProgress(
  io: CliIo,
  sources: readonly ByteSource[],
  now: () => number = () => performance.now(),
): Progress {
  const started = now();
  const sizes = sources.map(({ sizeBytes }) => sizeBytes);
  const totalBytes = sizes.includes(null) ? null : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  let [files, bytes, drawn] = [0, 0, 0];

  const draw = async (): Promise<void> => {
    const elapsedMs = now() - started;
    if (elapsedMs < SILENT_MS || elapsedMs - drawn < REDRAW_MS) return;
    drawn = elapsedMs;
    const text = formatProgress({ files, totalFiles: sources.length, bytes, totalBytes, elapsedMs });
    await io.stderr.write(`${ERASE_LINE}evdx: ${text}`);
  };
  const begun = new Set<ByteSource>();
  const read = (source: ByteSource, count: number): Promise<void> => {
    if (!begun.has(source)) files += 1;
    begun.add(source);
    bytes += count;
    return draw();
  };
  const watched = (source: ByteSource): ByteSource => ({
    ...source,
    async *chunks() {
      for await (const chunk of source.chunks()) {
        await read(source, chunk.length);
        yield chunk;
      }
    },
    // Where another thread reads the file.
    ...(isFileSource(source) ? { onRead: (count: number) => void read(source, count) } : {}),
  });
  return {
    sources: sources.map(watched),
    end: () => {
      if (drawn === 0) return Promise.resolve();
      drawn = 0;
      return io.stderr.write(ERASE_LINE);
    },
  };
}
