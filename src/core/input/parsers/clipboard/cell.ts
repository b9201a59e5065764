/** An event in a quoted cell of a CSV file. */

const OPENS = /(?:^|[,;\t])"$/;
/** Behind the quote that closes a cell: the next one, or the end of the row. */
const NEXT_CELL = /^\s{0,8}(?:[,;\t]|$)/;

/** Does a cell begin right in front of the first heading? */
export const opensCell = (before: string): boolean => before.endsWith('"') && OPENS.test(before.slice(-2));

/** A quote in a cell is doubled. */
export const unquoted = (text: string): string => (text.includes('""') ? text.replaceAll('""', '"') : text);

/** The first quote that is not doubled, and whether it ends a cell; null without one. */
export function cellEnd(text: string): { column: number; isOfCell: boolean } | null {
  for (let column = text.indexOf('"'); column >= 0; column = text.indexOf('"', column + 2))
    if (text[column + 1] !== '"') return { column, isOfCell: NEXT_CELL.test(text.slice(column + 1)) };
  return null;
}
