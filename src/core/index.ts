/** evdx: what happened in exported Windows event logs, how sure that is and why, and what to do. Browser-safe; reads nothing by itself. */
export { type CompiledRules, compileRules } from './engine/compile.ts';
export { type CodeReading, decode } from './knowledge/codes/decode.ts';
export type { RuleDefinition } from './knowledge/rules/schema.ts';
export { type EpochMs, epochMs } from './model/brand.ts';
export type { Diff, FindingChange, HostComparison, HostDiff, RunDiff } from './model/diff.ts';
export { ERRORS, type ErrorCode, EvdxError, hintOf } from './model/errors.ts';
export type { DateOrder, EventRecord, Level, TimeBasis } from './model/event.ts';
export { PROBLEMS, type Problem, type ProblemCode } from './model/problems.ts';
export type { Finding, Grade, NearMiss, Report, Severity } from './model/report.ts';
export type { Scan } from './model/scan.ts';
export type { ByteSource } from './model/source.ts';
export { SourceError } from './model/source-error.ts';
export { type ConcludeOptions, conclude } from './pipeline/conclude.ts';
export { deriveRuleTests } from './pipeline/derive-rule-tests.ts';
export { diagnose, rulesOf } from './pipeline/diagnose.ts';
export { events } from './pipeline/events.ts';
export { type ClassLook, type EventAddress, type EventExplanation, explainEvent } from './pipeline/explain-event.ts';
export type {
  ClockError,
  DiagnoseOptions,
  EventBatches,
  EventsOptions,
  FactInput,
  Input,
  InputOptions,
  ZoneChoice,
} from './pipeline/options.ts';
export { createTestBench, runRuleTest, type TestBench } from './pipeline/rule-test.ts';
export { scan } from './pipeline/scan.ts';
export type { ScanOptions } from './pipeline/source-scan.ts';
export { diffReports } from './report/diff.ts';
export { diffHosts } from './report/diff-hosts.ts';
export type { MappedName, PseudonymMap } from './report/redact/pseudonyms.ts';
export type { MapKeeper } from './report/redact/redaction.ts';
export { VERSION } from './version.ts';
