import { type SingleByteEncoding, upperHalfOf } from './code-pages.ts';

/** A code page that UTF-8 had been read with, somewhere on the way to here. */
export type MojibakePage = 'windows-1252' | 'windows-1251' | 'windows-1250' | 'ibm850' | 'ibm437';
const mojibakePages: readonly MojibakePage[] = ['windows-1252', 'windows-1251', 'windows-1250', 'ibm850', 'ibm437'];

/** Characters that logs are full of: only these show mojibake. */
const LIKELY =
  /[\u00a0-\u017f\u0192\u01a0\u01a1\u01af\u01b0\u0218-\u021b\u02c6\u02dc\u0384-\u03ce\u0401-\u045f\u0490\u0491\u05d0-\u05ea\u0600-\u06ff\u0e01-\u0e5b\u1ea0-\u1ef9\u200b-\u2044\u20ac\u2116\u2122\u2190-\u2193\u2500-\u257f\u25a0-\u25cf\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\ufeff\uff01-\uffe5\u{1f300}-\u{1faff}]/u;

interface PageTable {
  readonly byteByCharacter: ReadonlyMap<string, number>;
  /** UTF-8 sequences as the page shows them. */
  readonly sequence: RegExp;
  /** The beginning of one at the end of a text. */
  readonly cutSequence: RegExp;
  readonly characterBySequence: Map<string, string | null>;
}

const tables = new Map<MojibakePage, PageTable>();
function tableOf(page: MojibakePage): PageTable {
  const known = tables.get(page);
  if (known !== undefined) return known;
  const table = createTable(page);
  tables.set(page, table);
  return table;
}

function createTable(page: SingleByteEncoding): PageTable {
  const upper = upperHalfOf(page);
  const byteByCharacter = new Map<string, number>();
  // Some programs leave 0x80 to 0x9F as the controls of the same number (ISO 8859-1); the page's own characters go before.
  for (let byte = 0x80; byte < 0xa0; byte += 1) byteByCharacter.set(String.fromCharCode(byte), byte);
  for (const [index, character] of [...upper].entries()) byteByCharacter.set(character, 0x80 + index);
  const among = (from: number, to: number): string =>
    `[${[...byteByCharacter].flatMap(([character, byte]) => (byte >= from && byte <= to ? [character] : [])).join('')}]`;
  const [two, three, four, next] = [among(0xc2, 0xdf), among(0xe0, 0xef), among(0xf0, 0xf4), among(0x80, 0xbf)];
  return {
    byteByCharacter,
    sequence: new RegExp(`${two}${next}|${three}${next}{2}|${four}${next}{3}`, 'g'),
    cutSequence: new RegExp(`(?:${two}|${three}${next}?|${four}${next}{0,2})$`),
    characterBySequence: new Map(),
  };
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const UNLIKELY = /[\p{Cc}\p{Cn}\p{Co}]/u;

/** A log repeats few of them; hostile text must not fill the memory. */
const MAX_REMEMBERED = 4096;

/** The character that a sequence stands for, null when there is none that a text would hold. */
function characterOf(sequence: string, { byteByCharacter, characterBySequence }: PageTable): string | null {
  const known = characterBySequence.get(sequence);
  if (known !== undefined) return known;
  const character = decodeSequence(sequence, byteByCharacter);
  if (characterBySequence.size < MAX_REMEMBERED) characterBySequence.set(sequence, character);
  return character;
}

function decodeSequence(sequence: string, byteByCharacter: ReadonlyMap<string, number>): string | null {
  try {
    const character = strictUtf8.decode(Uint8Array.from(sequence, (part) => byteByCharacter.get(part) ?? 0));
    return UNLIKELY.test(character) ? null : character;
  } catch {
    return null;
  }
}

const repair = (text: string, table: PageTable): string =>
  text.replace(table.sequence, (sequence) => characterOf(sequence, table) ?? sequence);

/** Puts mojibake of one code page right, in text that arrives in pieces. */
export class MojibakeRepair {
  readonly #table: PageTable;
  #cut = '';
  constructor(page: MojibakePage) {
    this.#table = tableOf(page);
  }

  push(piece: string): string {
    const text = this.#cut + piece;
    const cutAt = text.slice(-3).search(this.#table.cutSequence);
    const end = cutAt < 0 ? text.length : Math.max(0, text.length - 3) + cutAt;
    this.#cut = text.slice(end);
    return repair(text.slice(0, end), this.#table);
  }

  end(): string {
    const rest = this.#cut;
    this.#cut = '';
    return rest;
  }
}

const NOT_ASCII = /[^\0-\x7f]/g;
/** Bytes that were UTF-8 make up most of what is not ASCII; in right text such pairs are rare neighbours of other letters. */
const LEAST_SHARE = 0.8;

/**
 * The pages to undo, one after the other; none for right text, two when the text was spoilt twice.
 * @param score hits among the known headings
 */
export function findMojibake(text: string, score: (text: string) => number): readonly MojibakePage[] {
  const pages: MojibakePage[] = [];
  for (let current = text; pages.length < 2; ) {
    const page = spoilingPage(current, score);
    if (page === null) break;
    pages.push(page);
    current = repair(current, tableOf(page));
  }
  return pages;
}

function spoilingPage(text: string, score: (text: string) => number): MojibakePage | null {
  const foreign = text.match(NOT_ASCII)?.length ?? 0;
  if (foreign < 2) return null;
  let [best, bestLength]: [MojibakePage | null, number] = [null, 0];
  for (const page of mojibakePages) {
    const { length, sure } = weigh(text, tableOf(page));
    if (length <= bestLength) continue;
    const isMost = sure && length >= foreign * LEAST_SHARE;
    // Right Cyrillic holds such pairs, so there headings prove nothing.
    const mayBeProven = page !== 'windows-1251' && !isMost;
    if (isMost || (mayBeProven && score(repair(text, tableOf(page))) > score(text)))
      [best, bestLength] = [page, length];
  }
  return best;
}

const SMALL_LETTER = /\p{Ll}/u;

/** How much of `text` is mojibake of one page, and whether chance could not do that. */
function weigh(text: string, table: PageTable): { length: number; sure: boolean } {
  let [length, count, strong] = [0, 0, 0];
  for (const { 0: sequence, index } of text.matchAll(table.sequence)) {
    const character = characterOf(sequence, table);
    if (character === null || !LIKELY.test(character)) continue;
    length += sequence.length;
    const before = text.charAt(index - 1);
    const lead = sequence.charAt(0);
    const isSmall = SMALL_LETTER.test(lead);
    // «café”…» would be Chinese: a small letter that belongs to its word proves nothing, unless it is the â of â€™.
    if (/[a-z]/i.test(before) && isSmall && sequence.length > 2 && lead !== 'â') continue;
    count += 1;
    // A capital, or a line drawn, in the midst of a word; or a byte order mark.
    if ((/[a-z]/.test(before) && !isSmall) || character === '\ufeff') strong += 1;
  }
  return { length, sure: count > 1 || strong > 0 };
}
