import { rowText } from '../../table/tab-rows.ts';
import { decodeEntities } from '../../text/entities.ts';

/** How a format of documents calls what stands in a text. */
export interface Markup {
  /** Elements whose own text counts; null: that of paragraphs. */
  readonly text: ReadonlySet<string> | null;
  /** What holds no text of the document. */
  readonly skipped: ReadonlySet<string>;
  readonly paragraph: ReadonlySet<string>;
  readonly row: string;
  readonly cell: string;
  /** Empty elements that stand for signs. */
  readonly signs: ReadonlyMap<string, string>;
  /** Blanks, by their number in an attribute. */
  readonly blanks?: { readonly element: string; readonly count: RegExp };
}

const TAG = /<(\/?)([A-Za-z][\w:.-]{0,63})([^<>]*?)(\/?)>|<[!?][^<>]*>/g;
const MAX_BLANKS = 200;

/** The text of a document in XML: a paragraph on a line, a row of a table on a line of tabs. */
export function flowingText(xml: string, markup: Markup): string {
  const lines: string[] = [];
  const cells: string[][] = [];
  let paragraph = '';
  let textDepth = 0;
  let skipDepth = 0;
  let paragraphDepth = 0;
  let at = 0;
  const take = (text: string): void => {
    if (skipDepth > 0 || (markup.text === null ? paragraphDepth === 0 : textDepth === 0)) return;
    paragraph += decodeEntities(text);
  };
  const endParagraph = (): void => {
    const cell = cells.at(-1);
    if (cell === undefined) lines.push(paragraph);
    else if (cell.length > 0) cell[cell.length - 1] += `${cell.at(-1) === '' ? '' : '\n'}${paragraph}`;
    paragraph = '';
  };
  for (const found of xml.matchAll(TAG)) {
    const [whole, slash, name = '', attributes = '', closed] = found;
    take(xml.slice(at, found.index));
    at = found.index + whole.length;
    const [opens, closes] = [slash === '', slash === '/' || closed === '/'];
    const step = Number(opens) - Number(closes);
    if (markup.skipped.has(name)) skipDepth = Math.max(0, skipDepth + step);
    else if (skipDepth > 0) continue;
    else if (markup.text?.has(name) === true) textDepth = Math.max(0, textDepth + step);
    else if (markup.paragraph.has(name)) {
      paragraphDepth = Math.max(0, paragraphDepth + step);
      if (closes) endParagraph();
    } else if (name === markup.row) {
      if (opens) cells.push([]);
      else {
        const row = cells.pop();
        const text = row === undefined ? '' : rowText(row.map((cell) => cell.trimEnd()));
        // A table in a cell is part of it.
        const outer = cells.at(-1);
        if (outer === undefined) lines.push(text);
        else if (outer.length > 0) outer[outer.length - 1] += `\n${text}`;
      }
    } else if (name === markup.cell) {
      if (opens) cells.at(-1)?.push('');
    } else if (name === markup.blanks?.element) {
      const count = Number(markup.blanks.count.exec(attributes)?.[1] ?? 1);
      if (opens) paragraph += ' '.repeat(Math.min(count, MAX_BLANKS));
    } else if (opens) paragraph += markup.signs.get(name) ?? '';
  }
  if (paragraph !== '') lines.push(paragraph);
  return `${lines.join('\n')}\n`;
}

/** The body of a document of Word. @see ECMA-376 part 1, 17 */
export const WORD: Markup = {
  text: new Set(['w:t']),
  // What was deleted, and the other form of what stands in a text box.
  skipped: new Set(['w:del', 'mc:Fallback', 'w:pPr', 'w:rPr']),
  paragraph: new Set(['w:p']),
  row: 'w:tr',
  cell: 'w:tc',
  signs: new Map([
    ['w:tab', '\t'],
    ['w:br', '\n'],
    ['w:cr', '\n'],
    ['w:noBreakHyphen', '-'],
  ]),
};

/** The body of a text of OpenDocument. @see OpenDocument 1.3 part 3, 5 and 9 */
export const OPEN_DOCUMENT: Markup = {
  text: null,
  skipped: new Set(['text:tracked-changes', 'office:annotation', 'text:note']),
  paragraph: new Set(['text:p', 'text:h']),
  row: 'table:table-row',
  cell: 'table:table-cell',
  signs: new Map([
    ['text:tab', '\t'],
    ['text:line-break', '\n'],
  ]),
  blanks: { element: 'text:s', count: /\btext:c="(\d{1,4})"/ },
};
