/** A console of 80 or 120 columns leaves one of them free, or does not. */
const USUAL_WIDTHS: ReadonlySet<number> = new Set([79, 80, 119, 120]);
const MIN_WIDTH = 60;

/** What the console put at the end of a line: nothing, inside a word, a line end where a blank was, or none: the line end is of the text. */
export type LineBreak = 'word' | 'blank' | 'own';

/**
 * Where the console broke long lines of a record. Behind a broken line is the rest of it: lines that are as long by chance often have nothing behind
 * them. Most consoles break in the middle of words, at one width; others in front of the first word that has no room any more.
 * @param isRest is a line the rest of a value?
 */
export function lineBreaksOf(
  lines: readonly string[],
  isRest: (line: string) => boolean,
): (line: string, next: string) => LineBreak {
  const width = lines.reduce((longest, { length }) => Math.max(longest, length), 0);
  const longest = lines.flatMap(({ length }, index) => (length === width ? [lines[index + 1] ?? ''] : []));
  const broken = longest.filter((next) => next.trim() !== '' && isRest(next)).length;
  const hasNoRoom = (line: string, next: string): boolean =>
    line.length < width && line.trim() !== '' && line.trimEnd().length + 1 + firstWord(next).length > width;
  const full = lines.filter((line, index) => isRest(lines[index + 1] ?? '') && hasNoRoom(line, lines[index + 1] ?? ''));
  const isWide = width >= MIN_WIDTH;
  if (isWide && full.length > 0 && full.length >= broken)
    return (line, next) => (line.length === width || hasNoRoom(line, next) ? 'blank' : 'own');
  const isBroken = broken > 1 || (broken > 0 && USUAL_WIDTHS.has(width));
  const isInWords = isWide && isBroken && broken > longest.length - broken;
  return (line) => (isInWords && line.length === width ? 'word' : 'own');
}

/** None in an empty line. */
const firstWord = (line: string): string => /^\s*(\S{1,200})/.exec(line)?.[1] ?? '';
