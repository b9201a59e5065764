/** Marks without a glyph of their own; Windows itself writes U+200E into dates. Nothing is lost without them. */
const invisible = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u2060-\u2064\ufeff]/g;
const blanks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** Controls, bidirectional embeddings, overrides and isolates, annotations, tags, half surrogate pairs. */
const dangerous = /[\p{Cc}\u202a-\u202e\u2066-\u206f\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/gu;

const escaped = (character: string): string => {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x100 ? `\\x${point.toString(16).padStart(2, '0')}` : `\\u${point.toString(16).padStart(4, '0')}`;
};

/**
 * Text of a log for people: one line, and nothing in it that moves a cursor, colours, or turns the reading direction. What is dangerous
 * is spelt out (`\x1b`, `\u202e`), so that it shows.
 */
export const visibleText = (text: string): string =>
  text.replace(blanks, ' ').replace(invisible, '').replace(dangerous, escaped);
