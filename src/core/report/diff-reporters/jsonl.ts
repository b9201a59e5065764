import { jsonText } from '../json-text.ts';
import type { DiffReporter } from './diff-reporter.ts';

/** One finding a line. */
export const jsonl: DiffReporter = ({ findings }) => findings.map((finding) => `${jsonText(finding)}\n`).join('');
