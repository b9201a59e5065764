import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { EvdxError } from '../core/model/errors.ts';
import type { ByteSource } from '../core/model/source.ts';
import { type FilePath, toSystemPath } from '../node/file-path.ts';
import { isFileSource } from '../node/file-source.ts';
import type { CliIo } from './io.ts';
import { optionError } from './option-error.ts';

/** Links lead to the same file. null: there is none yet, or it is a device. */
function identityOf(path: FilePath): string | null {
  try {
    const stats = statSync(toSystemPath(path), { bigint: true });
    return stats.isFile() ? `${stats.dev}:${stats.ino}` : null;
  } catch {
    return null;
  }
}

const overwriting = (output: string): EvdxError =>
  optionError('output', output, 'this is an input, which would be lost; name another file');

/** @throws EvdxError where a named input is the file of --output: a log must not be overwritten by what is said of it. */
export function refuseOverwriting({ cwd }: CliIo, paths: readonly string[], output: string | undefined): void {
  if (output === undefined) return;
  const own = identityOf(resolve(cwd, output));
  if (own !== null && paths.some((path) => identityOf(resolve(cwd, path)) === own)) throw overwriting(output);
}

/** What an earlier run wrote into a folder of logs is no log. @throws EvdxError where nothing else is there */
export function withoutOwnOutput<Source extends ByteSource>(
  { cwd }: CliIo,
  sources: readonly Source[],
  output: string | undefined,
): readonly Source[] {
  const own = output === undefined ? null : identityOf(resolve(cwd, output));
  if (output === undefined || own === null) return sources;
  const others = sources.filter((source) => !isFileSource(source) || identityOf(source.path) !== own);
  if (others.length === 0 && sources.length > 0) throw overwriting(output);
  return others;
}
