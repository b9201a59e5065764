import { headingBefore } from '../knowledge/words/headings.ts';

/** Further in no heading begins a line. */
const MAX_HEADING = 60;

/** Does the line begin with the heading that begins a copied event: its log, or its type? */
export function isStartHeading(line: string): boolean {
  const colon = line.slice(0, MAX_HEADING).search(/[:：]/);
  const meanings = colon < 0 ? [] : (headingBefore(line, colon)?.meanings ?? []);
  return meanings.some(({ dialect, field }) => dialect.start === field);
}
