import { fenceIn } from '../../blocks/fence.ts';

/** Tags of pages and forums, and sections of XML, around a log. */
const TAG =
  /<(\/?)(?:pre|code|blockquote|table)(?:\s[^<>]{0,300})?>|\[(\/?)(?:code|quote|pre)(?:=[^[\]]{0,60})?\]|<!\[CDATA\[|(\]\]>)(?=\s{0,8}(?:<|$))/gi;
/** Marks that begin and end alike. Where text stands before one, it is the end. */
const SAME = ['```', '{noformat}', '{code}', '{quote}'];

/** The heading of a section of a page at the beginning of a line: no message holds one. */
const SECTION = /^\s{0,40}(?:<\/?(?:p|div|ul|ol|br|hr)\s?\/?>\s{0,8}){0,4}(?=<h[1-6][\s>])/i;

/** What pages, forums, tickets and XML put in front of a log and behind it: where that ends or begins on a line. */
export interface Enclosure {
  /** Where the mark stands that ends what was not begun on this line; -1 without one. */
  readonly end: number;
  /** Behind that mark, where it is no tag. */
  readonly behind: number;
  /** It begins here and goes on. */
  readonly opens: boolean;
}
export const NO_ENCLOSURE: Enclosure = { end: -1, behind: -1, opens: false };

export function findEnclosure(line: string): Enclosure {
  const section = SECTION.exec(line);
  if (section !== null) return { end: 0, behind: section[0].length, opens: false };
  const text = line.trimEnd();
  const same = SAME.find((mark) => text.endsWith(mark));
  const at = text.length - (same?.length ?? 0);
  // Fences alone on a line are looked after elsewhere.
  const isEnd = same !== undefined && (same !== '```' || fenceIn(line) === null) && !line.slice(0, at).includes(same);
  if (isEnd) return { end: at, behind: line.length, opens: false };
  // Most lines with a bracket hold none of these, which is found out faster.
  if (line.search(TAG) < 0) return NO_ENCLOSURE;
  let depth = 0;
  for (const { 0: mark, 1: tag, 2: code, 3: section, index } of line.matchAll(TAG)) {
    const closes = tag === '/' || code === '/' || section !== undefined;
    if (closes && depth === 0)
      return { end: index, behind: section === undefined ? index : index + mark.length, opens: false };
    depth += closes ? -1 : 1;
  }
  return depth > 0 ? { ...NO_ENCLOSURE, opens: true } : NO_ENCLOSURE;
}
