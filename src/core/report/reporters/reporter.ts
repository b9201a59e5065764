import type { CodeBook } from '../../model/code-book.ts';
import type { Finding, Report, Severity } from '../../model/report.ts';
import type { DisplayZone } from '../display-time.ts';

export interface ReporterOptions {
  /** Of times that people read; machine formats stay in UTC. */
  readonly zone: DisplayZone;
  /** From here up a test case fails. */
  readonly failOn?: Severity;
  /** Findings that are less sure than was asked for: what people read says how many there are. */
  readonly leftOut?: readonly Finding[];
  /** Names of the codes in the evidence: for what people read. */
  readonly codes?: CodeBook;
  /** How the run was told to read its inputs, as words of a shell: a command that people read says the same. */
  readonly given?: readonly string[];
}
/** A finished report in, text out; equal reports give equal bytes. */
export type Reporter = (report: Report, options: ReporterOptions) => string;
/** The same of one that loads what it needs when it is asked. */
export type LazyReporter = (report: Report, options: ReporterOptions) => Promise<string>;
