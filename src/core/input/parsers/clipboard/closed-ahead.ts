import { holdsClosing } from './closing.ts';
import { isStartHeading } from './leading-run.ts';
import type { Line } from './line.ts';
import { xmlHeadingStart } from './section-headings.ts';

/**
 * Is the end of the message in hand marked further on, by the closing sentence or the heading of the XML part? Then all up to there is
 * message, however much it reads like somebody's words.
 */
export function isClosedAhead(lines: readonly Line[]): boolean {
  for (const { text, headings } of lines) {
    if (holdsClosing(text) || xmlHeadingStart(text) >= 0) return true;
    if (headings.some(isStartHeading)) return false;
  }
  return false;
}
