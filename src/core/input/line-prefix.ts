/**
 * What mails, tickets and Markdown put before a line: indents, quote marks, comment signs, bullets, numbers. A bullet or a number
 * counts only with a blank behind it: `-1018` is no bullet.
 */
const MARK =
  /[ \t\u3000]{1,40}|>|\|{1,2}|\/\/|#{1,6}(?=\s)|;(?=\s)|(?:[-*+•‣◦▪○●·–]|\d{1,3}[.)]|\(\d{1,3}\))(?=[ \t])|»/y;
const MAX_MARKS = 16;

/** The length of the marks at the beginning of a line. */
export function marksLength(text: string): number {
  let length = 0;
  for (let count = 0; count < MAX_MARKS; count += 1) {
    MARK.lastIndex = length;
    if (!MARK.test(text)) break;
    length = MARK.lastIndex;
  }
  return length;
}

/** Emphasis may stand between the marks and a word. */
const EMPHASIS = /^[*_`"'[({]{0,4}$/;
export const isMarksOnly = (text: string): boolean => EMPHASIS.test(text.slice(marksLength(text)));

const isBlank = (character: string | undefined): boolean =>
  character === ' ' || character === '\t' || character === '\u3000';
const isDigit = (character: string | undefined): boolean =>
  character !== undefined && character >= '0' && character <= '9';

/**
 * A line without the prefix that the headings of its block had, as far as it has it: wrapping drops quote marks, an editor changes
 * indents, numbers count up.
 */
export function withoutPrefix(text: string, prefix: string): string {
  let [at, index] = [0, 0];
  while (index < prefix.length) {
    if (isBlank(prefix[index])) {
      if (isBlank(text[at])) at += 1;
      index += 1;
      continue;
    }
    const unit = unitLength(prefix, index);
    const end = matchUnit(text, skipBlanks(text, at), prefix.slice(index, index + unit));
    if (end === null) break;
    [at, index] = [end, index + unit];
  }
  return text.slice(at);
}

const skipBlanks = (text: string, from: number): number => {
  let at = from;
  while (isBlank(text[at])) at += 1;
  return at;
};
const unitLength = (prefix: string, from: number): number => {
  let end = from + 1;
  while (end < prefix.length && !isBlank(prefix[end]) && prefix[end] !== '>') end += 1;
  return end - from;
};

/** Behind the unit in `text`, null where something else stands; any number matches any number. */
function matchUnit(text: string, from: number, unit: string): number | null {
  let [at, index] = [from, 0];
  while (index < unit.length) {
    if (isDigit(unit[index])) {
      if (!isDigit(text[at])) return null;
      while (isDigit(unit[index])) index += 1;
      while (isDigit(text[at])) at += 1;
    } else {
      if (text[at] !== unit[index]) return null;
      at += 1;
      index += 1;
    }
  }
  // `-1018` is no bullet.
  const needsBlank = /^[-*+•‣◦▪○●·–]$|^\(?\d+[.)]$/.test(unit);
  return needsBlank && at < text.length && !isBlank(text[at]) ? null : at;
}
