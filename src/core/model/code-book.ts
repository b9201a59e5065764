import type { Finding, Unexplained } from './report.ts';

/** What an error code is called. */
export interface CodeName {
  /** In the notation that people look for: `-1032`, `0xc000012d`. */
  readonly code: string;
  readonly name: string;
  /** One line; null where nobody has written one. */
  readonly meaning: string | null;
}
/** The codes that stand in a finding's evidence or in an event that no rule explains: those that have a name, each once, in their order. */
export type CodeBook = ReadonlyMap<Finding | Unexplained, readonly CodeName[]>;
export const noCodes: CodeBook = new Map();
