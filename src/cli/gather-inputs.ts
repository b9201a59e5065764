import { EvdxError } from '../core/model/errors.ts';
import type { ByteSource } from '../core/model/source.ts';
import { streamSource } from '../node/file-source.ts';
import { findInputs } from '../node/find-inputs.ts';
import { type CliIo, STANDARD_INPUT } from './io.ts';
import { type OwnFiles, refuseOverwriting, withoutOwnFiles } from './own-files.ts';
import { readPaste } from './paste.ts';
import { showProgress } from './progress.ts';

const pasted = (bytes: Uint8Array): ByteSource => ({
  name: STANDARD_INPUT,
  sizeBytes: bytes.length,
  chunks: () => [bytes],
});

const standardInput = async (io: CliIo): Promise<ByteSource> =>
  io.stdin.isTTY ? pasted(await readPaste(io)) : streamSource(STANDARD_INPUT, io.stdin.chunks());

/** Files, folders and patterns; `-`, or nothing at all, is standard input. An empty name would be the folder that the run stands in. */
async function gatherInputs(io: CliIo, inputs: readonly string[], own: OwnFiles): Promise<ByteSource[]> {
  if (inputs.some((input) => input.trim() === ''))
    throw new EvdxError('EVDX_OPTION_INVALID', 'the name of an input is empty; is a variable of a script not set?');
  const paths = inputs.filter((input) => input !== STANDARD_INPUT);
  const isAsked = inputs.length === 0 || paths.length < inputs.length;
  refuseOverwriting(io, paths, own.output);
  const files = withoutOwnFiles(io, findInputs(paths, io.cwd), own);
  return [...(isAsked ? [await standardInput(io)] : []), ...files];
}

/** Does a person watch, who wants to know how far it is? */
export const isWatched = (
  { stderr, env }: CliIo,
  { progress, quiet }: Pick<ReadFlags, 'progress' | 'quiet'>,
): boolean => stderr.isTTY && env.TERM !== 'dumb' && progress !== false && quiet !== true;

export interface ReadFlags extends OwnFiles {
  readonly progress?: boolean;
  readonly quiet?: boolean;
}
/** Does the work over the inputs, and says how far it is where a person watches. */
export async function withInputs<T>(
  io: CliIo,
  inputs: readonly string[],
  flags: ReadFlags,
  work: (sources: readonly ByteSource[], endProgress: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const sources = await gatherInputs(io, inputs, flags);
  if (!isWatched(io, flags)) return work(sources, () => Promise.resolve());
  const progress = showProgress(io, sources);
  try {
    return await work(progress.sources, progress.end);
  } finally {
    await progress.end();
  }
}
