import { type Complaint, onValue } from '../problem.ts';
import type { RuleTest } from '../schema.ts';
import type { LintView } from './view.ts';

/** What the tests of a stable rule have to show, and how one is written that does. */
const DUTIES: readonly (readonly [string, (test: RuleTest) => boolean])[] = [
  ['one where it finds something', ({ expect }) => typeof expect === 'object'],
  ['one where it does not ("expect: none" or "ruled_out")', ({ expect }) => typeof expect === 'string'],
  ['one that it nearly misses ("near_miss")', ({ near_miss }) => near_miss !== undefined],
];

/** Stable means that the tests show all three; those in a file of their own are not at hand. */
export function* lintStable({ rule: { status, tests } }: LintView): Generator<Complaint> {
  if (status !== 'stable' || typeof tests === 'string') return;
  const proofs = tests.filter(({ known_gap }) => known_gap !== true);
  const missing = DUTIES.filter(([, shows]) => !proofs.some(shows)).map(([duty]) => duty);
  if (missing.length === 0) return;
  yield onValue(
    ['status'],
    `a rule is stable by its tests, and some are missing: ${missing.join(', ')}`,
    'write them, or "status: test"',
  );
}
