import { headingBefore } from '../../knowledge/words/headings.ts';
import { beginsMarkup } from '../blocks/other-text.ts';
import { beginsProse } from '../blocks/prose.ts';
import { beginsNothing } from '../mixture/begins.ts';
import { findHexDump } from '../normalise/hex-dump.ts';
import { LineCleaner } from '../parsers/clipboard/clean-line.ts';
import { holdsClosing } from '../parsers/clipboard/closing.ts';
import { Line } from '../parsers/clipboard/line.ts';
import { xmlHeadingStart } from '../parsers/clipboard/section-headings.ts';
import { copyText } from '../text/copy-text.ts';

const MAX_LINE = 4096;
/** Descriptions say the same again and again; a hostile source says anything. */
const MAX_KNOWN = 8192;
/** The closing sentence may have begun on the line before. */
const CLOSING_REST = /^(?:(?:(?:(?:(?:(?:more )?information, )?see )?Help )?and )?Support )?Center\b/i;

/** Lines of a description that are surely text of their event, whatever stands around them: nothing begins in them and nothing ends. */
export class InertLines {
  readonly #known = new Set<string>();

  has(line: string): boolean {
    if (this.#known.has(line)) return true;
    if (!isInert(line)) return false;
    if (this.#known.size >= MAX_KNOWN) this.#known.clear();
    this.#known.add(copyText(line));
    return true;
  }
}

function isInert(line: string): boolean {
  if (line.trim() === '') return true;
  if (line.length > MAX_LINE || line.includes('<') || CLOSING_REST.test(line)) return false;
  const [cleaned, ...others] = new LineCleaner().clean(line);
  if (cleaned !== line || others.length > 0 || new Line(line, 1).headings.length > 0) return false;
  const colon = line.search(/[:：]/);
  if (colon >= 0 && headingBefore(line, colon) !== null) return false;
  // A sentence ends in front of it, behind an empty line: where words of people are most likely.
  if (beginsProse(line, '.', true) || holdsClosing(line) || beginsMarkup(line)) return false;
  return xmlHeadingStart(line) < 0 && findHexDump(line) < 0 && beginsNothing(line);
}
