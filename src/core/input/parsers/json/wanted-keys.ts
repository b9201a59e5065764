import { copyText } from '../../text/copy-text.ts';
import { foldKey } from './value.ts';

/** A key of an object, and what its value is. */
export interface Key {
  /** With its quotes. */
  readonly literal: string;
  /** Index of the cell that takes the value; -1: none. */
  readonly cell: number;
  /** What is looked for inside the value. */
  readonly inner: Level | null;
  /** The key that came behind it last time, which is nearly always the one that comes again. */
  next: Key | null;
}
export interface Level {
  readonly wanted: PathNode;
  /** Nothing is looked for outside of it. */
  readonly holdsAll: boolean;
  readonly keys: Map<string, Key>;
  first: Key | null;
}
/** What is looked for, by folded path. */
export interface PathNode {
  cell: number;
  readonly inner: Map<string, PathNode>;
}

const MAX_KEYS = 1024; // of one object of a hostile source
export const newNode = (): PathNode => ({ cell: -1, inner: new Map() });
export const newLevel = (wanted: PathNode, all: number): Level => ({
  wanted,
  holdsAll: countOf(wanted) === all,
  keys: new Map(),
  first: null,
});
const countOf = (node: PathNode): number =>
  [...node.inner.values()].reduce((sum, inner) => sum + countOf(inner), node.cell === -1 ? 0 : 1);

/** The place of a path, made when it is not there. */
export function nodeAt(root: PathNode, path: string): PathNode {
  let node = root;
  for (const step of path.split('/')) {
    const next = node.inner.get(step) ?? newNode();
    node.inner.set(step, next);
    node = next;
  }
  return node;
}

/** What a key of this object means. @param literal with its quotes; @param all how many values are looked for in all */
export function keyOf(level: Level, literal: string, all: number): Key {
  const known = level.keys.get(literal);
  if (known !== undefined) return known;
  const node = wantedAt(level.wanted, foldKey(unescaped(literal.slice(1, -1))));
  const inner = node === undefined || node.inner.size === 0 ? null : newLevel(node, all);
  const key: Key = { literal: copyText(literal), cell: node?.cell ?? -1, inner, next: null };
  if (level.keys.size < MAX_KEYS) level.keys.set(key.literal, key);
  return key;
}

function wantedAt(from: PathNode, path: string): PathNode | undefined {
  let node: PathNode | undefined = from;
  for (const step of path.split('/')) node = node?.inner.get(step);
  return node;
}

export function unescaped(raw: string): string {
  if (!raw.includes('\\')) return raw;
  try {
    return String(JSON.parse(`"${raw.replace(/[\n\t]/g, ' ')}"`));
  } catch {
    return raw;
  }
}
