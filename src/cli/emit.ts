import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { systemReason } from '../node/system-reason.ts';
import type { CliIo } from './io.ts';
import { optionError } from './option-error.ts';

/** Where a result goes, piece by piece. */
export interface Sink {
  /** Nobody reads any more. */
  readonly closed: boolean;
  write(text: string | Uint8Array): Promise<void>;
  end(): Promise<void>;
}

/** @throws EvdxError when the file cannot be written. */
async function openFile(path: string, name: string): Promise<Sink> {
  const guard = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (cause) {
      throw optionError('output', name, `it cannot be written: ${systemReason(cause)}`, {
        code: 'EVDX_OUTPUT_UNWRITABLE',
        cause,
      });
    }
  };
  const file = await guard(open(path, 'w'));
  return {
    closed: false,
    write: (text) => guard(file.appendFile(text)),
    end: () => guard(file.close()),
  };
}

/** Standard output, or the file of --output. */
export const openSink = async (io: CliIo, output: string | undefined): Promise<Sink> =>
  output === undefined
    ? {
        get closed() {
          return io.stdout.closed;
        },
        write: (text) => io.stdout.write(text),
        end: () => Promise.resolve(),
      }
    : openFile(resolve(io.cwd, output), output);

export async function emit(io: CliIo, output: string | undefined, text: string): Promise<void> {
  const sink = await openSink(io, output);
  await sink.write(text);
  await sink.end();
}
