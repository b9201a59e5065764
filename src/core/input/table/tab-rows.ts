/** One row of a sheet or a table, as text. */
export type Row = readonly string[];

const NEEDS_QUOTES = /[\t"\n]/;
const quoted = (cell: string): string => (NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A row as it would stand in a table of tabs. Where one cell is all it has, its text: somebody put a log into the first column. */
export function rowText(row: Row): string {
  const filled = row.filter((cell) => cell !== '');
  if (filled.length <= 1) return filled[0] ?? '';
  return row.map(quoted).join('\t');
}

/** The rows of a sheet, without what is empty at the end of each. */
export const tableText = (rows: Iterable<Row>): string => {
  const lines: string[] = [];
  let width = 0;
  for (const row of rows) {
    const end = row.findLastIndex((cell) => cell !== '') + 1;
    // Cells that are empty at the end of a row are cells, below a header that names them.
    width = Math.max(width, end);
    const cells = row.slice(0, end);
    lines.push(rowText(end > 1 ? [...cells, ...Array.from({ length: width - end }, () => '')] : cells));
  }
  return `${lines.join('\n')}\n`;
};
