import { type Column, namedColumn } from '../../../knowledge/words/table-columns.ts';

/** A column as the line of dashes below its name shows it. */
export interface DashedColumn {
  readonly column: Column | null;
  readonly rank: number;
  readonly start: number;
  /** Behind its last dash. */
  readonly end: number;
}

const DASHES = /^\s*(?:[-=]{2,}\s+)+[-=]{2,}\s*$/;
export const isDashes = (line: string): boolean => DASHES.test(line);

/** Of `wmic ntevent get`, which rules nothing off. @see https://learn.microsoft.com/previous-versions/windows/desktop/eventlogprov/win32-ntlogevent */
const NT_LOG_EVENT: ReadonlySet<string> = new Set(
  (
    'Category CategoryString ComputerName Data EventCode EventIdentifier EventType InsertionStrings Logfile Message RecordNumber ' +
    'SourceName TimeGenerated TimeWritten Type User'
  ).split(' '),
);
const MIN_NAMES = 3;

/** The columns of a table that wmic prints, its names in the order of the alphabet; null for any other line. */
export function wmicColumns(line: string): readonly DashedColumn[] | null {
  // Every line of a text is asked.
  if (!NT_LOG_EVENT.has(line.slice(0, line.indexOf(' ')))) return null;
  const found = [...line.matchAll(/\S+/g)];
  const names = found.map(([name]) => name);
  const isSorted = names.every((name, index) => NT_LOG_EVENT.has(name) && (names[index - 1] ?? '') < name);
  if (names.length < MIN_NAMES || !isSorted) return null;
  // A column reaches up to the next.
  const columns = found.map(({ 0: name, index }, at) => ({
    column: namedColumn(name, null)?.column ?? null,
    rank: namedColumn(name, null)?.rank ?? 0,
    start: index,
    end: found[at + 1]?.index ?? index + name.length,
  }));
  return isOfEvents(columns) ? columns : null;
}

/** The columns of a table by its two first lines; null when they head no table of events. */
export function columnsOf(names: string, dashes: string): readonly DashedColumn[] | null {
  if (!isDashes(dashes)) return null;
  const groups = [...dashes.matchAll(/[-=]+/g)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
  const columns = groups.map(({ start, end }, index) => {
    const name = cellAt(names, { start, end }, groups[index - 1]?.end ?? 0, groups[index + 1]?.start);
    const named = namedColumn(name, null);
    return { column: named?.column ?? null, rank: named?.rank ?? 0, start, end };
  });
  return isOfEvents(columns) ? columns : null;
}

function isOfEvents(columns: readonly DashedColumn[]): boolean {
  const found = new Set(columns.map(({ column }) => column));
  const hasId = found.has('eventId') || found.has('instanceId');
  const hasTime = found.has('dateTime') || found.has('date') || found.has('clock');
  return hasId && hasTime && found.size >= 3;
}

/**
 * The text below a column: text begins with the dashes, numbers end with them and may begin before.
 * @param before where the column in front ends, @param next where the one behind begins
 */
function cellAt(line: string, { start }: { start: number; end: number }, before: number, next?: number): string {
  let from = start;
  while (from > before && line[from] !== ' ' && line[from - 1] !== ' ') from -= 1;
  let to = next ?? line.length;
  // The one behind may be a number that begins before its dashes.
  if (next !== undefined) while (to > start && line[to - 1] !== ' ' && line[to] !== ' ' && to <= line.length) to -= 1;
  return line.slice(from, to).trim();
}

export const cellsOf = (line: string, columns: readonly DashedColumn[]): readonly string[] =>
  columns.map((column, index) => cellAt(line, column, columns[index - 1]?.end ?? 0, columns[index + 1]?.start));
