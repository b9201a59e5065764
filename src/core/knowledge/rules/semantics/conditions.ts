import { type Expression, ExpressionError, namesIn, parseExpression } from '../expression.ts';
import { type Complaint, onValue, type Path } from '../problem.ts';
import type { Reference } from './references.ts';
import type { RuleView } from './view.ts';

export interface Condition {
  readonly path: Path;
  readonly text: string | boolean;
}

/** Every condition of a rule, in the order of the file format. */
function conditionsOf({ rule }: RuleView): readonly Condition[] {
  const grades = (rule.grade ?? []).flatMap((entry, index) =>
    Object.entries(entry).map(([grade, text]) => ({ path: ['grade', index, grade], text })),
  );
  const rulings = (rule.rule_out ?? []).map((entry, index) => ({ path: ['rule_out', index, 'if'], text: entry.if }));
  const evidence = rule.causes.flatMap((cause, index) =>
    cause.evidence.map((entry, place) => ({ path: ['causes', index, 'evidence', place, 'if'], text: entry.if })),
  );
  const impacts = (rule.impact ?? []).map((entry, index) => ({ path: ['impact', index, 'if'], text: entry.if }));
  return [...grades, ...rulings, ...evidence, ...impacts];
}

/** The names in all conditions, or what keeps a condition from being read. */
export function* conditionReferences(view: RuleView): Generator<Reference | Complaint> {
  for (const { path, text } of conditionsOf(view)) {
    const parsed = tryParse(path, text);
    if ('message' in parsed) yield parsed;
    else {
      for (const { kind, name, offset } of namesIn(parsed)) {
        const isContext = kind === 'context';
        yield {
          path,
          name,
          kind: isContext ? kind : 'pattern',
          on: 'value',
          offset: isContext ? offset + 'ctx.'.length : offset,
        };
      }
    }
  }
}

/** Patterns and classes that stand under an odd number of `not`s: there, not seen has to mean absent. */
export function negatedNames(view: RuleView): ReadonlySet<string> {
  const negated = new Set<string>();
  const collect = (expression: Expression, isNegated: boolean): void => {
    if (expression.kind === 'not') collect(expression.of, !isNegated);
    else if (expression.kind === 'and' || expression.kind === 'or')
      for (const part of expression.of) collect(part, isNegated);
    else if (expression.kind === 'name' && isNegated) negated.add(expression.name);
  };
  for (const { path, text } of conditionsOf(view)) {
    const parsed = tryParse(path, text);
    if (!('message' in parsed)) collect(parsed, false);
  }
  return negated;
}

function tryParse(path: Path, text: string | boolean): Expression | Complaint {
  try {
    return parseExpression(text);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return onValue(path, error.message, 'write names, ctx.NAME, not, and, or and brackets', error.offset);
  }
}
