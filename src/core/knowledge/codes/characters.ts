/** What a character means to a code that stands beside it. */
export const OTHER = 0;
/** A letter or digit. */
export const WORD = 1;
const UNDERSCORE = 2;

const fromTo = (first: string, last: string): number[] =>
  Array.from({ length: last.charCodeAt(0) - first.charCodeAt(0) + 1 }, (_, index) => first.charCodeAt(0) + index);

/** By UTF-16 unit, so that a scan needs no branch; only ASCII is told apart here. */
export const KIND = new Uint8Array(0x1_0000);
for (const code of [...fromTo('0', '9'), ...fromTo('a', 'z'), ...fromTo('A', 'Z')]) KIND[code] = WORD;
KIND['_'.charCodeAt(0)] = UNDERSCORE;

/**
 * Letters and digits. Scripts written without blanks between words are not among them: Chinese and Japanese texts set a code
 * without blanks, Korean hangs particles on it (`0x80070005입니다`), and none of that makes it part of an identifier.
 */
const JOINS =
  /^(?!\p{scx=Han}|\p{scx=Hira}|\p{scx=Kana}|\p{scx=Bopo}|\p{scx=Hang}|\p{scx=Thai}|\p{scx=Laoo}|\p{scx=Khmr}|\p{scx=Mymr})[\p{L}\p{Nd}]$/u;

/** Is the character at this place a letter or digit that would make one word with a code beside it? */
export function joinsAt(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  if (unit < 128) return KIND[unit] === WORD;
  if (Number.isNaN(unit)) return false;
  const withFormer = unit >= 0xdc00 && unit <= 0xdfff && index > 0 ? (text.codePointAt(index - 1) ?? 0) : 0;
  return JOINS.test(String.fromCodePoint(withFormer > 0xffff ? withFormer : (text.codePointAt(index) ?? 0)));
}

/** `-` and what word processors and pages make of it: hyphens (U+2010, U+2011), figure and en dash, minus, full-width minus. */
export const isMinus = (unit: number): boolean =>
  unit === 0x2d || (unit >= 0x2010 && unit <= 0x2013) || unit === 0x2212 || unit === 0xff0d;
