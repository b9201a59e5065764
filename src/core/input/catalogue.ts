import { sourceOfMessage } from '../knowledge/words/message-sources.ts';

const MAX_ROWS = 600;
/** Fewer may be what somebody noted of a log. */
const MIN_ROWS = 20;
/** Some ids stand under several headings. */
const MOSTLY_ONCE = 0.8;
/** So many texts have to be those of the events with these ids: other things have numbers and names, too. */
const MIN_TOLD = 3;
/** A cell of its own, or in front of a text: `4608 Windows is starting up`, `System,Logon,4608,…`. */
const ID = /(?:^|[,;\t|])\s{0,8}"?(\d{2,5})"?\s{0,8}(?:[,;\t|]|\s(?=\p{L}))/u;
const CLOCK = /\d:[0-5]\d/;
/** A heading that says how often: such a table is of a log. */
const COUNTED = /\bcount\b|\btotal\b|occurrences|\bhits\b|anzahl|nombre/i;
const CELL_ENDS = /[,;\t|]/;

/** A list of the events that exist: ids, most of them once, and what they mean, but no times. Its texts are those of events, and it holds none. */
export function isCatalogue(head: string): boolean {
  const rows = head.split('\n', MAX_ROWS).filter((row) => row.trim() !== '');
  const found = rows.flatMap((row) => {
    const [cell, id] = ID.exec(row) ?? [];
    return cell === undefined || id === undefined ? [] : [{ row, cell, id }];
  });
  if (COUNTED.test(rows[0] ?? '')) return false;
  const isList = found.length >= Math.max(MIN_ROWS, rows.length / 2) && !rows.some((row) => CLOCK.test(row));
  if (!isList || new Set(found.map(({ id }) => id)).size < found.length * MOSTLY_ONCE) return false;
  return found.filter(({ row, cell, id }) => isTold(Number(id), row, cell)).length >= MIN_TOLD;
}

/** Is one of the texts in this row that of the event with this id? */
const isTold = (id: number, row: string, cell: string): boolean =>
  row
    .slice(row.indexOf(cell) + cell.length)
    .split(CELL_ENDS)
    .some((text) => sourceOfMessage(null, id, text.replace(/^[\s"]{1,8}/, '')) !== null);
