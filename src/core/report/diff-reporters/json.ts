import { jsonText } from '../json-text.ts';
import type { DiffReporter } from './diff-reporter.ts';

/** The whole comparison as one object. */
export const json: DiffReporter = (diff) => `${jsonText(diff, 2)}\n`;
