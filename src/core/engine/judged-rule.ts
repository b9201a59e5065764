import type { CompiledRule } from './compile.ts';
import type { FactBook } from './context.ts';
import type { ClassEvent } from './entry.ts';
import { findingEvents, NO_FINDINGS } from './finding-events.ts';
import { judgeRule, type RuleVerdict } from './judge.ts';
import type { RuleRun } from './rule-run.ts';

/** A rule over the history. Of hundreds of rules a log concerns a few: of the others run and verdict are made when somebody asks. */
export class JudgedRule {
  readonly rule: CompiledRule;
  /** Without an event of any class nothing can match or come close. */
  readonly hasEvents: boolean;
  readonly #begin: () => RuleRun;
  readonly #facts: FactBook;
  #run: RuleRun | null = null;
  #verdict: RuleVerdict | null = null;
  #findingEvents: readonly ClassEvent[] | null = null;

  constructor(rule: CompiledRule, hasEvents: boolean, begin: () => RuleRun, facts: FactBook) {
    this.rule = rule;
    this.hasEvents = hasEvents;
    this.#begin = begin;
    this.#facts = facts;
  }
  get run(): RuleRun {
    this.#run ??= this.#begin();
    return this.#run;
  }
  get verdict(): RuleVerdict {
    this.#verdict ??= judgeRule(this.run, this.#facts);
    return this.#verdict;
  }
  /** What rules that use its findings see of them. */
  get findingEvents(): readonly ClassEvent[] {
    if (!this.hasEvents) return NO_FINDINGS;
    this.#findingEvents ??= findingEvents(this.verdict.findings);
    return this.#findingEvents;
  }
}
