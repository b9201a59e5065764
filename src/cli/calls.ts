import type { CodeReading } from '../core/knowledge/codes/decode.ts';
import type { ExportedRules, ExporterName } from '../core/knowledge/rules/exporters/index.ts';
import type { RuleProblem } from '../core/knowledge/rules/problem.ts';
import type { RuleDefinition } from '../core/knowledge/rules/schema.ts';
import type { CodeBook } from '../core/model/code-book.ts';
import type { EventRecord } from '../core/model/event.ts';
import type { Report } from '../core/model/report.ts';
import type { ByteSource } from '../core/model/source.ts';
import type { WrittenLines } from '../core/pipeline/event-lines.ts';
import type { EventAddress, EventExplanation } from '../core/pipeline/explain-event.ts';
import type { DiagnoseOptions, EventsOptions } from '../core/pipeline/options.ts';
import type { TestedRules } from '../node/rule-tests.ts';

export interface LoadedRules {
  readonly rules: readonly RuleDefinition[];
  readonly problems: readonly RuleProblem[];
}
export interface CheckedRules extends LoadedRules {
  /** What is no mistake, but hardly meant. */
  readonly lint: readonly RuleProblem[];
}
/** The work behind the commands. Each is loaded when a command asks for it: a start costs one command. */
export interface Calls {
  /** @param jobs threads that read; undefined: as many as gain. */
  diagnose(inputs: readonly ByteSource[], options: DiagnoseOptions, jobs?: number): Promise<Report>;
  events(inputs: readonly ByteSource[], options: EventsOptions): AsyncIterable<readonly EventRecord[]>;
  /** The same as JSON lines. */
  eventLines(inputs: readonly ByteSource[], options: EventsOptions): AsyncIterable<WrittenLines>;
  explainEvent(
    input: ByteSource,
    address: EventAddress,
    options: DiagnoseOptions & Pick<EventsOptions, 'onProblem'>,
  ): Promise<EventExplanation | null>;
  /** Names of the codes in the evidence. */
  nameCodes(report: Report): Promise<CodeBook>;
  decode(text: string): Promise<readonly CodeReading[]>;
  /** Rules of folders; what does not load is a problem. */
  loadRules(folders: readonly string[], cwd: string): Promise<LoadedRules>;
  checkRules(paths: readonly string[], cwd: string): Promise<CheckedRules>;
  /** The built-in rules and these; the same id replaces. */
  allRules(added: readonly RuleDefinition[]): Promise<readonly RuleDefinition[]>;
  /** @throws EvdxError EVDX_RULE_UNKNOWN */
  rulesNamed(name: string, added: readonly RuleDefinition[]): Promise<readonly RuleDefinition[]>;
  testRules(paths: readonly string[], cwd: string, options: { readonly derive: boolean }): Promise<TestedRules>;
  /** A proposal for a rule file. @param id null: one made up */
  newRule(inputs: readonly ByteSource[], options: EventsOptions, id: string | null): Promise<string | null>;
  exportRules(rules: readonly RuleDefinition[], to: ExporterName, allowLossy: boolean): Promise<ExportedRules>;
  /** Says so whenever rule files change, until nobody asks any more. */
  watchRules(paths: readonly string[], cwd: string): AsyncIterable<readonly string[]>;
}
