export const QUOTE = 0x22;

/**
 * Where the cell that begins at `from` ends: at its delimiter, or with the row. A quote inside that nothing parts from text is a letter.
 * @param rowEnd of the row, which may be part of a longer text
 */
export function cellEnd(text: string, from: number, delimiter: string, rowEnd = text.length): number {
  if (text.charCodeAt(from) === QUOTE)
    for (let at = text.indexOf('"', from + 1); at >= 0 && at < rowEnd; at = text.indexOf('"', at + 1)) {
      const next = text.charCodeAt(at + 1);
      if (next === QUOTE && at + 1 < rowEnd) at += 1;
      else if (at + 1 === rowEnd || next === delimiter.charCodeAt(0)) return at + 1;
    }
  else {
    const end = text.indexOf(delimiter, from);
    if (end >= 0 && end < rowEnd) return end;
  }
  return rowEnd;
}

/** A cell without its quotes. */
export function cellText(row: string, from: number, end: number): string {
  if (row.charCodeAt(from) !== QUOTE) return row.slice(from, end);
  const isClosed = end > from + 1 && row.charCodeAt(end - 1) === QUOTE;
  const inner = row.slice(from + 1, isClosed ? end - 1 : end);
  return inner.indexOf('"') < 0 ? inner : inner.replaceAll('""', '"');
}

/** The cells of one row, which may have line ends in its quotes. */
export function cellsOf(row: string, delimiter: string): string[] {
  const cells: string[] = [];
  for (let from = 0; ; ) {
    const end = cellEnd(row, from, delimiter);
    cells.push(cellText(row, from, end));
    if (end >= row.length) return cells;
    from = end + 1;
  }
}
