import type { LazyDiffReporter } from '../diff-reporter.ts';

/** One file that a browser shows by itself, in the look of the HTML report. The page is loaded on demand. */
export const html: LazyDiffReporter = async (diff, { zone }) => (await import('./page.ts')).formatPage(diff, zone);
