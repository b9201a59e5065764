import type { RuleDefinition } from '../schema.ts';

/** A rule in the language of another engine. */
export interface ExportedRule {
  /** null: nothing of it can be said there. */
  readonly text: string | null;
  /** What the other engine does not do that evdx does, one sentence each. */
  readonly losses: readonly string[];
}
/** @param losses in the description where there are any. */
export type Exporter = (rule: RuleDefinition) => ExportedRule;
