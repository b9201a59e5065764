/** `<Obj …>`, `<Obj …/>` and `</Obj>`; values escape `<`, so nothing else looks like them. */
const TAG = /<(\/?)Obj(?=[\s>/])[^>]{0,400}?(\/?)>/g;
/** What an object begins with that holds others: lists, dictionaries and their types before them. */
const HOLDS_OTHERS = /^\s*(?:<TN\b[^>]*>(?:\s*<T>[^<]*<\/T>)*\s*<\/TN>\s*|<TNRef\b[^>]*>\s*)?<(?:LST|IE|QUE|STK|DCT)>/;
/** Longer names of types there are not. */
const LOOKAHEAD = 4096;

/** Where an object stands that is no list. */
export interface FoundObject {
  readonly start: number;
  /** -1: it is not whole yet. */
  readonly end: number;
}

/**
 * The next object at or after `from`, lists of objects entered.
 * @returns null when there is none; the object without an end when the text ends inside it or too early to tell what it is
 */
export function nextObject(text: string, from: number, complete: boolean): FoundObject | null {
  TAG.lastIndex = from;
  for (let tag = TAG.exec(text); tag !== null; tag = TAG.exec(text)) {
    const [whole, closing, empty] = tag;
    if (closing !== '' || empty !== '') continue;
    const behind = tag.index + whole.length;
    const beginning = text.slice(behind, behind + LOOKAHEAD);
    if (HOLDS_OTHERS.test(beginning)) continue;
    // The names of the types may not be there yet.
    if (!complete && beginning.length < LOOKAHEAD && !/<(?:Props|MS|ToString)\b/.test(beginning))
      return { start: tag.index, end: -1 };
    return { start: tag.index, end: endOfObject(text, behind, indentOf(text, tag.index)) };
  }
  return null;
}

/** The line end and the blanks before an object; null when something else stands there. */
function indentOf(text: string, start: number): string | null {
  const lineEnd = text.lastIndexOf('\n', start);
  const before = lineEnd === -1 ? '' : text.slice(lineEnd, start);
  return before.trim() === '' && before !== '' ? before : null;
}

/** An object without a name that is indented as deep is the next one: this one lost its end. */
function endOfObject(text: string, from: number, indent: string | null): number {
  TAG.lastIndex = from;
  let depth = 1;
  for (let tag = TAG.exec(text); tag !== null; tag = TAG.exec(text)) {
    const [, closing, empty] = tag;
    const isNext =
      indent !== null &&
      closing === '' &&
      text.slice(tag.index - indent.length, tag.index) === indent &&
      !tag[0].includes(' N="');
    if (isNext) return tag.index;
    if (closing !== '') depth -= 1;
    else if (empty === '') depth += 1;
    if (depth === 0) return TAG.lastIndex;
  }
  return -1;
}
