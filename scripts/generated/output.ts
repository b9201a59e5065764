import type { RuleDefinition } from '../../src/core/knowledge/rules/load.ts';

export interface OutputFile {
  /** From the root of the project. */
  readonly path: string;
  readonly content: string;
}
/** A file, or a folder of files, that the build writes. */
export interface Output {
  /** From the root of the project. */
  readonly path: string;
  /** In git, so that a change of it shows in the diff; the others are made anew by every build and test run. */
  readonly isCommitted: boolean;
  /** Depends on nothing but the source: the same source gives the same bytes. */
  readonly files: (rules: readonly RuleDefinition[]) => readonly OutputFile[];
}
