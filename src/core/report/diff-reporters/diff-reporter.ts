import type { Diff } from '../../model/diff.ts';
import type { ReporterOptions } from '../reporters/reporter.ts';

/** A finished comparison in, text out; equal comparisons give equal bytes. */
export type DiffReporter = (diff: Diff, options: ReporterOptions) => string;
/** The same of one that loads what it needs when it is asked. */
export type LazyDiffReporter = (diff: Diff, options: ReporterOptions) => Promise<string>;
