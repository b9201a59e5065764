import type { RuleTest } from '../knowledge/rules/schema.ts';
import type { DerivedTest } from './derived-tests/support/derivation.ts';
import type { TestBench } from './rule-test.ts';

/** Runs everything that follows from a test that passes (rule-language.md, section 7); loaded only when somebody asks for it. */
export async function deriveRuleTests(bench: TestBench, test: RuleTest): Promise<readonly DerivedTest[]> {
  const { runDerivedTests } = await import('./derived-tests/index.ts');
  return runDerivedTests(bench, test);
}
