import { csvRow } from '../csv-cell.ts';
import { type DiffRow, diffRows } from '../diff-rows.ts';
import { keyCell } from '../key-values.ts';
import type { DiffReporter } from './diff-reporter.ts';

type Column = (row: DiffRow) => string | number | null;

const columns: readonly (readonly [string, Column])[] = [
  ['change', ({ change }) => change],
  ['severity', ({ state }) => state?.severity ?? null],
  ['grade', ({ state }) => state?.grade ?? null],
  ['oldSeverity', ({ old }) => old?.severity ?? null],
  ['oldGrade', ({ old }) => old?.grade ?? null],
  ['host', ({ host }) => host],
  ['title', ({ title }) => title],
  ['ruleId', ({ ruleId }) => ruleId],
  ['kb', ({ kb }) => kb.join(' ')],
  ['count', ({ state }) => state?.count ?? null],
  ['oldCount', ({ old }) => old?.count ?? null],
  ['first', ({ state }) => state?.first ?? null],
  ['last', ({ state }) => state?.last ?? null],
  ['oldLast', ({ old }) => old?.last ?? null],
  ['timeBasis', ({ state, old }) => (state ?? old)?.timeBasis ?? null],
  ['summary', ({ state, old }) => (state ?? old)?.summary ?? null],
  ['cause', ({ state }) => state?.cause ?? null],
  ['because', ({ because }) => because],
  ['checked', ({ checked }) => (checked ? 'yes' : 'no')],
  ['key', ({ key }) => keyCell(key)],
  ['fingerprint', ({ fingerprint }) => fingerprint],
];

/** One finding a row; between hosts one finding on one host. */
export const csv: DiffReporter = (diff) =>
  [
    csvRow(columns.map(([name]) => name)),
    ...diffRows(diff).map((row) => csvRow(columns.map(([, toCell]) => toCell(row)))),
  ].join('');
