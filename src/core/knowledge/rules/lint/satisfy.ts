import { type Expression, namesIn } from '../expression.ts';

/** Kleene's three values as numbers: `and` is the minimum, `or` the maximum. */
const [FALSE, UNKNOWN, TRUE] = [0, 1, 2] as const;
type Value = typeof FALSE | typeof UNKNOWN | typeof TRUE;
type Values = ReadonlyMap<string, Value>;

/** 3^9 is 19 683 assignments; with more names nothing is said. */
const MAX_NAMES = 9;

export const nameKeys = (expression: Expression): readonly string[] => namesIn(expression).map(keyOf);
const keyOf = ({ kind, name }: { readonly kind: string; readonly name: string }): string =>
  kind === 'context' ? `ctx.${name}` : name;

function evaluate(expression: Expression, values: Values): Value {
  switch (expression.kind) {
    case 'constant':
      return expression.value ? TRUE : FALSE;
    case 'name':
    case 'context':
      return values.get(keyOf(expression)) ?? UNKNOWN;
    case 'not':
      return negated(evaluate(expression.of, values));
    default: {
      const parts = expression.of.map((part) => evaluate(part, values));
      return expression.kind === 'and' ? least(parts) : greatest(parts);
    }
  }
}
const negated = (value: Value): Value => (value === UNKNOWN ? UNKNOWN : value === TRUE ? FALSE : TRUE);
const least = (values: readonly Value[]): Value =>
  values.includes(FALSE) ? FALSE : values.includes(UNKNOWN) ? UNKNOWN : TRUE;
const greatest = (values: readonly Value[]): Value =>
  values.includes(TRUE) ? TRUE : values.includes(UNKNOWN) ? UNKNOWN : FALSE;

export interface World {
  /** Of each list one name is true. */
  readonly implied: readonly (readonly string[])[];
  /** Names that are never true. */
  readonly never: ReadonlySet<string>;
}

/** Can the condition be true while none of the others is? null: it has too many names to try them all. */
export function canHold(wanted: Expression, others: readonly Expression[], { implied, never }: World): boolean | null {
  const names = [...new Set([wanted, ...others].flatMap(nameKeys))];
  if (names.length > MAX_NAMES) return null;
  const relevant = implied.filter((list) => list.every((name) => names.includes(name)));
  const forced = new Set(relevant.filter(({ length }) => length === 1).flat());
  const options = names.map((name): readonly Value[] => {
    if (never.has(name)) return [FALSE, UNKNOWN];
    return forced.has(name) ? [TRUE] : [FALSE, UNKNOWN, TRUE];
  });
  const count = options.reduce((product, { length }) => product * length, 1);
  for (let number = 0; number < count; number++) {
    const values = assignment(names, options, number);
    const isPossible = relevant.every((list) => list.some((name) => never.has(name) || values.get(name) === TRUE));
    if (!isPossible || evaluate(wanted, values) !== TRUE) continue;
    if (others.every((other) => evaluate(other, values) !== TRUE)) return true;
  }
  return false;
}

function assignment(names: readonly string[], options: readonly (readonly Value[])[], number: number): Values {
  const values = new Map<string, Value>();
  let rest = number;
  for (const [index, name] of names.entries()) {
    const choices = options[index] ?? [];
    values.set(name, choices[rest % choices.length] ?? UNKNOWN);
    rest = Math.floor(rest / choices.length);
  }
  return values;
}
