import { headingBefore } from '../../knowledge/words/headings.ts';
import { beginsMarkup } from '../blocks/other-text.ts';
import { holdsClosing } from '../parsers/clipboard/closing.ts';

/** No heading is longer. */
const MAX_HEADING = 60;

/** Follows the lines that no format claims: do they stand in the description of a copied event? What a tool printed there is the event's. */
export class DescriptionWatch {
  isOpen = false;

  see(line: string): void {
    if (this.isOpen && (holdsClosing(line) || beginsMarkup(line))) this.isOpen = false;
    const colon = line.slice(0, MAX_HEADING).search(/[:：]/);
    if (colon < 1) return;
    const meanings = headingBefore(line, colon)?.meanings ?? [];
    if (meanings.some(({ field }) => field === 'description')) this.isOpen = true;
    // The next event begins; its own description follows.
    else if (meanings.some(({ field, dialect }) => field === dialect.start)) this.isOpen = false;
  }
  close(): void {
    this.isOpen = false;
  }
}
