import type { RuleVerdict } from '../../../engine/judge.ts';
import type { RuleTest } from '../../../knowledge/rules/schema.ts';
import type { TestCoverage } from '../../../knowledge/rules/test-log.ts';
import type { RawEvent } from '../../../model/event.ts';
import type { Report } from '../../../model/report.ts';
import type { Scan } from '../../../model/scan.ts';
import type { TestBench } from '../../rule-test.ts';

/** What the rules say of scans, and what the verdict of the rule under test rests on. */
export interface Judged {
  readonly report: Report;
  readonly verdict: RuleVerdict;
}
export type Judge = (scans: readonly Scan[]) => Judged;

/** A test with a log, run as it is written; the position of an event is its line. */
export interface WrittenTest {
  readonly test: RuleTest;
  readonly bench: TestBench;
  readonly events: readonly RawEvent[];
  readonly covers: TestCoverage | null;
  readonly scan: Scan;
  readonly judged: Judged;
  readonly judge: Judge;
}

/** A test that follows from a written one: what was done to the log, and what came out wrong; null: nothing. */
export interface DerivedTest {
  readonly name: string;
  readonly message: string | null;
}
/** Everything of one kind that follows from a test; nothing where the kind does not apply. */
export type Derivation = (written: WrittenTest) => readonly DerivedTest[] | Promise<readonly DerivedTest[]>;
