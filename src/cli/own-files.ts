import { statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
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

/** Files that belong to a run and not to its inputs. */
export interface OwnFiles {
  readonly output?: string;
  readonly config?: string;
  readonly facts?: string;
  readonly redactMap?: string;
  readonly rules?: readonly string[];
}

const RULE_OR_ITS_TESTS = /\.ya?ml$/;
const isBelow = (folder: string, path: FilePath): boolean =>
  typeof path === 'string' &&
  RULE_OR_ITS_TESTS.test(path) &&
  path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/**
 * What an earlier run wrote into a folder of logs is no log, and neither is what tells this one how to read them. Where nothing else is there
 * a file of the second kind was asked for.
 * @throws EvdxError where nothing but the output is there
 */
export function withoutOwnFiles<Source extends ByteSource>(
  { cwd }: CliIo,
  sources: readonly Source[],
  { output, config, facts, redactMap, rules = [] }: OwnFiles,
): readonly Source[] {
  const identitiesOf = (paths: readonly (string | undefined)[]): ReadonlySet<string | null> =>
    new Set(paths.flatMap((path) => (path === undefined ? [] : (identityOf(resolve(cwd, path)) ?? []))));
  const [written, read] = [identitiesOf([output]), identitiesOf([config, facts, redactMap])];
  if (written.size === 0 && read.size === 0 && rules.length === 0) return sources;
  const folders = rules.map((folder) => resolve(cwd, folder));
  const known = sources.map((source) => ({
    source,
    identity: isFileSource(source) ? identityOf(source.path) : null,
    isRule: isFileSource(source) && folders.some((folder) => isBelow(folder, source.path)),
  }));
  const others = known.filter(({ identity }) => !written.has(identity));
  if (output !== undefined && others.length === 0 && sources.length > 0) throw overwriting(output);
  const logs = others.filter(({ identity, isRule }) => !isRule && !read.has(identity));
  return (logs.length === 0 ? others : logs).map(({ source }) => source);
}
