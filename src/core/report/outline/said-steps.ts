import type { Document } from './document.ts';

/** What a report said to do so far: steps that stand below one finding of a rule are not said again below the next. */
export class SaidSteps {
  readonly #numberByText = new Map<string, number>();

  /** The number of the earlier finding of the rule that has these very steps; null where they are new. */
  before(number: number, ruleId: string, steps: Document): number | null {
    if (steps.length === 0) return null;
    const text = JSON.stringify([ruleId, steps]);
    const first = this.#numberByText.get(text);
    if (first === undefined) this.#numberByText.set(text, number);
    return first ?? null;
  }
}
