import { isPlainMap } from '../../model/plain-map.ts';
import { valueAt } from './plain-value.ts';
import { type Complaint, onKey, onValue, type Path, quote } from './problem.ts';
import { checkClasses } from './semantics/classes.ts';
import { checkConclusions } from './semantics/conclusions.ts';
import { checkContext } from './semantics/context.ts';
import { checkKeys } from './semantics/keys.ts';
import { checkNames, checkReferences } from './semantics/names.ts';
import { checkPatterns } from './semantics/patterns.ts';
import { checkRegexes } from './semantics/regexes.ts';
import { checkTests } from './semantics/tests.ts';
import type { RuleNames, RuleView } from './semantics/view.ts';

type Check = (view: RuleView) => Iterable<Complaint>;

/** What the schema cannot say, because it takes more than one key to decide (rule-language.md). */
const CHECKS: readonly Check[] = [
  checkId,
  checkNames,
  checkReferences,
  checkClasses,
  checkRegexes,
  checkPatterns,
  checkKeys,
  checkContext,
  checkConclusions,
  checkTests,
];

export const checkSemantics = (view: RuleView): readonly Complaint[] => CHECKS.flatMap((check) => [...check(view)]);

function* checkId({ rule, expectedId }: RuleView): Generator<Complaint> {
  if (expectedId !== null && rule.id !== expectedId) {
    yield onValue(
      ['id'],
      `"id" is not the path of the file below rules/`,
      `write ${quote(expectedId)}, or move the file`,
    );
  }
}

/** Maps that say nothing; only `find` may be empty (the anchor is a class then), and what a test leaves open. */
export function* checkEmptyMaps(value: unknown, path: Path = []): Generator<Complaint> {
  if (typeof value !== 'object' || value === null || path[0] === 'tests' || path[0] === 'refs') return;
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  if (entries.length === 0 && isPlainMap(value) && path.length > 0 && !(path.length === 1 && path[0] === 'find')) {
    const isEvents = path.length === 1 && path[0] === 'events';
    yield onKey(
      path,
      `${quote(path.at(-1))} is empty`,
      isEvents ? 'give the rule a class' : 'leave it out, or fill it',
    );
  }
  for (const [key, item] of entries) yield* checkEmptyMaps(item, [...path, key]);
}

/** The names a rule gives, read from the file as it is, so that a damaged definition still gives its name. */
export function namesOf(root: unknown): RuleNames {
  const keysAt = (key: string): readonly string[] => {
    const value = valueAt(root, [key]);
    return isPlainMap(value) ? Object.keys(value) : [];
  };
  const causes = valueAt(root, ['causes']);
  const ids = (Array.isArray(causes) ? causes : []).map((cause) => valueAt(cause, ['id']));
  return {
    classes: keysAt('events'),
    patterns: keysAt('find'),
    flags: keysAt('state'),
    contexts: keysAt('context'),
    causes: [...new Set(ids.filter((id) => typeof id === 'string'))],
  };
}
