import { type Markup, markup, nothing } from '../../html/markup.ts';

export interface Column<T> {
  readonly name: string;
  /** On a narrow screen cells stand below each other; there such a one says which it is. */
  readonly isNamed: boolean;
  readonly cell: (item: T) => Markup;
}

/** A row for each item. @param className tells the style how wide the columns are */
export function formatTable<T>(className: string, columns: readonly Column<T>[], items: readonly T[]): Markup {
  const heads = columns.map(({ name }) => markup`<th scope="col">${name}</th>`);
  const caption = (name: string): Markup => markup`<span class="cap">${name}</span> `;
  const formatCell = ({ name, isNamed, cell }: Column<T>, item: T): Markup =>
    markup`<td>${isNamed ? caption(name) : nothing}${cell(item)}</td>`;
  return markup`
    <table class="cmp ${className}">
      <thead><tr>${heads}</tr></thead>
      <tbody>${items.map((item) => markup`<tr>${columns.map((column) => formatCell(column, item))}</tr>`)}</tbody>
    </table>`;
}
