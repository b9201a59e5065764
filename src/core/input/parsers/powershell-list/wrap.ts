/** A console of 80 or 120 columns leaves one of them free, or does not. */
const USUAL_WIDTHS: ReadonlySet<number> = new Set([79, 80, 119, 120]);
const MIN_WIDTH = 60;

/**
 * Where the console broke long lines of a record, in the middle of words; 0 when it broke none. A line of that length goes on in the next; all other
 * line ends are of the text. Behind a broken line is the rest of it: lines that are as long by chance often have nothing behind them.
 * @param isRest is a line the rest of a value?
 */
export function wrapWidth(lines: readonly string[], isRest: (line: string) => boolean): number {
  const width = Math.max(...lines.map(({ length }) => length));
  const longest = lines.flatMap(({ length }, index) => (length === width ? [lines[index + 1] ?? ''] : []));
  const broken = longest.filter((next) => next.trim() !== '' && isRest(next)).length;
  const isBroken = broken > 1 || (broken > 0 && USUAL_WIDTHS.has(width));
  return width >= MIN_WIDTH && isBroken && broken > longest.length - broken ? width : 0;
}
