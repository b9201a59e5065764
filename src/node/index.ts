import { type ByteSource, type DiagnoseOptions, diagnose, type Report } from '../core/index.ts';
import { findInputs } from './find-inputs.ts';

export { fileSource } from './file-source.ts';

/**
 * Files, folders (with everything below them) and patterns with `*`, `?`, `**` as sources for `diagnose`, `events` and `scan`.
 * @param paths absolute, or from `cwd`; each source is named as it is written here.
 * @returns one source a file. What is missing or unreadable throws `SourceError` when it is read, which becomes a problem in the report.
 */
export const fileSources = (paths: readonly string[], cwd = '.'): readonly ByteSource[] => findInputs(paths, cwd);

/**
 * Reads files, folders (with everything below them) and patterns with `*`, `?`, `**`, and says what the rules find in them.
 * What is missing or unreadable is a problem in the report; the others are read.
 * @param paths absolute, or from `cwd`; the report names the sources as they are written here.
 * @throws EvdxError for options that no run can obey, never because of an input.
 */
export const diagnoseFiles = (
  paths: readonly string[],
  { cwd = '.', ...options }: DiagnoseOptions & { readonly cwd?: string } = {},
): Promise<Report> => diagnose(findInputs(paths, cwd), options);
