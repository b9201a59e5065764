import type { Finding, Report } from '../../model/report.ts';
import { csvRow } from '../csv-cell.ts';
import { keyCell } from '../key-values.ts';
import { placeText } from '../place-text.ts';
import type { Reporter } from './reporter.ts';

type Column = (finding: Finding, report: Report) => string | number | null;

const columns: readonly (readonly [string, Column])[] = [
  ['severity', ({ severity }) => severity],
  ['grade', ({ grade }) => grade],
  ['host', ({ host }) => host],
  ['title', ({ title }) => title],
  ['ruleId', ({ ruleId }) => ruleId],
  ['kb', ({ kb }) => kb.join(' ')],
  ['count', ({ count }) => count],
  ['first', ({ first }) => first],
  ['last', ({ last }) => last],
  ['timeBasis', ({ evidence }) => evidence.at(-1)?.timeBasis ?? null],
  ['summary', ({ summary }) => summary],
  ['cause', ({ causes }) => causes.find(({ named }) => named)?.title ?? null],
  ['firstStep', ({ resolution }) => resolution[0]?.steps[0]?.do ?? null],
  ['risk', ({ resolution }) => resolution[0]?.risk.level ?? null],
  ['key', ({ key }) => keyCell(key)],
  ['evidence', ({ evidence }, report) => evidence.map(({ at }) => placeText(report, at)).join('; ')],
  ['explainedBy', ({ explainedBy }, { findings }) => findings[explainedBy ?? -1]?.ruleId ?? null],
  ['fingerprint', ({ fingerprint }) => fingerprint],
];

/** One finding a row, for spreadsheets. */
export const csv: Reporter = (report) =>
  [
    csvRow(columns.map(([name]) => name)),
    ...report.findings.map((finding) => csvRow(columns.map(([, toCell]) => toCell(finding, report)))),
  ].join('');
