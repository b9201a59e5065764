import type * as z from 'zod';
import { nearest } from './nearest.ts';
import { valueAt } from './plain-value.ts';
import { alternatives, type Complaint, onKey, onValue, type Path, quote } from './problem.ts';
import { type Issue, isAtRoot, sentenceOf, wantedBy } from './schema-sentences.ts';

type UnionIssue = z.core.$ZodIssueInvalidUnion;

// How far a branch of a union is from what was written; only the order of these matters.
const WRONG_SHAPE = 1_000_000; // a list with many mistakes in it is still a list
const WRONG_WORD = 100;
const WRONG_FORM = 90;
const KEY_TOO_MUCH_OR_MISSING = 10;
const WRONG_INSIDE = 1;

/** A missing key, and one that may be it misspelt, are one mistake. */
interface Found extends Complaint {
  readonly missing?: readonly string[];
  readonly suggests?: string | null;
}

/** For `safeParse`: known keys instead of a sentence, and nothing where the schema has no phrase of its own. */
export const messageOf: z.core.$ZodErrorMap = ({ code, inst }) => {
  const definition = inst?._zod.def;
  const shape = definition !== undefined && 'shape' in definition ? definition.shape : null;
  return code === 'unrecognized_keys' ? Object.keys(shape ?? {}).join(' ') : '';
};

/** What a schema says against a value, in sentences; `root` is the value that was checked with `messageOf`. */
export function complaintsOf(issues: readonly Issue[], root: unknown): readonly Complaint[] {
  const found = issues.flatMap((issue) => explain(issue, [], root));
  const suggested = new Set(found.map(({ path, suggests }) => JSON.stringify([...path.slice(0, -1), suggests])));
  return found
    .filter(({ path, missing = [] }) => !missing.some((key) => suggested.has(JSON.stringify([...path, key]))))
    .map(({ path, on, offset, message, hint }) => ({ path, on, offset, message, hint }));
}

function explain(issue: Issue, base: Path, root: unknown): readonly Found[] {
  const path: Path = [...base, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
  const value = valueAt(root, path);
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue.keys, issue.message.split(' '), path, value);
  if (issue.code === 'invalid_key') {
    const wanted = issue.issues[0]?.message || 'another name';
    return [onKey(path, `${quote(path.at(-1))} cannot be a key here`, `write ${wanted}`)];
  }
  if (value === undefined) return [missingKeys([String(path.at(-1))], path.slice(0, -1), wantedBy(issue))];
  return issue.code === 'invalid_union' ? explainUnion(issue, path, root) : [wrongValue(issue, path, value)];
}

function wrongValue(issue: Issue, path: Path, value: unknown): Complaint {
  const key = path.findLast((step) => typeof step === 'string');
  return onValue(path, ...sentenceOf(issue, key === undefined ? 'the rule' : quote(key), value));
}

const missingKeys = (keys: readonly string[], path: Path, wanted: string): Found => ({
  ...(keys.length === 1
    ? onKey(path, `${quote(keys[0])} is missing`, `add it: ${wanted}`)
    : onKey(path, `one of the keys ${alternatives(keys)} is missing`, 'add the one you mean')),
  missing: keys,
});

function unknownKeys(keys: readonly string[], known: readonly string[], path: Path, parent: unknown): readonly Found[] {
  const free = known.filter((key) => valueAt(parent, [key]) === undefined);
  return keys.map((key) => {
    const suggests = nearest(key, free);
    const hint = suggests === null ? `known here: ${known.join(', ')}` : `write "${suggests}"`;
    return { ...onKey([...path, key], `unknown key ${quote(key)}`, hint), suggests };
  });
}

/** A union refuses with the words of the branch that is nearest to what was written. */
function explainUnion(union: UnionIssue, path: Path, root: unknown): readonly Found[] {
  const value = valueAt(root, path);
  const branches = union.errors.map((issues) => ({ issues, distance: distanceOf(issues, value) }));
  const least = Math.min(...branches.map(({ distance }) => distance));
  const near = branches.filter(({ distance }) => distance === least).map(({ issues }) => issues);
  if (least >= WRONG_SHAPE) return [wrongValue(union, path, value)];
  if (near.length > 1) return explainTie(near, path, root);
  return (near[0] ?? []).flatMap((issue) => explain(withBooleans(issue, union), path, root));
}

/** Words and true or false side by side: `partly, true or false`. */
function withBooleans(issue: Issue, union: UnionIssue): Issue {
  const takesBooleans = union.errors
    .flat()
    .some((other) => isAtRoot(other) && other.code === 'invalid_type' && other.expected === 'boolean');
  return issue.code === 'invalid_value' && takesBooleans ? { ...issue, values: [...issue.values, true, false] } : issue;
}

/** Branches equally far: they differ in the key that names them, which is misspelt or missing. */
function explainTie(near: readonly (readonly Issue[])[], path: Path, root: unknown): readonly Found[] {
  const value = valueAt(root, path);
  const wanted = near.map((issues) => issues.filter((issue) => isMissing(issue, value)).map(keyOf));
  const naming = [...new Set(wanted.flat())].filter((key) => !wanted.every((keys) => keys.includes(key)));
  const [first = []] = near;
  if (naming.length === 0) return first.flatMap((issue) => explain(issue, path, root));
  const strange = near.map((issues) => issues.filter((issue) => issue.code === 'unrecognized_keys'));
  const unknown = [...new Set(strange.flat().flatMap(({ keys }) => keys))].filter((key) =>
    strange.every((issues) => issues.some(({ keys }) => keys.includes(key))),
  );
  const known = [...new Set(strange.flat().flatMap(({ message }) => message.split(' ')))];
  const common = first.filter((issue) => issue.code !== 'unrecognized_keys' && !naming.includes(keyOf(issue)));
  return [
    missingKeys(naming, path, ''),
    ...unknownKeys(unknown, known, path, value),
    ...common.flatMap((issue) => explain(issue, path, root)),
  ];
}

const keyOf = ({ path: [key] }: Issue): string => String(key);
const isMissing = (issue: Issue, value: unknown): boolean =>
  issue.path.length === 1 && issue.code !== 'invalid_key' && valueAt(value, issue.path) === undefined;

const distanceOf = (issues: readonly Issue[], value: unknown): number =>
  issues.reduce((sum, issue) => sum + distanceOfOne(issue, value), 0);

function distanceOfOne(issue: Issue, value: unknown): number {
  if (isMissing(issue, value)) return KEY_TOO_MUCH_OR_MISSING;
  if (issue.path.length > 0) return WRONG_INSIDE;
  if (issue.code === 'unrecognized_keys') return KEY_TOO_MUCH_OR_MISSING * issue.keys.length;
  if (issue.code === 'invalid_union') return Math.min(...issue.errors.map((branch) => distanceOf(branch, value)));
  if (issue.code === 'invalid_type') return WRONG_SHAPE;
  return issue.code === 'invalid_value' ? WRONG_WORD : WRONG_FORM;
}
