import { decodeEntities } from '../text/entities.ts';
import type { LineTaker } from './line-unwrapper.ts';
import type { Unwrapped } from './unwrapper.ts';
import { UprightRows } from './upright-rows.ts';

const ROW_TAG = /<(\/?)(tr|table)(?:\s[^<>]{0,400})?>/gi;
/** Many pages do not close their cells. */
const CELL = /<t[dh](?:\s[^<>]{0,400})?>/gi;
const OTHER_TAG = /<\/?[a-z!][^<>]{0,400}>/gi;
const OF_TABLE = /^\s*<\/?(?:t(?:able|head|body|foot)|col(?:group)?)[\s>]/i;
const LINE_BREAK = /<br\s{0,8}\/?>/gi;
/** What `wmic /format:htable` puts into every cell, to keep it open. */
const HIDDEN = /<span[^<>]{0,80}overflow-y: ?hidden[^<>]{0,80}>\.<\/span>/gi;
const LISTING = /^\s*(?:<(?:div|figure|code)[^<>]{0,200}>\s*){0,2}<pre[\s>]/i;
/** No row is longer: an event holds 64 KiB. */
const MAX_CHARACTERS = 1 << 20;

/** Puts each row of the tables of a page on a line, its cells parted by tabs, however the page lays them out. */
export class TableRows implements LineTaker {
  readonly #out: Unwrapped;
  readonly #unwrap: (line: string) => string;
  readonly #upright: UprightRows;
  /** The open one, as it stands in the page. */
  #pieces: string[] | null = null;
  #length = 0;
  #rowLine = 1;

  /** @param unwrap for what stands in no table */
  constructor(out: Unwrapped, unwrap: (line: string) => string) {
    [this.#out, this.#unwrap, this.#upright] = [out, unwrap, new UprightRows(out)];
  }

  take(text: string, line: number): void {
    if (this.#pieces === null && !/<tr[\s>]/i.test(text)) {
      const words = this.#unwrap(text);
      // Between a header and its rows tags stand alone.
      if (words.trim() !== '' || !OF_TABLE.test(text)) {
        this.#upright.end();
        this.#out.addLine(words, line);
      }
      return;
    }
    let at = 0;
    for (const { 0: tag, 1: slash, 2: name = '', index } of text.matchAll(ROW_TAG)) {
      this.#add(text.slice(at, index), line);
      at = index + tag.length;
      this.#close();
      if (slash === '' && name.toLowerCase() === 'tr') [this.#pieces, this.#length, this.#rowLine] = [[], 0, line];
    }
    this.#add(`${text.slice(at)}\n`, line);
  }

  end(): void {
    this.#close();
    this.#upright.end();
  }

  #add(text: string, line: number): void {
    if (this.#pieces === null) {
      const words = this.#unwrap(text.trimEnd());
      if (words.trim() === '') return;
      this.#upright.end();
      this.#out.addLine(words, line);
      return;
    }
    this.#length += text.length;
    if (this.#length > MAX_CHARACTERS) this.#close();
    else this.#pieces.push(text);
  }

  #close(): void {
    if (this.#pieces === null) return;
    const [, ...cells] = this.#pieces.join('').split(CELL);
    this.#pieces = null;
    if (cells.length > 0 && cells.every((cell) => LISTING.test(cell))) this.#addListing(cells);
    else this.#addRow(cells.map(cellText));
  }

  #addRow(texts: readonly string[]): void {
    if (texts.length === 0 || this.#upright.add(texts, this.#rowLine)) return;
    this.#upright.end();
    if (texts.join('') !== '') this.#out.addLine(texts.join('\t'), this.#rowLine);
  }

  /** What a blog lays out as a cell of line numbers and a cell of text. */
  #addListing(cells: readonly string[]): void {
    this.#upright.end();
    let line = this.#rowLine;
    for (const cell of cells) {
      const rows = cell.split('\n').map((row) => row.split(LINE_BREAK).map(plainText));
      const isNumbers = rows.flat().every((text) => /^\s*\d{0,6}\s*$/.test(text));
      for (const [index, texts] of rows.entries())
        if (!isNumbers) for (const text of texts) this.#out.addLine(text, line + index);
      line += rows.length - 1;
    }
  }
}

const plainText = (html: string): string => decodeEntities(html.replace(OTHER_TAG, ''));

/** As it would stand in a table of tabs: what has several lines is quoted. */
function cellText(cell: string): string {
  const text = decodeEntities(cell.replace(HIDDEN, '').replace(LINE_BREAK, '\n').replace(OTHER_TAG, ''))
    .replaceAll('\t', ' ')
    .replace(/ {0,40}\n\s{0,200}/g, '\n')
    .trim();
  return text.includes('\n') ? `"${text.replaceAll('"', '""')}"` : text;
}
