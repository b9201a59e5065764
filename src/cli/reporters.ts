import type { Report, Severity } from '../core/model/report.ts';
import { outlineReport } from '../core/report/outline/outline.ts';
import { reporters } from '../core/report/reporters/index.ts';
import type { ReporterOptions } from '../core/report/reporters/reporter.ts';
import { renderTerminal, type Screen } from './terminal/render.ts';

export interface CliReporterOptions extends ReporterOptions {
  readonly screen: Screen;
  readonly failOn: Severity;
}
type CliReporter = (report: Report, options: CliReporterOptions) => string | Promise<string>;

const table: CliReporter = (report, { zone, screen, ...options }) =>
  renderTerminal(outlineReport(report, zone, options), screen);

/** Those of the core, and the one for terminals. */
export const cliReporters = { table, ...reporters } as const satisfies Record<string, CliReporter>;
export type CliReporterName = keyof typeof cliReporters;
