import type { NameKind } from './kinds.ts';

/**
 * Names by their shape alone. Every expression begins at a word's border and repeats a bounded number of times: a word of 1 MB
 * costs one look.
 */
export interface Shape {
  /** A text without it is not searched. */
  readonly needs: string;
  readonly pattern: RegExp;
  /** Of its groups by number; 0 is the whole. */
  readonly groups: Readonly<Record<number, NameKind>>;
  readonly isWord?: boolean;
  /** Nothing where a shape before it has found something. */
  readonly isWeak?: boolean;
  /** Refuses what only looks like it. */
  readonly accepts?: (match: RegExpExecArray, text: string) => boolean;
}
