const NOT_ASCII = /[\u0080-\uffff]/;
/** Marks of text direction and joining that Windows and web pages put between letters. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]/g;
const COMBINING_DOT = /\u0307/g; // what lower case leaves of the Turkish İ

/** What editors make of a hyphen. */
const DASHES = /[\u2010-\u2014\u2212]/g;

/**
 * The form in which words are compared: without case, width, composition, doubled blanks or the shape of an apostrophe or a hyphen.
 * The Turkish dotless ı counts as i.
 */
export function foldWord(text: string): string {
  const plain = NOT_ASCII.test(text)
    ? text
        .normalize('NFKC')
        .replace(INVISIBLE, '')
        .toLowerCase()
        .replace(COMBINING_DOT, '')
        .replaceAll('ı', 'i')
        .replaceAll('’', "'")
        .replace(DASHES, '-')
    : text.toLowerCase();
  return UNEVEN.test(plain) ? plain.replace(/\s+/g, ' ').trim() : plain;
}
/** Blanks that do not stand alone between two words. */
const UNEVEN = /^\s|\s$|\s\s|[^\S ]/;

const EAST_ASIAN = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]`;
const BLANK_BESIDE = new RegExp(`(?<=${EAST_ASIAN}) | (?=${EAST_ASIAN})`, 'gu');

/** Nearly all words of the tables have none, and the expression above looks at each letter. */
const MAY_BE_EAST_ASIAN = /[\u2e80-\uffdc]/;

/** `イベント ID` and `イベントID`: blanks beside such letters part nothing, and people leave them out. */
export const spellings = (word: string): readonly string[] => {
  const close = MAY_BE_EAST_ASIAN.test(word) ? word.replace(BLANK_BESIDE, '') : word;
  return close === word ? [word] : [word, close];
};

export interface MarkedWord {
  readonly word: string;
  /** False where the table marks the word with `?`: no real text has confirmed it. */
  readonly confirmed: boolean;
}

/** The words of a table cell: parted by ` | `, a `?` at the end marks the unconfirmed. */
export const wordsOf = (cell: string): readonly MarkedWord[] =>
  cell.split(' | ').map((word) => ({ word: word.replace(/\?$/, ''), confirmed: !word.endsWith('?') }));
