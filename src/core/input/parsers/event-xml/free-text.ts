import type { FreeText } from '../../../model/parser.ts';

const MAX_GAP_CHARACTERS = 1 << 16;
const MAX_CHARACTERS = 1 << 18;
/**
 * What tools write between events: declarations, roots of any name (`wevtutil qe … /e:NAME`), `Record 12`, `evtxexport 20251118`, tree view
 * markers.
 */
const OF_TOOLS =
  /<\?[^<>]{0,512}\?>|<\/?(?:[\w.-]{1,64}:)?Events(?:\s[^<>]{0,1024})?\/?>|<\/?[A-Za-z_][\w:.-]{0,127}>|^[ \t]*(?:Record:? \d{1,20}|evtx?export \d{8}|[-+])[ \t]*$/gm;
/** The two that are most frequent, whole. */
const USUAL = /^\s*(?:Record \d{1,20}\s*)?(?:<\?xml[^<>]{0,512}\?>\s*)?$/;

/** Collects what stands between the events and is not a tool's: somebody's words, which may name codes, or events in another form. */
export class FreeTextBetween {
  readonly found: FreeText[] = [];
  #gap = '';
  #line = 0;
  #characters = 0;
  #skipping = false;

  /** @param line of its first character */
  add(text: string, line: number): void {
    if (this.#gap === '') {
      if (this.#skipping || text.trim() === '') return;
      this.#line = line;
    }
    this.#gap += text.slice(0, MAX_GAP_CHARACTERS - this.#gap.length);
  }

  /** What comes up to the next event is the rest of one. */
  skip(): void {
    this.#skipping = true;
  }

  /** An event begins, or the source ends. */
  close(): void {
    this.#skipping = false;
    if (this.#gap === '') return;
    const gap = this.#gap;
    this.#gap = '';
    const words = wordsBetween(gap);
    if (words === null || this.#characters >= MAX_CHARACTERS) return;
    this.#characters += words.text.length;
    this.found.push({ text: words.text, line: this.#line + words.line });
  }
}

/** What stands between two events and is not a tool's, with the number of line ends before it; null without a word. */
export function wordsBetween(gap: string): FreeText | null {
  if (USUAL.test(gap)) return null;
  const rest = gap.replace(OF_TOOLS, (found) => found.replace(/[^\n]+/g, ''));
  const text = rest.trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  return { text, line: rest.slice(0, rest.indexOf(text)).split('\n').length - 1 };
}
