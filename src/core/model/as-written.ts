/** Longer values are no names. */
const MAX_CHARACTERS = 512;
const WORD = /[\p{L}\p{N}]/u;

/** Values that are compared without case are kept in lower case; people want the name as the log writes it. @returns the value where no text holds it */
export function asWritten(value: string, texts: Iterable<string>): string {
  if (value.length > MAX_CHARACTERS || value === value.toUpperCase()) return value;
  for (const text of texts) {
    const at = placeIn(text, value);
    if (at >= 0) return text.slice(at, at + value.length);
  }
  return value;
}

/** As a word of its own, or several. */
function placeIn(text: string, value: string): number {
  const folded = text.toLowerCase();
  // Some letters have more characters in lower case, so that places differ.
  if (folded.length !== text.length) return -1;
  for (let at = folded.indexOf(value); at >= 0; at = folded.indexOf(value, at + 1)) {
    const [before, behind] = [text[at - 1] ?? '', text[at + value.length] ?? ''];
    if (!WORD.test(before) && !WORD.test(behind)) return at;
  }
  return -1;
}
