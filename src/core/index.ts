/** evdx: what happened in exported Windows event logs, how sure that is and why, and what to do. Browser-safe; reads nothing by itself. */
export { type CompiledRules, compileRules } from './engine/compile.ts';
export { decode } from './knowledge/codes/decode.ts';
export type { RuleDefinition } from './knowledge/rules/schema.ts';
export type { EpochMs } from './model/brand.ts';
export { ERRORS, EvdxError, hintOf } from './model/errors.ts';
export type { DateOrder, EventRecord, Level, TimeBasis } from './model/event.ts';
export { PROBLEMS, type Problem, type ProblemCode } from './model/problems.ts';
export type { Finding, Grade, NearMiss, Report, Severity } from './model/report.ts';
export type { Scan } from './model/scan.ts';
export type { ByteSource } from './model/source.ts';
export { SourceError } from './model/source-error.ts';
export { type ConcludeOptions, conclude } from './pipeline/conclude.ts';
export { diagnose } from './pipeline/diagnose.ts';
export { events } from './pipeline/events.ts';
export type { DiagnoseOptions, EventsOptions, FactInput, Input } from './pipeline/options.ts';
export { scan } from './pipeline/scan.ts';
export type { ScanOptions } from './pipeline/source-scan.ts';
export { VERSION } from './version.ts';
