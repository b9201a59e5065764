import { escapeRegExp } from '../../../model/escape-regexp.ts';
import { listOf } from '../../../model/list-of.ts';
import { isFindingClass } from '../classes.ts';
import { alternatives, type Complaint, onValue, type Path, quote } from '../problem.ts';
import type { RulePart, RuleValueTest } from '../schema.ts';
import { placed } from '../semantics/view.ts';
import type { LintView } from './view.ts';

const MAX_SHORT = 2;

/** Values so short that "contains", which they mean in a text export, is true by accident. */
export function* lintShortValues({ rule }: LintView): Generator<Complaint> {
  for (const [name, definition] of Object.entries(rule.events)) {
    if (isFindingClass(definition)) continue;
    const path = ['events', name];
    yield* lintPart(path, definition);
    for (const [index, branch] of (definition.any ?? []).entries()) yield* lintPart([...path, 'any', index], branch);
    // What is excluded by accident is an event that is missed.
    for (const [place, part] of placed([...path, 'not'], definition.not)) yield* lintPart(place, part);
  }
}

function* lintPart(path: Path, { strings, fields, tool }: RulePart): Generator<Complaint> {
  if (tool !== undefined) return; // outputs of tools always carry their fields
  for (const [key, tests] of Object.entries({ strings, fields })) {
    // All of them have to hold: one that is no accident keeps accidents out.
    if (Object.values(tests ?? {}).some(isSure)) continue;
    for (const [place, test] of Object.entries(tests ?? {})) yield* lintTest([...path, key, place], test);
  }
}

const isPlain = (test: RuleValueTest): test is Exclude<RuleValueTest, object> | (string | number | boolean)[] =>
  typeof test !== 'object' || Array.isArray(test);

/** A long value, or one that fits as a whole only. */
function isSure(test: RuleValueTest): boolean {
  if (isPlain(test)) return listOf<string | number | boolean>(test).every((value) => !isShort(value));
  if ('contains' in test) return listOf(test.contains).every((value) => !isShort(value));
  return 'code' in test || listOf(test.regex).every((regex) => /^(\(\?\w+\))?\^/.test(regex));
}

function* lintTest(path: Path, test: RuleValueTest): Generator<Complaint> {
  if (!isPlain(test)) return;
  const [first, ...more] = placed<string | number | boolean>(path, test).filter(([, value]) => isShort(value));
  if (first === undefined) return;
  const values = [first, ...more].map(([, value]) => String(value));
  const shown = alternatives(values.slice(0, MAX_SHOWN).map(quote), 'and');
  const numbers = values.every((value) => /^\d+$/.test(value));
  const anchored = values.length === 1 ? escapeRegExp(values[0] ?? '') : `(${values.map(escapeRegExp).join('|')})`;
  yield onValue(
    first[0],
    `${shown}: a text export has no inserts, and its whole message is searched, which holds so short a value by accident`,
    `write "{regex: '^${anchored}$'}"${numbers ? `, or "{code: ${values.length === 1 ? values[0] : `[${values.join(', ')}]`}}"` : ''}`,
  );
}

const MAX_SHOWN = 4;
const isShort = (value: string | number | boolean): boolean =>
  typeof value !== 'boolean' && (String(value).length <= MAX_SHORT || /^\d{1,3}$/.test(String(value)));
