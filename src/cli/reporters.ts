import type { CodeBook } from '../core/model/code-book.ts';
import type { Finding, Report, Severity } from '../core/model/report.ts';
import { outlineReport } from '../core/report/outline/outline.ts';
import { reporters } from '../core/report/reporters/index.ts';
import { renderTerminal, type Screen } from './terminal/render.ts';

export interface CliReporterOptions {
  readonly zone: string;
  readonly screen: Screen;
  readonly failOn: Severity;
  readonly leftOut?: readonly Finding[];
  readonly codes?: CodeBook;
  readonly given?: readonly string[];
}
type CliReporter = (report: Report, options: CliReporterOptions) => string | Promise<string>;

const table: CliReporter = (report, { zone, screen, leftOut, codes, given }) =>
  renderTerminal(outlineReport(report, zone, leftOut, codes, given), screen);

/** Those of the core, and the one for terminals. */
export const cliReporters = { table, ...reporters } as const satisfies Record<string, CliReporter>;
export type CliReporterName = keyof typeof cliReporters;
