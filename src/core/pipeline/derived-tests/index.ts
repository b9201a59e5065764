import type { RuleTest } from '../../knowledge/rules/schema.ts';
import type { TestBench } from '../rule-test.ts';
import { absenceLimits } from './absence-limits.ts';
import { allLimit } from './all-limit.ts';
import { countLimit } from './count-limit.ts';
import { droppedLines } from './dropped-lines.ts';
import { fileOrder } from './file-order.ts';
import { nearLimits } from './near-limits.ts';
import { otherHost } from './other-host.ts';
import { reExport } from './re-export.ts';
import { sequenceLimits } from './sequence-limits.ts';
import { sources } from './sources.ts';
import type { Derivation, DerivedTest } from './support/derivation.ts';
import { writtenTest } from './support/written-test.ts';
import { swappedSteps } from './swapped-steps.ts';
import { timeZone } from './time-zone.ts';

/** What follows from a test without anybody writing it (rule-language.md, section 7). */
export const derivations: readonly Derivation[] = [
  fileOrder,
  sources,
  timeZone,
  reExport,
  otherHost,
  swappedSteps,
  sequenceLimits,
  allLimit,
  countLimit,
  nearLimits,
  absenceLimits,
  droppedLines,
];

/** Runs everything that follows from a test that passes; nothing follows from a file. */
export async function runDerivedTests(bench: TestBench, test: RuleTest): Promise<readonly DerivedTest[]> {
  if (!('log' in test)) return [];
  const written = writtenTest(bench, test);
  const derived: DerivedTest[] = [];
  for (const derive of derivations) derived.push(...(await derive(written)));
  return derived;
}
