import { jsonText } from '../json-text.ts';
import type { Reporter } from './reporter.ts';

/** The whole report as one object. */
export const json: Reporter = (report) => `${jsonText(report, 2)}\n`;
