const PAGE = /^\s{0,20}<(?:!doctype\s{1,4}html|html)[\s>]/i;
/** What opens a part that a page does not show, and what ends it. */
const OPENS = /<(?:(meta|link)|(script|style))(?=[\s/>])|<!--/i;

/**
 * Takes out of the lines of a whole page what a browser does not show: its `meta` tags tell the beginning of the text once more, with the
 * events in it. Elsewhere such tags are text: a virus scanner names them.
 */
export class UnshownParts {
  #isPage = false;
  /** What ends the open part. */
  #end: string | null = null;

  /** @returns what is shown of the line; null: it has no part in what is shown */
  strip(line: string): string | null {
    this.#isPage ||= line.includes('<') && PAGE.test(line);
    if (!this.#isPage || (this.#end === null && !line.includes('<'))) return line;
    let [shown, rest] = ['', line];
    while (rest !== '') {
      const at = this.#end === null ? this.#open(rest) : this.#close(rest, this.#end);
      if (at.isShown) shown += rest.slice(0, at.index);
      rest = rest.slice(at.behind);
    }
    return shown.trim() === '' && line.trim() !== '' ? null : shown;
  }

  #open(text: string): Cut {
    const match = OPENS.exec(text);
    if (match === null) return { index: text.length, behind: text.length, isShown: true };
    const [tag, meta, script] = match;
    this.#end = meta !== undefined ? '>' : script !== undefined ? `</${script.toLowerCase()}` : '-->';
    return { index: match.index, behind: match.index + tag.length, isShown: true };
  }

  #close(text: string, end: string): Cut {
    const index = text.toLowerCase().indexOf(end);
    if (index < 0) return { index: text.length, behind: text.length, isShown: false };
    // The end of an element is a tag, too, and ends with its bracket.
    this.#end = end.startsWith('</') ? '>' : null;
    return { index, behind: index + end.length, isShown: false };
  }
}

interface Cut {
  readonly index: number;
  readonly behind: number;
  readonly isShown: boolean;
}
