import type { Column } from '../../../knowledge/words/table-columns.ts';

/** The names in a header, folded. */
export type HeaderNames = ReadonlySet<string>;

/** Rows without a header: what stands in their cells. */
export interface HeadlessRow {
  readonly cells: readonly (Column | null)[];
  /** Fewer are no row of this kind. */
  readonly minCells: number;
  readonly delimiters: string;
  /** For rows that no delimiter parts. */
  readonly split?: (row: string) => readonly string[] | null;
}

/** A program that writes events as a table. */
export interface Producer {
  readonly name: string;
  /** Times without a zone are UTC. */
  readonly isUtc: boolean;
  /** Is a header of these names its own? The first in the registry has it. */
  readonly isOwn?: (names: HeaderNames) => boolean;
  /** What it calls otherwise than everybody, by folded names. */
  readonly columns?: ReadonlyMap<string, Column>;
  /** What columns of these names say is nothing of the event. */
  readonly foreign?: ReadonlySet<Column>;
  /** Columns of names that are not known hold the values of the event. */
  readonly hasValues?: boolean;
  readonly headless?: readonly HeadlessRow[];
  /** Its rows without a header have the number of a type, 1, 2, 4, 8 or 16, instead of a word. */
  readonly hasTypeNumbers?: boolean;
  /** How it parts the cells of rows below a header, where the rules of CSV do not; a line end in a row is of its message. */
  readonly splitOf?: (cells: readonly (Column | null)[], delimiter: string) => HeadlessRow['split'] | undefined;
  /** The channel that it calls so. */
  readonly channelOf?: (name: string) => string | null;
  /** How it prints a list of inserts. */
  readonly stringsOf?: (text: string) => readonly string[];
  /** How it writes a cell beside the rules of CSV. */
  readonly decode?: (cell: string) => string;
}
