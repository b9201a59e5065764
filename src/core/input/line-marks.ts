/**
 * What may stand before the first word of a line, whatever the lines around it have: indents, quote marks, comment signs, bullets, numbers. A bullet or a
 * number counts only with a blank behind it: `-1018` is no bullet.
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

/** The marks themselves. */
export const marksOf = (text: string): string => text.slice(0, marksLength(text));

/** Emphasis may stand between the marks and a word. */
const EMPHASIS = /^[*_`"'[({]{0,4}$/;
export const isMarksOnly = (text: string): boolean => EMPHASIS.test(text.slice(marksLength(text)));
