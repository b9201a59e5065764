import { type Row, tableText } from '../../table/tab-rows.ts';
import { decodeEntities } from '../../text/entities.ts';
import { elementsIn, tagsOf } from './elements.ts';
import { flowingText, OPEN_DOCUMENT } from './flowing-text.ts';
import type { NamedText } from './sheet-text.ts';

const TABLE = tagsOf('table');
const ROW = tagsOf('table-row');
const CELL = tagsOf('(?:covered-)?table-cell');
const NAME = /\btable:name="([^"]*)"/;
const REPEATED = /\btable:number-columns-repeated="(\d{1,6})"/;
const DATE = /\boffice:date-value="([^"]*)"/;
const FLOAT = 'office:value-type="float"';
const NUMBER = /\boffice:value="([^"]*)"/;
/** More cells of one text are the empty rest of a row. */
const MAX_REPEATED = 64;

/** The sheets of a spreadsheet of OpenDocument, each as a table of tabs. @see OpenDocument 1.3 part 3, 9 */
export const openSheetTexts = (content: string): readonly NamedText[] =>
  [...elementsIn(content, TABLE)].map(({ attributes, inner }, index) => ({
    name: decodeEntities(NAME.exec(attributes)?.[1] ?? `sheet${index + 1}`),
    text: tableText(rowsOf(inner)),
  }));

function* rowsOf(xml: string): Generator<Row> {
  for (const { inner } of elementsIn(xml, ROW)) {
    const row: string[] = [];
    for (const { attributes, inner: content } of elementsIn(inner, CELL)) {
      const text = cellText(attributes, content);
      const count = Math.min(Number(REPEATED.exec(attributes)?.[1] ?? 1), MAX_REPEATED);
      for (let at = 0; at < count; at += 1) row.push(text);
    }
    yield row;
  }
}

function cellText(attributes: string, content: string): string {
  const date = DATE.exec(attributes)?.[1];
  if (date !== undefined) return date.replace('T', ' ');
  const number = attributes.includes(FLOAT) ? NUMBER.exec(attributes)?.[1] : undefined;
  return number ?? flowingText(content, OPEN_DOCUMENT).trimEnd();
}
