import { jsonText } from '../json-text.ts';
import type { Reporter } from './reporter.ts';

/** One finding a line, for streams that know no other. */
export const jsonl: Reporter = ({ findings }) => findings.map((finding) => `${jsonText(finding)}\n`).join('');
