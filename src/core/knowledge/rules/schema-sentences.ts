import type * as z from 'zod';
import { nearest } from './nearest.ts';
import { alternatives, quote } from './problem.ts';

export type Issue = z.core.$ZodIssue;
type Sentence = readonly [message: string, hint: string];

export const isAtRoot = (issue: Issue): boolean => issue.path.length === 0;

/** What each branch says of the value itself, however deep the unions are. */
const leavesOf = (issue: Issue): readonly Issue[] =>
  issue.code === 'invalid_union' ? issue.errors.flat().filter(isAtRoot).flatMap(leavesOf) : [issue];

/** What is wrong with a value that is there, and what to write. `issue.message` is the schema's own phrase, or empty. */
export function sentenceOf(issue: Issue, subject: string, value: unknown): Sentence {
  if (value === null) return [`${subject} has no value`, `write ${wantedBy(issue)}`];
  switch (issue.code) {
    case 'invalid_union':
    case 'invalid_type':
      return [`${subject} cannot be ${kindOf(value)}`, rewritten(issue, value) ?? `write ${wantedBy(issue)}`];
    case 'invalid_value': {
      const words = issue.values.map(String);
      if (typeof value === 'string' && words.includes(value))
        return [`${subject} cannot be text`, `write ${String(value)} without quotes`];
      const near = typeof value === 'string' ? nearest(value, words) : null;
      const hint = near === null ? `write ${alternatives(words)}` : `write "${near}"`;
      return [`${subject} cannot be ${kindOf(value)}`, hint];
    }
    case 'invalid_format':
      return [
        value === '' ? `${subject} is empty` : `${subject} cannot be ${kindOf(value)}`,
        `write ${issue.message || 'a whole address: "https://…"'}`,
      ];
    case 'too_small':
      return typeof value === 'number'
        ? [`${subject} is too small`, `write at least ${issue.minimum}`]
        : [
            value === '' || isEmptyList(value) ? `${subject} is empty` : `${subject} is too short`,
            atLeast(issue.minimum),
          ];
    case 'too_big':
      return [
        `${subject} is too ${typeof value === 'number' ? 'large' : 'long'}`,
        `write at most ${issue.maximum}${Array.isArray(value) ? ' entries' : typeof value === 'string' ? ' characters' : ''}`,
      ];
    default:
      return [`${subject} cannot be ${kindOf(value)}`, `write ${issue.message || 'something else'}`];
  }
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
const atLeast = (minimum: number | bigint): string => `write at least ${minimum === 1 ? 'one' : minimum}`;

/** The value in the form that is asked for, where only the form is wrong. */
function rewritten(issue: Issue, value: unknown): string | null {
  const expected = new Set(leavesOf(issue).map((leaf) => (leaf.code === 'invalid_type' ? leaf.expected : leaf.code)));
  if (typeof value === 'string' && expected.has('number') && /^-?\d{1,10}$/.test(value))
    return `write ${value} without quotes`;
  const isOnlyList = expected.size === 1 && expected.has('array') && typeof value !== 'object';
  return isOnlyList ? `write a list: [${String(value).slice(0, 60)}]` : null;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a map' : quote(value);
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ['string', 'text'],
  ['number', 'a number'],
  ['int', 'a whole number'],
  ['boolean', 'true or false'],
  ['array', 'a list'],
  ['object', 'a map'],
  ['record', 'a map of names'],
]);

/** What would have been taken: the schema's own phrase, else `a number, a list or a map`. */
export function wantedBy(issue: Issue): string {
  const leaves = leavesOf(issue);
  const own = leaves.find(({ message }) => message !== '');
  if (own !== undefined) return own.message;
  const words = leaves.flatMap((leaf) => {
    if (leaf.code === 'invalid_type') return KINDS.get(leaf.expected) ?? leaf.expected;
    return leaf.code === 'invalid_value' ? leaf.values.map(String) : 'text';
  });
  return alternatives([...new Set(words)]);
}
