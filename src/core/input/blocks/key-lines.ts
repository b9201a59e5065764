import { type Column, namedColumn } from '../../knowledge/words/table-columns.ts';
import type { Values } from '../table/values.ts';

/** Collects what lines of a key and a value say. */
export class KeyValues {
  readonly #found = new Map<Column, { rank: number; text: string }[]>();

  /** An event that a text tells of in another way. */
  static of(...texts: readonly (readonly [column: Column, text: string])[]): KeyValues {
    const made = new KeyValues();
    for (const [column, text] of texts) made.set(column, text);
    return made;
  }

  /** @returns false when the key is unknown */
  add(key: string, text: string): boolean {
    const named = namedColumn(key.trim(), null);
    if (named === null) return false;
    this.set(named.column, text, named.rank);
    return true;
  }

  set(column: Column, text: string, rank = 0): void {
    const known = this.#found.get(column);
    if (known === undefined) this.#found.set(column, [{ rank, text }]);
    else known.push({ rank, text });
  }

  get values(): Values {
    return new Map(
      [...this.#found].map(([column, found]) => [
        column,
        found.toSorted((a, b) => a.rank - b.rank).map(({ text }) => text),
      ]),
    );
  }
}
