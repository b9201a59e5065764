import type { ParserContext } from '../../../model/parser.ts';
import { QuickPlan } from './quick-plan.ts';
import type { TemplateDefinition } from './template-definition.ts';

/** A template of one source: the kinds of its records are decided by what is asked of that source. */
export class Template {
  readonly definition: TemplateDefinition;
  /** null: only the general reader can read its records. */
  readonly quickPlan: QuickPlan | null;

  constructor(definition: TemplateDefinition, context: ParserContext) {
    this.definition = definition;
    this.quickPlan = QuickPlan.of(definition, context);
  }
}
