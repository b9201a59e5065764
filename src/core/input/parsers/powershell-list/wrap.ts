/** A console of 80 or 120 columns leaves one of them free, or does not. */
const USUAL_WIDTHS: ReadonlySet<number> = new Set([79, 80, 119, 120]);
const MIN_WIDTH = 60;

/**
 * Where the console broke long lines of a record, in the middle of words; 0 when it broke none. A line of that length goes on in the next; all other
 * line ends are of the text.
 */
export function wrapWidth(lines: readonly string[]): number {
  const width = Math.max(...lines.map(({ length }) => length));
  const count = lines.filter(({ length }) => length === width).length;
  return width >= MIN_WIDTH && (count > 1 || USUAL_WIDTHS.has(width)) ? width : 0;
}
