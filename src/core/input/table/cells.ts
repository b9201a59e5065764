const QUOTE = 0x22;

/** Where the cell that begins at `from` ends: at its delimiter, or with the row. A quote inside that nothing parts from text is a letter. */
export function cellEnd(row: string, from: number, delimiter: string): number {
  if (row.charCodeAt(from) === QUOTE)
    for (let at = row.indexOf('"', from + 1); at >= 0; at = row.indexOf('"', at + 1)) {
      const next = row.charCodeAt(at + 1);
      if (next === QUOTE) at += 1;
      else if (at + 1 === row.length || next === delimiter.charCodeAt(0)) return at + 1;
    }
  else {
    const end = row.indexOf(delimiter, from);
    if (end >= 0) return end;
  }
  return row.length;
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
