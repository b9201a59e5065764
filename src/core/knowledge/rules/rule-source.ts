import type { RuleHead } from './rule-head.ts';
import type { RuleDefinition } from './schema.ts';

/** A rule to run: its head, and the whole of it, asked for when an event of it occurs. */
export interface RuleSource {
  readonly head: RuleHead;
  readonly definition: RuleDefinition;
}

/** @param texts the definitions as JSON, one a line, in the order of the heads; asked for once, with the first definition. */
export function lazySources(heads: readonly RuleHead[], texts: () => string): readonly RuleSource[] {
  let lines: readonly string[] | null = null;
  const textAt = (index: number): string => {
    lines ??= texts().split('\n');
    return lines[index] ?? 'null';
  };
  return heads.map((head, index) => new LazySource(head, index, textAt));
}

class LazySource implements RuleSource {
  readonly head: RuleHead;
  readonly #index: number;
  readonly #textAt: (index: number) => string;
  #definition: RuleDefinition | null = null;

  constructor(head: RuleHead, index: number, textAt: (index: number) => string) {
    this.head = head;
    this.#index = index;
    this.#textAt = textAt;
  }
  get definition(): RuleDefinition {
    this.#definition ??= JSON.parse(this.#textAt(this.#index)) as RuleDefinition;
    return this.#definition;
  }
}
