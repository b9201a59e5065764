import { all, type Markup, markup, nothing } from '../../html/markup.ts';

export interface Column<T> {
  readonly name: string;
  /** On a narrow screen cells stand below each other; there such a one says which it is. */
  readonly isNamed: boolean;
  readonly cell: (item: T) => Markup;
}

/**
 * Rows of one table. A browser lays out a table as a whole, seen or not; of several it lays out those in sight, so a page of
 * a thousand rows opens at once. The names of the columns stand again above each.
 */
const TABLE_ROWS = 50;

/** A row for each item. @param className tells the style how wide the columns are */
export function formatTable<T>(className: string, columns: readonly Column<T>[], items: readonly T[]): Markup {
  const heads = columns.map(({ name }) => markup`<th scope="col">${name}</th>`);
  const caption = (name: string): Markup => markup`<span class="cap">${name}</span> `;
  const formatCell = ({ name, isNamed, cell }: Column<T>, item: T): Markup =>
    markup`<td>${isNamed ? caption(name) : nothing}${cell(item)}</td>`;
  const formatRow = (item: T): Markup => markup`<tr>${columns.map((column) => formatCell(column, item))}</tr>`;
  const formatPiece = (rows: readonly T[]): Markup => markup`
    <div class="rows">
      <table class="cmp ${className}">
        <thead><tr>${heads}</tr></thead>
        <tbody>${rows.map(formatRow)}</tbody>
      </table>
    </div>`;
  const pieces: Markup[] = [];
  for (let from = 0; from < items.length; from += TABLE_ROWS)
    pieces.push(formatPiece(items.slice(from, from + TABLE_ROWS)));
  return all(pieces);
}
