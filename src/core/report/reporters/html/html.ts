import type { LazyReporter } from '../reporter.ts';

/** One file that a browser shows by itself: no network, readable without script. The page and its drawings are loaded on demand. */
export const html: LazyReporter = async (report, options) => (await import('./page.ts')).formatPage(report, options);
