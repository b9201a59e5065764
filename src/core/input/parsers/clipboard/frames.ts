import { fenceIn } from '../../blocks/fence.ts';

/** Tags of pages and forums, and sections of XML, around a log. */
const FRAME =
  /<(\/?)(?:pre|code|blockquote|table)(?:\s[^<>]{0,300})?>|\[(\/?)(?:code|quote|pre)(?:=[^[\]]{0,60})?\]|<!\[CDATA\[|(\]\]>)(?=\s{0,8}(?:<|$))/gi;
/** Marks that begin and end a frame alike. Where text stands before one, it ends it. */
const SAME = ['```', '{noformat}', '{code}', '{quote}'];

/** Where the frame around a log ends. */
export interface Frames {
  /** Of the mark that closes a frame which was not opened on this line; -1 without one. */
  readonly end: number;
  /** Behind that mark, where it is no tag. */
  readonly behind: number;
  /** A frame is opened here and goes on. */
  readonly opens: boolean;
}
export const NO_FRAMES: Frames = { end: -1, behind: -1, opens: false };

/** What begins and ends on a line of what pages, forums, tickets and XML put around a log. */
export function findFrames(line: string): Frames {
  const text = line.trimEnd();
  const same = SAME.find((mark) => text.endsWith(mark));
  const at = text.length - (same?.length ?? 0);
  // Fences alone on a line are looked after elsewhere.
  const isEnd = same !== undefined && (same !== '```' || fenceIn(line) === null) && !line.slice(0, at).includes(same);
  if (isEnd) return { end: at, behind: line.length, opens: false };
  let depth = 0;
  for (const { 0: mark, 1: tag, 2: code, 3: section, index } of line.matchAll(FRAME)) {
    const closes = tag === '/' || code === '/' || section !== undefined;
    if (closes && depth === 0)
      return { end: index, behind: section === undefined ? index : index + mark.length, opens: false };
    depth += closes ? -1 : 1;
  }
  return depth > 0 ? { ...NO_FRAMES, opens: true } : NO_FRAMES;
}
