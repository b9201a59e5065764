/**
 * What mails, tickets, code and pages put around every line of a block: quote marks, comment signs, an indent, line numbers, `<br>`.
 * Bullets are none: they stand before single lines (line-marks.ts).
 */
export interface BlockFrame {
  /** The line without it; null: it has none. @param line its number */
  strip(text: string, line: number): string | null;
  /** A line in the middle may lack it: wrapping drops quote marks. */
  readonly isLoose: boolean;
  /** It may stand before or behind what a format takes for its own. */
  readonly kind: 'mark' | 'indent' | 'number' | 'end' | 'blank';
}

/** Blank, tab, the blank that does not break, the wide one. */
const isBlankCode = (code: number): boolean => code === 0x20 || code === 0x09 || code === 0xa0 || code === 0x3000;
const isBlank = (text: string, at: number): boolean => isBlankCode(text.charCodeAt(at));
function blanksAt(text: string, from: number): number {
  let at = from;
  while (isBlank(text, at)) at += 1;
  return at - from;
}

/** No indent is deeper. */
const MAX_INDENT = 40;
/** Several of `>`; one sign of comments, with a blank behind it, or `//`. */
const MARK = /(?:>[ \u00a0]?){1,10}|\/{2,3}|(?:\|{1,2}|#{1,3}|;{1,2}|\*|»)(?=[ \t\u00a0]|$)/y;
/** A row of a table in Markdown. */
const ROW = /^\s*\|.*\|\s*$/;

const NUMBER = /^[ \t\u00a0]{0,8}(\d{1,7})(?:([:.)|])|(\t| \||[ \u00a0]{2})|(?=[ \u00a0]?$))/;
const END = /(?:<br\s{0,3}\/?>|\\)[ \t]{0,8}$/i;
/** Pages keep runs of blanks by making every other one stay. */
const KEPT_BLANKS = /^\u00a0|\u00a0[ \u00a0]| \u00a0/;

/** The frames that a line may have, the likeliest first; cheap to ask of a line that has none. @param next the line behind it */
export function framesOf(text: string, line: number, next: string | undefined): readonly BlockFrame[] {
  const found: BlockFrame[] = [];
  const indent = blanksAt(text, 0);
  const first = text.charAt(indent);
  if (first === '' || indent > MAX_INDENT) return found;
  if ('>|/#;*»'.includes(first) && !ROW.test(text)) found.push(...marksOf(text, indent));
  if (first >= '0' && first <= '9') found.push(...numbersOf(text, line, next));
  if (indent > 0) found.push(indentOf(text.slice(0, indent)));
  if ((text.endsWith('>') || text.endsWith('\\') || isBlank(text, text.length - 1)) && END.test(text)) found.push(ENDS);
  if (text.includes('\u00a0') && KEPT_BLANKS.test(text)) found.push(KEPT);
  return found;
}

function marksOf(text: string, from: number): readonly BlockFrame[] {
  MARK.lastIndex = from;
  const signs = MARK.exec(text)?.[0].replace(/\s/g, '');
  if (signs === undefined) return [];
  const blanks = blanksAt(text, endOfMarks(text, signs));
  return [...new Set([Math.min(1, blanks), blanks])].map((width) => ({
    kind: 'mark',
    isLoose: true,
    strip: (other) => {
      const end = endOfMarks(other, signs);
      return end < 0 ? null : other.slice(end + Math.min(width, blanksAt(other, end)));
    },
  }));
}

/** Behind the signs, with or without blanks between; -1: they are not there. */
function endOfMarks(text: string, signs: string): number {
  let at = blanksAt(text, 0);
  for (const [index, sign] of [...signs].entries()) {
    if (index > 0 && sign === '>') at += blanksAt(text, at);
    if (text.charAt(at) !== sign) return -1;
    at += 1;
  }
  return at;
}

/** Numbers that count the lines of the text. */
function numbersOf(text: string, line: number, next: string | undefined): readonly BlockFrame[] {
  const first = NUMBER.exec(text);
  const second = NUMBER.exec(next ?? '');
  const number = Number(first?.[1]);
  if (first === null || second === null || Number(second[1]) !== number + 1) return [];
  const hasBlank = first[2] !== undefined && isBlank(text, first[0].length);
  const strip: BlockFrame['strip'] = (other, at) => {
    const match = NUMBER.exec(other);
    if (match === null || Number(match[1]) !== number + at - line) return null;
    if (match[2] !== first[2] && match[0].length < other.trimEnd().length) return null;
    return other.slice(match[0].length + (hasBlank && isBlank(other, match[0].length) ? 1 : 0));
  };
  return [{ kind: 'number', isLoose: false, strip }];
}

const indentOf = (indent: string): BlockFrame => ({
  kind: 'indent',
  isLoose: false,
  strip: (text) => (blanksAt(text, 0) >= indent.length ? text.slice(indent.length) : null),
});

const ENDS: BlockFrame = {
  kind: 'end',
  isLoose: true,
  strip: (text) => {
    const end = END.exec(text)?.index ?? -1;
    return end < 0 ? null : text.slice(0, end);
  },
};

const KEPT: BlockFrame = {
  kind: 'blank',
  isLoose: true,
  strip: (text) => text.replaceAll('\u00a0', ' '),
};
