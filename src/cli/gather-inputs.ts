import type { ByteSource } from '../core/model/source.ts';
import { streamSource } from '../node/file-source.ts';
import { findInputs } from '../node/find-inputs.ts';
import type { CliIo } from './io.ts';
import { readPaste } from './paste.ts';
import { showProgress } from './progress.ts';

/** Name of standard input, on the command line and in reports. */
const STANDARD_INPUT = '-';

const kept = (bytes: readonly Uint8Array[]): ByteSource => ({
  name: STANDARD_INPUT,
  sizeBytes: bytes.reduce((sum, { length }) => sum + length, 0),
  chunks: () => bytes,
});

async function standardInput(io: CliIo, isReadTwice: boolean): Promise<ByteSource> {
  if (io.stdin.isTTY) return kept([await readPaste(io)]);
  if (!isReadTwice) return streamSource(STANDARD_INPUT, io.stdin.chunks());
  const bytes: Uint8Array[] = [];
  for await (const chunk of io.stdin.chunks()) bytes.push(chunk.slice());
  return kept(bytes);
}

/** Files, folders and patterns; `-`, or nothing at all, is standard input. */
async function gatherInputs(io: CliIo, inputs: readonly string[], isReadTwice: boolean): Promise<ByteSource[]> {
  const paths = inputs.filter((input) => input !== STANDARD_INPUT);
  const isAsked = inputs.length === 0 || paths.length < inputs.length;
  return [...(isAsked ? [await standardInput(io, isReadTwice)] : []), ...findInputs(paths, io.cwd)];
}

const isWatched = ({ stderr, env }: CliIo, { progress, quiet }: WatchFlags): boolean =>
  stderr.isTTY && env.TERM !== 'dumb' && progress !== false && quiet !== true;

export interface WatchFlags {
  readonly progress?: boolean;
  readonly quiet?: boolean;
  /** A pipe gives its bytes once only: they are kept. */
  readonly isReadTwice?: boolean;
}
/** Does the work over the inputs, and says how far it is where a person watches. */
export async function withInputs<T>(
  io: CliIo,
  inputs: readonly string[],
  flags: WatchFlags,
  work: (sources: readonly ByteSource[], endProgress: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const sources = await gatherInputs(io, inputs, flags.isReadTwice === true);
  if (!isWatched(io, flags)) return work(sources, () => Promise.resolve());
  const progress = showProgress(io, sources);
  try {
    return await work(progress.sources, progress.end);
  } finally {
    await progress.end();
  }
}
